#include "input/page/blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

std::uint8_t heading_level(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6
               ? static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1)
               : std::uint8_t{0};
}

/// No browser's address bar takes more.
constexpr std::size_t longest_address = 8192;
/// Blocks that a link around them is a link of.
constexpr int most_parts = 8;

class BlockReader {
public:
    explicit BlockReader(const Tree& tree) : tree_(tree) {}

    std::vector<TextBlock> run() {
        // The stack holds what ends at which node, so that depth costs no recursion.
        for (std::uint32_t node = 1; node < tree_.nodes.size();) {
            while (!open_.empty() && open_.back().end <= node)
                leave();
            node = visit(node);
        }
        flush();
        while (!open_.empty())
            leave();
        return std::move(out_);
    }

private:
    struct Open {
        std::uint32_t end = 0;
        std::uint32_t node = 0;
        TagGroup group = TagGroup::block;
    };

    /// The next node to visit.
    std::uint32_t visit(std::uint32_t node) {
        const Tree::Node& at = tree_.nodes[node];
        if (at.tag == Tag::text) {
            take(node);
            return node + 1;
        }
        TagGroup group = group_of(at.tag);
        // A paragraph has no blocks: what is unknown in it is a part of its lines.
        if (at.tag == Tag::other && is_in_paragraph()) group = TagGroup::running;
        if (group == TagGroup::unreadable || at.tag == Tag::head || is_hidden(tree_, node)) return at.end;
        if (at.tag == Tag::br) {
            // Two in a row part paragraphs.
            if (was_break_) flush();
            was_break_ = true;
            buffer_ += ' ';
            return node + 1;
        }
        if (at.tag == Tag::hr) flush();
        if (group == TagGroup::empty) return node + 1;
        enter(node, group);
        return node + 1;
    }

    [[nodiscard]] bool is_in_paragraph() const {
        const auto block = std::ranges::find(open_.rbegin(), open_.rend(), TagGroup::block, &Open::group);
        return block != open_.rend() && tree_.nodes[block->node].tag == Tag::p;
    }

    void enter(std::uint32_t node, TagGroup group) {
        const Tag tag = tree_.nodes[node].tag;
        if (tag == Tag::a) {
            link_ = tree_.value(node, Key::href);
            if (link_.size() > longest_address) link_ = {};
            parts_ = 0;
            link_begin_ = buffer_.size();
            in_link_ = true;
        } else if (tag == Tag::b || tag == Tag::strong) {
            ++bold_;
        } else if (group == TagGroup::block) {
            if ((tag == Tag::td || tag == Tag::th) && rows_ > 0) {
                if (!buffer_.empty()) buffer_ += " | ";
            } else {
                flush();
            }
            if (tag == Tag::tr) ++rows_;
            holder_ = node;
        }
        open_.push_back({tree_.nodes[node].end, node, group});
    }

    void leave() {
        const Open done = open_.back();
        const Tag tag = tree_.nodes[done.node].tag;
        // What its text is, is told by what is open around it.
        if (done.group == TagGroup::block && tag != Tag::td && tag != Tag::th) flush();
        open_.pop_back();
        if (tag == Tag::a) {
            end_link();
        } else if (tag == Tag::b || tag == Tag::strong) {
            --bold_;
        } else if (done.group == TagGroup::block) {
            if (tag == Tag::tr) --rows_;
            holder_ = tree_.nodes[done.node].parent;
        }
    }

    void take(std::uint32_t node) {
        const std::string_view piece = tree_.text(node);
        const std::uint32_t size = reading_size(piece);
        if (size > 0 || piece.find_first_not_of(" \t\r\n") != std::string_view::npos) was_break_ = false;
        if (chars_ == 0 && size > 0) first_ = node;
        buffer_.append(piece);
        chars_ += size;
        if (in_link_) link_chars_ += size;
        if (bold_ > 0) bold_chars_ += size;
    }

    void end_link() {
        std::string title =
            text::squeeze(std::string_view(buffer_).substr(std::min(link_begin_, buffer_.size())));
        if (!link_.empty()) links_.push_back({std::string(link_), std::move(title)});
        in_link_ = false;
        link_ = {};
    }

    void flush() {
        was_break_ = false;
        if (in_link_) {
            // A link around blocks is a link of each.
            end_link_part();
        }
        if (chars_ > 0) {
            TextBlock block;
            block.text = text::squeeze(buffer_);
            block.first = first_;
            block.holder = holder_;
            block.chars = chars_;
            block.link_chars = link_chars_;
            block.bold_chars = bold_chars_;
            block.links = std::move(links_);
            describe(block);
            out_.push_back(std::move(block));
        }
        buffer_.clear();
        links_.clear();
        chars_ = link_chars_ = bold_chars_ = 0;
        link_begin_ = 0;
    }

    void end_link_part() {
        if (link_.empty() || chars_ == 0 || ++parts_ > most_parts) return;
        links_.push_back({std::string(link_), text::squeeze(std::string_view(buffer_).substr(
                                                  std::min(link_begin_, buffer_.size())))});
    }

    void describe(TextBlock& block) const {
        for (auto each = open_.rbegin(); each != open_.rend(); ++each) {
            const Tag tag = tree_.nodes[each->node].tag;
            if (block.heading == 0) block.heading = heading_level(tag);
            if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) block.is_item = true;
            if (tag == Tag::tr) block.is_row = true;
            if (tag == Tag::figcaption || tag == Tag::caption || tag == Tag::figure) block.is_caption = true;
            if (tag == Tag::article || tag == Tag::section || tag == Tag::main) break;
        }
    }

    const Tree& tree_;
    std::vector<TextBlock> out_;
    std::vector<Open> open_;
    std::string buffer_;
    std::vector<TextBlock::Link> links_;
    std::string_view link_;
    std::size_t link_begin_ = 0;
    std::uint32_t first_ = 0;
    std::uint32_t holder_ = 0;
    std::uint32_t chars_ = 0;
    std::uint32_t link_chars_ = 0;
    std::uint32_t bold_chars_ = 0;
    int parts_ = 0;  ///< blocks that the open link has been a link of
    int bold_ = 0;
    int rows_ = 0;
    bool in_link_ = false;
    bool was_break_ = false;
};

}  // namespace

std::vector<TextBlock> read_blocks(const Tree& tree) {
    return BlockReader(tree).run();
}

std::uint32_t reading_size(std::string_view text) {
    std::uint32_t size = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            size += static_cast<std::uint32_t>((byte >= '0' && byte <= '9') ||
                                               ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z'));
            ++at;
            continue;
        }
        const text::CodePoint point = text::code_point_at(text, at);
        at += point.length;
        if (text::is_ideograph(point.value) || (point.value >= 0x0E00 && point.value < 0x0F00) ||
            (point.value >= 0xAC00 && point.value < 0xD7A4))
            size += 3;
        else if (text::is_word_character(point.value))
            ++size;
    }
    return size;
}

bool is_hidden(const Tree& tree, std::uint32_t node) {
    const Tree::Node& at = tree.nodes[node];
    for (std::uint32_t i = at.begin; i < at.begin + at.size; ++i) {
        const Tree::Attribute& each = tree.attributes[i];
        const std::string_view value = std::string_view(tree.bytes).substr(each.begin, each.size);
        switch (each.key) {
            case Key::hidden: return true;
            case Key::aria_hidden:
                if (value == "true") return true;
                break;
            case Key::style: {
                std::string squeezed = text::in_ascii_lower_case(value);
                std::erase_if(squeezed, [](char c) { return c == ' ' || c == '\n'; });
                if (squeezed.find("display:none") != std::string::npos ||
                    squeezed.find("visibility:hidden") != std::string::npos)
                    return true;
                break;
            }
            case Key::class_:
                if (names_hidden(value)) return true;
                break;
            default: break;
        }
    }
    return false;
}

}  // namespace newsarc::input
