#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace newsarc::query {

/// What a query can name before a colon.
enum class Field {
    headline,
    body,
    credit,
    byline,
    place,
    agency,
    site,
    url,
    tag,
    lang,
    id,
    key,
    path,
    extra,
    published,
    added,
    since,
    until,
    has,
    is,
};

/// What may stand behind the colon.
enum class FieldKind {
    text,    ///< words, a phrase, a prefix or a group, looked up in one part of the article
    value,   ///< words that the article's value must hold
    exact,   ///< the whole value, case and accents aside, or its beginning with a `*`
    number,  ///< an id, or the beginning of a uid
    date,    ///< a day, month or year, a range with `..`, or a distance back such as `2w`
    flag,    ///< one of a few names
};

/// One row of the table that parser, help and documentation read.
struct FieldInfo {
    Field field;
    std::string_view name;
    FieldKind kind;
    std::string_view example;
    std::string_view description;
};

/// Every field, in the order to document them.
std::span<const FieldInfo> fields();

/// Before the name of a text that has no field.
inline constexpr std::string_view extra_prefix = "extra.";

/// The field of that name (lower case), or of the name that other tools have for it: `author` is byline.
/// `extra.NAME` is extra, whatever the case of NAME.
std::optional<Field> field_named(std::string_view name);

/// One name of a field in other tools.
struct OtherName {
    std::string_view name;
    Field field;
    bool before = false;  ///< of `until`: what is named is not in it any more
};

std::span<const OtherName> other_names();

/// True of `before:` and its like.
bool ends_before(std::string_view name);

const FieldInfo& info(Field field);

/// One name that `has:` or `is:` takes.
struct FlagInfo {
    Field field;
    std::string_view name;
    std::string_view description;
};

std::span<const FlagInfo> flags();

/// True when the field takes that name.
bool is_flag(Field field, std::string_view name);

}  // namespace newsarc::query
