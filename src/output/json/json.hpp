#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/duplicates.hpp>
#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>
#include <newsarc/search.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::output {

// Each of these gives one JSON document (RFC 8259) on one line, without the newline. The text is
// valid UTF-8, malformed bytes having become U+FFFD; what is absent is null.

std::string article_json(const Article& article);

/// The article, and where in the file it stood, and its lines as the parser took them.
std::string explained_json(const ParsedArticle& parsed);

std::string add_result_json(const AddResult& result);

/// What became of all inputs of an `add`.
struct AddSummary {
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t duplicates = 0;
    std::size_t unchanged = 0;  ///< those of the duplicates whose files are as they were
    std::size_t near_duplicates = 0;
    std::size_t failed = 0;
    std::optional<std::size_t> missing = {};  ///< articles whose files are gone; only when there are any
    std::size_t bytes = 0;                    ///< read
    double seconds = 0;                       ///< taken
};

std::string add_summary_json(const AddSummary& summary);

std::string cluster_json(const Cluster& cluster);

std::string hit_json(const Hit& hit);

/// `seconds` is what the search took; `name` that of the query in a batch, if it is in one.
std::string search_json(std::string_view query, const SearchResult& result, double seconds,
                        std::string_view name = {});

std::string error_json(ErrorCode code, std::string_view message, std::string_view hint);

}  // namespace newsarc::output
