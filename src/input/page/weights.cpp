#include "input/page/story.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "input/page/blocks.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::input {
namespace {

constexpr std::uint32_t longest_text = 3000;

/// The text without case, accents and punctuation, to tell whether two say the same.
std::vector<std::uint64_t> shingles(std::string_view text) {
    constexpr std::size_t width = 4;
    const std::string folded = text::fold(text);
    std::vector<std::uint64_t> words;
    for (const text::Word& word : text::words(folded))
        words.push_back(std::hash<std::string_view>{}(
            std::string_view(folded).substr(word.begin, word.end - word.begin)));
    std::vector<std::uint64_t> out;
    if (words.empty()) return out;
    const std::size_t count = words.size() < width ? 1 : words.size() - width + 1;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = i; j < std::min(i + width, words.size()); ++j)
            hash = hash * 1099511628211ULL + words[j];
        out.push_back(hash);
    }
    return out;
}

class Scales {
public:
    Scales(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints)
        : tree_(tree), blocks_(blocks), hints_(hints), out_{.tree = tree} {}

    Weights run() {
        out_.value.resize(blocks_.size());
        out_.flagged.resize(blocks_.size());
        read_stated_body();
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            out_.value[i] = goodness(i);
        add_up();
        flag_furniture();
        find_headline();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (out_.flagged[i] != nullptr) out_.value[i] = 0;
            if (out_.headline && i < *out_.headline) out_.value[i] /= 4;
        }
        add_up();
        return std::move(out_);
    }

private:
    // How much text that reads like a story a block has.
    [[nodiscard]] std::uint32_t goodness(std::size_t i) const {
        const TextBlock& block = blocks_[i];
        if (block.heading != 0 || block.is_caption || block.chars < short_text) return 0;
        const double links = link_share(block);
        if (links > 0.5) return 0;
        const bool sentence = ends_sentence(block.text);
        if (block.chars < good_text && !sentence) return 0;
        // What is longer than any paragraph counts as a long one.
        auto value = static_cast<double>(std::min(block.chars, longest_text)) * (1 - links);
        if (block.chars < good_text || !sentence) value /= 2;
        if (block.is_item || block.is_row) value /= 2;
        if (block.text.find("cookie") != std::string::npos || block.text.find("Cookie") != std::string::npos)
            value /= 4;
        if (!out_.stated_share.empty()) value *= out_.stated_share[i] > 0.5 ? 2 : 0.5;
        return static_cast<std::uint32_t>(value);
    }

    /// Which blocks the body that the page states for machines holds.
    void read_stated_body() {
        const std::vector<std::uint64_t> stated = shingles(hints_.stated_body.substr(0, 400'000));
        if (stated.size() < 40) return;
        const std::unordered_set<std::uint64_t> known(stated.begin(), stated.end());
        std::unordered_set<std::uint64_t> met;
        out_.stated_share.assign(blocks_.size(), 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const auto own = shingles(blocks_[i].text);
            std::size_t in = 0;
            for (const std::uint64_t hash : own) {
                if (!known.contains(hash)) continue;
                ++in;
                met.insert(hash);
            }
            if (!own.empty())
                out_.stated_share[i] = static_cast<double>(in) / static_cast<double>(own.size());
        }
        // A body that the page does not show says nothing of what it shows.
        if (met.size() * 2 < known.size()) out_.stated_share.clear();
    }

    void add_up() {
        out_.sums.assign(tree_.nodes.size() + 1, 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            out_.sums[blocks_[i].first + 1] += out_.value[i];
        for (std::size_t i = 1; i < out_.sums.size(); ++i)
            out_.sums[i] += out_.sums[i - 1];
    }

    /// Marks the blocks of elements that are of the site, unless such an element has a good part of all that
    /// reads like a story: names are given to more than they say.
    void flag_furniture() {
        const std::uint64_t all = out_.within(0);
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            if (tree_.nodes[node].tag == Tag::text || out_.within(node) == 0) continue;
            named_[name_of(tree_, node)] += out_.within(node);
        }
        const std::unordered_set<std::uint32_t> boxes = boxes_with_controls(all);
        std::size_t block = 0;
        std::uint32_t node = 1;
        while (node < tree_.nodes.size()) {
            const Tree::Node& at = tree_.nodes[node];
            if (at.tag == Tag::text || group_of(at.tag) == TagGroup::empty) {
                ++node;
                continue;
            }
            const char* reason =
                boxes.contains(node) ? "a box that asks something of readers" : furniture_reason(node, all);
            if (reason == nullptr) {
                ++node;
                continue;
            }
            while (block < blocks_.size() && blocks_[block].first < node)
                ++block;
            for (; block < blocks_.size() && blocks_[block].first < at.end; ++block)
                out_.flagged[block] = reason;
            node = at.end;
        }
    }

    /// The elements closest around a button or a field that have text as of a story, but little of all such
    /// text: boxes to subscribe, to vote, to close.
    [[nodiscard]] std::unordered_set<std::uint32_t> boxes_with_controls(std::uint64_t all) const {
        constexpr int most_steps = 4;
        std::unordered_set<std::uint32_t> out;
        std::uint64_t together = 0;
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            const Tag tag = tree_.nodes[node].tag;
            const bool is_field = tag == Tag::input && tree_.value(node, Key::type) != "hidden";
            if (tag != Tag::button && !is_field) continue;
            std::uint32_t box = tree_.nodes[node].parent;
            for (int steps = 0; steps < most_steps && box > 0 && out_.within(box) == 0; ++steps)
                box = tree_.nodes[box].parent;
            if (out_.within(box) > 0 && named_.at(name_of(tree_, box)) * 10 < all * 2 &&
                out.insert(box).second)
                together += out_.within(box);
        }
        // A story of such boxes is one all the same.
        if (together * 10 >= all * 6) out.clear();
        return out;
    }

    [[nodiscard]] const char* furniture_reason(std::uint32_t node, std::uint64_t all) const {
        const Tree::Node& at = tree_.nodes[node];
        if (at.tag == Tag::body || at.tag == Tag::html || at.tag == Tag::main) return nullptr;
        const Signs& signs = signs_of(tree_, node);
        std::uint64_t own = out_.within(node);
        if (signs.consent && own * 10 < all * 9) return "about cookies and consent";
        if (own > 0 && !tree_.value(node, Key::class_).empty()) own = named_.at(name_of(tree_, node));
        if (signs.comments && own * 10 < all * 8) return "what readers say";
        if (at.tag == Tag::noscript && own * 10 < all * 5) return "for browsers without scripts";
        // A short story has a footer that says as much.
        const std::uint64_t most = signs.footer ? 6 : 3;
        if (signs.furniture && !signs.embed && own * 10 < all * most)
            return "of the site, by its element, role or class";
        return nullptr;
    }

    /// The block of the headline: the h1 that says what the page's titles say, else the first h1.
    void find_headline() {
        std::vector<std::string> titles;
        for (const std::string& title : hints_.titles)
            titles.push_back(text::fold(title));
        int best = 0;
        const std::uint64_t all = out_.sums.back();
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const TextBlock& block = blocks_[i];
            if (block.heading == 0 || block.heading > 3 || block.text.size() > 400) continue;
            // Above most of what reads like a story.
            if (out_.sums[block.first] * 2 > all) break;
            int score = block.heading == 1 ? 2 : 0;
            const std::string folded = text::fold(block.text);
            for (const std::string& title : titles) {
                if (title == folded) score += 4;
            }
            if (out_.flagged[i] != nullptr) score -= 2;
            if (score > best) {
                best = score;
                out_.headline = i;
            }
        }
    }

    const Tree& tree_;
    const std::vector<TextBlock>& blocks_;
    const StoryHints& hints_;
    Weights out_;
    std::unordered_map<std::uint64_t, std::uint64_t> named_;  ///< values within elements of a name
};

}  // namespace

Weights weigh(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints) {
    return Scales(tree, blocks, hints).run();
}

std::size_t name_of(const Tree& tree, std::uint32_t node) {
    const auto tag = static_cast<std::size_t>(tree.nodes[node].tag);
    return std::hash<std::string_view>{}(tree.value(node, Key::class_)) * 131 + tag;
}

double link_share(const TextBlock& block) {
    return block.chars == 0 ? 0 : static_cast<double>(block.link_chars) / block.chars;
}

bool ends_sentence(std::string_view text) {
    constexpr std::string_view ends = ".!?\"')]:;";
    if (text.empty()) return false;
    if (ends.find(text.back()) != std::string_view::npos) return true;
    for (const std::string_view end :
         {"”", "’", "»", "“", "…", "。", "！", "？", "」", "』", "।", "؟", "۔", "›", "‹"}) {
        if (text.ends_with(end)) return true;
    }
    return false;
}

}  // namespace newsarc::input
