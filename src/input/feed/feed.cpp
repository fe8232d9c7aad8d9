#include "input/feed/feed.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "input/charset.hpp"
#include "input/xml/xml_tree.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

constexpr std::array<std::string_view, 3> roots{"rss", "feed", "RDF"};

/// The name of the first tag without its prefix, what may stand before it passed over.
std::string_view first_tag(std::string_view start) {
    for (std::size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at + 1)) {
        const std::string_view rest = start.substr(at + 1);
        if (rest.starts_with("?") || rest.starts_with("!")) {
            if (rest.starts_with("!--")) {
                const std::size_t end = rest.find("-->");
                if (end == std::string_view::npos) return {};
                at += end;
            } else if (const std::size_t subset = rest.find('[');
                       rest.starts_with("!DOCTYPE") && subset < rest.find('>')) {
                const std::size_t end = rest.find("]>");
                if (end == std::string_view::npos) return {};
                at += end;
            }
            continue;
        }
        const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
        const std::size_t colon = name.find(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
    return {};
}

bool holds_markup(std::string_view name) {
    constexpr std::array<std::string_view, 9> names{"title",   "description", "content", "content:encoded",
                                                    "summary", "tagline",     "body",    "fullitem",
                                                    "encoded"};
    return std::ranges::find(names, name) != names.end();
}

/// RFC 4648; what is none of its signs is passed over.
std::string from_base64(std::string_view text) {
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::size_t value = signs.find(c);
        if (value == std::string_view::npos) continue;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>((bits >> count) & 0xFFU);
    }
    return text::to_valid_utf8(out);
}

class FeedReader {
public:
    explicit FeedReader(const XmlTree& tree) : tree_(tree) {}

    std::vector<Document> run() {
        read_facts();
        std::vector<Document> out;
        for (const XmlElement& element : tree_.elements) {
            if (element.name != "item" && element.name != "entry") continue;
            Document document = document_of(entry(element), facts_);
            if (document.headline || !document.blocks.empty()) out.push_back(std::move(document));
        }
        return out;
    }

private:
    void read_facts() {
        facts_.is_damaged = tree_.is_damaged || tree_.is_cut;
        for (const XmlElement& element : tree_.elements) {
            if (element.name == "feed" || element.name == "channel") {
                facts_.title = tree_.text_of(element, "title");
                facts_.link = text::squeeze(link(element));
                facts_.language = tree_.text_of(element, "language");
                if (facts_.language.empty()) facts_.language = tree_.text_of(element, "dc:language");
                if (facts_.language.empty()) facts_.language = element.attribute("xml:lang");
                facts_.base = base_of(element);
                facts_.authors = authors(element);
                return;
            }
        }
    }

    /// xml:base of the element or of one around it.
    [[nodiscard]] std::string base_of(const XmlElement& element) const {
        const XmlElement* at = &element;
        while (true) {
            if (const std::string_view base = at->attribute("xml:base"); !base.empty())
                return std::string(base);
            if (at == &tree_.elements.front()) return {};
            at = &tree_.elements[at->parent];
        }
    }

    [[nodiscard]] std::string link(const XmlElement& of) const {
        if (const std::string_view original = tree_.text_of(of, "feedburner:origLink"); !original.empty())
            return std::string(original);
        std::string other;
        for (const std::uint32_t each : of.children) {
            const XmlElement& child = tree_.elements[each];
            if (child.name != "link") continue;
            const std::string_view relation = child.attribute("rel");
            const std::string_view target = child.attribute("href");
            const std::string value(target.empty() ? std::string_view(child.text) : target);
            if (text::squeeze(value).empty()) continue;
            if (relation.empty() || relation == "alternate") return value;
            if (other.empty() && relation != "self" && relation != "hub" && relation != "enclosure" &&
                relation != "replies" && relation != "edit" && relation != "next")
                other = value;
        }
        return other;
    }

    [[nodiscard]] std::vector<std::string> texts(const XmlElement& of,
                                                 std::initializer_list<std::string_view> names) const {
        std::vector<std::string> out;
        for (const std::string_view name : names) {
            for (const std::uint32_t each : of.children) {
                const XmlElement& child = tree_.elements[each];
                if (child.name == name && !text::squeeze(child.text).empty())
                    out.push_back(is_base64(child) ? from_base64(child.text) : child.text);
            }
        }
        return out;
    }

    /// As Atom 0.3 says it, and Atom 1.0 of what is no text (RFC 4287, 4.1.3.3).
    static bool is_base64(const XmlElement& element) {
        const std::string_view type = element.attribute("type");
        return element.attribute("mode") == "base64" || type == "application/octet-stream";
    }

    [[nodiscard]] std::string first_text(const XmlElement& of,
                                         std::initializer_list<std::string_view> names) const {
        std::vector<std::string> found = texts(of, names);
        return found.empty() ? std::string() : std::move(found.front());
    }

    [[nodiscard]] std::vector<std::string> authors(const XmlElement& of) const {
        std::vector<std::string> out;
        for (const std::uint32_t each : of.children) {
            const XmlElement& child = tree_.elements[each];
            if (child.name != "author") continue;
            std::string name(tree_.text_of(child, "name"));
            if (name.empty()) name = child.text;
            if (!text::squeeze(name).empty()) out.push_back(std::move(name));
        }
        for (const std::string_view name : {"dc:creator", "itunes:author", "dc:author"}) {
            if (out.empty()) out = texts(of, {name});
        }
        return out;
    }

    [[nodiscard]] FeedEntry entry(const XmlElement& of) const {
        FeedEntry out;
        out.title = first_text(of, {"title", "dc:title", "media:title", "itunes:title"});
        out.link = link(of);
        out.id = first_text(of, {"guid", "id", "dc:identifier"});
        if (out.id.empty()) out.id = of.attribute("rdf:about");
        if (out.link.empty() && out.id.starts_with("http")) out.link = out.id;
        out.content = content(of);
        out.summary = first_text(
            of, {"description", "summary", "itunes:summary", "media:description", "dc:description"});
        out.language = first_text(of, {"dc:language", "language"});
        if (out.language.empty()) out.language = of.attribute("xml:lang");
        out.base = base_of(of);
        out.authors = authors(of);
        out.published = texts(of, {"published", "pubDate", "pubdate", "issued", "dcterms:issued", "dc:date",
                                   "created", "dcterms:created"});
        out.updated = texts(of, {"updated", "modified", "dcterms:modified"});
        for (const std::uint32_t each : of.children) {
            const XmlElement& child = tree_.elements[each];
            if (child.name != "category" && child.name != "dc:subject" && child.name != "itunes:category")
                continue;
            std::string_view topic = child.attribute("label");
            if (topic.empty()) topic = child.attribute("term");
            if (topic.empty()) topic = child.text;
            if (!text::squeeze(topic).empty()) out.topics.emplace_back(topic);
        }
        return out;
    }

    /// Of several, the longest: some feeds give the text in parts and whole.
    [[nodiscard]] std::string content(const XmlElement& of) const {
        std::string longest;
        for (std::string& each : texts(of, {"content:encoded", "encoded", "content", "body", "fullitem"})) {
            if (each.size() > longest.size()) longest = std::move(each);
        }
        return longest;
    }

    const XmlTree& tree_;
    FeedFacts facts_;
};

}  // namespace

bool begins_feed(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    if (start[first] == '{') return begins_json_feed(start);
    // A few bytes of junk before the declaration are common.
    if (start.find('<') > first + 16) return false;
    return std::ranges::find(roots, first_tag(start)) != roots.end();
}

std::vector<Document> read_feed(std::string_view bytes, const Given& given) {
    const text::Decoded decoded =
        decode_declared(bytes, given, declared_charset(bytes.substr(0, 200), "encoding="));
    std::vector<Document> out = begins_json_feed(decoded.utf8)
                                    ? read_json_feed(decoded.utf8)
                                    : FeedReader(read_xml(decoded.utf8, holds_markup)).run();
    if (out.empty())
        throw Error(ErrorCode::input, "a feed without an entry that says something", "give one with entries");
    for (Document& document : out)
        document.warnings.insert(document.warnings.begin(), decoded.warnings.begin(), decoded.warnings.end());
    return out;
}

}  // namespace newsarc::input
