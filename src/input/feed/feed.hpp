#pragma once

#include "input/given.hpp"
#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// True of the beginning of a file that is an RSS, Atom or JSON feed.
bool begins_feed(std::string_view start);

/// The entries of a feed in their order: RSS 0.9 to 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1. Of a feed
/// that is damaged those that could be read, each with a warning. An entry without a title and without text
/// is left out. Throws Error: input for what is no feed, unsupported for an encoding that is not known.
std::vector<Document> read_feed(std::string_view bytes, const Given& given = {});

/// True of the beginning of a JSON Feed (jsonfeed.org).
bool begins_json_feed(std::string_view start);

/// The items of a JSON Feed. Throws Error(input) for what is no JSON.
std::vector<Document> read_json_feed(std::string_view utf8);

/// An entry of a feed, as any of the formats states it. Absent is empty.
struct FeedEntry {
    std::string title;  ///< may hold markup
    std::string link;
    std::string id;
    std::string content;  ///< HTML
    std::string summary;  ///< HTML
    std::string language;
    std::string base;
    std::vector<std::string> authors;
    std::vector<std::string> published;  ///< the most trusted first
    std::vector<std::string> updated;
    std::vector<std::string> topics;
};

struct FeedFacts {
    std::string title;
    std::string link;
    std::string language;
    std::string base;
    std::vector<std::string> authors;
    bool is_damaged = false;
};

/// The document of an entry; without headline and blocks when it says nothing.
Document document_of(const FeedEntry& entry, const FeedFacts& feed);

}  // namespace newsarc::input
