#include "output/versions.hpp"

#include "model/fields.hpp"
#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/likeness/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::output {
namespace {

std::vector<std::string> paragraphs(const Article& article) {
    std::vector<std::string> out;
    const std::string& body = article.body;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find("\n\n", at), body.size());
        out.push_back(body.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

/// A member of a list as a reader has it: `READ ALSO: title`.
std::string shown(const Link& link) {
    std::string text = link.label.value_or(std::string(to_string(link.kind))) + ":";
    for (const model::Text& each : {link.title, link.url}) {
        if (each) text += " " + *each;
    }
    return text;
}

std::string shown(const Note& note) {
    return std::string(to_string(note.kind)) + ": " + note.text;
}

std::vector<std::string> shown_list(const model::Field& field, const Article& article) {
    return model::read(field, article, [&](const auto& list) {
        if constexpr (requires { shown(list.front()); }) {
            std::vector<std::string> out;
            for (const auto& member : list)
                out.push_back(shown(member));
            return out;
        } else {
            return model::lines(field, article);
        }
    });
}

void put_list(std::string_view part, const std::vector<std::string>& before,
              const std::vector<std::string>& after, std::vector<PartChange>& out) {
    const std::vector<std::string_view> before_views(before.begin(), before.end());
    const std::vector<std::string_view> after_views(after.begin(), after.end());
    // What comes in the place of what went is put beside it, one by one.
    std::size_t waiting = out.size();
    for (const text::Difference& each : text::differences(before_views, after_views)) {
        switch (each.change) {
            case text::Change::none:
                out.push_back({part, before[each.from], after[each.to]});
                waiting = out.size();
                break;
            case text::Change::removed: out.push_back({part, before[each.from], std::nullopt}); break;
            case text::Change::added:
                if (waiting == out.size()) out.push_back({part, std::nullopt, std::nullopt});
                out[waiting++].to = after[each.to];
                break;
        }
    }
}

}  // namespace

std::vector<PartChange> article_changes(const Article& from, const Article& to) {
    const auto text_of = [](const model::Field& field, const Article& article) {
        std::string text = model::to_text(field, article);
        return text.empty() ? model::Text() : model::Text(std::move(text));
    };
    const auto is_content = [](const model::Field& field, bool list) {
        return field.standing == model::Standing::content && model::is_list(field) == list &&
               field.name != "body";
    };
    std::vector<PartChange> out;
    for (const model::Field& field : model::fields()) {
        if (!is_content(field, false)) continue;
        PartChange change{field.name, text_of(field, from), text_of(field, to), true};
        if (change.from || change.to) out.push_back(std::move(change));
    }
    put_list("paragraph", paragraphs(from), paragraphs(to), out);
    for (const model::Field& field : model::fields()) {
        if (is_content(field, true))
            put_list(field.column, shown_list(field, from), shown_list(field, to), out);
    }
    return out;
}

namespace {

constexpr std::size_t margin = 2;        ///< of `- ` and `+ `
constexpr std::size_t parts_around = 1;  ///< of a change, that are shown though they are the same

// Columns of the list of versions.
constexpr std::size_t number_width = 4;
constexpr std::size_t until_width = 26;  ///< of `until 2026-11-23 10:00 UTC`
constexpr std::size_t words_width = 11;
constexpr std::size_t headline_indent = number_width + 2 + until_width + 2 + words_width + 2;
constexpr std::size_t least_headline_width = 24;  ///< where less is left it gets lines of its own

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    constexpr std::string_view blanks = " \n\t";
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
    return out;
}

/// The words of two texts that only one of them has, as ranges of each.
struct WordMarks {
    std::vector<Range> from;
    std::vector<Range> to;
};

WordMarks word_marks(std::string_view from, std::string_view to) {
    const std::vector<std::string_view> before = words_of(from);
    const std::vector<std::string_view> after = words_of(to);
    const auto range = [](std::string_view text, std::string_view word) {
        const auto begin = static_cast<std::size_t>(word.data() - text.data());
        return Range{begin, begin + word.size()};
    };
    WordMarks out;
    for (const text::Difference& each : text::differences(before, after)) {
        if (each.change == text::Change::removed) out.from.push_back(range(from, before[each.from]));
        if (each.change == text::Change::added) out.to.push_back(range(to, after[each.to]));
    }
    return out;
}

class DifferencePrinter {
public:
    DifferencePrinter(std::ostream& out, const Layout& layout) : out_(out), layout_(layout) {}

    void print(const PartChange& change) {
        if (change.is_same()) return print_text(' ', change, *change.from, {});
        WordMarks marks;
        if (change.from && change.to) marks = word_marks(*change.from, *change.to);
        if (change.from) print_text('-', change, *change.from, marks.from);
        if (change.to) print_text('+', change, *change.to, marks.to);
    }

    void skip() { out_ << layout_.style.faint("  ...") << "\n"; }

private:
    void print_text(char sign, const PartChange& change, const std::string& text, std::vector<Range> marks) {
        std::string whole = text;
        if (change.is_field) {
            const std::string label = std::string(change.part) + ": ";
            whole.insert(0, label);
            for (Range& mark : marks)
                mark = {mark.begin + label.size(), mark.end + label.size()};
        }
        for (const std::string& line : broken_marked(whole, marks, layout_, margin)) {
            if (sign == ' ') {
                out_ << "  " << layout_.style.faint(line) << "\n";
            } else {
                out_ << layout_.style.heading(std::string(1, sign)) << " " << line << "\n";
            }
        }
    }

    std::ostream& out_;
    const Layout& layout_;
};

}  // namespace

void print_versions(std::ostream& out, std::span<const Version> versions, const Layout& layout) {
    for (const Version& version : versions) {
        const std::string until =
            version.replaced ? "until " + on_one_line(readable_moment(*version.replaced)) : "now";
        const std::string words = counted(static_cast<std::size_t>(version.words), "word");
        const std::string headline = version.headline ? on_one_line(*version.headline) : "(no headline)";
        out << layout.style.heading(right(std::to_string(version.number), number_width)) << "  ";
        if (!layout.width || *layout.width >= headline_indent + least_headline_width) {
            out << layout.style.faint(padded(until, until_width) + "  " + right(words, words_width)) << "  "
                << headline << "\n";
            continue;
        }
        const std::string margin(number_width + 2, ' ');
        std::string before;
        for (const std::string& line : broken(until + ", " + words, layout, margin.size())) {
            out << before << layout.style.faint(line) << "\n";
            before = margin;
        }
        for (const std::string& line : broken(headline, layout, margin.size()))
            out << margin << line << "\n";
    }
}

void print_former_versions(std::ostream& out, std::size_t former, std::int64_t id, const Layout& layout) {
    if (former == 0) return;
    const std::string text =
        counted(former, "former version") + ": newsarc show --versions " + std::to_string(id);
    out << "\n" << layout.style.faint(text) << "\n";
}

std::string versions_json(std::int64_t article, std::span<const Version> versions) {
    Json list = Json::array();
    for (const Version& version : versions) {
        list.push_back({{"number", version.number},
                        {"uid", version.uid},
                        {"replaced", or_null(version.replaced)},
                        {"headline", or_null(version.headline)},
                        {"words", version.words}});
    }
    return one_line({{"id", article}, {"versions", std::move(list)}});
}

void print_difference(std::ostream& out, const VersionPair& pair, const Layout& layout) {
    out << layout.style.heading("--- version " + std::to_string(pair.from_number)) << "\n"
        << layout.style.heading("+++ version " + std::to_string(pair.to_number)) << "\n";
    const std::vector<PartChange> changes = article_changes(pair.from, pair.to);
    const auto is_near_change = [&](std::size_t at) {
        const std::size_t begin = at > parts_around ? at - parts_around : 0;
        for (std::size_t i = begin; i <= at + parts_around && i < changes.size(); ++i) {
            if (!changes[i].is_same()) return true;
        }
        return false;
    };
    DifferencePrinter printer(out, layout);
    bool skipped = false;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (is_near_change(i)) {
            printer.print(changes[i]);
        } else if (!skipped) {
            printer.skip();
        }
        skipped = !is_near_change(i);
    }
}

std::string difference_json(const VersionPair& pair) {
    Json changes = Json::array();
    for (const PartChange& change : article_changes(pair.from, pair.to)) {
        if (change.is_same()) continue;
        changes.push_back(
            {{"part", change.part}, {"from", or_null(change.from)}, {"to", or_null(change.to)}});
    }
    return one_line({{"id", or_null(pair.to.id)},
                     {"from", pair.from_number},
                     {"to", pair.to_number},
                     {"changes", std::move(changes)}});
}

}  // namespace newsarc::output
