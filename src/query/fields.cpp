#include "query/fields.hpp"

#include <algorithm>

namespace newsarc::query {
namespace {

// In the order of the enumeration, so that a field is its own index.
constexpr std::array field_table{
    FieldInfo{Field::headline, "headline", FieldKind::text, "headline:ceasefire", "words of the headline"},
    FieldInfo{Field::body, "body", FieldKind::text, "body:\"peace talks\"", "words of the body"},
    FieldInfo{Field::credit, "credit", FieldKind::value, "credit:NewsX", "the outlet credited"},
    FieldInfo{Field::byline, "byline", FieldKind::value, "byline:\"Jane Roe\"", "the author"},
    FieldInfo{Field::place, "place", FieldKind::value, "place:Kabul", "the place of the dateline"},
    FieldInfo{Field::agency, "agency", FieldKind::value, "agency:Reuters", "the agency of the dateline"},
    FieldInfo{Field::site, "site", FieldKind::exact, "site:example.org",
              "the host of a link in the article; subdomains count"},
    FieldInfo{Field::url, "url", FieldKind::value, "url:example.org/world",
              "part of the address of the article or of a link"},
    FieldInfo{Field::tag, "tag", FieldKind::exact, "tag:afghanistan", "a tag"},
    FieldInfo{Field::lang, "lang", FieldKind::exact, "lang:en", "the language; `en` takes `en-GB` too"},
    FieldInfo{Field::id, "id", FieldKind::number, "id:12", "the id, or six or more characters of the uid"},
    FieldInfo{Field::key, "key", FieldKind::exact, "key:cms-4711", "the key given at import"},
    FieldInfo{Field::path, "path", FieldKind::value, "path:inbox/2025", "part of the path of the file"},
    FieldInfo{Field::extra, "extra", FieldKind::value, "extra.section:sport",
              "what a record said under a name that is no field; without the name, under any"},
    FieldInfo{Field::published, "published", FieldKind::date, "published:2025-01..2025-03",
              "when it was published"},
    FieldInfo{Field::added, "added", FieldKind::date, "added:today", "when it was added to the archive"},
    FieldInfo{Field::since, "since", FieldKind::date, "since:2w", "published then or later"},
    FieldInfo{Field::until, "until", FieldKind::date, "until:yesterday", "published then or earlier"},
    FieldInfo{Field::has, "has", FieldKind::flag, "has:link", "articles that have such a part"},
    FieldInfo{Field::is, "is", FieldKind::flag, "is:duplicate", "articles of such a kind"},
};

constexpr std::array flag_table{
    FlagInfo{Field::has, "headline", "a headline"},
    FlagInfo{Field::has, "credit", "a credit line"},
    FlagInfo{Field::has, "byline", "an author"},
    FlagInfo{Field::has, "dateline", "a dateline"},
    FlagInfo{Field::has, "date", "a date of publication"},
    FlagInfo{Field::has, "link", "a link of any kind"},
    FlagInfo{Field::has, "related", "a related line, such as `READ ALSO`"},
    FlagInfo{Field::has, "note", "a note around the story"},
    FlagInfo{Field::has, "warning", "a warning of how it was read"},
    FlagInfo{Field::has, "tag", "a tag"},
    FlagInfo{Field::has, "key", "a key given at import"},
    FlagInfo{Field::is, "duplicate", "a near duplicate of an earlier article"},
    FlagInfo{Field::is, "edited", "an article of which fields were set by hand"},
};

// As notmuch, mu, Gmail, Google, recoll, Lucene and tables of news have them.
constexpr std::array other_name_table{
    OtherName{"title", Field::headline},
    OtherName{"subject", Field::headline},
    OtherName{"intitle", Field::headline},
    OtherName{"text", Field::body},
    OtherName{"content", Field::body},
    OtherName{"intext", Field::body},
    OtherName{"source", Field::credit},
    OtherName{"publisher", Field::credit},
    OtherName{"publication", Field::credit},
    OtherName{"outlet", Field::credit},
    OtherName{"newspaper", Field::credit},
    OtherName{"author", Field::byline},
    OtherName{"authors", Field::byline},
    OtherName{"creator", Field::byline},
    OtherName{"from", Field::byline},
    OtherName{"by", Field::byline},
    OtherName{"dateline", Field::place},
    OtherName{"location", Field::place},
    OtherName{"city", Field::place},
    OtherName{"host", Field::site},
    OtherName{"domain", Field::site},
    OtherName{"inurl", Field::url},
    OtherName{"tags", Field::tag},
    OtherName{"label", Field::tag},
    OtherName{"keyword", Field::tag},
    OtherName{"keywords", Field::tag},
    OtherName{"topic", Field::tag},
    OtherName{"language", Field::lang},
    OtherName{"uid", Field::id},
    OtherName{"file", Field::path},
    OtherName{"filename", Field::path},
    OtherName{"folder", Field::path},
    OtherName{"dir", Field::path},
    OtherName{"date", Field::published},
    OtherName{"pubdate", Field::published},
    OtherName{"after", Field::since},
    OtherName{"newer", Field::since},
    OtherName{"before", Field::until, true},
    OtherName{"older", Field::until, true},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < field_table.size(); ++i) {
        if (static_cast<std::size_t>(field_table[i].field) != i) return false;
    }
    return true;
}
static_assert(in_order());

}  // namespace

std::span<const FieldInfo> fields() {
    return field_table;
}

std::optional<Field> field_named(std::string_view name) {
    if (name.starts_with(extra_prefix) && name.size() > extra_prefix.size()) return Field::extra;
    const auto row = std::ranges::find(field_table, name, &FieldInfo::name);
    if (row != field_table.end()) return row->field;
    const auto other = std::ranges::find(other_name_table, name, &OtherName::name);
    if (other != other_name_table.end()) return other->field;
    return std::nullopt;
}

std::span<const OtherName> other_names() {
    return other_name_table;
}

bool ends_before(std::string_view name) {
    return std::ranges::any_of(other_name_table,
                               [&](const OtherName& other) { return other.before && other.name == name; });
}

const FieldInfo& info(Field field) {
    return field_table[static_cast<std::size_t>(field)];
}

std::span<const FlagInfo> flags() {
    return flag_table;
}

bool is_flag(Field field, std::string_view name) {
    return std::ranges::any_of(
        flag_table, [&](const FlagInfo& flag) { return flag.field == field && flag.name == name; });
}

}  // namespace newsarc::query
