#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "query/parser.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

namespace {

Archive& archive() {
    static Archive made = [] {
        Archive out = Archive::open("", Archive::Mode::memory);
        AddOptions options;
        options.added = "2026-11-23T10:00:00Z";
        std::vector<Source> sources;
        for (const char* text :
             {"Credit: Coast Wire\n\nFerry Runs Aground\n\nPORT ELLERY, Jan 21 - The fog was thick.\n",
              "Council Votes for Dykes\n\nBy Jane Roe\n\nFarmers fear.\n\nREAD ALSO: Ferry Runs Aground\n",
              "The U.S. market\n\nPublished: 2025-01-21\n\nDon't miss COVID-19 news at 10:30.\n",
              "夜行列车恢复\n\n每周两班。\n"})
            sources.push_back({.path = "in/" + std::to_string(sources.size()) + ".txt", .bytes = text});
        out.add(sources, options);
        return out;
    }();
    return made;
}

void require_marks(const std::vector<Range>& marks, std::string_view text) {
    std::size_t end = 0;
    for (const Range& mark : marks) {
        fuzz::require(mark.begin >= end && mark.end > mark.begin && mark.end <= text.size(),
                      "marks lie in order");
        end = mark.end;
    }
}

}  // namespace

/// No text is an error as a query of a search, whatever is asked along with it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::int64_t now = 1'790'000'000;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const query::Query read = query::parse(text, now);
    if (text::is_valid_utf8(text)) {
        fuzz::require(text::is_valid_utf8(query::to_string(read.tree)), "a query is understood as UTF-8");
        for (const std::string& note : read.notes)
            fuzz::require(text::is_valid_utf8(note), "a note is UTF-8");
    }
    for (const Sort sort : {Sort::relevance, Sort::newest}) {
        SearchRequest request;
        request.query = text;
        request.sort = sort;
        request.facets = {FacetField::credit, FacetField::year};
        request.explain = true;
        request.now = now;
        const SearchResult result = archive().search(request);
        fuzz::require(result.hits.size() <= result.total && result.total <= 4,
                      "hits are among those that match");
        fuzz::require(result.total_all_words <= result.total, "who has all the words has some");
        for (const Hit& hit : result.hits) {
            require_marks(hit.snippet.marks, hit.snippet.text);
            require_marks(hit.headline_marks, hit.headline.value_or(""));
            fuzz::require(text::is_valid_utf8(hit.snippet.text), "a snippet is UTF-8");
        }
    }
    // Where a query selects, a restriction that cannot be read is an error, and it says where.
    try {
        archive().list({.query = text, .now = now}, [](const Article&) { return true; });
        static_cast<void>(archive().matching({.query = text, .now = now}));
        fuzz::require(read.mistakes.empty(), "no mistake is passed over");
    } catch (const Error& error) {
        fuzz::require(error.code() == ErrorCode::usage && error.place(), "a mistake is one of usage");
        fuzz::require(error.place()->begin <= text.size(), "its place is in the query");
    }
    return 0;
}
