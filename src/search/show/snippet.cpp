#include "search/show/snippet.hpp"

#include <algorithm>
#include <unordered_map>

#include "text/unicode/utf8.hpp"

namespace newsarc::search {
namespace {

/// A text is looked through in pieces of this many bytes, up to the first with a term in it.
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;
constexpr std::size_t most_bytes = std::size_t{16} * 1024 * 1024;

/// Bytes before the first term, to show what it stands in.
constexpr std::size_t lead_bytes = 60;

constexpr std::string_view ellipsis = "…";

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The next word edge at or after `at`, or the next character where no blank comes for long.
std::size_t edge_after(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_word = 40;
    if (at == 0) return 0;
    for (std::size_t i = at; i < std::min(text.size(), at + longest_word); ++i) {
        if (is_blank(text[i - 1]) && !is_blank(text[i])) return i;
    }
    return text::next_character_begin(text, std::min(at, text.size()));
}

/// The end of the word that ends last before `at`, but not before `least`.
std::size_t edge_before(std::string_view text, std::size_t at, std::size_t least) {
    if (at >= text.size()) return text.size();
    for (std::size_t i = at; i > least; --i) {
        if (is_blank(text[i]) && !is_blank(text[i - 1])) return i;
    }
    return std::max(least, text::character_begin(text, at));
}

/// The first of the marks that the best passage begins with: most different terms, then most
/// marks, then earliest. One pass over the marks, with two ends.
std::size_t best_start(const std::vector<Mark>& marks) {
    constexpr std::size_t width = snippet_bytes - lead_bytes;
    std::unordered_map<std::size_t, std::size_t> inside;
    std::size_t best = 0;
    std::pair<std::size_t, std::size_t> best_worth{0, 0};
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < marks.size(); ++begin) {
        while (end < marks.size() && marks[end].range.end <= marks[begin].range.begin + width) {
            ++inside[marks[end++].term];
        }
        const std::pair worth{inside.size(), end - std::min(end, begin)};
        if (worth > best_worth) {
            best_worth = worth;
            best = begin;
        }
        if (end <= begin) {
            end = begin + 1;  // a mark wider than a snippet
        } else if (--inside[marks[begin].term] == 0) {
            inside.erase(marks[begin].term);
        }
    }
    return best;
}

/// A piece of the text that ends at a word edge, from `begin` on.
std::string_view next_piece(std::string_view text, std::size_t begin) {
    const std::string_view rest = text.substr(begin);
    if (rest.size() <= piece_bytes) return rest;
    return rest.substr(0, std::max<std::size_t>(edge_before(rest, piece_bytes, piece_bytes / 2), 1));
}

Snippet cut(std::string_view text, std::size_t wanted, std::size_t keep, const std::vector<Mark>& marks) {
    std::size_t begin = std::min(edge_after(text, wanted), keep);
    while (begin < text.size() && is_blank(text[begin]))
        ++begin;
    const std::size_t end = edge_before(text, begin + snippet_bytes, begin + snippet_bytes / 2);
    Snippet out;
    if (begin > 0) out.text.append(ellipsis).append(" ");
    const std::size_t lead = out.text.size();
    // Paragraphs are an empty line apart: one blank shows as well as two.
    std::vector<std::size_t> place(end - std::min(begin, end) + 1);
    for (std::size_t i = begin; i < end; ++i) {
        place[i - begin] = out.text.size();
        if (!is_blank(text[i])) {
            out.text += text[i];
        } else if (out.text.size() > lead && out.text.back() != ' ') {
            out.text += ' ';
        }
    }
    place.back() = out.text.size();
    for (const Range& range : ranges(marks)) {
        if (range.begin < begin || range.begin >= end) continue;
        out.marks.push_back({place[range.begin - begin], place[std::min(range.end, end) - begin]});
    }
    if (end < text.size()) {
        if (!out.text.empty() && out.text.back() != ' ') out.text += ' ';
        out.text.append(ellipsis);
    }
    return out;
}

}  // namespace

Snippet make_snippet(std::string_view text, text::Analysis analysis, const Marker& marker) {
    for (std::size_t begin = 0; begin < std::min(text.size(), most_bytes);) {
        const std::string_view piece = next_piece(text, begin);
        std::vector<Mark> marks = marker.find(piece, analysis);
        if (marks.empty()) {
            begin += piece.size();
            continue;
        }
        const std::size_t first = marks[best_start(marks)].range.begin + begin;
        for (Mark& mark : marks) {
            mark.range.begin += begin;
            mark.range.end += begin;
        }
        return cut(text, first > lead_bytes ? first - lead_bytes : 0, first, marks);
    }
    return cut(text, 0, 0, {});
}

}  // namespace newsarc::search
