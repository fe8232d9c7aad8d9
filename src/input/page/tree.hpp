#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/page/signs.hpp"

namespace newsarc::input {

/// The elements that mean something here; `other` is any other, taken as a block.
enum class Tag : std::uint8_t {
    other,
    text,
    a,
    abbr,
    address,
    amp_img,
    article,
    aside,
    b,
    base,
    bdi,
    bdo,
    big,
    blockquote,
    body,
    br,
    button,
    caption,
    center,
    cite,
    code,
    col,
    data,
    datalist,
    dd,
    del,
    details,
    dfn,
    dialog,
    div,
    dl,
    dt,
    em,
    embed,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    i,
    iframe,
    img,
    input,
    ins,
    kbd,
    label,
    legend,
    li,
    link,
    main,
    map,
    mark,
    menu,
    meta,
    nav,
    nobr,
    noscript,
    object,
    ol,
    optgroup,
    option,
    p,
    picture,
    pre,
    q,
    s,
    samp,
    script,
    section,
    select,
    small,
    source,
    span,
    strike,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    tt,
    u,
    ul,
    var,
    video,
    audio,
    wbr,
    rp,
    rt,
    ruby,
};

enum class TagGroup : std::uint8_t {
    block,
    running,    ///< part of a line of text
    empty,      ///< has no content
    unreadable  ///< its content is no text for readers
};

Tag tag_of(std::string_view lower_case_name);
TagGroup group_of(Tag tag);

/// An element that the next of its name ends: `p`, `li`.
bool ends_by_itself(Tag tag);

/// The attributes that something is read from.
enum class Key : std::uint8_t {
    class_,
    id,
    href,
    rel,
    role,
    itemprop,
    content,
    name,
    property,
    datetime,
    pubdate,
    hidden,
    style,
    aria_hidden,
    title,
    lang,
    xml_lang,
    type,
    data_testid,
    data_component,
    data_qa,
    data_type,
    value,
};
std::optional<Key> key_of(std::string_view lower_case_name);

/// A page as a tree. Elements and pieces of text are in document order, so that all within the node `i` is
/// from `i` + 1 to before `nodes[i].end`. Node 0 is the root.
struct Tree {
    struct Attribute {
        Key key = Key::class_;
        std::uint32_t begin = 0;  ///< in `bytes`
        std::uint32_t size = 0;
    };
    struct Node {
        Tag tag = Tag::other;
        std::uint32_t parent = 0;
        std::uint32_t end = 0;
        std::uint32_t begin = 0;  ///< of a text in `bytes`, of an element's first attribute
        std::uint32_t size = 0;   ///< bytes of the text, number of attributes
    };

    std::vector<Node> nodes;
    std::vector<Attribute> attributes;
    std::string bytes;
    std::vector<std::string> comments;
    mutable std::vector<Signs> signs;  ///< what signs_of() has read
    bool is_cut = false;               ///< it has more nodes than are read

    [[nodiscard]] std::string_view text(std::uint32_t node) const {
        return std::string_view(bytes).substr(nodes[node].begin, nodes[node].size);
    }
    /// The value of an attribute; empty when it is not there.
    [[nodiscard]] std::string_view value(std::uint32_t node, Key key) const;
    [[nodiscard]] bool has(std::uint32_t node, Key key) const;
    /// All text within a node, scripts left out, white space squeezed.
    [[nodiscard]] std::string all_text(std::uint32_t node) const;
};

/// Reads HTML in UTF-8, however broken. At most 512 elements are open at a time: what is deeper hangs on the
/// last of them; and at most 2 million nodes are read. Throws Error(unsupported) without libxml2.
Tree read_tree(std::string_view html);

/// The same HTML without what nothing is read from: styles, pictures of vectors, scripts other than JSON-LD,
/// comments other than those in which browsers note what they saved, attributes that are not known, and
/// `data:` addresses. An attribute stands once in a tag, and is cut after 2 KB unless it is a link or has
/// text for readers; tags deeper than 1,000 open ones are left out and their text is kept. The parser behind
/// takes time that grows with the square of these. Time is linear.
std::string slim_html(std::string_view html);

}  // namespace newsarc::input
