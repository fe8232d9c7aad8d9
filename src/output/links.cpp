#include "output/links.hpp"

#include "output/exchange/csv.hpp"
#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/terminal.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

constexpr std::size_t id_width = 6;
constexpr std::size_t kind_width = 9;
constexpr std::size_t count_width = 7;
constexpr std::string_view gap = "  ";

std::string value(const FoundLink& found, std::string_view field) {
    const Link& link = found.link;
    if (field == "from") return std::to_string(found.from);
    if (field == "headline") return found.headline.value_or("");
    if (field == "kind") return std::string(to_string(link.kind));
    if (field == "label") return link.label.value_or("");
    if (field == "title") return link.title.value_or("");
    if (field == "url") return link.url.value_or("");
    if (field == "host") return link.host.value_or("");
    if (field == "article") return link.article ? std::to_string(*link.article) : "";
    return {};
}

/// Where the words and the address stand on a narrow terminal: below the kind.
constexpr std::size_t narrow_indent = 4;
constexpr std::size_t narrow = 60;

/// Of an article that points at a known one: its headline, for what it points at is known.
std::string pointing_words(const FoundLink& found) {
    return found.headline ? on_one_line(*found.headline) : "(no headline)";
}

std::string words_of(const Link& link) {
    const std::string title = link.title ? on_one_line(*link.title) : "";
    const std::string url = link.url ? on_one_line(*link.url) : "";
    std::string out = title.empty() || url.empty() ? title + url : title + " <" + url + ">";
    if (link.article) out += " (id " + std::to_string(*link.article) + ")";
    return out;
}

}  // namespace

void print_link_row(std::ostream& out, const FoundLink& found, const Layout& layout, bool pointing) {
    const Link& link = found.link;
    const std::string kind(to_string(link.kind));
    const std::string words = pointing ? pointing_words(found) : words_of(link);
    if (!layout.width) {
        out << layout.style.heading(std::to_string(found.from)) << '\t' << layout.style.faint(kind) << '\t'
            << words << "\n";
        return;
    }
    const bool below = *layout.width < narrow;
    const std::size_t column = below ? narrow_indent : id_width + kind_width + 2 * gap.size();
    out << layout.style.heading(right(std::to_string(found.from), id_width)) << gap;
    if (below) {
        out << layout.style.faint(kind) << "\n" << std::string(column, ' ');
    } else {
        out << layout.style.faint(kind + std::string(kind_width - kind.size(), ' ')) << gap;
    }
    bool first = true;
    for (const std::string& line : broken(words, layout, column)) {
        out << (first ? "" : std::string(column, ' '))
            << (link.url && !pointing ? layout.style.link(*link.url, line) : line) << "\n";
        first = false;
    }
}

void print_link_pattern(std::ostream& out, const Pattern& pattern, const FoundLink& link) {
    const auto lookup = [&](std::string_view field, std::string_view) {
        return on_one_line(value(link, field));
    };
    out << pattern.render(lookup) << "\n";
}

std::string link_csv_names() {
    return csv_row(std::vector<std::string>(link_fields.begin(), link_fields.end()));
}

std::string link_csv(const FoundLink& link) {
    std::vector<std::string> row;
    for (const std::string_view field : link_fields)
        row.push_back(value(link, field));
    return csv_row(row);
}

std::string link_json(const FoundLink& found) {
    const Link& link = found.link;
    return one_line({{"from", found.from},
                     {"headline", or_null(found.headline)},
                     {"kind", to_string(link.kind)},
                     {"url", or_null(link.url)},
                     {"title", or_null(link.title)},
                     {"host", or_null(link.host)},
                     {"article", or_null(link.article)},
                     {"label", or_null(link.label)}});
}

void print_hosts(std::ostream& out, std::span<const HostCount> hosts, const Layout& layout) {
    for (const HostCount& host : hosts) {
        std::string name = on_one_line(host.host);
        if (!layout.width) {
            out << host.links << '\t' << name << '\t' << layout.style.faint(std::to_string(host.articles))
                << "\n";
            continue;
        }
        const std::string articles = "in " + counted(host.articles, "article");
        const std::size_t taken = count_width + gap.size() + 1 + articles.size();
        name = text::cut_to_width(name, std::max(*layout.width, taken + 1) - taken);
        out << right(std::to_string(host.links), count_width) << gap << name << " "
            << layout.style.faint(articles) << "\n";
    }
}

void print_hosts_csv(std::ostream& out, std::span<const HostCount> hosts) {
    out << csv_row(std::vector<std::string>{"host", "links", "articles"});
    for (const HostCount& host : hosts) {
        out << csv_row(
            std::vector<std::string>{host.host, std::to_string(host.links), std::to_string(host.articles)});
    }
}

void print_hosts_jsonl(std::ostream& out, std::span<const HostCount> hosts) {
    for (const HostCount& host : hosts) {
        out << one_line({{"host", host.host}, {"links", host.links}, {"articles", host.articles}}) << "\n";
    }
}

}  // namespace newsarc::output
