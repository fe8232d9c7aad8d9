#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "store/article/articles.hpp"
#include "store/check/check_steps.hpp"
#include "store/sql/statement.hpp"
#include "text/likeness/shingles.hpp"

namespace newsarc::store {
namespace {

using Pair = std::pair<std::int64_t, std::int64_t>;

/// Likenesses are stored as they were computed; another compiler may round otherwise.
constexpr double rounding = 1e-9;

text::Shingles shingles_of(const Article& article) {
    return text::shingles(article.headline.value_or(""), article.body);
}

class Check {
public:
    Check(const Connection& connection, const Report& report) : connection_(connection), report_(report) {}

    void sketches() {
        std::map<std::int64_t, std::vector<std::int32_t>> stored;
        Statement select(connection_.database(), "SELECT article, hash FROM shingle ORDER BY article, hash");
        while (select.step())
            stored[select.integer(0)].push_back(static_cast<std::int32_t>(select.integer(1)));
        Statement articles(connection_.database(), "SELECT id FROM article ORDER BY id");
        while (articles.step()) {
            const std::int64_t id = articles.integer(0);
            const auto shingles = shingles_of(find_article(connection_, id).value_or(Article{}));
            auto own = text::sketch(shingles);
            std::ranges::sort(own);
            own.erase(std::unique(own.begin(), own.end()), own.end());
            const auto found = stored.extract(id);
            const bool right = found.empty() ? own.empty() : found.mapped() == own;
            if (!right || !has_signature(id, shingles)) {
                tell(id, "the sketch for finding near duplicates is wrong");
            }
        }
        for (const auto& [id, sketch] : stored)
            tell(id, "a sketch is of no article");
    }

    void pairs() {
        Statement select(connection_.database(), "SELECT article, other, similarity FROM near_duplicate");
        while (select.step())
            pairs_[{select.integer(0), select.integer(1)}] = select.real(2);
        for (const auto& [pair, similarity] : pairs_) {
            const auto back = pairs_.find({pair.second, pair.first});
            if (back == pairs_.end() || back->second != similarity) {
                tell(pair.first, "a near duplicate is on record one way only");
            }
            if (pair.first < pair.second || back == pairs_.end()) similarity_of(pair, similarity);
        }
    }

    void clusters() {
        auto expected = first_of_clusters();
        Statement select(connection_.database(), "SELECT article, first FROM cluster");
        while (select.step()) {
            const auto known = expected.extract(select.integer(0));
            const bool right = !known.empty() && known.mapped() == select.integer(1);
            if (!right) tell(select.integer(0), "it is in the wrong cluster of near duplicates");
        }
        for (const auto& [article, first] : expected)
            tell(article, "it is in no cluster of near duplicates");
    }

private:
    void tell(std::int64_t article, const char* message) const {
        report_({CheckArea::duplicates, article, message, true});
    }

    bool has_signature(std::int64_t id, const text::Shingles& shingles) const {
        Statement select(connection_.database(), "SELECT minima FROM signature WHERE article = ?");
        const bool stored = select.bind(id).step();
        if (text::sketch(shingles).empty()) return !stored;
        const text::Signature own = text::signature(shingles);
        return stored && std::ranges::equal(select.blob(0), own, {},
                                            [](char c) { return static_cast<std::uint8_t>(c); });
    }

    void similarity_of(const Pair& pair, double similarity) const {
        const auto a = find_article(connection_, pair.first);
        const auto b = find_article(connection_, pair.second);
        if (!a || !b) return tell(a ? pair.second : pair.first, "a near duplicate is no article");
        const double exact = text::similarity(text::as_set(shingles_of(*a)), text::as_set(shingles_of(*b)));
        if (std::abs(exact - similarity) > rounding) {
            tell(pair.first, "the similarity of near duplicates is wrong");
        }
    }

    /// Of each article in a pair the smallest id that it hangs together with.
    std::map<std::int64_t, std::int64_t> first_of_clusters() const {
        std::map<std::int64_t, std::int64_t> first;
        const auto root = [&first](std::int64_t article) {
            while (first[article] != article)
                article = first[article] = first[first[article]];
            return article;
        };
        for (const auto& [pair, similarity] : pairs_) {
            first.try_emplace(pair.first, pair.first);
            first.try_emplace(pair.second, pair.second);
            const auto [less, more] = std::minmax({root(pair.first), root(pair.second)});
            first[more] = less;
        }
        for (auto& [article, of] : first)
            of = root(article);
        return first;
    }

    const Connection& connection_;
    const Report& report_;
    std::map<Pair, double> pairs_;
};

}  // namespace

void check_duplicates(const Connection& connection, const Report& report) {
    guarded([&] {
        Check check(connection, report);
        check.sketches();
        check.pairs();
        check.clusters();
    });
}

}  // namespace newsarc::store
