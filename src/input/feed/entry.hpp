#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"

namespace newsarc::input {

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
