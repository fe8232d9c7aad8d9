// A program of somebody else: files one article in an archive in memory and finds it again.
#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include <iostream>
#include <vector>

int main() {
    auto archive = newsarc::Archive::open("", newsarc::Archive::Mode::memory);

    newsarc::Source source;
    source.path = "kites.txt";
    source.bytes =
        "Credit: Harbour Wire\n\nKites Return to the Beach\n\nThe wind is back, and so are the kites.\n";
    newsarc::AddOptions options;
    options.added = "2025-05-01T09:00:00Z";
    for (const auto& result : archive.add(std::vector{source}, options)) {
        std::cout << to_string(result.status) << ": " << result.headline.value_or("(none)") << '\n';
    }

    newsarc::SearchRequest request;
    request.query = "kite";
    for (const auto& hit : archive.search(request).hits) {
        std::cout << hit.rank << ". " << hit.headline.value_or("(none)") << '\n';
    }

    try {
        newsarc::Archive::open("/nonexistent/archive.db", newsarc::Archive::Mode::read);
    } catch (const newsarc::Error& error) {
        std::cout << to_string(error.code()) << '\n';
    }
}
