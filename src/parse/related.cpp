#include "parse/related.hpp"

#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::u32string_view ornaments =
    U"-*+|>_~\u00B7\u00BB\u2013\u2014\u2022\u2023\u203A\u2192\u21D2\u25AA\u25B6\u25BA"
    U"\u25CF\u25E6\u27A1\uFE0F\U0001F449";

/// The title without bullets, bars and emphasis around it.
std::string plain_title(std::string_view text) {
    std::string out = text::squeeze(text);
    std::string_view title = out;
    while (!title.empty()) {
        const auto point = code_point_at(title, 0);
        // `-5 in Alaska`: a sign before a digit belongs to it.
        const bool sign = point.length < title.size() && is_digit(title[point.length]);
        if (!is_space(point.value) && (sign || ornaments.find(point.value) == std::u32string_view::npos))
            break;
        title.remove_prefix(point.length);
    }
    while (!title.empty()) {
        const std::size_t begin = text::character_begin(title, title.size() - 1);
        const auto point = code_point_at(title, begin);
        if (!is_space(point.value) && point.value != ':' &&
            ornaments.find(point.value) == std::u32string_view::npos)
            break;
        title.remove_suffix(title.size() - begin);
    }
    return has_word(title) ? std::string(title) : std::string();
}

Link link_of(LinkFound&& found) {
    Link link;
    link.kind = LinkKind::related;
    link.host = host_of(found.url);
    link.url = std::move(found.url);
    link.title = std::move(found.title);
    return link;
}

}  // namespace

std::vector<Link> read_related(std::string_view text) {
    std::vector<LinkFound> found = find_links(text);
    std::string words;
    std::size_t at = 0;
    for (const LinkFound& link : found) {
        words.append(text, at, link.begin - at) += ' ';
        // With one link, its title is part of the line's words.
        if (found.size() == 1 && link.title) words.append(*link.title) += ' ';
        words.append(link.remark) += ' ';
        at = link.end;
    }
    words.append(text.substr(at));
    const std::string title = plain_title(words);
    std::vector<Link> links;
    for (LinkFound& link : found)
        links.push_back(link_of(std::move(link)));
    if (title.empty()) return links;
    if (links.size() == 1) {
        links.front().title = title;
    } else {
        Link link;
        link.kind = LinkKind::related;
        link.title = title;
        links.insert(links.begin(), std::move(link));
    }
    return links;
}

}  // namespace newsarc::parsing
