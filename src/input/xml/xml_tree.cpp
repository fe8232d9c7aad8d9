#include "input/xml/xml_tree.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <memory>

#include "input/load/libxml2.hpp"
#include "input/xml/mend.hpp"
#include "text/markup.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t deepest = 512;
constexpr std::size_t most_elements = 2'000'000;

/// How the names of a namespace begin here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> namespaces{{
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://www.w3.org/1999/xhtml", ""},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/elements/1.0/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"},
    {"http://search.yahoo.com/mrss/", "media:"},
    {"http://www.idpf.org/2007/opf", ""},
    {"urn:oasis:names:tc:opendocument:xmlns:container", ""},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta:"},
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"},
}};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string full_name(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
    std::string out;
    const std::string_view space = view(uri);
    // Those of feeds are written in capitals as it pleases.
    const auto* const known = std::ranges::find_if(namespaces, [&](const auto& row) {
        return std::ranges::equal(
            row.first, space, [](char a, char b) { return text::ascii_lower(a) == text::ascii_lower(b); });
    });
    if (known != namespaces.end())
        out = known->second;
    else if (prefix != nullptr)
        out.append(view(prefix)).append(":");
    return out.append(view(local));
}

class Builder : public XmlEvents {
public:
    explicit Builder(const std::function<bool(std::string_view)>& holds_markup)
        : holds_markup_(holds_markup) {
        tree_.elements.emplace_back();
        open_.push_back(0);
    }

    void start(const std::string& name, const XmlAttributes& attributes) override {
        if (holder_depth_ != 0) {
            ++inner_;
            std::string& text = tree_.elements[open_.back()].text;
            text.append("<").append(local(name));
            for (const auto& [key, value] : attributes) {
                text.append(" ").append(key).append("=\"");
                text += text::escaped_for_markup(value);
                text += '"';
            }
            text += '>';
            return;
        }
        if (tree_.elements.size() >= most_elements || open_.size() >= deepest) {
            tree_.is_cut = tree_.is_cut || tree_.elements.size() >= most_elements;
            ++beyond_;
            return;
        }
        const auto number = static_cast<std::uint32_t>(tree_.elements.size());
        XmlElement element;
        element.name = name;
        element.parent = open_.back();
        element.attributes = attributes;
        tree_.elements[open_.back()].children.push_back(number);
        open_.push_back(number);
        if (holds_markup_(element.name)) holder_depth_ = open_.size();
        tree_.elements.push_back(std::move(element));
    }

    void end(const std::string& name) override {
        if (inner_ > 0) {
            --inner_;
            tree_.elements[open_.back()].text.append("</").append(local(name)).append(">");
            return;
        }
        if (beyond_ > 0) {
            --beyond_;
            return;
        }
        if (open_.size() == 1) return;
        if (holder_depth_ == open_.size()) holder_depth_ = 0;
        open_.pop_back();
    }

    void text(std::string_view piece) override {
        std::string& text = tree_.elements[open_.back()].text;
        if (inner_ > 0)
            text += text::escaped_for_markup(piece);
        else
            text.append(piece);
    }

    void damaged() { tree_.is_damaged = true; }
    XmlTree take() { return std::move(tree_); }

private:
    /// A name without the prefix of its namespace.
    static std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

    const std::function<bool(std::string_view)>& holds_markup_;
    XmlTree tree_;
    std::vector<std::uint32_t> open_;
    std::size_t holder_depth_ = 0;  ///< where the open element that holds markup is; 0: none is
    std::size_t inner_ = 0;         ///< elements open within that
    std::size_t beyond_ = 0;        ///< open elements that are not in the tree
};

XmlEvents& events(void* data) {
    return *static_cast<XmlEvents*>(data);
}

XmlAttributes attributes_of(int count, const xmlChar** attributes) {
    constexpr int most = 256;
    XmlAttributes out;
    for (int i = 0; i < std::min(count, most); ++i) {
        // Name, prefix, namespace, and where the value begins and ends.
        const xmlChar** const at = attributes + std::ptrdiff_t{5} * i;
        out.emplace_back(
            full_name(at[0], at[1], at[2]),
            std::string(reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3])));
    }
    return out;
}

xmlSAXHandler handler() {
    xmlSAXHandler out{};
    out.initialized = XML_SAX2_MAGIC;
    out.startElementNs = [](void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int,
                            const xmlChar**, int count, int, const xmlChar** attributes) {
        events(data).start(full_name(local, prefix, uri), attributes_of(count, attributes));
    };
    out.endElementNs = [](void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
        events(data).end(full_name(local, prefix, uri));
    };
    out.characters = [](void* data, const xmlChar* text, int size) {
        events(data).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    out.ignorableWhitespace = out.characters;
    out.cdataBlock = out.characters;
    return out;
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [known, value] : attributes) {
        if (known == wanted) return value;
    }
    return {};
}

const XmlElement* XmlTree::child(const XmlElement& of, std::string_view name) const {
    for (const std::uint32_t each : of.children) {
        if (elements[each].name == name) return &elements[each];
    }
    return nullptr;
}

std::string_view XmlTree::text_of(const XmlElement& of, std::string_view name) const {
    const XmlElement* found = child(of, name);
    return found == nullptr ? std::string_view() : std::string_view(found->text);
}

bool read_xml(std::string_view utf8, XmlEvents& events) {
    const Libxml2& library = Libxml2::get();
    const std::string xml = mend_xml(utf8);
    xmlSAXHandler callbacks = handler();
    const std::unique_ptr<xmlParserCtxt, decltype(library.xml_free)> context(
        library.xml_create(&callbacks, &events, nullptr, 0, nullptr), library.xml_free);
    if (!context) throw Error(ErrorCode::io, "out of memory", "give less at a time");
    library.xml_use_options(context.get(), XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                               XML_PARSE_NONET | XML_PARSE_HUGE);
    constexpr std::size_t most_at_once = std::size_t{1} << 20U;
    for (std::size_t at = 0; at < xml.size(); at += most_at_once) {
        const std::size_t size = std::min(most_at_once, xml.size() - at);
        library.xml_parse_chunk(context.get(), xml.data() + at, static_cast<int>(size), 0);
    }
    library.xml_parse_chunk(context.get(), nullptr, 0, 1);
    return context->wellFormed != 0;
}

XmlTree read_xml(std::string_view utf8, const std::function<bool(std::string_view)>& holds_markup) {
    Builder out(holds_markup);
    if (!read_xml(utf8, out)) out.damaged();
    return out.take();
}

}  // namespace newsarc::input
