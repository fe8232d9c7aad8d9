#include "input/feed/feed.hpp"

#include <algorithm>
#include <utility>

#include "input/page/address.hpp"
#include "input/page/blocks.hpp"
#include "input/page/page.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

std::optional<std::string> optional(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// `jane@post.example (Jane Roe)` names Jane Roe.
std::string writer_of(const std::string& stated) {
    std::string name = plain_text(stated);
    const std::size_t open = name.find('(');
    const std::size_t close = name.rfind(')');
    if (open != std::string::npos && close != std::string::npos && close > open &&
        name.substr(0, open).find('@') != std::string::npos)
        return text::squeeze(std::string_view(name).substr(open + 1, close - open - 1));
    return name;
}

std::string key_of(const FeedEntry& entry, const FeedFacts& feed) {
    const std::string id = text::squeeze(entry.id);
    const bool is_number =
        !id.empty() && std::ranges::all_of(id, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number) return id;
    // A number is one of this feed only.
    const std::string& of = feed.link.empty() ? feed.title : feed.link;
    return of.empty() ? id : of + "#" + id;
}

std::vector<std::string> writers_of(const std::vector<std::string>& stated) {
    std::vector<std::string> out;
    for (const std::string& each : stated) {
        if (std::string name = writer_of(each); !name.empty()) out.push_back(std::move(name));
    }
    return out;
}

}  // namespace

Document document_of(const FeedEntry& entry, const FeedFacts& feed) {
    Document out;
    const std::string base = resolve(entry.base.empty() ? feed.base : entry.base, feed.link);
    const std::string& from = base.empty() ? feed.link : base;
    out.headline = optional(plain_text(entry.title));
    const std::string link = resolve(entry.link, from);
    out.url = optional(unwrapped(link));
    out.key = optional(key_of(entry, feed));
    if (!out.key) out.key = out.url;
    const std::string content_base = out.url.value_or(from);
    out.blocks = read_fragment(entry.content, base.empty() ? content_base : base);
    if (out.blocks.empty()) {
        out.blocks = read_fragment(entry.summary, base.empty() ? content_base : base);
        if (!out.blocks.empty()) out.warnings.emplace_back("the feed gives a summary only");
    } else if (!entry.summary.empty()) {
        std::string deck = plain_text(entry.summary);
        const bool is_beginning =
            text::fold(out.blocks.front().text).starts_with(text::fold(deck.substr(0, 60)));
        if (deck.size() < 600 && !is_beginning && reading_size(deck) > 0) out.deck = std::move(deck);
    }
    std::vector<std::string> writers = writers_of(entry.authors);
    if (writers.empty()) writers = writers_of(feed.authors);
    if (!writers.empty()) out.authors.push_back(std::move(writers));
    out.published = entry.published;
    out.updated = entry.updated;
    out.credit = optional(plain_text(feed.title));
    out.language = optional(text::squeeze(entry.language.empty() ? feed.language : entry.language));
    std::string topics;
    for (const std::string& topic : entry.topics) {
        const std::string name = plain_text(topic);
        if (!name.empty()) topics += (topics.empty() ? "Topics: " : ", ") + name;
    }
    if (!topics.empty()) out.notes.push_back({NoteKind::other, std::move(topics)});
    if (feed.is_damaged) out.warnings.emplace_back("the feed is damaged; it was read as far as it goes");
    return out;
}

}  // namespace newsarc::input
