#include <newsarc/error.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "store/article/versions.hpp"
#include "store/check/check_steps.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

void check_version(const Connection& connection, std::int64_t id, const Version& version,
                   const Report& report) {
    const std::string name = "its former version " + std::to_string(version.number);
    try {
        const auto article = find_version(connection, id, version.number);
        const std::string uid = article ? text::content_uid(*article) : "";
        if (uid == version.uid) return;
        report({CheckArea::article, id,
                name + " has the uid " + version.uid + ", and what it says has the uid " + uid, false});
    } catch (const Error& error) {
        if (error.code() != ErrorCode::archive_damaged) throw;
        report({CheckArea::article, id, error.what(), false});
    }
}

}  // namespace

void check_versions(const Connection& connection, std::span<const std::int64_t> ids, const Report& report) {
    for (const std::int64_t id : ids_of(connection, "SELECT DISTINCT article FROM version")) {
        if (!std::ranges::binary_search(ids, id)) continue;
        const std::vector<Version> versions = list_versions(connection, id);
        for (std::size_t i = 0; i < versions.size(); ++i) {
            if (versions[i].number != static_cast<std::int64_t>(i) + 1) {
                report({CheckArea::article, id, "one of its former versions is missing", false});
                break;
            }
            if (versions[i].replaced) check_version(connection, id, versions[i], report);
        }
    }
}

}  // namespace newsarc::store
