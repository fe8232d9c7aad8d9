#include "cli/result/show_versions.hpp"

#include "output/versions.hpp"

#include <string>
#include <vector>

namespace newsarc::cli {

bool list_versions(Context& context, const Archive& archive, std::int64_t id, bool named) {
    const std::vector<Version> versions = archive.versions(id);
    if (context.global.json) {
        context.out << output::versions_json(id, versions) << "\n";
    } else {
        if (named) output::print_title(context.out, "Article " + std::to_string(id), context.layout());
        output::print_versions(context.out, versions, context.layout());
    }
    context.out.flush();
    return true;
}

bool print_difference(Context& context, const Archive& archive, std::int64_t id,
                      std::optional<std::int64_t> version) {
    const auto newest = static_cast<std::int64_t>(archive.versions(id).size());
    const std::int64_t number = version.value_or(newest);
    if (number < 1 || number > newest) throw no_such_version(id, number);
    if (number == 1) {
        context.note("there is no version of article " + std::to_string(id) + " before " +
                     (newest == 1 ? "the only one" : "the first"));
        return false;
    }
    const std::optional<Article> from = archive.find_version(id, number - 1);
    const std::optional<Article> to = archive.find_version(id, number);
    if (!from || !to) throw no_such_version(id, number);
    const output::VersionPair pair{number - 1, number, *from, *to};
    if (context.global.json) {
        context.out << output::difference_json(pair) << "\n";
    } else {
        output::print_difference(context.out, pair, context.layout());
    }
    context.out.flush();
    return true;
}

Error no_such_version(std::int64_t id, std::int64_t version) {
    return {ErrorCode::not_found,
            "article " + std::to_string(id) + " has no version " + std::to_string(version),
            "newsarc show --versions " + std::to_string(id) + " lists those it has"};
}

}  // namespace newsarc::cli
