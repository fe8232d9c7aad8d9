#include "input/office/text_document.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "input/office/packed_document.hpp"
#include "input/xml/xml_tree.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

/// What the elements of a form of documents mean.
struct Elements {
    std::vector<std::string_view> paragraphs;
    std::vector<std::string_view> runs;     ///< that hold text; empty: paragraphs do
    std::vector<std::string_view> dropped;  ///< with all in them
    std::string_view row;
    std::string_view cell;
    std::string_view tab;
    std::string_view line_break;
    std::string_view blanks;
};

const Elements& docx_elements() {
    static const Elements elements{
        .paragraphs = {"w:p"},
        .runs = {"w:t"},
        // A picture's text stands twice, the second time for programs of old.
        .dropped = {"w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText"},
        .row = "w:tr",
        .cell = "w:tc",
        .tab = "w:tab",
        .line_break = "w:br",
        .blanks = {},
    };
    return elements;
}

const Elements& odt_elements() {
    static const Elements elements{
        .paragraphs = {"text:p", "text:h"},
        .runs = {},
        .dropped = {"text:tracked-changes", "text:note", "office:annotation", "office:forms",
                    "text:sequence-decls", "text:table-of-content"},
        .row = "table:table-row",
        .cell = "table:table-cell",
        .tab = "text:tab",
        .line_break = "text:line-break",
        .blanks = "text:s",
    };
    return elements;
}

/// Gathers the paragraphs of a document's text.
class Paragraphs : public XmlEvents {
public:
    explicit Paragraphs(const Elements& elements) : elements_(elements) {}

    void start(const std::string& name, const XmlAttributes&) override {
        if (dropped_ > 0 || is(elements_.dropped, name)) {
            ++dropped_;
            return;
        }
        if (is(elements_.paragraphs, name)) {
            ++open_;
            end_line();
        } else if (is(elements_.runs, name)) {
            ++runs_;
        } else if (name == elements_.row) {
            ++rows_;
        } else if (open_ > 0) {
            if (name == elements_.tab || name == elements_.blanks) line_ += ' ';
            if (name == elements_.line_break) end_line();
        }
    }

    void end(const std::string& name) override {
        if (dropped_ > 0) {
            --dropped_;
        } else if (is(elements_.paragraphs, name)) {
            open_ -= std::min<std::size_t>(open_, 1);
            end_line();
        } else if (is(elements_.runs, name)) {
            runs_ -= std::min<std::size_t>(runs_, 1);
        } else if (name == elements_.cell && rows_ > 0) {
            row_ += "\t";
        } else if (name == elements_.row && rows_ > 0) {
            if (--rows_ == 0) put(std::exchange(row_, {}));
        }
    }

    void text(std::string_view piece) override {
        const bool is_text = elements_.runs.empty() ? open_ > 0 : runs_ > 0;
        if (dropped_ == 0 && is_text) line_.append(piece);
    }

    std::string take() {
        end_line();
        put(row_);
        return std::move(out_);
    }

private:
    static bool is(const std::vector<std::string_view>& names, std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    }

    void end_line() {
        std::string line = std::exchange(line_, {});
        if (rows_ > 0)
            row_ += line + " ";
        else
            put(line);
    }

    void put(const std::string& line) {
        const std::string squeezed = text::squeeze(line);
        if (!squeezed.empty()) out_.append(out_.empty() ? "" : "\n\n").append(squeezed);
    }

    const Elements& elements_;
    std::string out_;
    std::string line_;
    std::string row_;
    std::size_t dropped_ = 0;  ///< open elements within what is dropped
    std::size_t open_ = 0;     ///< paragraphs
    std::size_t runs_ = 0;
    std::size_t rows_ = 0;
};

/// What `docProps/core.xml` or `meta.xml` states.
class Properties : public XmlEvents {
public:
    void start(const std::string& name, const XmlAttributes&) override { open_ = name; }
    void end(const std::string&) override { open_.clear(); }
    void text(std::string_view piece) override {
        if (open_ == "dc:title") title_.append(piece);
        if (open_ == "dc:creator" || open_ == "meta:initial-creator") creator_.append(piece);
        if (open_ == "dcterms:created" || open_ == "meta:creation-date") created_.append(piece);
    }

    Document take() const {
        Document out;
        if (std::string title = text::squeeze(title_); !title.empty()) out.headline = std::move(title);
        if (std::string creator = text::squeeze(creator_); !creator.empty()) out.authors.push_back({creator});
        if (!created_.empty()) out.published.push_back(text::squeeze(created_));
        return out;
    }

private:
    std::string open_;
    std::string title_;
    std::string creator_;
    std::string created_;
};

InnerFile read_document(std::string_view bytes, std::string_view text_path, std::string_view properties_path,
                        const Elements& elements) {
    const PackedDocument files = read_packed_document(
        bytes, [&](std::string_view path) { return path == text_path || path == properties_path; });
    const auto text = files.find(text_path);
    if (text == files.end())
        throw Error(ErrorCode::input, "a document without its text",
                    "open it with its program, and save it as text");
    Paragraphs paragraphs(elements);
    read_xml(text->second, paragraphs);
    InnerFile out;
    out.kind = "text";
    out.given.encoding = "UTF-8";
    out.source.bytes = paragraphs.take();
    if (out.source.bytes.empty())
        throw Error(ErrorCode::input, "a document in which no text is found",
                    "open it with its program, and save it as text; one with a password is saved without");
    if (const auto properties = files.find(properties_path); properties != files.end()) {
        Properties stated;
        read_xml(properties->second, stated);
        out.stated = stated.take();
    }
    return out;
}

}  // namespace

bool begins_docx(std::string_view start) {
    constexpr std::size_t head = 30;  // of a member of a zip file, up to its name
    const std::string_view first = start.substr(std::min(head, start.size()));
    const bool is_office = first.starts_with("[Content_Types].xml") || first.starts_with("_rels/") ||
                           first.starts_with("docProps/") || first.starts_with("word/");
    return is_office && start.starts_with("PK\x03\x04") &&
           start.find("word/document.xml") != std::string_view::npos;
}

bool begins_odt(std::string_view start) {
    return begins_with_mimetype(start, "application/vnd.oasis.opendocument.text");
}

InnerFile read_docx(std::string_view bytes) {
    return read_document(bytes, "word/document.xml", "docProps/core.xml", docx_elements());
}

InnerFile read_odt(std::string_view bytes) {
    return read_document(bytes, "content.xml", "meta.xml", odt_elements());
}

}  // namespace newsarc::input
