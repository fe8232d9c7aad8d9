#include <newsarc/archive.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "collection.hpp"

// How good the order of the hits is: mean average precision over the first 1000 hits, and
// precision among the first 10, with the default settings.
// `bench_evaluate [--no-feedback] FOLDER...`, each a test collection (collection.hpp).
namespace {

constexpr std::size_t depth = 1000;

struct Score {
    double average_precision = 0;
    double precision_at_10 = 0;
};

Score score(const std::vector<newsarc::Hit>& hits, const std::map<std::string, int>& gains) {
    const auto relevant = [&](const newsarc::Hit& hit) {
        const auto gain = gains.find(hit.key.value_or(""));
        return gain != gains.end() && gain->second > 0;
    };
    const auto all =
        std::count_if(gains.begin(), gains.end(), [](const auto& each) { return each.second > 0; });
    Score out;
    double found = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (!relevant(hits[i])) continue;
        found += 1;
        out.average_precision += found / static_cast<double>(i + 1);
        if (i < 10) out.precision_at_10 += 0.1;
    }
    out.average_precision /= static_cast<double>(all);
    return out;
}

newsarc::Archive archive_of(const bench::Collection& collection) {
    auto archive = newsarc::Archive::open("", newsarc::Archive::Mode::memory);
    std::vector<newsarc::Article> records;
    for (const bench::Document& document : collection.documents) {
        newsarc::Article article;
        article.key = document.id;
        if (!document.title.empty()) article.headline = document.title;
        article.body = document.text;
        records.push_back(std::move(article));
    }
    newsarc::AddOptions options;
    options.added = "2025-01-01T00:00:00Z";
    archive.add_records(records, options);
    return archive;
}

void evaluate(const std::string& folder, bool feedback) {
    const bench::Collection collection = bench::read_collection(folder);
    const newsarc::Archive archive = archive_of(collection);
    Score sum;
    double queries = 0;
    for (const auto& [number, text] : collection.queries) {
        const auto gains = collection.judgements.find(number);
        if (gains == collection.judgements.end()) continue;
        if (std::none_of(gains->second.begin(), gains->second.end(),
                         [](const auto& g) { return g.second > 0; })) {
            continue;
        }
        newsarc::SearchRequest request;
        request.query = text;
        request.limit = depth;
        request.feedback = feedback;
        request.resembling = true;
        request.snippets = false;
        const Score one = score(archive.search(request).hits, gains->second);
        sum.average_precision += one.average_precision;
        sum.precision_at_10 += one.precision_at_10;
        queries += 1;
    }
    std::printf("%-40s articles %6zu  queries %4.0f  MAP %.4f  P@10 %.4f\n", folder.c_str(),
                collection.documents.size(), queries, sum.average_precision / queries,
                sum.precision_at_10 / queries);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        bool feedback = true;
        for (int i = 1; i < argc; ++i) {
            if (std::string(argv[i]) == "--no-feedback") {
                feedback = false;
            } else {
                evaluate(argv[i], feedback);
            }
        }
        if (argc < 2) std::fputs("usage: bench_evaluate [--no-feedback] FOLDER...\n", stderr);
        return argc < 2 ? 2 : 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_evaluate: %s\n", error.what());
        return 2;
    }
}
