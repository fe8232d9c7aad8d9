#include <newsarc/article.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "collection.hpp"
#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/likeness/shingles.hpp"

// How well near duplicates are found, and what that costs. Every article of a collection is stored,
// then copies of 1 to 40 % edits are looked up: words replaced, one by one or in runs, passages left
// out or put in, under another headline. A copy is to be found when the exact similarity to some
// article reaches the threshold, which is counted over all of them. Prints tables in Markdown.
// Then what it costs, in processor time, as an archive grows.
// `bench_duplicates FOLDER...`: search test collections (collection.hpp).
namespace {

constexpr std::string_view headline = "Another headline over the same story";

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c > ' ') {
            out.back() += c;
        } else if (!out.back().empty()) {
            out.emplace_back();
        }
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

/// Changes a share of an article as editors do: words here and there, a passage out, a passage in.
class Editor {
public:
    explicit Editor(const std::vector<newsarc::Article>& records) : records_(records) {}

    std::string edit(const std::string& text, double share) {
        auto words = split(text);
        const auto changes = static_cast<std::size_t>(static_cast<double>(words.size()) * share);
        switch (random_() % 3) {
            case 0:
                for (std::size_t i = 0; i < changes; ++i)
                    words[pick(words.size())] = other_word();
                break;
            case 1: {
                const auto begin = words.begin() + static_cast<std::ptrdiff_t>(pick(words.size() - changes));
                words.erase(begin, begin + static_cast<std::ptrdiff_t>(changes));
                break;
            }
            default: {
                std::vector<std::string> passage;
                for (std::size_t i = 0; i < changes; ++i)
                    passage.push_back(other_word());
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(pick(words.size())), passage.begin(),
                             passage.end());
            }
        }
        std::string out;
        for (const std::string& word : words)
            out += word + " ";
        return out;
    }

private:
    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    std::string other_word() {
        while (true) {
            const std::string& text = records_[pick(records_.size())].body;
            const auto words = split(text.substr(0, 400));
            if (!words.empty()) return words[pick(words.size())];
        }
    }

    const std::vector<newsarc::Article>& records_;
    std::mt19937 random_{11};
};

struct Score {
    std::size_t copies = 0;
    std::size_t near = 0;   ///< that are near duplicates of some article by exact comparison
    std::size_t found = 0;  ///< that the archive takes for near duplicates
    std::size_t right = 0;  ///< of these, those that are near duplicates of the article named
};

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<newsarc::Article> read_records(const std::string& folder) {
    std::vector<newsarc::Article> out;
    for (auto& document : bench::read_collection(folder).documents) {
        if (split(document.text).size() < 50) continue;
        newsarc::Article& record = out.emplace_back();
        if (!document.title.empty()) record.headline = document.title;
        record.body = document.text;
    }
    return out;
}

/// Microseconds of processor time that one of `count` pieces of work takes.
template <typename Work>
double microseconds(std::size_t count, Work work) {
    const std::clock_t begun = std::clock();
    work();
    return static_cast<double>(std::clock() - begun) * 1e6 / CLOCKS_PER_SEC / static_cast<double>(count);
}

void run(const std::string& folder) {
    using namespace newsarc;
    const std::vector<Article> records = read_records(folder);
    std::vector<text::ShingleSet> exact;
    const double cutting = microseconds(records.size(), [&] {
        for (const Article& record : records)
            exact.push_back(text::as_set(text::shingles(record.headline.value_or(""), record.body)));
    });
    const store::Connection archive("", store::Access::memory, std::chrono::seconds(0));
    store::ArticleWriter writer(archive);
    store::KnownArticles known(archive);
    for (const Article& record : records) {
        Article article = record;
        article.uid = text::content_uid(article);
        if (!known.with_uid(article.uid)) writer.insert(article, std::nullopt);
    }
    std::printf("\n%s: %zu articles, %.1f us to cut one into shingles\n\n", folder.c_str(), records.size(),
                cutting);
    std::printf("| edited | copies | near | found | precision | recall | us a look-up |\n");
    std::printf("|---|---|---|---|---|---|---|\n");
    Editor editor(records);
    store::NearDuplicates near_duplicates(archive);
    for (const int percent : {1, 2, 5, 10, 15, 20, 30, 40}) {
        Score score;
        std::vector<std::string> copies;
        for (std::size_t i = 0; i < records.size(); i += 1 + records.size() / 1000)
            copies.push_back(editor.edit(records[i].body, percent / 100.0));
        std::vector<store::Comparison> answers;
        const double looking = microseconds(copies.size(), [&] {
            for (const std::string& copy : copies)
                answers.push_back(near_duplicates.compare(store::sketched(headline, copy), headline, copy));
        });
        for (std::size_t i = 0; i < copies.size(); ++i) {
            const auto own = text::as_set(text::shingles(headline, copies[i]));
            ++score.copies;
            score.near += std::ranges::any_of(exact, [&](const text::ShingleSet& each) {
                return text::similarity(own, each) >= store::least_similarity;
            });
            if (answers[i].like.empty()) continue;
            ++score.found;
            const auto named = store::find_article(archive, answers[i].like.front().article);
            const auto of = text::as_set(text::shingles(named->headline.value_or(""), named->body));
            score.right += text::similarity(own, of) >= store::least_similarity ? 1 : 0;
        }
        std::printf("| %d %% | %zu | %zu | %zu | %.3f | %.3f | %.0f |\n", percent, score.copies, score.near,
                    score.found, share(score.right, score.found), share(score.right, score.near), looking);
    }
}

/// Articles of 450 words drawn as in running text, where the word of rank r has a share of 1/r.
std::string any_text(std::mt19937& random) {
    std::string out;
    std::uniform_real_distribution<double> share(0, std::log(50000));
    for (int i = 0; i < 450; ++i)
        out += "w" + std::to_string(static_cast<int>(std::exp(share(random)))) + " ";
    return out;
}

/// What looking up and recording cost as an archive grows; nothing else is stored.
void measure_growth() {
    using namespace newsarc;
    const std::string path = std::filesystem::temp_directory_path() / "bench-duplicates.db";
    std::filesystem::remove(path);
    const store::Connection archive(path, store::Access::create, std::chrono::seconds(0));
    archive.database().exec("PRAGMA foreign_keys = OFF");  // there are no articles, only what finds them
    store::NearDuplicates near_duplicates(archive);
    std::mt19937 random(5);
    std::printf("\n| articles | us to look up | us to record | MB in all |\n|---|---|---|---|\n");
    for (std::int64_t id = 0; id < 160000;) {
        constexpr std::size_t batch = 2000;
        double looking = 0;
        double recording = 0;
        for (int batches = 0; batches < 10; ++batches) {
            std::vector<std::string> texts(batch);
            std::ranges::generate(texts, [&] { return any_text(random); });
            std::vector<store::Comparison> answers;
            looking += microseconds(10 * batch, [&] {
                for (const std::string& text : texts)
                    answers.push_back(near_duplicates.compare(store::sketched("", text), "", text));
            });
            recording += microseconds(10 * batch, [&] {
                store::Transaction transaction(archive);
                for (const store::Comparison& answer : answers)
                    near_duplicates.put(++id, answer);
                near_duplicates.flush();
                transaction.commit();
            });
        }
        std::printf("| %lld | %.1f | %.1f | %.1f |\n", static_cast<long long>(id), looking, recording,
                    static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    }
    std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        for (int i = 1; i < argc; ++i)
            run(argv[i]);
        measure_growth();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_duplicates: %s\n", error.what());
        return 1;
    }
}
