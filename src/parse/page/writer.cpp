#include "parse/page/writer.hpp"

#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t reach_above = 6;    // blocks above the headline
constexpr std::size_t reach_below = 10;   // blocks from where the story begins
constexpr std::size_t reach_after = 6;    // blocks behind the story
constexpr std::size_t most_between = 24;  // blocks between headline and story that are looked at

float yes(bool value) {
    return value ? 1.0F : 0.0F;
}

/// `annaroe`, `@anna_roe` below `Anna Roe`: the same letters in one word.
bool is_handle_of(std::string_view name, std::string_view line) {
    constexpr std::size_t longest = 40;
    if (line.size() > longest || name.size() > longest || line.find(' ') != std::string_view::npos)
        return false;
    const auto letters = [](std::string_view text) {
        std::string out = text::fold(text);
        std::erase_if(out, [](char c) { return is_ascii(c) && !is_ascii_alpha(c); });
        return out;
    };
    return has_word(line) && letters(name) == letters(line);
}

class Judge {
public:
    Judge(std::span<const Passage> passages, std::span<const Block> blocks, const StoryScores& scores,
          std::optional<std::size_t> headline, std::size_t begin)
        : passages_(passages),
          blocks_(blocks),
          scores_(scores),
          headline_(headline),
          begin_(begin),
          last_(blocks.size()) {
        // Names alone on the last line sign the story.
        while (last_ > begin_ && (!is_story(last_ - 1) || !name_parts(text(last_ - 1)).empty()))
            --last_;
    }

    std::vector<WriterCandidate> run() {
        std::vector<WriterCandidate> out;
        const std::size_t top = std::max(headline_.value_or(begin_), begin_ - std::min(begin_, most_between));
        const std::size_t end = std::min(blocks_.size(), begin_ + reach_below);
        for (std::size_t i = top - std::min(top, reach_above); i < end; ++i)
            consider(i, out);
        for (std::size_t i = std::max(end, last_); i < std::min(blocks_.size(), last_ + reach_after); ++i)
            consider(i, out);
        return out;
    }

private:
    [[nodiscard]] std::string_view text(std::size_t i) const { return passages_[i].text; }
    [[nodiscard]] bool is_story(std::size_t i) const { return scores_.in_place[i] > 0; }
    [[nodiscard]] bool is_stamp(std::size_t i) const {
        return i < blocks_.size() && !blocks_[i].stamp.empty();
    }
    [[nodiscard]] bool is_short_furniture(std::size_t i) const {
        return i < blocks_.size() && !is_story(i) && blocks_[i].look.width < 30 && !is_stamp(i);
    }

    void consider(std::size_t i, std::vector<WriterCandidate>& out) {
        if (i == headline_ || is_stamp(i) || (i >= begin_ && i < last_ && is_story(i))) return;
        // Who took a picture, or whom it shows.
        if (is_picture_credit(text(i)) || (i + 1 < blocks_.size() && blocks_[i + 1].credit)) return;
        const std::vector<std::string_view> parts = name_parts(text(i));
        if (parts.empty()) return;
        WriterCandidate candidate;
        candidate.block = i;
        fill(i, parts, candidate.values);
        candidate.judge(writer_features());
        out.push_back(candidate);
    }

    void fill(std::size_t at, const std::vector<std::string_view>& parts,
              std::array<float, writer_feature_count>& v) {
        const Block& block = blocks_[at];
        const std::size_t before = at == 0 ? blocks_.size() : at - 1;
        const bool below = headline_ && at > *headline_;
        const std::size_t distance = below ? at - *headline_ : 0;
        const std::string_view name = parts.front();
        std::size_t i = 0;
        v[i++] = 1;
        v[i++] = yes(below && distance <= 3);
        v[i++] = yes(below && distance > 3 && distance <= 8);
        v[i++] = yes(headline_ && at < *headline_);
        v[i++] = yes(at + 1 == begin_);
        v[i++] = yes(at >= begin_ && at < last_);
        v[i++] = yes(at >= last_);
        v[i++] = yes(at >= last_ && at < last_ + 2);
        v[i++] = yes(is_stamp(at + 1));
        v[i++] = yes(at > 0 && is_stamp(at - 1));
        v[i++] = yes(is_stamp(at + 2) || (at > 1 && is_stamp(at - 2)));
        v[i++] = block.echo;
        v[i++] = yes(block.look.words == 2 || block.look.words == 3);
        v[i++] = yes(block.look.words == 1);
        v[i++] = yes(block.label.has_value());
        v[i++] = yes(block.pages > 0);
        // `AA`, `AP` are buttons for larger letters as often.
        const bool agency = text(at).size() > 2 && is_known_agency(text::fold(text(at)));
        v[i++] = yes(agency && at < begin_);
        v[i++] = yes(!agency && (is_desk(text(at)) || is_affiliation(text(at))));
        v[i++] = yes(at + 1 < blocks_.size() && is_story(at + 1));
        v[i++] = yes(is_short_furniture(before) && is_short_furniture(at + 1));
        v[i++] =
            yes(at + 1 < blocks_.size() && (hangs_on_name(text(at + 1)) || is_handle_of(name, text(at + 1))));
        v[i++] = yes(block.seen > 1);
        v[i++] = yes(begins_as_person(name));
        v[i++] = yes(at >= last_ && at < last_ + 2 && (agency || is_desk(text(at))));
    }

    std::span<const Passage> passages_;
    std::span<const Block> blocks_;
    const StoryScores& scores_;
    std::optional<std::size_t> headline_;
    std::size_t begin_;
    std::size_t last_;  ///< where the story ends
};

/// `Anna Roe Jan Michael Khan`: names that nothing parts, each begun by what people are called.
std::vector<std::string_view> names_in_a_row(std::string_view line) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    std::size_t words = 0;
    bool given = false;  // the word before
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = line.substr(at, end - at);
        if (!begins_upper(word) && !is_name_particle(text::fold(word))) return {};
        const bool is_given = is_given_name(text::fold(word));
        if (is_given && !given && words > 1) {
            out.push_back(trim(line.substr(begin, at - begin)));
            begin = at;
            words = 0;
        }
        if (words == 0 && !is_given) return {};
        given = is_given;
        ++words;
        at = end + 1;
    }
    if (words < 2 || out.empty()) return {};
    out.push_back(line.substr(begin));
    const bool read = std::ranges::all_of(
        out, [](std::string_view name) { return read_name_line(name) == NameLine::name; });
    return read ? out : std::vector<std::string_view>();
}

}  // namespace

std::vector<std::string_view> name_parts(std::string_view line) {
    constexpr std::size_t longest = 120;
    line = trim(without_tail(line));
    // One of several, each on a line: `Jane Roe,`, `& Ali Khan`.
    while (line.ends_with(',') || line.ends_with(';') || line.ends_with('&'))
        line = trim(line.substr(0, line.size() - 1));
    if (line.starts_with('&')) line = trim(line.substr(1));
    line = line.substr(0, line.find(" @"));  // `Jane Roe @janeroe`
    if (line.starts_with('[') && line.ends_with(']')) line = trim(line.substr(1, line.size() - 2));
    if (line.empty() || line.size() > longest) return {};
    // `Jane Roe | Coast Radio`.
    if (const std::size_t bar = line.find(" | "); bar != std::string_view::npos && line.size() - bar < 30) {
        const std::string_view name = line.substr(0, bar);
        if (begins_as_person(name) && read_name_line(name) == NameLine::name) return {name};
    }
    std::vector<std::string_view> parts = names_in_a_row(line);
    if (!parts.empty()) return parts;
    // `AFP`, `KH-Redaktion`.
    const bool own_desk =
        line.find(' ') == std::string_view::npos && line.find('-') != std::string_view::npos && is_desk(line);
    if (own_desk || is_known_agency(text::fold(line))) return {line};
    if (read_name_line(line) != NameLine::none) {
        // `Risks and Duties` names nobody.
        const auto found = read_names(line);
        const bool single =
            found && found->authors.size() > 1 &&
            std::ranges::all_of(found->authors, [](const Author& author) {
                return is_ascii_alpha(author.name.front()) && author.name.find(' ') == std::string::npos;
            });
        return single ? std::vector<std::string_view>() : std::vector{line};
    }
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        const std::string_view part = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (read_name_line(part) != NameLine::name) break;
        parts.push_back(part);
        if (rest.empty() && parts.size() > 1) return parts;
    }
    // `Jane Roe, Paris, Ali Khan`.
    const auto found = read_names(line);
    if (!found || !found->all_told || found->length < line.size()) return {};
    if (found->authors.size() > 1) return {line};
    // `Jane Roe, Futurism`: whatever stands behind somebody who is called so.
    const bool called = is_given_name(text::fold(line.substr(0, line.find(' '))));
    const Author& only = found->authors.front();
    if (called && only.outlet && only.name.find(' ') != std::string::npos && line.size() < 60) return {line};
    return {};
}

bool begins_as_person(std::string_view name) {
    const std::string_view first = name.substr(0, name.find(' '));
    return is_given_name(text::fold(first)) ||
           (first.size() == 2 && is_ascii_upper(first[0]) && first[1] == '.' && first.size() < name.size());
}

std::string_view name_in_bio(std::string_view text) {
    static const text::WordList copulas("is");
    constexpr std::size_t most_name_words = 4;
    constexpr std::size_t role_reach = 12;
    std::size_t words = 0;
    std::string_view name;  // once the words behind it are read
    std::size_t name_end = 0;
    std::size_t behind = 0;
    for (std::size_t at = 0; at < text.size() && behind < role_reach;) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty() || word.starts_with('(')) continue;
        while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ';'))
            word.remove_suffix(1);
        const std::string folded = text::fold(word);
        if (!name.empty()) {
            ++behind;
            if (is_role_word(folded)) return name;
        } else if (words > 1 && copulas.holds(folded)) {
            name = text.substr(0, name_end);
        } else {
            const bool of_name = begins_upper(word) || (words > 0 && is_name_particle(folded));
            if (!of_name || ++words > most_name_words || (words == 1 && !is_given_name(folded))) return {};
            name_end = static_cast<std::size_t>(word.data() + word.size() - text.data());
        }
    }
    return {};
}

bool hangs_on_name(std::string_view line) {
    return is_job_title(line) || is_affiliation(line) || is_contact(line);
}

std::vector<WriterCandidate> writer_candidates(std::span<const Passage> passages,
                                               std::span<const Block> blocks, const StoryScores& scores,
                                               std::optional<std::size_t> headline, std::size_t begin) {
    return Judge(passages, blocks, scores, headline, begin).run();
}

}  // namespace newsarc::parsing
