#include "input/record/record_text.hpp"

#include <newsarc/error.hpp>

#include "input/record/record_fields.hpp"
#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace newsarc::input {
namespace {

constexpr std::string_view fence = "---";
constexpr std::string_view blanks = " \t\r";

std::string escaped(std::string_view value, bool part) {
    std::string out;
    for (const char c : value) {
        switch (c) {
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\\': out += "\\\\"; break;
            case '|': out += part ? "\\|" : "|"; break;
            default: out += c;
        }
    }
    return out;
}

std::string unescaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const char c = value[++i];
        out += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The parts between bars, up to `most`; the last one keeps what it holds.
std::vector<std::optional<std::string>> split_parts(std::string_view value, std::size_t most) {
    std::vector<std::optional<std::string>> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == '\\') {
            ++i;
            continue;
        }
        const bool ends = i == value.size() || (value[i] == '|' && out.size() + 1 < most);
        if (!ends) continue;
        const std::string_view part = trimmed(value.substr(begin, i - begin));
        out.push_back(part.empty() ? std::nullopt : std::optional(unescaped(part)));
        begin = i + 1;
    }
    out.resize(most);
    return out;
}

void write_line(std::string& out, std::string_view name, const std::string& value) {
    out.append(name).append(value.empty() ? ":" : ": ").append(value).append("\n");
}

std::string joined(const std::vector<std::optional<std::string>>& parts) {
    std::string out;
    std::size_t written = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i]) continue;
        for (; written < i; ++written)
            out += " |";
        out += (i == 0 ? "" : " ") + escaped(*parts[i], true);
    }
    return out;
}

Link read_link(std::string_view value) {
    const auto parts = split_parts(value, 4);
    const auto kind = link_kind_from_string(parts[0].value_or(""));
    if (!kind) {
        throw Error(ErrorCode::input, "a link is of no known kind",
                    "write it as: link: body|related|promotion | title | address | label");
    }
    if (!parts[1] && !parts[2]) {
        throw Error(ErrorCode::input, "a link has neither a title nor an address",
                    "write it as: link: related | title | address | label");
    }
    Link link;
    link.kind = *kind;
    link.title = parts[1];
    link.url = parts[2];
    link.label = parts[3];
    return link;
}

Note read_note(std::string_view value) {
    const auto parts = split_parts(value, 2);
    const auto kind = note_kind_from_string(parts[0].value_or(""));
    if (!kind || !parts[1]) {
        throw Error(ErrorCode::input, "a note has no known kind, or no text",
                    "write it as: note: editor | text; kinds are promotion, editor, copyright, reporting, "
                    "caption, advertisement, correction, other");
    }
    return {*kind, *parts[1]};
}

/// Reads line by line.
class Reader {
public:
    Reader(std::string_view text, const Article& former) : rest_(text), article_(former) {
        for (const RecordField& field : record_fields())
            field.set(article_, std::nullopt);
        article_.tags.clear();
        article_.links.clear();
        article_.notes.clear();
    }

    Article read() {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
        if (trimmed(next()) != fence) refuse("the text does not begin with a line of three dashes");
        for (;;) {
            if (rest_.empty()) refuse("the line of three dashes below the fields is missing");
            const std::string_view line = trimmed(next());
            if (line == fence) break;
            if (!line.empty() && !line.starts_with('#')) read_field(line);
        }
        std::string body(rest_);
        set_field(article_, "body", body);
        if (!article_.headline && article_.body.empty()) {
            throw Error(ErrorCode::input, "an article needs a headline or a body");
        }
        std::ranges::sort(article_.tags);
        return std::move(article_);
    }

private:
    std::string_view next() {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++number_;
        return line;
    }

    [[noreturn]] void refuse(const std::string& what, const std::string& hint = {}) const {
        throw Error(ErrorCode::input, "line " + std::to_string(number_) + ": " + what, hint);
    }

    void read_field(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            refuse("there is no colon after the name of a field", "the body begins below the second ---");
        }
        const std::string_view name = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (value.empty()) return;
        try {
            take(name, value);
        } catch (const Error& error) {
            refuse(error.what(), error.hint());
        }
    }

    void take(std::string_view name, std::string_view value) {
        if (!text::is_valid_utf8(value)) throw Error(ErrorCode::input, "the line is not text in UTF-8");
        if (name == "tag") {
            article_.tags.push_back(unescaped(value));
        } else if (name == "link") {
            article_.links.push_back(read_link(value));
        } else if (name == "note") {
            article_.notes.push_back(read_note(value));
        } else if (std::ranges::find(seen_, name) != seen_.end()) {
            throw Error(ErrorCode::input, std::string(name) + " is there twice");
        } else {
            seen_.push_back(name);
            set_field(article_, name, unescaped(value));
        }
    }

    std::string_view rest_;
    Article article_;
    std::size_t number_ = 0;
    std::vector<std::string_view> seen_;
};

}  // namespace

std::string write_record_text(const Article& article) {
    std::string out(fence);
    out += "\n# Article " + (article.id ? std::to_string(*article.id) : std::string("without id")) +
           ". Lines that begin with # are passed over; a field with nothing after its colon has no value.\n"
           "# More than one: tag: NAME, link: body|related|promotion | TITLE | ADDRESS | LABEL,\n"
           "# note: KIND | TEXT. \\n is a line break in a value, \\u before a number in braces\n"
           "# a character that cannot be shown.\n";
    for (const RecordField& field : record_fields())
        write_line(out, field.name, escaped(field.get(article).value_or(""), false));
    for (const std::string& tag : article.tags)
        write_line(out, "tag", escaped(tag, false));
    for (const Link& link : article.links) {
        write_line(out, "link",
                   joined({std::string(to_string(link.kind)), link.title, link.url, link.label}));
    }
    for (const Note& note : article.notes)
        write_line(out, "note", joined({std::string(to_string(note.kind)), note.text}));
    out.append(fence).append("\n\n").append(article.body).append("\n");
    // Editors send to the terminal what they show.
    return text::with_escapes(out);
}

Article read_record_text(std::string_view text, const Article& former) {
    // Some editors end lines with it; one that is of the text is written as an escape.
    std::string lines(text);
    std::erase(lines, '\r');
    return Reader(text::without_escapes(lines), former).read();
}

}  // namespace newsarc::input
