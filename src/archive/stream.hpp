#pragma once

#include <newsarc/add.hpp>

#include <functional>

#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// See Archive::add_stream().
void add_stream(const std::function<const store::Connection&()>& connection, const AddStream& stream,
                const AddOptions& options);

}  // namespace newsarc::archive
