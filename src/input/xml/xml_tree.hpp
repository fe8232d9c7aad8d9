#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::input {

using XmlAttributes = std::vector<std::pair<std::string, std::string>>;

/// Takes the pieces of XML in their order; names are as XmlElement has them.
class XmlEvents {
public:
    virtual void start(const std::string& name, const XmlAttributes& attributes) = 0;
    virtual void end(const std::string& name) = 0;
    virtual void text(std::string_view piece) = 0;

protected:
    ~XmlEvents() = default;
};

/// An element of XML. Names bear the usual prefix of their namespace, whatever the file's own is:
/// `dc:creator`; those of RSS, Atom and XHTML bear none.
struct XmlElement {
    std::string name;
    XmlAttributes attributes;
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

/// Reads XML in UTF-8, however broken; true when it is well-formed. There is no DTD: it is passed over, no
/// entity is declared and none is fetched; those of HTML are known, and any other is text. Throws
/// Error(unsupported) without libxml2.
bool read_xml(std::string_view utf8, XmlEvents& events);

/// The same as a tree. At most 512 elements are open at a time, and 2 million are read. What stands in an
/// element for which `holds_markup` is true becomes its text, tags and all.
XmlTree read_xml(std::string_view utf8, const std::function<bool(std::string_view name)>& holds_markup);

}  // namespace newsarc::input
