#include "model/parts.hpp"

#include <newsarc/error.hpp>

#include <array>

namespace newsarc::model {
namespace {

using Text = std::optional<std::string>;

template <auto Member, typename Whole>
constexpr Part<Whole> plain(std::string_view name, std::string_view shown, std::size_t place,
                            bool in_uid = true) {
    return {.name = name,
            .get = [](const Whole& whole) { return Text(whole.*Member); },
            .set =
                [](Whole& whole, const Text& value) {
                    if constexpr (requires { whole.*Member = value; }) {
                        whole.*Member = value;
                    } else {
                        whole.*Member = value.value_or("");
                    }
                },
            .shown = shown,
            .place = place,
            .in_uid = in_uid};
}

constexpr std::string_view link_kinds = "body|related|promotion";
constexpr std::string_view note_kinds =
    "promotion|editor|copyright|reporting|caption|advertisement|correction|other";

template <typename Kind>
Kind known(std::optional<Kind> kind, std::string_view what, const Text& name, std::string_view kinds) {
    if (kind) return *kind;
    throw Error(ErrorCode::input, std::string(what) + " is of the unknown kind " + name.value_or(""),
                "kinds are " + std::string(kinds));
}

constexpr std::array<Part<Author>, 4> author_parts{{
    plain<&Author::name, Author>("name", "NAME", 0),
    plain<&Author::role, Author>("role", "ROLE", 1),
    plain<&Author::place, Author>("place", "PLACE", 2),
    plain<&Author::outlet, Author>("outlet", "OUTLET", 3),
}};

constexpr std::array<Part<Link>, 6> link_parts{{
    {.name = "kind",
     .get = [](const Link& link) { return Text(to_string(link.kind)); },
     .set =
         [](Link& link, const Text& name) {
             if (name) link.kind = known(link_kind_from_string(*name), "a link", name, link_kinds);
         },
     .shown = link_kinds,
     .place = 0},
    plain<&Link::url, Link>("url", "ADDRESS", 2),
    plain<&Link::title, Link>("title", "TITLE", 1),
    {.name = "host",
     .get = [](const Link& link) { return link.host; },
     .set = [](Link& link, const Text& host) { link.host = host; },
     .derived = true,
     .in_uid = false},
    {.name = "article",
     .get = [](const Link& link) { return link.article ? Text(std::to_string(*link.article)) : Text(); },
     .set = [](Link&, const Text&) {},
     .derived = true,
     .in_uid = false,
     .is_number = true},
    plain<&Link::label, Link>("label", "LABEL", 3, false),
}};

constexpr std::array<Part<Note>, 2> note_parts{{
    {.name = "kind",
     .get = [](const Note& note) { return Text(to_string(note.kind)); },
     .set =
         [](Note& note, const Text& name) {
             if (name) note.kind = known(note_kind_from_string(*name), "a note", name, note_kinds);
         },
     .shown = "KIND",
     .place = 0},
    plain<&Note::text, Note>("text", "TEXT", 1),
}};

}  // namespace

template <>
std::span<const Part<Author>> parts() {
    return author_parts;
}

template <>
std::span<const Part<Link>> parts() {
    return link_parts;
}

template <>
std::span<const Part<Note>> parts() {
    return note_parts;
}

std::string_view what_is_missing(const Author& author) {
    return author.name.empty() ? "an author has no name" : "";
}

std::string_view what_is_missing(const Link& link) {
    return link.url || link.title ? "" : "a link has neither an address nor a title";
}

std::string_view what_is_missing(const Note& note) {
    return note.text.empty() ? "a note has no text" : "";
}

}  // namespace newsarc::model
