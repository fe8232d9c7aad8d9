#pragma once

#include <newsarc/date.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

enum class LinkKind { body, related, promotion };

inline constexpr std::array<LinkKind, 3> link_kinds{LinkKind::body, LinkKind::related, LinkKind::promotion};

std::string_view to_string(LinkKind kind);
std::optional<LinkKind> link_kind_from_string(std::string_view name);

/// A link in running text (`body`), in a promotion line, or a line such as `READ ALSO: title`
/// (`related`). At least one of url and title is there.
struct Link {
    LinkKind kind = LinkKind::body;
    std::optional<std::string> url;         ///< as written, `www.` given its `https://`
    std::optional<std::string> title;       ///< the words that stand for it, if any
    std::optional<std::string> host;        ///< lower case, without `www.`; derived from url
    std::optional<std::int64_t> article;    ///< the archived article it points at, if one is known
    std::optional<std::string> label = {};  ///< of a related line, the words that marked it: `READ ALSO`

    friend bool operator==(const Link&, const Link&) = default;
};

enum class NoteKind { promotion, editor, copyright, reporting, caption, advertisement, correction, other };

std::string_view to_string(NoteKind kind);
std::optional<NoteKind> note_kind_from_string(std::string_view name);

/// A line around the story that is not the story.
struct Note {
    NoteKind kind = NoteKind::other;
    std::string text;

    friend bool operator==(const Note&, const Note&) = default;
};

/// Where and when a story was filed, `KABUL, Jan 21 (Reuters) -`.
struct Dateline {
    std::string text;  ///< the whole, as written, its dash included
    std::optional<std::string> place;
    std::optional<std::string> date;  ///< ISO 8601; absent when its year cannot be known
    std::optional<std::string> agency;

    friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// One of those who wrote an article, and what stands beside the name. An agency, a paper or another body
/// that signs has its name alone.
struct Author {
    std::string name;                        ///< as the article writes it, without titles of the role
    std::optional<std::string> role = {};    ///< `Staff Writer`
    std::optional<std::string> place = {};   ///< where this one wrote from
    std::optional<std::string> outlet = {};  ///< whom this one wrote for

    friend bool operator==(const Author&, const Author&) = default;
};

/// One news article. Every text is valid UTF-8 without NUL; absent is nullopt, never an empty
/// string, save for `body`, which is empty when there is none.
struct Article {
    std::optional<std::int64_t> id;  ///< given by an archive, never reused
    std::string uid;                 ///< 32 hexadecimal digits made from the content
    std::optional<std::string> key;  ///< the caller's own identifier
    std::optional<std::string> url;  ///< where it stands on the web
    std::optional<std::string> headline;
    std::vector<std::string> titles;  ///< other headlines of the page; searched as the headline is
    std::optional<std::string> deck;
    std::optional<std::string> credit;
    std::optional<std::string> byline;  ///< the names as the article writes them
    std::vector<Author> authors;        ///< of each of these, what else is said
    std::optional<Dateline> dateline;
    std::optional<DateTime> published;
    std::optional<DateTime> updated;
    std::optional<std::string> language;  ///< BCP 47, `en`
    std::int64_t words = 0;               ///< words of headline and body
    std::string body;                     ///< paragraphs, an empty line between two
    std::vector<Link> links;
    std::vector<Note> notes;
    std::vector<std::string> tags;
    std::optional<std::string> path;           ///< of the file it came from; not UTF-8 is percent-encoded
    std::optional<std::string> added;          ///< ISO 8601, UTC
    std::vector<std::string> edited;           ///< names of the fields that were set by hand, in their order
    std::vector<std::string> warnings;         ///< what was doubtful while reading it
    std::map<std::string, std::string> extra;  ///< what an imported record said under names that are no field

    friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace newsarc
