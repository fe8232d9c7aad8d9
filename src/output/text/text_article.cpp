#include "output/template/date_format.hpp"
#include "output/text/lines.hpp"
#include "output/text/text.hpp"

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

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + on_one_line(text);
    return out;
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
        labelled("tags ", joined(article.tags)),
        or_empty(article.path),
        labelled("added ", added(article)),
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
    std::string before = std::to_string(number) + "  ";
    before.insert(0, before.size() < number_width ? number_width - before.size() : 0, ' ');
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

}  // namespace newsarc::output
