#include "input/record/record.hpp"

#include <newsarc/error.hpp>

#include "model/fields.hpp"
#include "model/settle.hpp"

namespace newsarc::input {

void take(Article& article, const model::Field& field, std::string_view value) {
    try {
        model::set_text(field, article, value);
    } catch (const Error& error) {
        keep_extra(article, field.name, value);
        article.warnings.push_back(std::string(field.name) + ": " + error.what() + "; kept as extra");
    }
}

void keep_extra(Article& article, std::string_view name, std::string_view value) {
    const std::string text = model::cleaned(value);
    if (!name.empty() && !text.empty()) article.extra.insert_or_assign(std::string(name), text);
}

void finish(Article& article, bool has_key) {
    if (!has_key) article.key = article.url;
    if (article.headline || !article.body.empty()) return;
    throw Error(ErrorCode::input, "there is neither a headline nor a body",
                "newsarc show ID --json prints an article in the form that is read");
}

}  // namespace newsarc::input
