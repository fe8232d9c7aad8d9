#include "input/page/story.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace newsarc::input {
namespace {

class Finder {
public:
    Finder(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints)
        : tree_(tree), blocks_(blocks), hints_(hints), weights_(weigh(tree, blocks, hints)) {}

    Story run() {
        out_.blocks.resize(blocks_.size());
        if (blocks_.empty()) return std::move(out_);
        find_container();
        add_up();
        find_kin();
        judge_all();
        trim();
        out_.headline = weights_.headline;
        return std::move(out_);
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t node) const {
        std::vector<std::uint32_t> out;
        for (std::uint32_t i = node + 1; i < tree_.nodes[node].end; i = tree_.nodes[i].end) {
            if (tree_.nodes[i].tag != Tag::text) out.push_back(i);
        }
        return out;
    }

    /// The first element of a tag around a block; the root when there is none.
    [[nodiscard]] std::uint32_t closest(Tag tag, const TextBlock& block) const {
        std::uint32_t node = tree_.nodes[block.first].parent;
        while (node > 0 && tree_.nodes[node].tag != tag)
            node = tree_.nodes[node].parent;
        return node;
    }

    void find_container() {
        std::uint32_t at = own_article();
        while (true) {
            const std::uint64_t own = weights_.within(at);
            std::uint32_t largest = 0;
            std::uint64_t most = 0;
            for (const std::uint32_t child : children(at)) {
                if (weights_.within(child) > most) {
                    most = weights_.within(child);
                    largest = child;
                }
            }
            if (largest == 0 || own == 0) break;
            if (most * 10 >= own * 9) {
                at = largest;
                continue;
            }
            // Of several stories below one another the first is the page's.
            const std::uint32_t story = first_of_several(at, own);
            if (story == 0) break;
            at = story;
        }
        out_.container = at;
    }

    /// The <article> of the headline where others with stories of their own go on below it, as pages have it
    /// that load the next story when a reader comes to the end; else the root.
    [[nodiscard]] std::uint32_t own_article() const {
        constexpr std::uint64_t a_story = 3 * good_text;
        if (!weights_.headline || blocks_[*weights_.headline].heading != 1) return 0;
        const std::uint32_t own = closest(Tag::article, blocks_[*weights_.headline]);
        if (own == 0 || weights_.within(own) < a_story) return 0;
        const bool another = std::ranges::any_of(blocks_, [&](const TextBlock& block) {
            if (block.heading != 1 || block.first < tree_.nodes[own].end) return false;
            const std::uint32_t node = closest(Tag::article, block);
            return node > own && weights_.within(node) >= a_story;
        });
        return another ? own : 0;
    }

    [[nodiscard]] std::uint32_t first_of_several(std::uint32_t node, std::uint64_t own) const {
        std::uint32_t first = 0;
        std::size_t stories = 0;
        for (const std::uint32_t child : children(node)) {
            if (tree_.nodes[child].tag != Tag::article) continue;
            if (weights_.within(child) * 20 < own) continue;
            ++stories;
            const bool has_headline = weights_.headline && blocks_[*weights_.headline].first > child &&
                                      blocks_[*weights_.headline].first < tree_.nodes[child].end;
            if (first == 0 || has_headline) first = child;
        }
        return stories > 1 ? first : 0;
    }

    /// What a block stands in: the first element around it that is no part of a paragraph, list or table.
    [[nodiscard]] std::uint32_t place_of(const TextBlock& block) const {
        std::uint32_t node = block.holder;
        while (node > out_.container && is_part(tree_.nodes[node].tag))
            node = tree_.nodes[node].parent;
        return node;
    }

    static bool is_part(Tag tag) {
        switch (tag) {
            case Tag::p:
            case Tag::h1:
            case Tag::h2:
            case Tag::h3:
            case Tag::h4:
            case Tag::h5:
            case Tag::h6:
            case Tag::li:
            case Tag::ul:
            case Tag::ol:
            case Tag::dl:
            case Tag::dd:
            case Tag::dt:
            case Tag::table:
            case Tag::tbody:
            case Tag::thead:
            case Tag::tr:
            case Tag::td:
            case Tag::th:
            case Tag::blockquote:
            case Tag::pre: return true;
            default: return false;
        }
    }

    /// What marks a block as one of a kind: its element and where that stands, by tag and names.
    [[nodiscard]] std::size_t kind_of(const TextBlock& block) const {
        return name_of(tree_, block.holder) * 31 + name_of(tree_, place_of(block));
    }

    /// The blocks within a node, half-open.
    [[nodiscard]] std::pair<std::size_t, std::size_t> blocks_in(std::uint32_t node) const {
        const auto at = [&](std::uint32_t begin) {
            const auto found = std::ranges::lower_bound(blocks_, begin, {}, &TextBlock::first);
            return static_cast<std::size_t>(found - blocks_.begin());
        };
        return {at(node), at(tree_.nodes[node].end)};
    }

    void add_up() {
        before_.resize(blocks_.size() + 1);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const bool listed = blocks_[i].is_item || blocks_[i].is_row;
            before_[i + 1] = {before_[i].chars + blocks_[i].chars,
                              before_[i].link_chars + blocks_[i].link_chars,
                              before_[i].unlisted + static_cast<std::size_t>(!listed)};
        }
    }

    void find_kin() {
        all_ = std::max<std::uint64_t>(weights_.within(out_.container), 1);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_inside(i)) continue;
            places_[place_of(blocks_[i])] += weights_.value[i];
            kinds_[kind_of(blocks_[i])] += weights_.value[i];
        }
    }

    [[nodiscard]] bool is_inside(std::size_t i) const {
        return blocks_[i].first >= out_.container && blocks_[i].first < tree_.nodes[out_.container].end;
    }

    /// In the same element as a good part of the story.
    [[nodiscard]] bool is_beside(const TextBlock& block) const {
        const auto place = places_.find(place_of(block));
        if (place == places_.end()) return false;
        return place->second * 2 >= all_ || (place->second * 10 >= all_ && place->second >= 160);
    }

    [[nodiscard]] bool is_kin(const TextBlock& block) const {
        if (is_beside(block)) return true;
        const auto kind = kinds_.find(kind_of(block));
        return kind != kinds_.end() && kind->second * 4 >= all_;
    }

    /// In a list or table that stands, with nothing but elements around it alone, among the story's
    /// paragraphs.
    [[nodiscard]] bool is_list_beside(std::size_t i) const {
        const TextBlock& block = blocks_[i];
        if ((!block.is_item && !block.is_row) || list_links(block) > 0.3) return false;
        std::uint32_t node = place_of(block);
        while (node > out_.container) {
            const auto [first, last] = blocks_in(node);
            if (before_[last].unlisted > before_[first].unlisted) break;
            node = tree_.nodes[node].parent;
        }
        const auto place = places_.find(node);
        return place != places_.end() && place->second * 10 >= all_ && place->second >= 160;
    }

    /// What tells of another story in a few words: text beside a link that is a title, in an element of
    /// their own.
    [[nodiscard]] bool is_teaser(std::size_t i) const {
        std::uint32_t node = place_of(blocks_[i]);
        for (int steps = 0; steps < 3 && node > out_.container; ++steps, node = tree_.nodes[node].parent) {
            if (weights_.within(node) > 3 * std::max<std::uint64_t>(weights_.value[i], 150)) return false;
            if (leads_elsewhere(i, node)) return true;
        }
        return false;
    }

    /// A title that is a link stands near the block, within a node.
    [[nodiscard]] bool leads_elsewhere(std::size_t i, std::uint32_t node) const {
        constexpr std::size_t near = 6;
        const std::size_t begin = i > near ? i - near : 0;
        const std::size_t end = std::min(blocks_.size(), i + near);
        for (std::size_t j = begin; j < end; ++j) {
            if (j == i || blocks_[j].first < node || blocks_[j].first >= tree_.nodes[node].end) continue;
            if (link_share(blocks_[j]) > 0.7 && blocks_[j].chars >= 15) return true;
        }
        return false;
    }

    void judge_all() {
        std::unordered_map<std::string_view, std::size_t> told;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            out_.blocks[i] = judge(i);
            out_.blocks[i].is_site = weights_.flagged[i] != nullptr;
            if (!is_running(i) || blocks_[i].chars < short_text) continue;
            const auto [known, is_new] = told.emplace(blocks_[i].text, i);
            if (is_new) continue;
            // Of two that say the same the one among the story's paragraphs stays.
            std::size_t other = i;
            if (is_beside(blocks_[i]) && !is_beside(blocks_[known->second])) std::swap(other, known->second);
            out_.blocks[other] = {BlockRole::furniture, "told twice", true};
        }
    }

    [[nodiscard]] Story::Judged judge(std::size_t i) const {
        const TextBlock& block = blocks_[i];
        if (!is_inside(i)) return {BlockRole::furniture, "outside the story", false};
        if (!weights_.stated_share.empty() && weights_.stated_share[i] > 0.7 && block.chars >= short_text)
            return {role_of(block), "the page's data has it in the story", false};
        if (weights_.flagged[i] != nullptr) return {BlockRole::furniture, weights_.flagged[i], false};
        const Signs signs = signs_around(i);
        if (block.is_caption || (signs.caption && block.chars < 400))
            return {BlockRole::caption, "of a picture", false};
        if (weights_.headline && i <= *weights_.headline)
            return {BlockRole::furniture, "the headline or above it", false};
        if (signs.byline && block.chars < 200) return {BlockRole::furniture, "about the writer", false};
        if (signs.date && block.chars < 100) return {BlockRole::furniture, "a date", false};
        if (is_about_writer(block)) return {BlockRole::furniture, "about the writer", false};
        const double links = link_share(block);
        if (links > 0.7) {
            if (block.heading != 0 && is_beside(block) && is_over_text(i))
                return {BlockRole::heading, "a heading in the story", false};
            if (is_beside(block) && block.is_item && list_links(block) < 0.5)
                return {role_of(block), "an item of a list in the story", false};
            if (!(is_beside(block) && block.chars > 2 * good_text))
                return {BlockRole::related, "a link and nothing else", false};
        }
        if (!is_beside(block) && is_teaser(i)) return {BlockRole::furniture, "tells of another story", false};
        if (block.heading != 0) return {BlockRole::heading, "a heading in the story", false};
        if (weights_.value[i] > 0) return {role_of(block), "reads like a paragraph", false};
        if (is_kin(block)) return {role_of(block), "beside the story's paragraphs", false};
        // Where the post of somebody else stands with who posted it and when.
        if (closest(Tag::blockquote, block) > out_.container)
            return {role_of(block), "of a quotation in the story", false};
        if (is_list_beside(i)) return {role_of(block), "of a table or list in the story", false};
        if (ends_sentence(block.text) && block.chars >= short_text)
            return {role_of(block), "a sentence in the story's part of the page", false};
        if (block.bold_chars * 10 > block.chars * 9 && is_over_text(i))
            return {BlockRole::heading, "bold, over a paragraph", false};
        return {BlockRole::furniture, "short, and unlike the story's paragraphs", false};
    }

    [[nodiscard]] bool is_over_text(std::size_t i) const {
        for (std::size_t next = i + 1; next < std::min(blocks_.size(), i + 3); ++next) {
            if (weights_.value[next] > 0) return true;
        }
        return false;
    }

    /// The share of links in the list that an item is of.
    [[nodiscard]] double list_links(const TextBlock& block) const {
        std::uint32_t list = block.holder;
        while (list > out_.container && tree_.nodes[list].tag != Tag::ul &&
               tree_.nodes[list].tag != Tag::ol && tree_.nodes[list].tag != Tag::table)
            list = tree_.nodes[list].parent;
        const auto [first, last] = blocks_in(list);
        const std::uint64_t chars = before_[last].chars - before_[first].chars;
        const std::uint64_t links = before_[last].link_chars - before_[first].link_chars;
        return chars == 0 ? 0 : static_cast<double>(links) / static_cast<double>(chars);
    }

    [[nodiscard]] bool is_about_writer(const TextBlock& block) const {
        if (block.chars > 900) return false;
        return std::ranges::any_of(hints_.authors, [&](const std::string& name) {
            if (name.size() < 6 || !block.text.starts_with(name)) return false;
            return block.chars < name.size() + 8 || (!is_beside(block) && value_at_end(block));
        });
    }

    [[nodiscard]] bool value_at_end(const TextBlock& block) const {
        return weights_.sums[block.first] * 10 > (weights_.sums[out_.container] + all_ * 8 / 10) * 10;
    }

    static BlockRole role_of(const TextBlock& block) {
        if (block.heading != 0) return BlockRole::heading;
        if (block.is_row) return BlockRole::row;
        if (block.is_item) return BlockRole::item;
        return BlockRole::paragraph;
    }

    [[nodiscard]] Signs signs_around(std::size_t i) const {
        Signs out;
        std::uint32_t node = blocks_[i].holder;
        // From the innermost element that holds nothing but this block outwards.
        const std::uint32_t innermost = tree_.nodes[blocks_[i].first].parent;
        for (std::uint32_t inner = innermost; inner != node && inner > node;
             inner = tree_.nodes[inner].parent)
            merge(out, signs_of(tree_, inner));
        for (int steps = 0; steps < 3 && node > out_.container; ++steps, node = tree_.nodes[node].parent) {
            if (steps > 0 && weights_.within(node) * 10 > all_) break;
            merge(out, signs_of(tree_, node));
        }
        return out;
    }

    static void merge(Signs& out, const Signs& more) {
        out.caption |= more.caption;
        out.byline |= more.byline;
        out.date |= more.date;
    }

    void trim() {
        std::size_t first = blocks_.size();
        std::size_t last = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (is_running(i) && weights_.value[i] > 0) {
                if (first == blocks_.size()) first = i;
                last = i + 1;
            }
        }
        for (std::size_t i = last; i < blocks_.size(); ++i) {
            if (is_running(i) && (blocks_[i].heading != 0 || !is_kin(blocks_[i])))
                out_.blocks[i] = {BlockRole::furniture, "after the story's last paragraph", false};
        }
        // A heading stands over something.
        bool is_over = false;
        for (std::size_t i = blocks_.size(); i-- > 0;) {
            if (!is_running(i)) continue;
            if (out_.blocks[i].role != BlockRole::heading)
                is_over = true;
            else if (!is_over)
                out_.blocks[i] = {BlockRole::furniture, "a heading over nothing", false};
            else
                is_over = true;
        }
        out_.first = first;
        out_.last = last;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (is_running(i)) out_.size += blocks_[i].chars;
        }
    }

    [[nodiscard]] bool is_running(std::size_t i) const {
        switch (out_.blocks[i].role) {
            case BlockRole::paragraph:
            case BlockRole::heading:
            case BlockRole::item:
            case BlockRole::row: return true;
            default: return false;
        }
    }

    const Tree& tree_;
    const std::vector<TextBlock>& blocks_;
    const StoryHints& hints_;
    /// What the blocks before one have together.
    struct Sums {
        std::uint64_t chars = 0;
        std::uint64_t link_chars = 0;
        std::size_t unlisted = 0;  ///< blocks that are of no list and no table
    };

    Weights weights_;
    Story out_;
    std::vector<Sums> before_;
    std::unordered_map<std::uint32_t, std::uint64_t> places_;
    std::unordered_map<std::size_t, std::uint64_t> kinds_;
    std::uint64_t all_ = 1;
};

}  // namespace

Story find_story(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints) {
    return Finder(tree, blocks, hints).run();
}

}  // namespace newsarc::input
