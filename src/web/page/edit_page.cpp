#include <algorithm>

#include "model/fields.hpp"
#include "output/exchange/citation.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"

namespace newsarc::web {
namespace {

/// Rows of the box that a value is edited in: as many as it fills, within bounds.
std::size_t rows_of(std::string_view value) {
    std::size_t rows = 1;
    std::size_t column = 0;
    for (const char c : value) {
        if (c == '\n' || ++column == 70) {
            ++rows;
            column = 0;
        }
    }
    return std::min<std::size_t>(rows, 24);
}

void field_form(Markup& out, const Request& request, const Article& article, const model::Field& field,
                bool saved) {
    const std::string value = model::to_text(field, article);
    const std::string name(field.name);
    form(out, request, article_address(*article.id) + "/field", {{"class", "field"}, {"id", "field-" + name}},
         [&] {
             out.single("input", {{"type", "hidden"}, {"name", "field"}, {"value", name}});
             out.single("input", {{"type", "hidden"}, {"name", "former"}, {"value", value}});
             out.element("label", {{"for", "value-" + name}}, name);
             out.element("p", {{"class", "quiet"}, {"id", "about-" + name}},
                         std::string(field.meaning) + (model::is_list(field) && !field.is_set
                                                           ? "; each on a line: " + model::line_form(field)
                                                           : ""));
             out.element("textarea",
                         {{"name", "value"},
                          {"id", "value-" + name},
                          {"rows", rows_of(value)},
                          {"dir", "auto"},
                          {"lang", field.name == "body" || field.name == "headline" ? article.language
                                                                                    : std::nullopt},
                          {"aria-describedby", "about-" + name}},
                         // The first line end in a textarea is not part of its text.
                         "\n" + value);
             out.element("button", "Save " + name);
             if (saved) out.element("span", {{"role", "status"}, {"class", "saved"}}, "Saved.");
         });
}

/// Browsers send line ends as CR LF.
std::string with_newlines(std::string text) {
    std::erase(text, '\r');
    return text;
}

}  // namespace

Response edit_page(const Request& request, ask::Desk& desk, std::int64_t id) {
    const Article article = article_of(desk.archive(), id);
    const std::string saved = value_of(request.values, "saved");
    return page(
        request, {.title = "Edit: " + output::title_of(article), .main = "editing"}, [&](Markup& out) {
            out.in("nav", {{"class", "trail"}, {"aria-label", "Back"}}, [&] {
                out.in("a", {{"href", article_address(id)}}, [&] {
                    out.text("← ");
                    out.element("bdi", output::title_of(article));
                });
            });
            out.element("h1", "Edit");
            out.element(
                "p", {{"class", "quiet"}},
                "Each field is saved alone. What it said before is kept as a version, and a file that "
                "changes later leaves what you set.");
            for (const model::Field& field : model::fields()) {
                if (field.by_hand) field_form(out, request, article, field, saved == field.name);
            }
        });
}

Response change_field(const Request& request, ask::Desk& desk, std::int64_t id) {
    const std::string name = value_of(request.form, "field");
    const model::Field* field = model::find_field(name);
    if (field == nullptr) throw Error(ErrorCode::usage, "there is no field " + name);
    const std::string former = model::to_text(*field, article_of(desk.archive(), id));
    if (with_newlines(value_of(request.form, "former")) != with_newlines(former)) {
        throw Error(ErrorCode::usage, name + " was changed by somebody else meanwhile, and was left as it is",
                    "go back, copy what you wrote, and open the page anew");
    }
    change(
        desk, "edit",
        {{"id", std::to_string(id)}, {"set", name + "=" + with_newlines(value_of(request.form, "value"))}});
    return redirect(article_address(id) + "/edit?saved=" + name + "#field-" + name);
}

}  // namespace newsarc::web
