#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::input {

/// An element of XML. Names bear the usual prefix of their namespace, whatever the file's own is:
/// `dc:creator`; those of RSS, Atom and XHTML bear none.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;  ///< all that stands directly in it, CDATA too
    std::uint32_t parent = 0;
    std::vector<std::uint32_t> children;

    /// Empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// The elements of a document in their order; the first is a root above the document's own.
struct XmlTree {
    std::vector<XmlElement> elements;
    bool is_damaged = false;  ///< not well-formed, and read as far as it goes
    bool is_cut = false;      ///< it has more elements than are read

    /// The first child of a name; null when there is none.
    [[nodiscard]] const XmlElement* child(const XmlElement& of, std::string_view name) const;
    /// Its text; empty when there is none.
    [[nodiscard]] std::string_view text_of(const XmlElement& of, std::string_view name) const;
};

/// Reads XML in UTF-8, however broken. There is no DTD: it is passed over, no entity is declared and none is
/// fetched; those of HTML are known, and any other is text. At most 512 elements are open at a time, and
/// 2 million are read. What stands in an element for which `holds_markup` is true becomes its text, tags and
/// all. Throws Error(unsupported) without libxml2.
XmlTree read_xml(std::string_view utf8, const std::function<bool(std::string_view name)>& holds_markup);

}  // namespace newsarc::input
