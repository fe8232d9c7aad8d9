#pragma once

#include <newsarc/add.hpp>

#include <functional>
#include <span>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// See Archive::add().
std::vector<AddResult> add(const store::Connection& connection, std::span<const Source> sources,
                           const AddOptions& options);

/// See Archive::add_records().
std::vector<AddResult> add_records(const store::Connection& connection, std::span<const Article> records,
                                   const AddOptions& options);

/// See Archive::add_stream().
void add_stream(const std::function<const store::Connection&()>& connection, const AddStream& stream,
                const AddOptions& options);

}  // namespace newsarc::archive
