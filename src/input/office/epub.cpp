#include "input/office/epub.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "input/office/packed_document.hpp"
#include "input/page/blocks.hpp"
#include "input/page/page.hpp"
#include "input/xml/xml_tree.hpp"
#include "text/address.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

Error damaged(const std::string& what) {
    return {ErrorCode::input, "an EPUB " + what,
            "open it with a reader of books, and save what you need as text"};
}

bool never(std::string_view) {
    return false;
}

/// A path as the package names it: relative to the package, percent-encoded, with a fragment.
std::string path_of(std::string_view folder, std::string_view href) {
    href = href.substr(0, href.find('#'));
    const std::string path = std::string(folder) + text::percent_decoded(href);
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        at = end + 1;
        if (part == "..")
            out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
        else if (!part.empty() && part != ".")
            out.append(out.empty() ? "" : "/").append(part);
    }
    return out;
}

/// What the package (OPF) states.
struct Package {
    std::vector<std::string> spine;  ///< paths of chapters
    std::string title;
    std::string identifier;
    std::string language;
    std::vector<std::string> creators;
    std::vector<std::string> dates;
};

Package read_package(const PackedDocument& files) {
    const auto container = files.find("META-INF/container.xml");
    if (container == files.end()) throw damaged("without META-INF/container.xml");
    std::string path;
    for (const XmlElement& element : read_xml(container->second, never).elements) {
        if (element.name == "rootfile" && path.empty()) path = element.attribute("full-path");
    }
    const auto package = files.find(path_of({}, path));
    if (package == files.end()) throw damaged("without its package document");
    const std::string folder = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    Package out;
    std::vector<std::pair<std::string, std::string>> items;  // by id
    const XmlTree tree = read_xml(package->second, never);
    const auto set = [](std::string& field, const XmlElement& element) {
        if (field.empty()) field = text::squeeze(element.text);
    };
    for (const XmlElement& element : tree.elements) {
        if (element.name == "item") items.emplace_back(element.attribute("id"), element.attribute("href"));
        if (element.name == "dc:title") set(out.title, element);
        if (element.name == "dc:identifier") set(out.identifier, element);
        if (element.name == "dc:language") set(out.language, element);
        if (element.name == "dc:creator") out.creators.push_back(text::squeeze(element.text));
        if (element.name == "dc:date") out.dates.push_back(text::squeeze(element.text));
    }
    std::ranges::stable_sort(items, {}, &std::pair<std::string, std::string>::first);
    for (const XmlElement& element : tree.elements) {
        if (element.name != "itemref" || element.attribute("linear") == "no") continue;
        const std::string_view id = element.attribute("idref");
        const auto item = std::ranges::lower_bound(
            items, id, {}, [](const auto& each) { return std::string_view(each.first); });
        if (item != items.end() && item->first == id) out.spine.push_back(path_of(folder, item->second));
    }
    return out;
}

std::uint32_t size_of(const std::vector<Block>& blocks) {
    std::uint32_t size = 0;
    for (const Block& block : blocks) {
        std::uint32_t linked = 0;
        for (const BlockLink& link : block.links)
            linked += reading_size(link.title);
        const std::uint32_t all = reading_size(block.text);
        if (block.role != BlockRole::furniture && block.role != BlockRole::related && 2 * linked < all)
            size += all;
    }
    return size;
}

/// By the rules for pages, where they find most of the text: makers of papers for readers put bars with
/// links into each chapter, and headline, writer and date on top. Else all of it.
Document read_chapter(std::string_view html) {
    Document out;
    std::vector<Block> all = read_fragment(html, "");
    const auto first = std::ranges::find(all, BlockRole::heading, &Block::role);
    const auto heading = first == all.end() ? std::nullopt : std::optional(first->text);
    try {
        out = read_page(html);
        if (size_of(out.blocks) * 3 < size_of(all) * 2) out.blocks = std::move(all);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::input) throw;
        out.blocks = std::move(all);
    }
    if (!out.headline) out.headline = heading;
    const auto repeated = std::ranges::find_if(out.blocks, [&](const Block& block) {
        return block.role == BlockRole::heading && block.text == out.headline;
    });
    if (repeated != out.blocks.end()) out.blocks.erase(repeated);
    return out;
}

void fill(Document& chapter, const Package& package) {
    for (const std::string& creator : package.creators)
        chapter.authors.push_back({creator});
    chapter.published.insert(chapter.published.end(), package.dates.begin(), package.dates.end());
    if (!chapter.language && !package.language.empty()) chapter.language = package.language;
    if (!chapter.credit && !package.title.empty()) chapter.credit = package.title;
}

}  // namespace

bool begins_epub(std::string_view start) {
    return begins_with_mimetype(start, "application/epub+zip");
}

void read_epub(std::string_view bytes, const Given& given, const std::function<void(Document)>& take) {
    const PackedDocument files = read_packed_document(bytes, [](std::string_view path) {
        const std::string_view ending = path.substr(std::min(path.rfind('.'), path.size()));
        return ending == ".xml" || ending == ".opf" || ending.starts_with(".htm") || ending == ".xhtml";
    });
    if (files.contains("META-INF/rights.xml")) throw damaged("under a copy lock");
    const Package package = read_package(files);
    std::optional<Document> whole;
    bool is_empty = true;
    std::set<std::string_view> seen;
    for (const std::string& path : package.spine) {
        // A spine names each chapter once (EPUB 3.3, 5.7.1); one that does not would have no end.
        const auto file = files.find(path);
        if (file == files.end() || !seen.insert(path).second) continue;
        Document chapter = read_chapter(file->second);
        // Covers, tables of contents and title pages have no sentences.
        constexpr std::uint32_t shortest = 100;
        if (size_of(chapter.blocks) < shortest) continue;
        is_empty = false;
        if (given.single) {
            if (!whole) whole.emplace();
            if (chapter.headline)
                whole->blocks.push_back(
                    {BlockRole::heading, *chapter.headline, {}, "the headline of a chapter"});
            std::ranges::move(chapter.blocks, std::back_inserter(whole->blocks));
            continue;
        }
        fill(chapter, package);
        if (!package.identifier.empty() && !chapter.key) chapter.key = package.identifier + "#" + path;
        take(std::move(chapter));
    }
    if (is_empty) throw damaged("without a chapter that has text");
    if (!whole) return;
    fill(*whole, package);
    if (!package.title.empty()) whole->headline = std::exchange(whole->credit, std::nullopt);
    if (!package.identifier.empty()) whole->key = package.identifier;
    take(std::move(*whole));
}

}  // namespace newsarc::input
