#include "output/exchange/citation.hpp"
#include "output/exchange/formats.hpp"
#include "output/json.hpp"
#include "text/address.hpp"

#include <cctype>

namespace newsarc::output {
namespace {

/// Punctuation that may mean something within a line.
constexpr std::string_view inline_marks = "\\`*_[]<~|";

bool begins_web_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

/// `&amp;` would be read as a character reference.
bool begins_reference(std::string_view text) {
    return text.size() > 1 && text[0] == '&' &&
           (text[1] == '#' || std::isalpha(static_cast<unsigned char>(text[1])) != 0);
}

/// A URI where a link leads: Markdown would read a character reference in it, `&colon;` as a colon.
std::string destination(std::string_view uri) {
    std::string out;
    for (std::size_t at = 0; at < uri.size(); ++at) {
        out += uri[at];
        if (uri[at] != '&') continue;
        const std::size_t end =
            uri.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1);
        if (end != std::string_view::npos && end > at + 1 && uri[end] == ';') out += "amp;";
    }
    return out;
}

/// An address up to a blank, without the punctuation of the sentence after it.
std::string_view web_address(std::string_view text) {
    text = text.substr(0, text.find_first_of(" \t\n\"<>"));
    while (!text.empty() && std::string_view(".,;:!?)]'").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

/// The beginning of a line with what would make it a heading, a list, a quotation, a rule or a block of
/// code escaped: CommonMark 0.31, sections 4 and 5.
std::string line_start(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty()) return {};
    if (std::string_view("#+-=>:").find(line.front()) != std::string_view::npos) {
        std::string out = std::string("\\") + line.front();
        line.remove_prefix(1);
        return out;
    }
    std::size_t digits = 0;
    while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0)
        ++digits;
    if (digits == 0 || digits == line.size() || (line[digits] != '.' && line[digits] != ')')) return {};
    std::string out = std::string(line.substr(0, digits)) + "\\" + line[digits];
    line.remove_prefix(digits + 1);
    return out;
}

/// Text that is shown as it stands.
std::string escaped_line(std::string_view line) {
    std::string out = line_start(line);
    while (!line.empty()) {
        if (begins_web_address(line)) {
            const std::string_view address = web_address(line);
            out.append("<").append(destination(text::as_uri(address))).append(">");
            line.remove_prefix(address.size());
            continue;
        }
        if (inline_marks.find(line.front()) != std::string_view::npos || begins_reference(line)) out += '\\';
        out += line.front();
        line.remove_prefix(1);
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t end = text.find('\n');
        out += escaped_line(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        out += '\n';
        text.remove_prefix(end + 1);
    }
}

std::string markdown_line(std::string_view text) {
    return escaped_line(plain_line(text));
}

/// What the article says comes before what is kept about it.
std::string front_matter(const Article& article) {
    std::string out = "---\n";
    for (const bool content : {true, false}) {
        for (const model::Field& field : model::fields()) {
            if (field.front.empty() || (field.standing == model::Standing::content) != content) continue;
            const Json value = field_json(field, article);
            if (!value.empty()) out.append(field.front).append(": ").append(one_line(value)).append("\n");
        }
    }
    return out + "---\n";
}

std::string link_line(const Link& link) {
    std::string title = markdown_line(link.title.value_or(""));
    std::string out = "- ";
    if (link.label) out += markdown_line(*link.label) + ": ";
    if (!link.url) return out + title;
    const std::optional<std::string> target = text::link_target(*link.url);
    if (!target) return out + title + (title.empty() ? "" : " ") + markdown_line(*link.url);
    const std::string address = destination(*target);
    return out + (title.empty() ? "<" + address + ">" : "[" + title + "](<" + address + ">)");
}

}  // namespace

// https://spec.commonmark.org/, https://yaml.org/spec/1.2.2/ (a JSON string is one of YAML).
std::string markdown(const Article& article) {
    std::string out = front_matter(article);
    const auto paragraph = [&out](const std::string& text) {
        if (!text.empty()) out.append("\n").append(text).append("\n");
    };
    if (article.headline) paragraph("# " + markdown_line(*article.headline));
    if (article.deck) paragraph("**" + markdown_line(*article.deck) + "**");
    paragraph(escaped(full_text(article)));
    if (!article.links.empty()) paragraph("## Links\n");
    for (const Link& link : article.links)
        out += link_line(link) + "\n";
    if (!article.notes.empty()) paragraph("## Notes\n");
    for (const Note& note : article.notes)
        out += "- " + std::string(to_string(note.kind)) + ": " + markdown_line(note.text) + "\n";
    out.pop_back();
    return out;
}

}  // namespace newsarc::output
