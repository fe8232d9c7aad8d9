#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "archive/adding.hpp"
#include "archive/changes.hpp"
#include "archive/prepared_input.hpp"
#include "search/search.hpp"
#include "store/article/articles.hpp"
#include "store/article/versions.hpp"
#include "store/check/check.hpp"
#include "store/file/compaction.hpp"
#include "store/original/files.hpp"
#include "store/original/originals.hpp"
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

/// A file on the disk that was added.
struct File {
    std::vector<std::string> texts;      ///< of its articles
    std::vector<std::int64_t> articles;  ///< that it gave, one a text; 0 for one that was removed since
    std::int64_t modified = 0;
};

/// What an article said before.
struct Former {
    Article article;
    std::optional<Passage> passage;
};

/// What an archive should hold.
struct Model {
    std::map<std::int64_t, Article> articles;
    std::map<std::int64_t, Passage> passages;  ///< of those that came from a file
    std::map<std::int64_t, std::vector<Former>> formers;
    std::map<int, File> files;

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
        switch (pick(random_, 13)) {
            case 0:
            case 1:
            case 2: add_file(); break;
            case 3:
            case 4: import(); break;
            case 5:
            case 6: edit(); break;
            case 7:
            case 8: remove(); break;
            case 9:
            case 10:
            case 11: change_file(); break;
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
            compare_versions(id);
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
    void compare_versions(std::int64_t id) {
        const std::vector<Former>& formers = model_.formers[id];
        const auto versions = store::list_versions(archive_, id);
        REQUIRE(versions.size() == formers.size() + 1);
        for (std::size_t i = 0; i < formers.size(); ++i) {
            const auto number = static_cast<std::int64_t>(i + 1);
            auto version = store::find_version(archive_, id, number);
            REQUIRE(version);
            Article expected = formers[i].article;
            expected.key = version->key;
            expected.tags = version->tags;
            CHECK(said(*version) == said(expected));
            const auto original = store::get_original_of_version(archive_, id, number);
            REQUIRE(original.has_value() == formers[i].passage.has_value());
            if (original) compare_bytes(original->bytes, *formers[i].passage);
        }
    }

    /// To be called before the model's article changes.
    void keep_former(std::int64_t id) {
        Former former{model_.articles.at(id), std::nullopt};
        const auto passage = model_.passages.find(id);
        if (passage != model_.passages.end()) former.passage = passage->second;
        model_.formers[id].push_back(std::move(former));
    }

    void compare_original(std::int64_t id) {
        const auto passage = model_.passages.find(id);
        const auto original = store::get_original(archive_, id);
        REQUIRE(original.has_value() == (passage != model_.passages.end()));
        if (!original) return;
        compare_bytes(original->bytes, passage->second);
    }

    void compare_bytes(const std::string& bytes, const Passage& passage) {
        CHECK(bytes.find(passage.text) != std::string::npos);
        for (const Passage& gone : removed_) {
            if (gone.file == passage.file) CHECK(bytes.find(gone.text) == std::string::npos);
        }
    }

    /// An article or a former version still says what stood in that passage.
    bool is_said(const Passage& passage) const {
        const auto same = [&](const Passage& other) {
            return other.file == passage.file && other.text == passage.text;
        };
        for (const auto& [id, other] : model_.passages) {
            if (same(other)) return true;
        }
        for (const auto& [id, formers] : model_.formers) {
            for (const Former& former : formers) {
                if (former.passage && same(*former.passage)) return true;
            }
        }
        return false;
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

    std::string any_text() {
        return titled(sentence(random_, 3)) + "\n\n" + titled(sentence(random_, 12 + pick(random_, 20))) +
               ".";
    }

    void add_file() {
        const std::size_t count = 1 + pick(random_, 3);
        const int number = ++files_;
        File& file = model_.files[number];
        for (std::size_t i = 0; i < count; ++i)
            file.texts.push_back(any_text());
        file.articles.assign(count, 0);
        add(number, file);
    }

    /// Changes texts of a file, adds some, takes some out or has them change places; or only touches it.
    void change_file() {
        if (model_.files.empty()) return;
        auto& [number, file] =
            *std::next(model_.files.begin(), static_cast<std::ptrdiff_t>(pick(random_, model_.files.size())));
        for (std::size_t changes = pick(random_, 3); changes > 0; --changes) {
            const std::size_t at = pick(random_, file.texts.size());
            const auto place = static_cast<std::ptrdiff_t>(at);
            std::string& text = file.texts[at];
            switch (pick(random_, 5)) {
                case 0: text = any_text().substr(0, 3) + text.substr(3); break;
                case 1: text.replace(text.find("\n\n") + 2, 3, any_text().substr(0, 3)); break;
                case 2: file.texts.insert(file.texts.begin() + place, any_text()); break;
                case 3: std::swap(text, file.texts.front()); break;
                default:
                    if (file.texts.size() > 1) file.texts.erase(file.texts.begin() + place);
            }
        }
        add(number, file);
    }

    void add(int number, File& file) {
        Source source;
        source.path = "file" + std::to_string(number) + ".txt";
        for (const std::string& text : file.texts)
            source.bytes += (source.bytes.empty() ? "" : "\n\n***\n\n") + ("Credit: Mill Post\n\n" + text);
        source.file = FileState{.path = "/" + source.path,
                                .size = static_cast<std::int64_t>(source.bytes.size()),
                                .modified = ++file.modified,
                                .inode = number};
        // What stands in the file again is stored again.
        std::erase_if(removed_, [&](const Passage& gone) {
            return gone.file == number && source.bytes.find(gone.text) != std::string::npos;
        });
        const auto results = archive::add(archive_, std::vector<Source>{source}, options_);
        REQUIRE(results.size() == file.texts.size());
        const std::vector<std::int64_t> former = std::exchange(file.articles, {});
        for (std::size_t i = 0; i < results.size(); ++i) {
            const std::int64_t id = results[i].id.value();
            file.articles.push_back(id);
            CHECK(results[i].unchanged == (results[i].status == AddStatus::duplicate));
            if (results[i].status == AddStatus::duplicate) {
                CHECK(std::ranges::find(former, id) != former.end());
                continue;
            }
            if (results[i].status == AddStatus::updated) {
                REQUIRE(std::ranges::find(former, id) != former.end());
                keep_former(id);
                const std::vector<std::string> tags = model_.articles[id].tags;
                model_.articles[id] = *store::find_article(archive_, id);
                CHECK(model_.articles[id].tags == tags);
            } else {
                REQUIRE(model_.articles.count(id) == 0);
                model_.articles[id] = *store::find_article(archive_, id);
            }
            // What a hand set stays; of a body that both changed the file's is taken.
            const std::vector<std::string>& edited = model_.articles[id].edited;
            if (std::ranges::find(edited, "headline") == edited.end())
                CHECK(file.texts[i].starts_with(*model_.articles[id].headline));
            if (std::ranges::find(edited, "body") == edited.end())
                CHECK(file.texts[i].ends_with(model_.articles[id].body));
            model_.passages[id] = {number, file.texts[i]};
        }
        const auto again = store::find_unchanged(archive_, std::vector<FileState>{*source.file},
                                                 archive::reading_of(options_.parse), false);
        REQUIRE(again.front());
        REQUIRE(again.front()->size() == results.size());
        for (std::size_t i = 0; i < results.size(); ++i)
            CHECK(again.front()->at(i).id == results[i].id);
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
                keep_former(*known);
                const Article& former = model_.articles[*known];
                tags.insert(former.tags.begin(), former.tags.end());
                model_.articles[*known] = record;
                model_.articles[*known].tags.assign(tags.begin(), tags.end());
                const Article now = *store::find_article(archive_, *known);
                if (!now.edited.empty()) model_.articles[*known] = now;
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
            if (store::find_article(archive_, *id)->uid != former.uid) keep_former(*id);
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
        CHECK(archive::remove(archive_, ids, {}) == distinct.size());
        for (const std::int64_t id : distinct) {
            model_.articles.erase(id);
            const auto passage = model_.passages.extract(id);
            if (!passage.empty()) removed_.push_back(passage.mapped());
            for (const Former& former : model_.formers[id]) {
                if (former.passage) removed_.push_back(*former.passage);
            }
            model_.formers.erase(id);
            std::erase_if(removed_, [&](const Passage& gone) { return is_said(gone); });
            for (auto& [number, file] : model_.files)
                std::ranges::replace(file.articles, id, std::int64_t{0});
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
