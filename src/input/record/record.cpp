#include "input/record/record.hpp"

#include <newsarc/error.hpp>

#include "model/fields.hpp"
#include "model/settle.hpp"
#include "text/unicode/fold.hpp"
#include "text/wording.hpp"

namespace newsarc::input {
namespace {

[[noreturn]] void refuse_field(const std::string& name) {
    std::vector<std::string_view> names;
    std::string list;
    for (const model::Field& field : model::fields()) {
        if (field.derived) continue;
        names.push_back(field.name);
        list += (list.empty() ? "" : ", ") + std::string(field.name);
    }
    const std::optional<std::string> near = text::nearest(name, names);
    throw Error(ErrorCode::usage, "--map knows no field '" + name + "'",
                (near ? "did you mean " + *near + "? " : "") + "the fields are " + list);
}

bool is_date(const model::Field& field) {
    return model::is_moment(field) || field.settle == model::settle_date;
}

/// A date of another form than ISO 8601 in that form; any other text as it is.
std::string in_own_form(Article& article, const model::Field& field, std::string_view value,
                        const RecordOptions& options) {
    std::string text = model::cleaned(value);
    if (!is_date(field) || !options.read_date || from_iso(text)) return text;
    const std::optional<RecordDate> date = options.read_date(text);
    if (!date) return text;
    std::string iso = to_iso(date->moment);
    if (date->doubtful) {
        article.warnings.push_back(std::string(field.name) + ": '" + text + "' was read as " + iso +
                                   "; the day might be the month");
    }
    return iso;
}

}  // namespace

std::vector<FieldMap> read_maps(const std::vector<std::string>& maps) {
    std::vector<FieldMap> out;
    for (const std::string& map : maps) {
        const std::size_t equals = map.rfind('=');
        if (equals == 0 || equals == std::string::npos) {
            throw Error(ErrorCode::usage, "--map takes NAME=FIELD, not '" + map + "'",
                        "such as --map title=headline");
        }
        const std::string name = text::fold(map.substr(equals + 1));
        const model::Field* field = name.empty() ? nullptr : model::find_field(name);
        if (!name.empty() && (field == nullptr || field->derived)) refuse_field(name);
        out.push_back({map.substr(0, equals), field});
    }
    return out;
}

void take(Article& article, const model::Field& field, std::string_view value, const RecordOptions& options) {
    try {
        model::set_text(field, article, in_own_form(article, field, value, options));
    } catch (const Error& error) {
        keep_extra(article, field.name, value);
        article.warnings.push_back(std::string(field.name) + ": " + error.what() + "; kept as extra");
    }
}

void keep_extra(Article& article, std::string_view name, std::string_view value) {
    const std::string text = model::cleaned(value);
    if (!name.empty() && !text.empty()) article.extra.insert_or_assign(std::string(name), text);
}

void finish(Article& article, const StatedFields& stated, const RecordOptions& options) {
    if (!stated.key) article.key = article.url;
    if (!stated.authors && article.authors.empty() && article.byline && options.read_byline)
        article.authors = options.read_byline(*article.byline);
    if (article.headline || !article.body.empty()) return;
    throw Error(
        ErrorCode::input, "there is neither a headline nor a body",
        "newsarc show ID --json prints an article in the form that is read; --map NAME=FIELD says which "
        "field another name stands for");
}

}  // namespace newsarc::input
