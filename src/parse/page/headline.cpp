#include "parse/page/headline.hpp"

#include "parse/date/dates.hpp"
#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/name_words.hpp"
#include "parse/page/writer.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t farthest_below = 4;  // blocks of the story above a headline
constexpr std::size_t most_candidates = 400;

float yes(bool value) {
    return value ? 1.0F : 0.0F;
}

float upto(double value, double most) {
    return static_cast<float>(std::min(value, most) / most);
}

bool ends_with_dash(std::string_view text) {
    return text.ends_with('-') || text.ends_with("–") || text.ends_with("—");
}

bool is_candidate(const Block& block, std::string_view text) {
    constexpr std::uint32_t shortest = 10;
    constexpr std::uint32_t longest = 300;
    return block.look.width >= shortest && block.look.width <= longest && block.look.words >= 2 &&
           (text.find(' ') != std::string_view::npos || !is_ascii(text.front())) && block.stamp.empty() &&
           !is_separator(text) && block.look.numbers < block.look.words &&
           !(block.look.begins_digit && block.look.words < 4) && !is_trail(text) && !ends_with_dash(text);
}

/// Words that run into each other within the first: `HomeSportFootballTitle` has three joints.
std::size_t joints_in_first_word(std::string_view text) {
    std::size_t joints = 0;
    std::size_t run = 0;
    for (std::size_t at = 0; at < std::min(text.find(' '), text.size()); ++at) {
        const bool joint = at > 0 && is_ascii_upper(text[at]) && text[at - 1] >= 'a' && text[at - 1] <= 'z';
        if (joint && run < 4) return 0;
        joints += joint;
        run = joint ? 1 : run + 1;
    }
    return joints;
}

class Judge {
public:
    Judge(std::span<const Passage> passages, std::span<const Block> blocks, const StoryScores& scores,
          std::size_t begin)
        : passages_(passages), blocks_(blocks), scores_(scores), begin_(begin) {}

    std::vector<HeadlineCandidate> run() {
        std::vector<HeadlineCandidate> out;
        const std::size_t last = std::min(blocks_.size(), begin_ + farthest_below);
        for (std::size_t i = last > most_candidates ? last - most_candidates : 0; i < last; ++i)
            if (is_candidate(blocks_[i], passages_[i].text)) out.push_back({i, {}, 0});
        widest_ = 1;
        for (const HeadlineCandidate& candidate : out) {
            const Block& block = blocks_[candidate.block];
            if (!block.look.sentence && block.look.width <= 160)
                widest_ = std::max(widest_, block.look.width);
        }
        for (std::size_t k = 0; k < out.size(); ++k) {
            fill(out[k], k == 0);
            out[k].judge(headline_features());
        }
        return out;
    }

private:
    void fill(HeadlineCandidate& candidate, bool first) const {
        const std::size_t at = candidate.block;
        const Block& block = blocks_[at];
        // A title is judged without the trail that runs into it.
        const bool trailed = (block.look.fused > 1 || joints_in_first_word(passages_[at].text) > 1) &&
                             title_in(passages_, blocks_, at).size() < passages_[at].text.size();
        const Look look = trailed ? look_at(title_in(passages_, blocks_, at)) : block.look;
        auto& v = candidate.values;
        std::size_t i = 0;
        v[i++] = yes(block.seen > 1);
        v[i++] = yes(block.seen == 1 && is_told_again(at));
        v[i++] = block.echo;
        v[i++] = upto(look.width, 60);
        v[i++] = upto(look.width, 160);
        v[i++] = yes(look.width > 160);
        v[i++] = yes(look.sentence);
        v[i++] = static_cast<float>(look.width) / static_cast<float>(widest_) *
                 yes(look.width <= 160 && !look.sentence);
        v[i++] = yes(near_stamp(at));
        v[i++] = upto(std::log2(1.0 + static_cast<double>(begin_ > at ? begin_ - at : 0)), 6);
        v[i++] = yes(at > begin_);
        v[i++] = yes(at == begin_);
        v[i++] = yes(first);
        v[i++] = yes(block.label.has_value());
        v[i++] = yes(block.credit);
        v[i++] = yes(look.begins_lower || look.bullet);
        v[i++] = yes(look.address || look.fused > 0 || block.pages > 0);
        v[i++] = yes(at + 1 < blocks_.size() && blocks_[at + 1].look.width >= 60 &&
                     blocks_[at + 1].look.width <= 400 && !blocks_[at + 1].credit);
        v[i++] = yes(at > 0 && blocks_[at - 1].look.width < 40 && blocks_[at - 1].stamp.empty());
        v[i++] = yes(at > 0 && blocks_[at - 1].credit);
        v[i++] = yes(at + 1 < blocks_.size() && blocks_[at + 1].credit);
        v[i++] = yes(holds_another(at));
        v[i++] = yes(look.colon);
        v[i++] = yes(look.words == look.capitals + look.numbers && look.words < 5);
        v[i++] = yes(names_somebody(at));
        v[i++] = yes(at > 0 && has_date(at - 1));
        v[i++] = yes(look.stops > 1);
        v[i++] = yes(look.asks);
        v[i++] = likeness(at, at + 1, std::min(begin_, at + 5));
        v[i++] = likeness(at, at > 4 ? at - 4 : 0, at);
    }

    /// The most that one of the blocks from `first` to before `last` shares of the longer words of a title.
    [[nodiscard]] float likeness(std::size_t at, std::size_t first, std::size_t last) const {
        float most = 0;
        for (std::size_t i = first; i < last; ++i)
            if (blocks_[i].look.width >= 20 && blocks_[i].look.width <= 160)
                most = std::max(most, shared_words(passages_[at].text, passages_[i].text));
        return most;
    }

    [[nodiscard]] bool names_somebody(std::size_t at) const {
        const auto parts = name_parts(passages_[at].text);
        return !parts.empty() && begins_as_person(parts[0]);
    }

    [[nodiscard]] bool has_date(std::size_t at) const {
        return std::ranges::any_of(blocks_[at].stamp, [](const StampPart& part) {
            return part.type == LineType::published || part.type == LineType::updated;
        });
    }

    /// A date or who wrote in the next few blocks.
    [[nodiscard]] bool near_stamp(std::size_t at) const {
        for (std::size_t i = at + 1; i < std::min(blocks_.size(), at + 5); ++i)
            if (!blocks_[i].stamp.empty()) return true;
        return false;
    }

    /// It holds the words of a block nearby, and more.
    [[nodiscard]] bool holds_another(std::size_t at) const {
        const std::string_view text = passages_[at].text;
        for (std::size_t i = at > 3 ? at - 3 : 0; i < std::min(blocks_.size(), at + 4); ++i) {
            const std::string_view other = passages_[i].text;
            if (i != at && other.size() >= 20 && other.size() < text.size() &&
                text.find(other) != std::string_view::npos)
                return true;
        }
        return false;
    }

    /// Another block of the page holds its words, among others.
    [[nodiscard]] bool is_told_again(std::size_t at) const {
        const std::string_view text = passages_[at].text;
        if (text.size() < 20) return false;
        for (std::size_t i = at > 30 ? at - 30 : 0; i < std::min(blocks_.size(), at + 12); ++i)
            if (i != at && passages_[i].text.size() > text.size() && passages_[i].text.size() < 400 &&
                passages_[i].text.find(text) != std::string_view::npos)
                return true;
        return false;
    }

    std::span<const Passage> passages_;
    std::span<const Block> blocks_;
    const StoryScores& scores_;
    std::size_t begin_;
    std::uint32_t widest_ = 1;
};

}  // namespace

std::size_t find_story_begin(std::span<const Block> blocks, const StoryScores& scores) {
    constexpr std::size_t looked_at = 8;
    std::size_t best = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (scores.in_place[i] <= 0 || blocks[i].look.width < 60) continue;
        if (best == blocks.size()) best = i;
        std::size_t more = 0;
        for (std::size_t j = i + 1; j < std::min(blocks.size(), i + 1 + looked_at); ++j)
            more += scores.in_place[j] > 0 && blocks[j].look.width >= 60;
        if (more >= 3) return i;
    }
    return best;
}

std::vector<HeadlineCandidate> headline_candidates(std::span<const Passage> passages,
                                                   std::span<const Block> blocks, const StoryScores& scores,
                                                   std::size_t begin) {
    return Judge(passages, blocks, scores, begin).run();
}

namespace {

constexpr std::size_t shortest_title = 16;  // bytes

/// What follows the last place where a word runs into the next, when that is a title.
std::string_view without_trail(std::string_view text) {
    for (std::size_t at = text.size() - 1; at > 0; --at) {
        const bool fused = is_ascii_upper(text[at]) && text[at - 1] >= 'a' && text[at - 1] <= 'z';
        if (!fused || at < 4) continue;
        const std::size_t word = text.rfind(' ', at) == std::string_view::npos ? 0 : text.rfind(' ', at) + 1;
        // `McDonald`, `iPhone`: the first part is a word of its own.
        if (at - word < 4) return text;
        const std::string_view rest = text.substr(at);
        return rest.size() >= shortest_title && std::count(rest.begin(), rest.end(), ' ') >= 2 ? rest : text;
    }
    return text;
}

/// What follows a quotation or a question that runs into it: `“It begins soon”Council delays its vote`.
std::string_view without_cry(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!is_ascii_upper(text[at]) || is_ascii_alpha(text[at - 1]) || is_digit(text[at - 1])) continue;
        constexpr std::string_view closing[] = {"\"", "”", "“", "»", "«", "?", "!"};
        const std::string_view before = text.substr(0, at);
        const auto sign = std::ranges::find_if(closing, [&](auto mark) { return before.ends_with(mark); });
        if (sign == std::end(closing)) continue;
        const std::string_view cry = before.substr(0, before.size() - sign->size());
        const std::string_view rest = text.substr(at);
        const auto blanks = [](std::string_view part) { return std::count(part.begin(), part.end(), ' '); };
        const bool closes = !cry.empty() && cry.back() != ' ' && cry.back() != '"' && blanks(cry) >= 1;
        if (closes && blanks(rest) >= 2 && rest.size() >= shortest_title) return rest;
    }
    return text;
}

/// Sentences of the page put blanks before colons, as French does.
bool spaces_colons(std::span<const Passage> passages, std::span<const Block> blocks) {
    std::size_t spaced = 0;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (!blocks[i].look.sentence || blocks[i].look.width < 80) continue;
        for (const std::string_view mark :
             {" : ", " ?", " !", "\u00A0:", "\u202F:", "\u00A0?", "« ", "«\u00A0"})
            if (passages[i].text.find(mark) != std::string_view::npos) return ++spaced > 0;
    }
    return false;
}

}  // namespace

std::string_view title_in(std::span<const Passage> passages, std::span<const Block> blocks,
                          std::size_t block) {
    std::string_view text = passages[block].text;
    if (blocks[block].look.fused > 1 || joints_in_first_word(text) > 1) text = without_trail(text);
    text = without_cry(text);
    for (const std::string_view bar : {" | ", " / "}) {
        const std::size_t at = text.rfind(bar);
        if (at == std::string_view::npos || at < shortest_title || text.size() - at > 30) continue;
        if (bar == " | " || read_date("1 " + std::string(text.substr(at + 3))))
            text = trim(text.substr(0, at));
    }
    if (const std::size_t colon = text.find(" : "); colon != std::string_view::npos && colon < 60 &&
                                                    text.size() - colon > shortest_title &&
                                                    !spaces_colons(passages, blocks))
        return trim(text.substr(colon + 3));
    for (const std::string_view dash : {" – ", " — "}) {
        // The same words with a colon stand nearby: what is before the dash is a kicker.
        const std::size_t at = text.find(dash) != std::string_view::npos ? text.find(dash) : text.find(": ");
        if (at == std::string_view::npos) continue;
        const std::size_t mark = text.substr(at).starts_with(dash) ? dash.size() : 2;
        const std::string_view rest = text.substr(at + mark);
        for (std::size_t i = block > 3 ? block - 3 : 0; i < std::min(passages.size(), block + 4); ++i) {
            const std::string_view other = passages[i].text;
            if (i != block && other.size() > rest.size() && other.ends_with(rest) &&
                other.starts_with(text.substr(0, at)) &&
                other.substr(at).starts_with(mark == 2 ? dash : ": "))
                return rest;
        }
    }
    return text;
}

}  // namespace newsarc::parsing
