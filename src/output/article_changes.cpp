#include "output/article_changes.hpp"

#include <algorithm>
#include <utility>

#include "model/field_text.hpp"
#include "text/likeness/difference.hpp"

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

}  // namespace newsarc::output
