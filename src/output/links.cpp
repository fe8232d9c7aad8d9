#include "output/links.hpp"

#include "output/csv.hpp"
#include "output/json_value.hpp"
#include "output/lines.hpp"
#include "text/terminal.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

constexpr std::size_t id_width = 6;
constexpr std::size_t kind_width = 9;
constexpr std::size_t count_width = 7;
constexpr std::string_view gap = "  ";

std::string right(std::size_t number, std::size_t width) {
    std::string out = std::to_string(number);
    return out.insert(0, out.size() < width ? width - out.size() : 0, ' ');
}

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

/// The parts of a line that follow the kind, each cut to what room the ones before it left.
class Rest {
public:
    Rest(std::ostream& out, const Layout& layout, std::size_t room)
        : out_(out), layout_(layout), room_(room) {}

    template <typename Dress>
    void add(const std::string& text, const Dress& dress) {
        if (text.empty() || room_ < 2) return;
        const std::string before = first_ ? "" : " ";
        room_ -= before.size();
        const std::string shown = layout_.width ? text::cut_to_width(text, room_) : text;
        room_ -= std::min(room_, text::display_width(shown));
        out_ << before << dress(shown);
        first_ = false;
    }

private:
    std::ostream& out_;
    const Layout& layout_;
    std::size_t room_;
    bool first_ = true;
};

}  // namespace

void print_link_row(std::ostream& out, const FoundLink& found, const Layout& layout) {
    const Link& link = found.link;
    const Style& style = layout.style;
    const std::string kind(to_string(link.kind));
    out << style.heading(right(static_cast<std::size_t>(found.from), id_width)) << gap
        << style.faint(kind + std::string(kind_width - kind.size(), ' ')) << gap;

    const std::string target = link.article ? "(id " + std::to_string(*link.article) + ")" : "";
    const std::size_t column = id_width + kind_width + 2 * gap.size();
    // The id of the article it leads to stands last, and is never cut off.
    const std::size_t taken = column + (target.empty() ? 0 : target.size() + 1);
    const std::size_t width = layout.width.value_or(SIZE_MAX / 2);
    Rest rest(out, layout, width > taken ? width - taken : 0);
    const std::string title = link.title ? on_one_line(*link.title) : "";
    const std::string url = link.url ? on_one_line(*link.url) : "";
    const auto linked = [&](const std::string& text) {
        return link.url ? style.link(*link.url, text) : text;
    };
    rest.add(title, linked);
    rest.add(title.empty() || url.empty() ? url : "<" + url + ">",
             [&](const std::string& text) { return title.empty() ? linked(text) : style.faint(text); });
    if (!target.empty()) out << " " << target;
    out << "\n";
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
        const std::string articles = "in " + counted(host.articles, "article");
        std::string name = on_one_line(host.host);
        if (layout.width) {
            const std::size_t taken = count_width + gap.size() + 1 + articles.size();
            name = text::cut_to_width(name, std::max(*layout.width, taken + 1) - taken);
        }
        out << right(host.links, count_width) << gap << name << " " << layout.style.faint(articles) << "\n";
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
