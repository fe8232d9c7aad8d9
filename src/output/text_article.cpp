#include "output/lines.hpp"
#include "output/text.hpp"

namespace newsarc::output {
namespace {

constexpr std::string_view indent = "  ";

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
        labelled("by ", or_empty(article.byline)),
        article.published ? to_iso(*article.published) : "",
        article.updated ? "updated " + to_iso(*article.updated) : "",
    });
    const std::string record = dotted({
        article.id ? "id " + std::to_string(*article.id) : "",
        or_empty(article.language),
        counted(static_cast<std::size_t>(article.words), "word"),
        labelled("key ", or_empty(article.key)),
        labelled("tags ", joined(article.tags)),
        or_empty(article.path),
        labelled("added ", or_empty(article.added)),
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

void print_link(std::ostream& out, const Link& link, const Layout& layout) {
    const std::string title = or_empty(link.title);
    const std::string url = or_empty(link.url);
    const std::string shown = title.empty() ? url : title;
    out << indent << to_string(link.kind) << ": " << (link.url ? layout.style.link(*link.url, shown) : shown);
    if (!title.empty() && !url.empty()) out << " " << layout.style.faint("<" + url + ">");
    if (link.article) out << layout.style.faint(" (id " + std::to_string(*link.article) + ")");
    out << "\n";
}

}  // namespace

void print_article(std::ostream& out, const Article& article, const Layout& layout) {
    print_head(out, article, layout);
    print_body(out, article, layout);
    if (!article.links.empty()) out << "\n" << layout.style.heading("Links") << "\n";
    for (const Link& link : article.links)
        print_link(out, link, layout);
    if (!article.notes.empty()) out << "\n" << layout.style.heading("Notes") << "\n";
    for (const Note& note : article.notes) {
        const std::string text = std::string(to_string(note.kind)) + ": " + on_one_line(note.text);
        for (const std::string& line : broken(text, layout, indent.size()))
            out << indent << line << "\n";
    }
    if (!article.warnings.empty()) out << "\n" << layout.style.heading("Warnings") << "\n";
    for (const std::string& warning : article.warnings) {
        for (const std::string& line : broken(on_one_line(warning), layout, indent.size())) {
            out << indent << line << "\n";
        }
    }
}

}  // namespace newsarc::output
