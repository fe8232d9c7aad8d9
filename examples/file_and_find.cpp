// file_and_find ARCHIVE QUERY FILE...: files articles in an archive, and prints those that a query finds.
#include <newsarc/archive.hpp>

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

int main(int count, char** arguments) try {
    if (count < 3) throw newsarc::Error(newsarc::ErrorCode::usage, "an archive and a query are needed");
    auto archive = newsarc::Archive::open(arguments[1], newsarc::Archive::Mode::create);

    // The library reads no files and looks at no clock: bytes and moments are handed in.
    std::vector<newsarc::Source> sources;
    for (int i = 3; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        sources.push_back({.path = arguments[i], .bytes = {std::istreambuf_iterator<char>(file), {}}});
    }
    newsarc::AddOptions options;
    options.added = to_iso(newsarc::from_unix_seconds(std::time(nullptr)));
    for (const newsarc::AddResult& result : archive.add(sources, options)) {
        // A file that holds no article is a result like the others.
        std::cout << to_string(result.status) << ' ' << result.path.value_or("");
        if (result.headline) std::cout << ": " << *result.headline;
        std::cout << '\n';
    }

    const newsarc::SearchResult found = archive.search({.query = arguments[2]});
    std::cout << found.total << " found\n";
    for (const newsarc::Hit& hit : found.hits) {
        std::cout << hit.rank << "  " << hit.headline.value_or("(no headline)") << " ("
                  << hit.credit.value_or("no credit") << ")\n   " << hit.snippet.text << '\n';
    }
} catch (const newsarc::Error& error) {
    std::cerr << error.what() << '\n' << error.hint() << '\n';
    return 1;
}
