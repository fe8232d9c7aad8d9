#include "model/fields.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>

#include "model/settle.hpp"

namespace newsarc::model {
namespace {

constexpr auto content = Standing::content;
constexpr auto version = Standing::version;
constexpr auto keeper = Standing::article;

constexpr Field table[] = {
    {.name = "id",
     .member = &Article::id,
     .standing = keeper,
     .meaning = "its number in the archive",
     .column = "id",
     .front = "id",
     .derived = true},
    {.name = "uid",
     .member = &Article::uid,
     .meaning = "made from its content, the same in every archive",
     .column = "uid",
     .front = "uid",
     .derived = true},
    {.name = "key",
     .member = &Article::key,
     .standing = keeper,
     .meaning = "the caller's own identifier",
     .column = "key",
     .front = "key",
     .by_hand = true},
    {.name = "headline",
     .member = &Article::headline,
     .standing = content,
     .meaning = "the headline",
     .column = "headline",
     .front = "title",
     .by_hand = true,
     .also = {"title", "heading", "head"}},
    {.name = "deck",
     .member = &Article::deck,
     .standing = content,
     .meaning = "the line below the headline",
     .column = "deck",
     .front = "subtitle",
     .by_hand = true,
     .also = {"subtitle", "subheadline", "standfirst", "summary", "description"}},
    {.name = "credit",
     .member = &Article::credit,
     .standing = content,
     .meaning = "the outlet credited",
     .column = "credit",
     .front = "credit",
     .by_hand = true,
     .also = {"source", "publication", "publisher", "outlet", "newspaper", "site"}},
    {.name = "byline",
     .member = &Article::byline,
     .standing = content,
     .meaning = "the names of its authors as the article writes them",
     .column = "byline",
     .front = "author",
     .by_hand = true,
     .also = {"author", "creator"}},
    {.name = "authors",
     .member = &Article::authors,
     .standing = content,
     .meaning = "each author with role, place and outlet",
     .column = "author",
     .by_hand = true},
    {.name = "url",
     .member = &Article::url,
     .meaning = "where it stands on the web",
     .column = "url",
     .front = "url",
     .by_hand = true,
     .also = {"link", "address", "permalink", "canonical"}},
    {.name = "titles",
     .member = &Article::titles,
     .standing = content,
     .meaning = "other headlines of its page",
     .column = "title",
     .by_hand = true},
    {.name = "dateline",
     .member = &Dateline::text,
     .standing = content,
     .meaning = "the dateline, whole",
     .column = "dateline",
     .object = "dateline",
     .part = "text",
     .front = "dateline",
     .by_hand = true},
    {.name = "place",
     .member = &Dateline::place,
     .meaning = "the place of the dateline",
     .column = "dateline_place",
     .object = "dateline",
     .part = "place",
     .by_hand = true,
     .also = {"location", "city"}},
    {.name = "dateline-date",
     .member = &Dateline::date,
     .meaning = "the date of the dateline",
     .column = "dateline_date",
     .object = "dateline",
     .part = "date",
     .by_hand = true,
     .settle = settle_date},
    {.name = "agency",
     .member = &Dateline::agency,
     .meaning = "the agency of the dateline",
     .column = "dateline_agency",
     .object = "dateline",
     .part = "agency",
     .by_hand = true},
    {.name = "published",
     .member = &Article::published,
     .standing = content,
     .meaning = "when it was published",
     .column = "published",
     .front = "date",
     .precision = "published_precision",
     .by_hand = true,
     .also = {"date", "pubdate", "published_at", "publish_date", "publication_date", "date_published",
              "datepublished", "publishedat"}},
    {.name = "updated",
     .member = &Article::updated,
     .standing = content,
     .meaning = "when it was changed last",
     .column = "updated",
     .front = "updated",
     .by_hand = true,
     .also = {"modified", "updated_at", "date_modified", "datemodified"}},
    {.name = "language",
     .member = &Article::language,
     .meaning = "its language, such as en or zh-Hant",
     .column = "language",
     .front = "lang",
     .by_hand = true,
     .settle = settle_language,
     .also = {"lang"}},
    {.name = "words",
     .member = &Article::words,
     .meaning = "words of headline and body",
     .column = "words",
     .derived = true},
    {.name = "body",
     .member = &Article::body,
     .standing = content,
     .meaning = "its paragraphs, an empty line between two",
     .column = "body",
     .by_hand = true,
     .also = {"text", "content", "article", "fulltext", "full_text", "story"}},
    {.name = "links",
     .member = &Article::links,
     .standing = content,
     .meaning = "links in the text and lines that name other articles",
     .column = "link",
     .by_hand = true},
    {.name = "notes",
     .member = &Article::notes,
     .standing = content,
     .meaning = "lines around the story that are not the story",
     .column = "note",
     .by_hand = true},
    {.name = "tags",
     .member = &Article::tags,
     .standing = keeper,
     .meaning = "the keeper's own words for it",
     .column = "tag",
     .front = "tags",
     .by_hand = true,
     .is_set = true,
     .settle = settle_tag,
     .also = {"keywords", "topics"}},
    {.name = "path",
     .member = &Article::path,
     .meaning = "the file it came from",
     .column = "path",
     .front = "path",
     .also = {"file", "filename"}},
    {.name = "added",
     .member = &Article::added,
     .standing = keeper,
     .meaning = "when it came into the archive",
     .column = "added",
     .front = "added",
     .settle = settle_moment},
    {.name = "warnings",
     .member = &Article::warnings,
     .meaning = "what was doubtful while it was read",
     .column = "warning"},
    {.name = "edited",
     .member = &Article::edited,
     .standing = keeper,
     .meaning = "the fields that were set by hand",
     .column = "edited",
     .is_set = true},
    {.name = "extra",
     .member = &Article::extra,
     .meaning = "what a record said that is no field",
     .column = "extra",
     .front = "extra",
     .by_hand = true},
};

}  // namespace

std::span<const Field> fields() {
    return table;
}

const Field* find_field(std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &Field::name);
    return found == std::end(table) ? nullptr : found;
}

const Field* find_usual_field(std::string_view name) {
    const auto knows = [&](const Field& field) {
        return !name.empty() && std::ranges::find(field.also, name) != field.also.end();
    };
    const auto* const found = std::ranges::find_if(table, knows);
    return found == std::end(table) ? nullptr : found;
}

bool is_list(const Field& field) {
    return read(field, Article{}, []<typename Value>(const Value&) {
        return !std::is_same_v<Value, std::string> && requires(Value value) {
            value.begin();
        };
    });
}

bool is_moment(const Field& field) {
    return field.settle == settle_moment ||
           std::holds_alternative<std::optional<DateTime> Article::*>(field.member);
}

}  // namespace newsarc::model
