#pragma once

#include <newsarc/article.hpp>

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What an article has, stated once. JSON, CSV, the text that `edit` shows, front matter, templates, help, the
// columns of the archive and what changed between versions walk this table. A new field is a member of
// Article, a row here, a column or table in store/file/schema.cpp, and what reads it out of a text.

// The value of any field as text, for CSV, templates and the text that `edit` shows: dates in ISO 8601; of a
// list each member on a line, its parts between bars; of a set the members between semicolons.

namespace newsarc::model {

using Text = std::optional<std::string>;
using Texts = std::vector<std::string>;
using Extra = std::map<std::string, std::string>;

/// Where the value of a field stands, and of what type it is.
using Member =
    std::variant<Text Article::*, std::string Article::*, std::optional<DateTime> Article::*,
                 std::optional<std::int64_t> Article::*, std::int64_t Article::*, std::string Dateline::*,
                 Text Dateline::*, Texts Article::*, std::vector<Author> Article::*,
                 std::vector<Link> Article::*, std::vector<Note> Article::*, Extra Article::*>;

/// What becomes of a field when the text of an article changes.
enum class Standing {
    content,  ///< it is what the text says: the uid is made from it, and a former version keeps its own
    version,  ///< it goes with the text without being part of the uid: a former version keeps its own
    article,  ///< it stays: it is the archive's or the keeper's
};

/// One row of the table.
struct Field {
    std::string_view name;  ///< in JSON, CSV, templates and `edit`
    Member member;
    Standing standing = Standing::version;
    std::string_view meaning;         ///< in a few words
    std::string_view column;          ///< of `article` in the archive; of a list, the table of its members
    std::string_view object = {};     ///< in JSON, the object that it is a part of,
    std::string_view part = {};       ///< and its name there
    std::string_view front = {};      ///< its name in front matter; none: it is not there
    std::string_view precision = {};  ///< in JSON, the name under which its precision stands beside it
    bool by_hand = false;             ///< `edit` changes it
    bool derived = false;             ///< newsarc's own: never taken from a record
    bool is_set = false;              ///< of a list: the order of its members says nothing
    /// Puts a value into its one form, see model/settle.hpp; none: any text will do.
    void (*settle)(std::string& value) = nullptr;
    std::array<std::string_view, 8> also = {};  ///< what other programs call it, in small letters
};

/// All of them, in the order in which they are printed.
std::span<const Field> fields();

/// The field of that name, or of that usual name for one; none when there is no such field.
const Field* find_field(std::string_view name);
const Field* find_usual_field(std::string_view name);

/// Whether a hand's value of it stays when the text of the article changes: what `edit` changes and is of the
/// text.
inline bool is_correctable(const Field& field) {
    return field.by_hand && field.standing != Standing::article;
}

bool is_list(const Field& field);
bool is_moment(const Field& field);

/// Calls visit(value) with the value of a field; a part of a dateline that is not there is empty.
template <typename Visit>
decltype(auto) read(const Field& field, const Article& article, const Visit& visit) {
    static const Dateline none;
    const auto apply = [&](auto member) -> decltype(auto) {
        if constexpr (requires { article.*member; }) {
            return visit(article.*member);
        } else {
            return visit((article.dateline ? *article.dateline : none).*member);
        }
    };
    return std::visit(apply, field.member);
}

/// Likewise with a value to be changed. A dateline is made for a part of one.
template <typename Visit>
decltype(auto) write(const Field& field, Article& article, const Visit& visit) {
    const auto apply = [&](auto member) -> decltype(auto) {
        if constexpr (requires { article.*member; }) {
            return visit(article.*member);
        } else {
            if (!article.dateline) article.dateline.emplace();
            return visit((*article.dateline).*member);
        }
    };
    return std::visit(apply, field.member);
}

/// Empty when the field is absent.
std::string to_text(const Field& field, const Article& article);

/// Sets a field to what such a text says; an empty one takes its value away, that of a dateline its parts
/// too. White space around a value is left out. Throws Error(input) for what cannot be the value.
void set_text(const Field& field, Article& article, std::string_view text);

/// The members of a list, each on one line: `editor | This article was shortened.` In a line \n stands for a
/// line break, \\ for a backslash and, within a part, \| for a bar.
std::vector<std::string> lines(const Field& field, const Article& article);

/// Adds the member that such a line tells to a list. Throws Error(input) with the form that is read.
void add_line(const Field& field, Article& article, std::string_view line);

/// What such a line is made of: `KIND | TEXT`.
std::string line_form(const Field& field);

/// A text with its line breaks and backslashes as in a line, and back.
std::string on_one_line(std::string_view text);
std::string from_one_line(std::string_view line);

}  // namespace newsarc::model
