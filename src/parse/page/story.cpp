#include "parse/page/story.hpp"

#include "parse/line/scan.hpp"
#include "parse/page/picture.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/letters.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace newsarc::parsing {
namespace {

constexpr std::size_t shortest_telling_word = 5;  // bytes

/// Calls `take` with a hash of each longer word, cases apart only in ASCII folded.
template <typename Take>
void for_each_word(std::string_view text, Take take) {
    std::uint64_t hash = 0;
    std::size_t length = 0;
    const auto end = [&] {
        if (length >= shortest_telling_word) take(hash);
        hash = 0;
        length = 0;
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || is_ascii_alpha(c) || is_digit(c);
        if (!letter) {
            end();
            continue;
        }
        hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 1099511628211ULL;
        ++length;
    }
    end();
}

/// A block that is running text whatever stands around it.
bool is_strong(const Block& block) {
    return block.look.sentence && block.look.width >= 80 && !block.credit && !block.label;
}

void count_repeats(std::span<const Passage> passages, std::vector<Block>& blocks) {
    std::unordered_map<std::string_view, std::uint16_t> seen;
    for (const Passage& passage : passages)
        if (passage.text.size() <= 300) ++seen[passage.text];
    for (std::size_t i = 0; i < passages.size(); ++i)
        if (passages[i].text.size() <= 300) blocks[i].seen = seen[passages[i].text];
}

/// The words by their hashes.
const std::unordered_set<std::uint64_t>& page_word_hashes() {
    static const std::unordered_set<std::uint64_t> hashes = [] {
        std::unordered_set<std::uint64_t> out;
        for (const text::LexiconRow& row : text::lexicon())
            if (row.kind == "page") for_each_word(row.value, [&](std::uint64_t word) { out.insert(word); });
        return out;
    }();
    return hashes;
}

void find_page_words(std::span<const Passage> passages, std::vector<Block>& blocks) {
    const auto& known = page_word_hashes();
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (passages[i].text.size() > 900) continue;
        for_each_word(passages[i].text, [&](std::uint64_t word) { blocks[i].pages += known.contains(word); });
    }
}

/// The share of the longer words of a text that are among `words`.
float share_held(std::string_view text, const std::unordered_set<std::uint64_t>& words) {
    float all = 0;
    float held = 0;
    for_each_word(text, [&](std::uint64_t word) {
        all += 1;
        held += words.contains(word) ? 1.0F : 0.0F;
    });
    return all > 0 ? held / all : 0;
}

void find_echoes(std::span<const Passage> passages, std::vector<Block>& blocks) {
    std::unordered_set<std::uint64_t> words;
    for (std::size_t i = 0; i < passages.size(); ++i)
        if (is_strong(blocks[i]))
            for_each_word(passages[i].text, [&](std::uint64_t word) { words.insert(word); });
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (is_strong(blocks[i]) || passages[i].text.size() > 600) continue;
        blocks[i].echo = share_held(passages[i].text, words);
    }
}

float upto(double value, double most) {
    return static_cast<float>(std::min(value, most) / most);
}

float yes(bool value) {
    return value ? 1.0F : 0.0F;
}

/// The first features: the block by itself.
void fill_own(const Block& block, Values& v) {
    const Look& look = block.look;
    const double words = std::max<double>(1, look.words);
    std::size_t i = 0;
    v[i++] = 1;
    v[i++] = yes(look.sentence);
    v[i++] = yes(look.sentence && look.width >= 80);
    v[i++] = upto(look.width, 100);
    v[i++] = upto(look.width, 400);
    v[i++] = yes(look.width < 25);
    v[i++] = upto(look.stops, 4);
    v[i++] = upto(look.commas, 4);
    v[i++] = yes(look.begins_lower);
    v[i++] = yes(look.speech);
    v[i++] = yes(look.bullet);
    v[i++] = look.words > 1 ? static_cast<float>(look.capitals / words) : 0.0F;
    v[i++] = static_cast<float>(look.lower / words);
    v[i++] = yes(look.shouted == look.words);
    v[i++] = static_cast<float>(look.numbers / words);
    v[i++] = upto(look.bars, 3);
    v[i++] = yes(look.fused > 0);
    v[i++] = yes(look.address);
    v[i++] = yes(look.colon);
    v[i++] = yes(look.asks);
    v[i++] = yes(look.bracketed);
    v[i++] = yes(block.credit);
    v[i++] = yes(!block.stamp.empty());
    v[i++] = yes(block.label == LabelKind::related);
    v[i++] = yes(block.label == LabelKind::promotion || block.label == LabelKind::advertisement);
    v[i++] = yes(block.label == LabelKind::caption);
    v[i++] = yes(block.label == LabelKind::other);
    v[i++] = yes(block.label && *block.label != LabelKind::related && *block.label != LabelKind::promotion &&
                 *block.label != LabelKind::advertisement && *block.label != LabelKind::caption &&
                 *block.label != LabelKind::other);
    v[i++] = yes(block.seen > 1);
    v[i++] = block.echo;
    v[i++] = upto(block.pages, 2);
    v[i++] = yes(block.pages > 0 && look.width < 80);
    v[i++] = yes(look.cells);
    v[i++] = yes(look.begins_digit);
}

float dot(const Values& v, std::size_t count, bool alone) {
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += v[i] * (alone ? features()[i].alone : features()[i].in_place);
    return sum;
}

/// Log odds as a share between 0 and 1.
float share(float odds) {
    return 1.0F / (1.0F + std::exp(-odds));
}

class Placer {
public:
    Placer(std::span<const Passage> passages, std::span<const Block> blocks)
        : passages_(passages), blocks_(blocks) {}

    StoryScores run() {
        const std::size_t n = blocks_.size();
        out_.values.resize(n);
        out_.alone.resize(n);
        out_.in_place.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            fill_own(blocks_[i], out_.values[i]);
            out_.alone[i] = dot(out_.values[i], own_features, true);
        }
        find_runs();
        for (std::size_t i = 0; i < n; ++i) {
            fill_place(i);
            out_.in_place[i] = dot(out_.values[i], own_features + place_features, false);
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] float alone(std::size_t i) const {
        return i < blocks_.size() ? share(out_.alone[i]) : 0.0F;
    }
    [[nodiscard]] bool strong(std::size_t i) const { return i < blocks_.size() && is_strong(blocks_[i]); }

    /// Of the shares of the blocks from one to another.
    [[nodiscard]] float mean(std::size_t begin, std::size_t end) const {
        return begin < end ? (sum_[end] - sum_[begin]) / static_cast<float>(end - begin) : 0.0F;
    }

    /// For each block: the story before it, the block group it is in, how far strong ones are.
    void find_runs() {
        const std::size_t n = blocks_.size();
        before_.resize(n + 1);
        since_.resize(n);
        until_.resize(n);
        group_.resize(n);
        group_begin_.resize(n);
        sum_.resize(n + 1);
        for (std::size_t i = 0; i < n; ++i)
            sum_[i + 1] = sum_[i] + share(out_.alone[i]);
        group_strong_.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            before_[i + 1] = before_[i] + (strong(i) ? static_cast<float>(blocks_[i].look.width) : 0.0F);
        std::size_t far = 99;
        for (std::size_t i = 0; i < n; ++i) {
            since_[i] = far;
            far = strong(i) ? 1 : far + 1;
        }
        far = 99;
        for (std::size_t i = n; i-- > 0;) {
            until_[i] = far;
            far = strong(i) ? 1 : far + 1;
        }
        for (std::size_t begin = 0; begin < n;) {
            std::size_t end = begin + 1;
            while (end < n && passages_[end].blanks == 0)
                ++end;
            std::size_t strongs = 0;
            for (std::size_t i = begin; i < end; ++i)
                strongs += strong(i);
            for (std::size_t i = begin; i < end; ++i) {
                group_[i] = end - begin;
                group_begin_[i] = begin;
                group_strong_[i] = strongs;
            }
            begin = end;
        }
    }

    void fill_place(std::size_t at) {
        Values& v = out_.values[at];
        const std::size_t n = blocks_.size();
        std::size_t i = own_features;
        const std::size_t before = at == 0 ? n : at - 1;
        const std::size_t before2 = at < 2 ? n : at - 2;
        v[i++] = share(out_.alone[at]);
        v[i++] = alone(before);
        v[i++] = alone(at + 1);
        v[i++] = (alone(before) + alone(before2) + alone(at < 3 ? n : at - 3)) / 3;
        v[i++] = (alone(at + 1) + alone(at + 2) + alone(at + 3)) / 3;
        v[i++] = yes(strong(before) && strong(at + 1));
        const float total = std::max(1.0F, before_[n]);
        v[i++] = yes(before_[at] <= 0);
        v[i++] = yes(before_[at + 1] >= total);
        v[i++] = std::min(before_[at], total - before_[at + 1]) / total;
        v[i++] = before_[at] / total;
        v[i++] = upto(std::log2(static_cast<double>(since_[at])), 4);
        v[i++] = upto(std::log2(static_cast<double>(until_[at])), 4);
        v[i++] = upto(std::log2(static_cast<double>(group_[at])), 4);
        v[i++] = static_cast<float>(group_strong_[at]) / static_cast<float>(group_[at]);
        v[i++] = yes(group_[at] == 1);
        v[i++] = yes(before < n && (blocks_[before].label == LabelKind::related ||
                                    blocks_[before].label == LabelKind::promotion ||
                                    blocks_[before].label == LabelKind::advertisement));
        v[i++] = yes(before < n && blocks_[before].label.has_value());
        v[i++] = yes(at + 1 < n && blocks_[at + 1].label.has_value());
        v[i++] = yes(before < n && blocks_[before].look.colon);
        v[i++] = yes(at + 1 < n && blocks_[at + 1].credit && !blocks_[at + 1].look.sentence &&
                     blocks_[at + 1].look.width < 60);
        v[i++] = yes(before < n && !blocks_[before].stamp.empty());
        v[i++] = yes(at + 1 < n && !blocks_[at + 1].stamp.empty());
        v[i++] =
            yes(blocks_[at].look.width < 100 && !blocks_[at].look.sentence) * alone(at + 1) * alone(before);
        v[i++] = yes(at + 1 < n && blocks_[at + 1].look.bracketed);
        v[i++] = yes(blocks_[at].seen > 1 && blocks_[at].look.width >= 80);
        v[i++] = upto(static_cast<double>(at), 8);
        v[i++] = mean(at < 8 ? 0 : at - 8, at);
        v[i++] = mean(at + 1, std::min(n, at + 9));
        v[i++] = mean(group_begin_[at], group_begin_[at] + group_[at]);
        const std::size_t head = group_begin_[at];
        v[i++] = yes(head > 0 && head != at && blocks_[head].look.colon) +
                 yes(head > 0 && blocks_[head - 1].look.colon);
        v[i++] = yes(group_[at] > 1 && before_[head] > 0 && before_[head + group_[at]] < total) *
                 mean(head, head + group_[at]);
        v[i++] = yes(before < n && blocks_[before].pages > 0);
        v[i++] = yes(at + 1 < n && blocks_[at + 1].pages > 0);
    }

    std::span<const Passage> passages_;
    std::span<const Block> blocks_;
    StoryScores out_;
    std::vector<float> before_;               ///< width of the strong blocks before each
    std::vector<std::size_t> since_, until_;  ///< blocks to the next strong one, up and down
    std::vector<std::size_t> group_, group_strong_, group_begin_;
    std::vector<float> sum_;  ///< of the shares before each block
};

}  // namespace

float shared_words(std::string_view text, std::string_view other) {
    std::unordered_set<std::uint64_t> words;
    for_each_word(other, [&](std::uint64_t word) { words.insert(word); });
    return share_held(text, words);
}

std::vector<Block> look_at_blocks(std::span<const Passage> passages, const LabelSet& labels) {
    const PassageReader reader(passages, labels);
    std::vector<Block> blocks(passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
        Block& block = blocks[i];
        block.look = look_at(passages[i].text);
        if (const auto label = reader.label_of(i)) block.label = label->kind;
        block.credit = block.look.width < 700 && ends_in_picture_credit(passages[i].text);
        block.stamp = read_stamp(passages[i].text, labels);
    }
    count_repeats(passages, blocks);
    find_page_words(passages, blocks);
    find_echoes(passages, blocks);
    return blocks;
}

StoryScores score_story(std::span<const Passage> passages, std::span<const Block> blocks) {
    return Placer(passages, blocks).run();
}

}  // namespace newsarc::parsing
