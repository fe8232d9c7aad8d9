#include "store/select/filters.hpp"

#include <newsarc/date.hpp>
#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "store/sql/statement.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/wildcard.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::store {
namespace {

using query::Field;

/// Where the values of a field stand: how to come to the next different one, and to its articles.
/// Both use an index, so that time goes with the number of values and not of articles.
struct ValueSource {
    Field field;
    const char* next_value;
    const char* articles;
};

constexpr std::array value_sources{
    ValueSource{Field::credit, "SELECT min(credit) FROM article WHERE credit > ?",
                "SELECT id FROM article WHERE credit = ?"},
    ValueSource{Field::byline, "SELECT min(byline) FROM article WHERE byline > ?",
                "SELECT id FROM article WHERE byline = ?"},
    ValueSource{Field::byline, "SELECT min(name) FROM author WHERE name > ?",
                "SELECT article FROM author WHERE name = ?"},
    ValueSource{Field::place, "SELECT min(dateline_place) FROM article WHERE dateline_place > ?",
                "SELECT id FROM article WHERE dateline_place = ?"},
    ValueSource{Field::agency, "SELECT min(dateline_agency) FROM article WHERE dateline_agency > ?",
                "SELECT id FROM article WHERE dateline_agency = ?"},
    ValueSource{Field::lang, "SELECT min(language) FROM article WHERE language > ?",
                "SELECT id FROM article WHERE language = ?"},
    ValueSource{Field::key, "SELECT min(key) FROM article WHERE key > ?",
                "SELECT id FROM article WHERE key = ?"},
    ValueSource{Field::path, "SELECT min(path) FROM article WHERE path > ?",
                "SELECT id FROM article WHERE path = ?"},
    ValueSource{Field::tag, "SELECT min(name) FROM tag WHERE name > ?",
                "SELECT article FROM tag WHERE name = ?"},
    ValueSource{Field::site, "SELECT min(host) FROM link WHERE host > ?",
                "SELECT article FROM link WHERE host = ?"},
    ValueSource{Field::url, "SELECT min(url) FROM link WHERE url > ?",
                "SELECT article FROM link WHERE url = ?"},
    ValueSource{Field::url, "SELECT min(url) FROM article WHERE url > ?",
                "SELECT id FROM article WHERE url = ?"},
};

struct FlagSource {
    Field field;
    std::string_view name;
    const char* articles;
};

constexpr std::array flag_sources{
    FlagSource{Field::has, "headline", "SELECT id FROM article WHERE headline_folded IS NOT NULL"},
    FlagSource{Field::has, "credit", "SELECT id FROM article WHERE credit IS NOT NULL"},
    FlagSource{Field::has, "byline", "SELECT id FROM article WHERE byline IS NOT NULL"},
    FlagSource{Field::has, "dateline", "SELECT id FROM article WHERE dateline IS NOT NULL"},
    FlagSource{Field::has, "date", "SELECT id FROM article WHERE published IS NOT NULL"},
    FlagSource{Field::has, "link", "SELECT DISTINCT article FROM link"},
    FlagSource{Field::has, "related", "SELECT DISTINCT article FROM link WHERE kind = 'related'"},
    FlagSource{Field::has, "note", "SELECT DISTINCT article FROM note"},
    FlagSource{Field::has, "warning", "SELECT DISTINCT article FROM warning"},
    FlagSource{Field::has, "tag", "SELECT DISTINCT article FROM tag"},
    FlagSource{Field::has, "key", "SELECT id FROM article WHERE key IS NOT NULL"},
    FlagSource{Field::is, "duplicate", "SELECT article FROM cluster WHERE article <> first"},
    FlagSource{Field::is, "edited", "SELECT id FROM article WHERE given IS NOT NULL"},
};

using Visit = std::function<void(std::int64_t)>;

/// Characters of `2025-01-21`.
constexpr std::size_t day_length = 10;

void visit_rows(Statement& select, const Visit& visit) {
    while (select.step())
        visit(select.integer(0));
    select.reset();
}

/// SQLite counts any bytes as greater than any text.
Error not_text() {
    return {ErrorCode::archive_damaged, "the archive is damaged: a value is not text",
            "newsarc check tells which"};
}

void visit_values(const SQLite::Database& database, const ValueSource& source, const std::string& wanted,
                  const Visit& visit) {
    Statement next(database, source.next_value);
    Statement articles(database, source.articles);
    std::string value;
    while (next.bind(value).step() && !next.is_null(0)) {
        std::string following = next.text(0);
        if (following <= value) throw not_text();
        value = std::move(following);
        if (value_fits(source.field, wanted, value)) visit_rows(articles.bind(value), visit);
    }
}

/// What records said under names that are no field: under `name`, or under any when that is empty. Case does
/// not matter.
void visit_extra(const SQLite::Database& database, const std::string& name, const std::string& wanted,
                 const Visit& visit) {
    Statement next(database, "SELECT min(name) FROM extra WHERE name > ?");
    Statement select(database, "SELECT article, text FROM extra WHERE name = ?");
    const std::string folded = text::fold_value(name);
    std::string each;
    while (next.bind(each).step() && !next.is_null(0)) {
        std::string following = next.text(0);
        if (following <= each) throw not_text();
        each = std::move(following);
        if (!name.empty() && text::fold_value(each) != folded) continue;
        select.bind(each);
        while (select.step()) {
            if (value_fits(Field::extra, wanted, select.text(1))) visit(select.integer(0));
        }
        select.reset();
    }
}

/// An article is of a stretch of time when all that its date may mean is: one of which the year is known is
/// found by that year, and not by one of its months.
void visit_dated(const SQLite::Database& database, std::string_view column, const query::Interval& interval,
                 const Visit& visit) {
    const std::string date(column);
    Statement select(database, "SELECT id, " + date + " FROM article WHERE " + date +
                                   " IS NOT NULL AND published_at >= ? AND published_at < ?" +
                                   (date == "published" ? "" : " AND published IS NULL"));
    select.bind(interval.begin.value_or(INT64_MIN), interval.end.value_or(INT64_MAX));
    while (select.step()) {
        const std::string_view text = select.blob(1);
        const auto moment = text.size() < day_length && interval.end ? from_iso(text) : std::nullopt;
        if (!moment || query::end_of(*moment) <= *interval.end) visit(select.integer(0));
    }
}

void visit_added(const SQLite::Database& database, const query::Interval& interval, const Visit& visit) {
    Statement select(database, "SELECT id FROM article WHERE added >= ? AND added < ?");
    const auto iso = [](std::int64_t moment) { return to_iso(from_unix_seconds(moment)); };
    select.bind(interval.begin ? iso(*interval.begin) : "", interval.end ? iso(*interval.end) : ":");
    visit_rows(select, visit);
}

void visit_id(const SQLite::Database& database, const std::string& text, const Visit& visit) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error == std::errc() && end == text.data() + text.size()) {
        visit_rows(Statement(database, "SELECT id FROM article WHERE id = ?").bind(id), visit);
    }
    constexpr std::size_t shortest_uid = 6;
    if (text.size() < shortest_uid) return;
    std::string uid = text;
    std::ranges::transform(
        uid, uid.begin(), [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    visit_rows(Statement(database, "SELECT id FROM article WHERE uid >= ? AND uid < ?").bind(uid, uid + "g"),
               visit);
}

/// The words of a text with a blank around each, whatever stood between them; of scripts that put no blanks
/// between words, each character.
std::string spaced_words(std::string_view text) {
    std::string out = " ";
    for (const text::Word& word : text::words(text)) {
        const std::string_view piece = text.substr(word.begin, word.end - word.begin);
        if (word.kind == text::WordKind::plain || word.kind == text::WordKind::acronym) {
            out.append(piece) += ' ';
            continue;
        }
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t length = text::code_point_at(piece, at).length;
            out.append(piece.substr(at, length)) += ' ';
            at += length;
        }
    }
    return out;
}

bool holds_words(std::string_view value, std::string_view wanted, bool prefix) {
    std::string words = spaced_words(wanted);
    if (words.size() == 1) return value.find(wanted) != std::string_view::npos;
    if (prefix) words.pop_back();
    return spaced_words(value).find(words) != std::string::npos;
}

/// Of a pattern whose `*` stands for any characters.
bool value_is_like(Field field, const std::string& pattern, std::string_view value) {
    switch (field) {
        case Field::credit:
        case Field::byline:
        case Field::place:
        case Field::extra:
        case Field::agency: return text::matches_wildcard("* " + pattern + " *", spaced_words(value));
        case Field::url:
        case Field::path: return text::matches_wildcard("*" + pattern + "*", value);
        default: return text::matches_wildcard(pattern, value);
    }
}

}  // namespace

bool value_fits(Field field, std::string_view wanted, std::string_view value) {
    if (wanted.find('*') < wanted.size() - 1)
        return value_is_like(field, text::fold_value(wanted), text::fold_value(value));
    const bool prefix = wanted.size() > 1 && wanted.ends_with('*');
    if (prefix) wanted.remove_suffix(1);
    const std::string a = text::fold_value(wanted);
    const std::string b = text::fold_value(value);
    switch (field) {
        case Field::credit:
        case Field::byline:
        case Field::place:
        case Field::extra:
        case Field::agency: return holds_words(b, a, prefix);
        case Field::url:
        case Field::path: return b.find(a) != std::string::npos;
        case Field::lang: return prefix ? b.starts_with(a) : b == a || b.starts_with(a + "-");
        case Field::site: return prefix ? b.starts_with(a) : b == a || b.ends_with("." + a);
        default: return prefix ? b.starts_with(a) : b == a;
    }
}

void visit_filtered(const Connection& connection, const query::Node& filter, const Visit& visit) {
    guarded([&] {
        const SQLite::Database& database = connection.database();
        const Field field = *filter.field;
        if (field == Field::added) return visit_added(database, filter.interval, visit);
        if (query::info(field).kind == query::FieldKind::date) {
            visit_dated(database, "published", filter.interval, visit);
            if (field != Field::published) visit_dated(database, "updated", filter.interval, visit);
            return;
        }
        if (field == Field::extra) return visit_extra(database, filter.name, filter.text, visit);
        if (field == Field::id) return visit_id(database, filter.text, visit);
        for (const ValueSource& values : value_sources) {
            if (values.field == field) visit_values(database, values, filter.text, visit);
        }
        for (const FlagSource& flag : flag_sources) {
            if (flag.field != field || flag.name != filter.text) continue;
            Statement select(database, flag.articles);
            visit_rows(select, visit);
        }
    });
}

}  // namespace newsarc::store
