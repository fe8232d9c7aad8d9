#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "archive/adding.hpp"
#include "archive/changes.hpp"
#include "search/search.hpp"
#include "store/articles.hpp"
#include "store/check.hpp"
#include "store/compaction.hpp"
#include "store/originals.hpp"
#include "support/catch.hpp"

// Random changes to an archive and to a simple model of it, a map in memory. After each change both
// hold the same records, give the same hits, and what the archive derives agrees with its articles.

using namespace newsarc;

namespace {

/// Words that the stemmer leaves alone and that are no part of each other.
constexpr std::array words{"barge", "crumb", "dwarf", "frost", "glint", "hutch", "jumbo", "knack",
                           "lymph", "mirth", "notch", "oxbow", "plumb", "quart", "shrub", "tulip"};

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random() % count);
}

std::string sentence(Random& random, std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += (i == 0 ? "" : " ") + std::string(words.at(pick(random, words.size())));
    return out;
}

/// With its first letter a capital.
std::string titled(std::string text) {
    text.at(0) = static_cast<char>(text.at(0) - 'a' + 'A');
    return text;
}

Article any_record(Random& random) {
    Article article;
    article.headline = sentence(random, 2);
    article.body = sentence(random, 3 + pick(random, 30));
    if (pick(random, 3) == 0) article.key = "key-" + std::to_string(pick(random, 4));
    if (pick(random, 3) == 0) article.published = from_iso("2025-01-1" + std::to_string(pick(random, 10)));
    if (pick(random, 3) == 0) article.tags = {words.at(pick(random, 3))};
    if (pick(random, 3) == 0) {
        Link link;
        link.kind = LinkKind::related;
        link.title = sentence(random, 2);
        article.links = {link};
    }
    return article;
}

/// An article's part of a file.
struct Passage {
    int file = 0;
    std::string text;
};

/// What an archive should hold.
struct Model {
    std::map<std::int64_t, Article> articles;
    std::map<std::int64_t, Passage> passages;  ///< of those that came from a file

    std::optional<std::int64_t> with_key(const std::string& key) const {
        for (const auto& [id, article] : articles) {
            if (article.key == key) return id;
        }
        return std::nullopt;
    }

    std::set<std::int64_t> with_word(const std::string& word) const {
        std::set<std::int64_t> out;
        for (const auto& [id, article] : articles) {
            std::istringstream in(article.headline.value_or("") + " " + article.body);
            for (std::string each; in >> each;) {
                if (each.ends_with('.')) each.pop_back();
                if (each == word || each == titled(word)) out.insert(id);
            }
        }
        return out;
    }
};

/// What a record says, without what an archive derives.
std::string said(const Article& article) {
    std::ostringstream out;
    out << article.key.value_or("-") << "|" << article.headline.value_or("-") << "|" << article.body << "|"
        << (article.published ? to_iso(*article.published) : "-") << "|" << article.credit.value_or("-");
    for (const std::string& tag : article.tags)
        out << "|tag " << tag;
    for (const Link& link : article.links)
        out << "|link " << link.title.value_or("-");
    return out.str();
}

/// An archive and its model, changed together.
class Pair {
public:
    explicit Pair(unsigned seed) : random_(seed) {}

    void change() {
        switch (pick(random_, 10)) {
            case 0:
            case 1:
            case 2: add_file(); break;
            case 3:
            case 4: import(); break;
            case 5:
            case 6: edit(); break;
            case 7:
            case 8: remove(); break;
            default: tag(); break;
        }
    }

    void optimize() { store::compact(archive_); }

    void compare() {
        store::check(archive_, {}, [](const Finding& finding) { FAIL_CHECK(finding.message); });
        REQUIRE(store::count_articles(archive_) == static_cast<std::int64_t>(model_.articles.size()));
        for (const auto& [id, expected] : model_.articles) {
            const auto article = store::find_article(archive_, id);
            REQUIRE(article);
            CHECK(said(*article) == said(expected));
            for (const Link& link : article->links)
                CHECK(link.article == headed(link.title.value_or(""), id));
            compare_original(id);
        }
        for (int i = 0; i < 4; ++i) {
            const char* word = words.at(pick(random_, words.size()));
            SearchRequest request{.query = word, .limit = 1000, .snippets = false};
            std::set<std::int64_t> found;
            for (const Hit& hit : search::run(archive_, request).hits)
                found.insert(hit.id);
            CHECK(found == model_.with_word(word));
        }
    }

private:
    void compare_original(std::int64_t id) {
        const auto passage = model_.passages.find(id);
        const auto original = store::get_original(archive_, id);
        REQUIRE(original.has_value() == (passage != model_.passages.end()));
        if (!original) return;
        CHECK(original->bytes.find(passage->second.text) != std::string::npos);
        for (const Passage& gone : removed_) {
            if (gone.file == passage->second.file)
                CHECK(original->bytes.find(gone.text) == std::string::npos);
        }
    }

    std::optional<std::int64_t> headed(const std::string& title, std::int64_t but) const {
        for (const auto& [id, article] : model_.articles) {
            if (article.headline == title && id != but) return id;
        }
        return std::nullopt;
    }

    std::optional<std::int64_t> any_id() {
        if (model_.articles.empty()) return std::nullopt;
        return std::next(model_.articles.begin(),
                         static_cast<std::ptrdiff_t>(pick(random_, model_.articles.size())))
            ->first;
    }

    void add_file() {
        const std::size_t count = 1 + pick(random_, 3);
        Source source;
        const int file = ++files_;
        source.path = "file" + std::to_string(file) + ".txt";
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i) {
            texts.push_back(titled(sentence(random_, 3)) + "\n\n" +
                            titled(sentence(random_, 12 + pick(random_, 20))) + ".");
            source.bytes += (i == 0 ? "" : "\n\n***\n\n") + ("Credit: Mill Post\n\n" + texts.back());
        }
        const auto results = archive::add(archive_, std::vector<Source>{source}, options_);
        REQUIRE(results.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            if (results[i].status == AddStatus::duplicate) continue;
            const std::int64_t id = *results[i].id;
            model_.articles[id] = *store::find_article(archive_, id);
            model_.passages[id] = {file, texts[i]};
        }
    }

    void import() {
        Article record = any_record(random_);
        const auto like = any_id();
        if (like && pick(random_, 3) == 0)
            record.body = model_.articles[*like].body + " " + sentence(random_, 1);
        const AddResult result = archive::add_records(archive_, std::vector<Article>{record}, options_).at(0);
        const auto known = record.key ? model_.with_key(*record.key) : std::nullopt;
        switch (result.status) {
            case AddStatus::updated: {
                REQUIRE(result.id == known);
                std::set<std::string> tags(record.tags.begin(), record.tags.end());
                const Article& former = model_.articles[*known];
                tags.insert(former.tags.begin(), former.tags.end());
                model_.articles[*known] = record;
                model_.articles[*known].tags.assign(tags.begin(), tags.end());
                break;
            }
            case AddStatus::duplicate: {
                Article& same = model_.articles.at(*result.id);
                CHECK(same.headline == record.headline);
                CHECK(same.body == record.body);
                if (!known && !same.key) same.key = record.key;
                break;
            }
            default:
                CHECK_FALSE(known);
                CHECK(model_.articles.count(*result.id) == 0);
                model_.articles[*result.id] = record;
        }
    }

    void edit() {
        const auto id = any_id();
        if (!id) return;
        const Article former = *store::find_article(archive_, *id);
        Article changed = former;
        const Article other = any_record(random_);
        switch (pick(random_, 5)) {
            case 0: changed.headline = other.headline; break;
            case 1: changed.body = other.body; break;
            case 2: changed.credit = pick(random_, 2) == 0 ? std::nullopt : other.headline; break;
            case 3: changed.key = other.key; break;
            default: changed.tags = other.tags; changed.links = other.links;
        }
        try {
            archive::replace(archive_, changed, former, options_.added);
            model_.articles[*id] = changed;
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::usage);
        }
    }

    void remove() {
        std::vector<std::int64_t> ids;
        for (std::size_t i = pick(random_, 3) + 1; i > 0; --i) {
            if (const auto id = any_id()) ids.push_back(*id);
        }
        const std::set<std::int64_t> distinct(ids.begin(), ids.end());
        CHECK(archive::remove(archive_, ids) == distinct.size());
        for (const std::int64_t id : distinct) {
            model_.articles.erase(id);
            const auto passage = model_.passages.extract(id);
            if (!passage.empty()) removed_.push_back(passage.mapped());
        }
    }

    void tag() {
        TagRequest request;
        for (int i = 0; i < 3; ++i) {
            if (const auto id = any_id()) request.ids.push_back(*id);
        }
        request.add = {words.at(pick(random_, 3))};
        request.remove = {words.at(pick(random_, 3))};
        archive::tag(archive_, request);
        for (const std::int64_t id : request.ids) {
            std::set<std::string> tags(model_.articles[id].tags.begin(), model_.articles[id].tags.end());
            for (const std::string& each : request.remove)
                tags.erase(each);
            tags.insert(request.add.begin(), request.add.end());
            model_.articles[id].tags.assign(tags.begin(), tags.end());
        }
    }

    Random random_;
    store::Connection archive_{"", store::Access::memory, std::chrono::milliseconds(0)};
    AddOptions options_{.added = "2026-11-23T10:00:00Z", .parse = {}};
    Model model_;
    std::vector<Passage> removed_;
    int files_ = 0;
};

}  // namespace

TEST_CASE("a thousand random sequences of changes leave what a simple model holds") {
    constexpr unsigned sequences = 1000;
    constexpr unsigned changes = 7;
    for (unsigned seed = 0; seed < sequences; ++seed) {
        INFO("seed " << seed);
        Pair pair(seed);
        for (unsigned i = 0; i < changes; ++i) {
            pair.change();
            pair.compare();
        }
        if (seed % 10 == 0) {
            pair.optimize();
            pair.compare();
        }
    }
}
