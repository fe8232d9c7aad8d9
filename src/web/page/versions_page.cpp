#include <algorithm>
#include <string_view>
#include <vector>

#include "ask/selection.hpp"
#include "output/exchange/citation.hpp"
#include "output/versions.hpp"
#include "text/likeness/difference.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"

namespace newsarc::web {
namespace {

/// Words and what stands between them, in turns.
std::vector<std::string_view> pieces(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        out.push_back(text.substr(at, std::max<std::size_t>(end - at, 1)));
        at += out.back().size();
    }
    return out;
}

/// A text that took the place of another, what went and what came marked word for word.
void changed_text(Markup& out, std::string_view from, std::string_view to) {
    const std::vector<std::string_view> before = pieces(from);
    const std::vector<std::string_view> after = pieces(to);
    for (const text::Difference& each : text::differences(before, after)) {
        switch (each.change) {
            case text::Change::none: out.text(after[each.to]); break;
            case text::Change::removed: out.element("del", before[each.from]); break;
            case text::Change::added: out.element("ins", after[each.to]); break;
        }
    }
}

void change(Markup& out, const output::PartChange& change) {
    out.in("div", {{"class", "change"}}, [&] {
        out.element("h2", change.part);
        out.in("p", {{"dir", "auto"}}, [&] {
            if (change.from && change.to) {
                changed_text(out, *change.from, *change.to);
            } else if (change.from) {
                out.element("del", *change.from);
            } else if (change.to) {
                out.element("ins", *change.to);
            }
        });
    });
}

}  // namespace

Response versions_page(const Request& request, ask::Desk& desk, std::int64_t id) {
    const Archive& archive = desk.archive();
    const std::int64_t number = number_of(value_of(request.values, "diff"));
    const std::optional<Article> from = archive.find_version(id, number - 1);
    const std::optional<Article> to = archive.find_version(id, number);
    if (!from || !to) {
        throw Error(ErrorCode::not_found, "article " + std::to_string(id) + " has no version " +
                                              std::to_string(number) + " that follows another");
    }
    std::vector<output::PartChange> changes = output::article_changes(*from, *to);
    std::erase_if(changes, [](const output::PartChange& each) { return each.is_same(); });
    const std::string title = output::title_of(*to);
    return page(request, {.title = "What changed: " + title, .main = "changes"}, [&](Markup& out) {
        out.in("nav", {{"class", "trail"}, {"aria-label", "Back"}}, [&] {
            out.in("a", {{"href", article_address(id)}}, [&] {
                out.text("← ");
                out.element("bdi", title);
            });
        });
        out.element("h1", "What changed from version " + std::to_string(number - 1) + " to " +
                              std::to_string(number));
        out.in("div", {{"lang", to->language}}, [&] {
            for (const output::PartChange& each : changes)
                change(out, each);
        });
        if (changes.empty()) out.element("p", {{"class", "quiet"}}, "Nothing that is shown here.");
    });
}

}  // namespace newsarc::web
