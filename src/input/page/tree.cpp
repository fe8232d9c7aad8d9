#include "input/page/tree.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "input/load/libxml2.hpp"
#include "input/page/name_table.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t deepest = 512;
constexpr std::size_t most_nodes = 2'000'000;

struct TagRow {
    std::string_view name;
    Tag tag;
    TagGroup group = TagGroup::block;
};

// Sorted by name.
constexpr auto tags = name_table<&TagRow::name, TagRow>({
    {"a", Tag::a, TagGroup::running},
    {"abbr", Tag::abbr, TagGroup::running},
    {"acronym", Tag::abbr, TagGroup::running},
    {"address", Tag::address},
    {"amp-img", Tag::amp_img, TagGroup::unreadable},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::audio, TagGroup::unreadable},
    {"b", Tag::b, TagGroup::running},
    {"base", Tag::base, TagGroup::empty},
    {"bdi", Tag::bdi, TagGroup::running},
    {"bdo", Tag::bdo, TagGroup::running},
    {"big", Tag::big, TagGroup::running},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br, TagGroup::empty},
    {"button", Tag::button, TagGroup::unreadable},
    {"caption", Tag::caption},
    {"center", Tag::center},
    {"cite", Tag::cite, TagGroup::running},
    {"code", Tag::code, TagGroup::running},
    {"col", Tag::col, TagGroup::empty},
    {"data", Tag::data, TagGroup::running},
    {"datalist", Tag::datalist, TagGroup::unreadable},
    {"dd", Tag::dd},
    {"del", Tag::del, TagGroup::running},
    {"details", Tag::details},
    {"dfn", Tag::dfn, TagGroup::running},
    {"dialog", Tag::dialog, TagGroup::unreadable},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"em", Tag::em, TagGroup::running},
    {"embed", Tag::embed, TagGroup::empty},
    {"fieldset", Tag::fieldset},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"font", Tag::font, TagGroup::running},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hr", Tag::hr, TagGroup::empty},
    {"html", Tag::html},
    {"i", Tag::i, TagGroup::running},
    {"iframe", Tag::iframe, TagGroup::unreadable},
    {"img", Tag::img, TagGroup::empty},
    {"input", Tag::input, TagGroup::empty},
    {"ins", Tag::ins, TagGroup::running},
    {"kbd", Tag::kbd, TagGroup::running},
    {"label", Tag::label, TagGroup::running},
    {"legend", Tag::legend},
    {"li", Tag::li},
    {"link", Tag::link, TagGroup::empty},
    {"main", Tag::main},
    {"map", Tag::map, TagGroup::unreadable},
    {"mark", Tag::mark, TagGroup::running},
    {"menu", Tag::menu},
    {"meta", Tag::meta, TagGroup::empty},
    {"nav", Tag::nav},
    {"nobr", Tag::nobr, TagGroup::running},
    {"noscript", Tag::noscript},
    {"object", Tag::object, TagGroup::unreadable},
    {"ol", Tag::ol},
    {"optgroup", Tag::optgroup, TagGroup::unreadable},
    {"option", Tag::option, TagGroup::unreadable},
    {"p", Tag::p},
    {"picture", Tag::picture},
    {"pre", Tag::pre},
    {"q", Tag::q, TagGroup::running},
    {"rp", Tag::rp, TagGroup::unreadable},
    {"rt", Tag::rt, TagGroup::unreadable},
    {"ruby", Tag::ruby, TagGroup::running},
    {"s", Tag::s, TagGroup::running},
    {"samp", Tag::samp, TagGroup::running},
    {"script", Tag::script, TagGroup::unreadable},
    {"section", Tag::section},
    {"select", Tag::select, TagGroup::unreadable},
    {"small", Tag::small, TagGroup::running},
    {"source", Tag::source, TagGroup::empty},
    {"span", Tag::span, TagGroup::running},
    {"strike", Tag::strike, TagGroup::running},
    {"strong", Tag::strong, TagGroup::running},
    {"style", Tag::style, TagGroup::unreadable},
    {"sub", Tag::sub, TagGroup::running},
    {"summary", Tag::summary},
    {"sup", Tag::sup, TagGroup::running},
    {"svg", Tag::svg, TagGroup::unreadable},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_, TagGroup::unreadable},
    {"textarea", Tag::textarea, TagGroup::unreadable},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time, TagGroup::running},
    {"title", Tag::title, TagGroup::unreadable},
    {"tr", Tag::tr},
    {"tt", Tag::tt, TagGroup::running},
    {"u", Tag::u, TagGroup::running},
    {"ul", Tag::ul},
    {"var", Tag::var, TagGroup::running},
    {"video", Tag::video, TagGroup::unreadable},
    {"wbr", Tag::wbr, TagGroup::empty},
});
static_assert(tags.is_sorted());

constexpr auto groups = [] {
    std::array<TagGroup, 256> out{};
    for (const TagRow& row : tags.rows())
        out[static_cast<std::size_t>(row.tag)] = row.group;
    return out;
}();

struct KeyRow {
    std::string_view name;
    Key key;
};

constexpr auto keys = name_table<&KeyRow::name, KeyRow>({
    {"aria-hidden", Key::aria_hidden},
    {"class", Key::class_},
    {"content", Key::content},
    {"data-component", Key::data_component},
    {"data-qa", Key::data_qa},
    {"data-testid", Key::data_testid},
    {"data-type", Key::data_type},
    {"datetime", Key::datetime},
    {"hidden", Key::hidden},
    {"href", Key::href},
    {"id", Key::id},
    {"itemprop", Key::itemprop},
    {"lang", Key::lang},
    {"name", Key::name},
    {"property", Key::property},
    {"pubdate", Key::pubdate},
    {"rel", Key::rel},
    {"role", Key::role},
    {"style", Key::style},
    {"title", Key::title},
    {"type", Key::type},
    {"value", Key::value},
    {"xml:lang", Key::xml_lang},
});
static_assert(keys.is_sorted());

std::string_view view(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);
}

class Builder {
public:
    Builder() {
        tree_.nodes.push_back({Tag::other, 0, 0, 0, 0});
        open_.push_back(0);
    }

    void start(std::string_view name, const xmlChar** attributes) {
        if (tree_.nodes.size() >= most_nodes) {
            tree_.is_cut = true;
            ++beyond_;
            return;
        }
        if (open_.size() >= deepest) {
            ++beyond_;
            return;
        }
        const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
        tree_.nodes.push_back(
            {tag_of(name), open_.back(), 0, static_cast<std::uint32_t>(tree_.attributes.size()), 0});
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            const auto key = key_of(view(attributes[0]));
            if (!key) continue;
            const std::string_view value = attributes[1] == nullptr ? "" : view(attributes[1]);
            tree_.attributes.push_back({*key, static_cast<std::uint32_t>(tree_.bytes.size()),
                                        static_cast<std::uint32_t>(value.size())});
            tree_.bytes.append(value);
        }
        tree_.nodes[node].size =
            static_cast<std::uint32_t>(tree_.attributes.size()) - tree_.nodes[node].begin;
        open_.push_back(node);
        text_end_ = 0;
    }

    void end() {
        text_end_ = 0;
        if (beyond_ > 0) {
            --beyond_;
            return;
        }
        if (open_.size() == 1) return;
        tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
        open_.pop_back();
    }

    void text(std::string_view piece) {
        // The parser gives text in pieces.
        if (text_end_ != 0 && text_end_ == tree_.bytes.size()) {
            tree_.nodes.back().size += static_cast<std::uint32_t>(piece.size());
        } else {
            if (tree_.nodes.size() >= most_nodes) {
                tree_.is_cut = true;
                return;
            }
            const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
            tree_.nodes.push_back({Tag::text, open_.back(), node + 1,
                                   static_cast<std::uint32_t>(tree_.bytes.size()),
                                   static_cast<std::uint32_t>(piece.size())});
        }
        tree_.bytes.append(piece);
        text_end_ = tree_.bytes.size();
    }

    void comment(std::string_view piece) {
        if (tree_.comments.size() < 16) tree_.comments.emplace_back(piece.substr(0, 4096));
    }

    Tree finish() {
        while (open_.size() > 1) {
            tree_.nodes[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes.size());
            open_.pop_back();
        }
        tree_.nodes[0].end = static_cast<std::uint32_t>(tree_.nodes.size());
        return std::move(tree_);
    }

private:
    Tree tree_;
    std::vector<std::uint32_t> open_;
    std::size_t beyond_ = 0;    ///< open elements that are not in the tree
    std::size_t text_end_ = 0;  ///< where the last piece of text ended; 0 when a tag came after it
};

Builder& builder(void* data) {
    return *static_cast<Builder*>(data);
}

htmlSAXHandler handler() {
    htmlSAXHandler out{};
    out.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
        builder(data).start(view(name), attributes);
    };
    out.endElement = [](void* data, const xmlChar*) { builder(data).end(); };
    out.characters = [](void* data, const xmlChar* text, int size) {
        builder(data).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    out.ignorableWhitespace = out.characters;
    out.cdataBlock = out.characters;
    out.comment = [](void* data, const xmlChar* text) { builder(data).comment(view(text)); };
    return out;
}

}  // namespace

Tag tag_of(std::string_view name) {
    const TagRow* const found = tags.find(name);
    return found == nullptr ? Tag::other : found->tag;
}

TagGroup group_of(Tag tag) {
    return groups[static_cast<std::size_t>(tag)];
}

bool ends_by_itself(Tag tag) {
    switch (tag) {
        case Tag::p:
        case Tag::li:
        case Tag::td:
        case Tag::th:
        case Tag::tr:
        case Tag::dd:
        case Tag::dt:
        case Tag::option: return true;
        default: return false;
    }
}

std::optional<Key> key_of(std::string_view name) {
    const KeyRow* const found = keys.find(name);
    return found == nullptr ? std::nullopt : std::optional(found->key);
}

std::string_view Tree::value(std::uint32_t node, Key key) const {
    const Node& of = nodes[node];
    if (of.tag == Tag::text) return {};
    for (std::uint32_t i = of.begin; i < of.begin + of.size; ++i) {
        if (attributes[i].key == key)
            return std::string_view(bytes).substr(attributes[i].begin, attributes[i].size);
    }
    return {};
}

bool Tree::has(std::uint32_t node, Key key) const {
    const Node& of = nodes[node];
    if (of.tag == Tag::text) return false;
    return std::any_of(attributes.begin() + of.begin, attributes.begin() + of.begin + of.size,
                       [&](const Attribute& each) { return each.key == key; });
}

std::string Tree::all_text(std::uint32_t node) const {
    std::string out;
    if (nodes[node].tag == Tag::text) return text::squeeze(text(node));
    for (std::uint32_t i = node + 1; i < nodes[node].end; ++i) {
        if (nodes[i].tag == Tag::text) {
            out.append(text(i));
        } else if (nodes[i].tag == Tag::script || nodes[i].tag == Tag::style) {
            i = nodes[i].end - 1;
        } else if (group_of(nodes[i].tag) != TagGroup::running) {
            out += ' ';
        }
    }
    return text::squeeze(out);
}

Tree read_tree(std::string_view html) {
    const Libxml2& library = Libxml2::get();
    const std::string slim = slim_html(html);
    Builder out;
    htmlSAXHandler callbacks = handler();
    const std::unique_ptr<htmlParserCtxt, decltype(library.html_free)> context(
        library.html_create(&callbacks, &out, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
        library.html_free);
    if (!context) throw Error(ErrorCode::io, "out of memory", "give less at a time");
    library.html_use_options(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                                HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    constexpr std::size_t most_at_once = std::size_t{1} << 20U;
    for (std::size_t at = 0; at < slim.size(); at += most_at_once) {
        const std::size_t size = std::min(most_at_once, slim.size() - at);
        library.html_parse_chunk(context.get(), slim.data() + at, static_cast<int>(size), 0);
    }
    library.html_parse_chunk(context.get(), nullptr, 0, 1);
    return out.finish();
}

}  // namespace newsarc::input
