#include "input/note/note.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "input/charset.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/lines.hpp"

namespace newsarc::input {
namespace {

using Values = std::map<std::string, std::vector<std::string>>;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A quoted or plain scalar at the beginning of `text`, up to one of `ends` where it is plain; takes it away.
std::string take_scalar(std::string_view& text, std::string_view ends) {
    text = text::trimmed(text);
    std::string out;
    const char quote = text.empty() ? '\0' : text.front();
    if (quote != '"' && quote != '\'') {
        const std::size_t end = std::min(text.find_first_of(ends), text.size());
        out = text::trimmed(text.substr(0, end));
        text.remove_prefix(end);
        return out;
    }
    text.remove_prefix(1);
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == quote) {
            if (quote != '\'' || !text.starts_with('\'')) break;
            text.remove_prefix(1);
        } else if (c == '\\' && quote == '"' && !text.empty()) {
            const char escaped = text.front();
            text.remove_prefix(1);
            out += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
            continue;
        }
        out += c;
    }
    return out;
}

/// One value, or those of `[a, "b"]`.
std::vector<std::string> values_of(std::string_view text) {
    std::vector<std::string> out;
    text = text::trimmed(text);
    const bool is_list = text.starts_with('[') && text.ends_with(']');
    if (is_list) text = text.substr(1, text.size() - 2);
    while (!text::trimmed(text).empty()) {
        std::string value = take_scalar(text, is_list ? "," : "");
        if (!value.empty()) out.push_back(std::move(value));
        text.remove_prefix(std::min(text.find(is_list ? ',' : '\n'), text.size()));
        if (!text.empty()) text.remove_prefix(1);
    }
    return out;
}

bool is_name(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return text::is_ascii_alnum(c) || c == '_' || c == '-'; });
}

/// Takes the front matter away and gives its values; nothing where the text does not begin with any, or it
/// has no end.
std::optional<Values> take_front_matter(std::string_view& text) {
    std::string_view rest = text;
    if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
    if (text::take_line(rest) != "---") return std::nullopt;
    Values out;
    std::string name;
    while (!rest.empty()) {
        const std::string_view line = text::take_line(rest);
        if (line == "---" || line == "...") {
            text = rest;
            return out;
        }
        const std::string_view told = text::trimmed(line);
        if (told.empty() || told.starts_with('#')) continue;
        if (told.starts_with("- ") && !name.empty()) {
            std::string_view item = told.substr(2);
            out[name].push_back(take_scalar(item, ""));
            continue;
        }
        const bool is_within = line.starts_with(' ') || line.starts_with('\t');
        const std::size_t colon = told.find(':');
        if (is_within && !name.empty()) continue;  // of a form of YAML that is not read
        if (colon == std::string_view::npos || !is_name(told.substr(0, colon))) return std::nullopt;
        name = text::fold(told.substr(0, colon));
        out[name] = values_of(told.substr(colon + 1));
    }
    return std::nullopt;
}

/// Escapes and angle brackets around addresses taken off.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool escapes =
            c == '\\' && at + 1 < text.size() && std::ispunct(static_cast<unsigned char>(text[at + 1])) != 0;
        if (escapes) {
            out += text[++at];
            continue;
        }
        const std::size_t end = c == '<' ? text.find('>', at) : std::string_view::npos;
        const std::string_view within =
            end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
        if (within.starts_with("http://") || within.starts_with("https://") ||
            within.starts_with("mailto:")) {
            out += within;
            at = end;
            continue;
        }
        out += c;
    }
    return out;
}

bool begins_one(std::string_view text) {
    const auto values = take_front_matter(text);
    if (!values) return false;
    constexpr std::string_view telling[] = {"title", "date", "author", "authors", "tags"};
    return std::ranges::any_of(telling,
                               [&](std::string_view name) { return values->contains(std::string(name)); });
}

/// Takes one note away from the beginning of a text.
class NoteReader {
public:
    explicit NoteReader(std::string_view& text) : rest_(text) {
        if (auto values = take_front_matter(rest_)) values_ = std::move(*values);
    }

    Document read() && {
        out_.headline = one({"title"});
        out_.deck = one({"subtitle", "description"});
        out_.credit = one({"credit", "source", "publisher"});
        out_.language = one({"lang", "language"});
        out_.url = one({"url", "link"});
        out_.key = one({"key"});
        out_.tags = all({"tags", "tag"});
        out_.published = all({"date", "published"});
        out_.updated = all({"updated", "modified"});
        if (auto authors = all({"author", "authors"}); !authors.empty())
            out_.authors.push_back(std::move(authors));
        read_body();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::vector<std::string> all(const std::vector<std::string>& names) const {
        for (const std::string& name : names) {
            const auto found = values_.find(name);
            if (found != values_.end() && !found->second.empty()) return found->second;
        }
        return {};
    }

    [[nodiscard]] std::optional<std::string> one(const std::vector<std::string>& names) const {
        const std::vector<std::string> values = all(names);
        return values.empty() ? std::nullopt : std::optional(values.front());
    }

    void read_body() {
        std::string paragraph;
        while (!rest_.empty() && (!rest_.starts_with("---") || !begins_one(rest_))) {
            const std::string_view line = text::take_line(rest_);
            const std::string_view told = text::trimmed(line);
            const std::size_t level = std::min(told.find_first_not_of('#'), told.size());
            if (level > 0 && level < told.size() && told[level] == ' ') {
                end(paragraph);
                heading(level, plain(text::trimmed(told.substr(level))));
            } else if (told.empty()) {
                end(paragraph);
            } else if (told.starts_with("- ") && !section_.empty()) {
                end(paragraph);
                paragraph = told.substr(2);
                end(paragraph);
            } else {
                paragraph.append(paragraph.empty() ? "" : " ").append(told);
            }
        }
        end(paragraph);
    }

    void heading(std::size_t level, std::string text) {
        section_.clear();
        if (level == 1 && (!out_.headline || *out_.headline == text)) {
            out_.headline = std::move(text);
        } else if (level == 2 && (text == "Links" || text == "Notes")) {
            section_ = std::move(text);
        } else {
            out_.blocks.push_back({BlockRole::heading, std::move(text), {}, {}});
        }
    }

    void end(std::string& paragraph) {
        std::string text = text::squeeze(plain(paragraph));
        paragraph.clear();
        if (text.empty() || (out_.deck && text == "**" + *out_.deck + "**")) return;
        if (section_ == "Notes") return add_note(text);
        // A link of the text stands in the text; a related line is one.
        if (section_ == "Links" && text.find(": ") == std::string::npos) return;
        out_.blocks.push_back({BlockRole::paragraph, std::move(text), {}, {}});
    }

    void add_note(const std::string& text) {
        const std::size_t colon = text.find(": ");
        const auto kind =
            colon == std::string::npos ? std::nullopt : note_kind_from_string(text.substr(0, colon));
        out_.notes.push_back({kind.value_or(NoteKind::other), kind ? text.substr(colon + 2) : text});
    }

    std::string_view& rest_;
    Values values_;
    Document out_;
    std::string section_;
};

}  // namespace

bool begins_note(std::string_view start) {
    return begins_one(start);
}

std::vector<Document> read_notes(std::string_view bytes, const Given& given) {
    const text::Decoded decoded = decode_declared(bytes, given, std::nullopt);
    std::vector<Document> out;
    for (std::string_view rest = decoded.utf8; !text::trimmed(rest).empty();) {
        const std::size_t offset = decoded.utf8.size() - rest.size();
        Document note = NoteReader(rest).read();
        if (decoded.verbatim) {
            note.offset = offset + decoded.mark;
            note.length = decoded.utf8.size() - rest.size() - offset;
        }
        note.warnings = decoded.warnings;
        out.push_back(std::move(note));
    }
    return out;
}

}  // namespace newsarc::input
