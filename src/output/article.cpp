#include "output/article.hpp"

#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/terminal.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace newsarc::output {
namespace {

constexpr std::string_view indent = "  ";
constexpr std::size_t number_width = 5;  ///< of a link's number with the blanks around it

std::string or_empty(const std::optional<std::string>& text) {
    return text ? on_one_line(*text) : "";
}

std::string labelled(std::string_view label, const std::string& text) {
    return text.empty() ? "" : std::string(label) + text;
}

std::string added(const Article& article) {
    return article.added ? readable_moment(*article.added) : "";
}

/// The byline, or where more than the names is known each author with it in parentheses.
std::string authors(const Article& article) {
    std::string out;
    bool more = false;
    for (const Author& author : article.authors) {
        std::string about;
        for (const auto& part : {author.role, author.place, author.outlet}) {
            if (part) about += (about.empty() ? "" : ", ") + on_one_line(*part);
        }
        more = more || !about.empty();
        out +=
            (out.empty() ? "" : ", ") + on_one_line(author.name) + (about.empty() ? "" : " (" + about + ")");
    }
    return more ? out : or_empty(article.byline);
}

void print_head(std::ostream& out, const Article& article, const Layout& layout) {
    if (article.headline) {
        for (const std::string& line : broken(on_one_line(*article.headline), layout)) {
            out << layout.style.heading(line) << "\n";
        }
    }
    if (article.deck) {
        for (const std::string& line : broken(on_one_line(*article.deck), layout))
            out << line << "\n";
    }
    const std::string about = dotted({
        or_empty(article.credit),
        labelled("by ", authors(article)),
        article.published ? readable_date(*article.published) : "",
        article.updated ? "updated " + readable_date(*article.updated) : "",
    });
    const std::string record = dotted({
        article.id ? "id " + std::to_string(*article.id) : "",
        or_empty(article.language),
        counted(static_cast<std::size_t>(article.words), "word"),
        labelled("key ", or_empty(article.key)),
        article.url == article.key ? "" : or_empty(article.url),
        labelled("tags ", on_one_line(text::joined(article.tags))),
        or_empty(article.path),
        labelled("added ", added(article)),
        labelled("set by hand: ", text::joined(article.edited)),
    });
    for (const std::string& text : {about, record}) {
        if (text.empty()) continue;
        for (const std::string& line : broken(text, layout))
            out << layout.style.faint(line) << "\n";
    }
}

void print_body(std::ostream& out, const Article& article, const Layout& layout) {
    std::string body = article.dateline ? article.dateline->text : "";
    if (!body.empty() && !article.body.empty()) body += " ";
    body += article.body;
    if (body.empty()) return;
    out << "\n";
    for (const std::string& line : broken(body, layout))
        out << line << "\n";
}

/// ` 2  related: Title of another article (id 7)`; below its first line a link is indented.
void print_link(std::ostream& out, std::size_t number, const Link& link, const Layout& layout) {
    const std::string title = or_empty(link.title);
    const std::string url = or_empty(link.url);
    std::string before = right(std::to_string(number) + "  ", number_width);
    const std::string margin(before.size(), ' ');
    const std::string kind = link.label ? on_one_line(*link.label) : std::string(to_string(link.kind));
    std::string shown = kind + ": " + (title.empty() ? url : title);
    if (link.article) shown += " (id " + std::to_string(*link.article) + ")";
    // An address is never broken: it could not be copied or followed.
    const std::vector<std::string> lines =
        title.empty() ? std::vector<std::string>{shown} : broken(shown, layout, margin.size());
    for (const std::string& line : lines) {
        out << before << (link.url ? layout.style.link(*link.url, line) : line) << "\n";
        before = margin;
    }
    if (title.empty() || url.empty()) return;
    out << margin << layout.style.faint(layout.style.link(*link.url, url)) << "\n";
}

/// Lines below a heading; nothing when there are none.
void print_lines(std::ostream& out, std::string_view heading, const std::vector<std::string>& texts,
                 const Layout& layout) {
    if (!texts.empty()) out << "\n" << layout.style.heading(std::string(heading)) << "\n";
    for (const std::string& text : texts) {
        for (const std::string& line : broken(on_one_line(text), layout, indent.size()))
            out << indent << line << "\n";
    }
}

}  // namespace

void print_article(std::ostream& out, const Article& article, const Layout& layout) {
    print_head(out, article, layout);
    print_body(out, article, layout);
    if (!article.links.empty()) out << "\n" << layout.style.heading("Links") << "\n";
    for (std::size_t i = 0; i < article.links.size(); ++i)
        print_link(out, i + 1, article.links[i], layout);
    std::vector<std::string> notes, extra;
    for (const Note& note : article.notes)
        notes.push_back(std::string(to_string(note.kind)) + ": " + note.text);
    for (const auto& [name, text] : article.extra)
        extra.push_back(name + ": " + text);
    print_lines(out, "Notes", notes, layout);
    print_lines(out, "Other headlines", article.titles, layout);
    print_lines(out, "Other fields", extra, layout);
    print_lines(out, "Warnings", article.warnings, layout);
}

void print_similar(std::ostream& out, std::span<const Hit> hits, const Layout& layout) {
    if (hits.empty()) return;
    out << "\n" << layout.style.heading("Similar articles") << "\n";
    for (const Hit& hit : hits) {
        const std::string about = dotted({
            hit.headline ? on_one_line(*hit.headline) : "(no headline)",
            or_empty(hit.credit),
            hit.published ? readable_date(*hit.published) : "",
            "id " + std::to_string(hit.id),
        });
        for (const std::string& line : broken(about, layout, indent.size()))
            out << indent << line << "\n";
    }
}

namespace {

constexpr std::size_t id_width = 6;
constexpr std::size_t date_width = 10;
constexpr std::size_t least_credit_width = 14;
constexpr std::size_t most_credit_width = 28;
constexpr std::string_view gap = "  ";
/// A line narrower than this has no room for the credit.
constexpr std::size_t width_with_credit = 60;

/// A seventh of the line, within bounds.
std::size_t credit_width(const Layout& layout) {
    return std::clamp(layout.width.value_or(0) / 7, least_credit_width, most_credit_width);
}

std::string day_of(const std::optional<DateTime>& moment) {
    return moment ? to_iso(*moment).substr(0, date_width) : "-";
}

}  // namespace

std::string listed_name(const Article& article) {
    constexpr std::size_t most_columns = 60;
    if (article.headline) return on_one_line(*article.headline);
    const std::string start = on_one_line(std::string_view(article.body).substr(0, article.body.find('\n')));
    if (start.empty()) return "(no headline)";
    const std::string line = text::wrap(start, most_columns).front();
    return line.size() < start.size() ? line + " …" : line;
}

void print_row(std::ostream& out, const Article& article, const Layout& layout) {
    const std::string id = article.id ? std::to_string(*article.id) : "";
    const std::string date = day_of(article.published ? article.published : article.updated);
    std::string credit = article.credit ? on_one_line(*article.credit) : "-";
    if (!layout.width) {
        out << layout.style.heading(id) << '\t' << layout.style.faint(date) << '\t'
            << layout.style.faint(credit) << '\t' << listed_name(article) << "\n";
        return;
    }
    std::string before = layout.style.heading(right(id, id_width)) + std::string(gap) +
                         layout.style.faint(padded(date, date_width)) + std::string(gap);
    std::size_t column = id_width + date_width + 2 * gap.size();
    if (*layout.width >= width_with_credit) {
        const std::size_t width = credit_width(layout);
        credit = text::cut_to_width(credit, width);
        before += layout.style.faint(padded(credit, width)) + std::string(gap);
        column += width + gap.size();
    }
    out << before << text::cut_to_width(listed_name(article), std::max(*layout.width, column + 1) - column)
        << "\n";
}

namespace {

constexpr std::size_t line_number_width = 5;
constexpr std::size_t type_width = 13;
constexpr std::size_t text_column = line_number_width + 1 + type_width + 1;

std::string cut(const std::string& text, const Layout& layout) {
    if (!layout.width) return text;
    return text::cut_to_width(text, std::max<std::size_t>(*layout.width, text_column + 10) - text_column);
}

}  // namespace

void print_explained(std::ostream& out, const ParsedArticle& parsed, const Layout& layout) {
    const std::string headline =
        parsed.article.headline ? on_one_line(*parsed.article.headline) : "(no headline)";
    out << layout.style.heading(headline) << "\n"
        << layout.style.faint("bytes " + std::to_string(parsed.offset) + " to " +
                              std::to_string(parsed.offset + parsed.length))
        << "\n";
    for (const ExplainedLine& line : parsed.lines) {
        std::ostringstream head;
        head << std::setw(line_number_width) << line.number << " " << std::left << std::setw(type_width)
             << line.type << " ";
        out << head.str() << cut(on_one_line(line.text), layout) << "\n";
        for (const std::string& rule : broken(on_one_line(line.rule), layout, text_column))
            out << std::string(text_column, ' ') << layout.style.faint(rule) << "\n";
    }
}

}  // namespace newsarc::output
