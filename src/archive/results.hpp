#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/error.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace newsarc::archive {

AddResult failed(const std::optional<std::string>& path, const Error& error);

/// What became of an article that is in the archive under this id.
AddResult result_for(AddStatus status, std::int64_t id, const Article& article);

/// An article whose content the archive holds already, under this id.
AddResult duplicate_of(std::int64_t id, const Article& article);

}  // namespace newsarc::archive
