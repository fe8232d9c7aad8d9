#include "input/record/record_text.hpp"

#include <newsarc/error.hpp>

#include "model/fields.hpp"
#include "model/settle.hpp"
#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace newsarc::input {
namespace {

using model::Field;

constexpr std::string_view fence = "---";
constexpr std::string_view extra_prefix = "extra.";

/// The body stands below the others.
bool is_line(const Field& field) {
    return field.by_hand && field.name != "body";
}

/// The name before the colon: of a list, that of one of its members.
std::string_view line_name(const Field& field) {
    return model::is_list(field) ? field.column : field.name;
}

[[noreturn]] void refuse_name(std::string_view name) {
    std::vector<std::string_view> names;
    std::string known;
    for (const Field& field : model::fields()) {
        if (!field.by_hand) continue;
        names.push_back(field.name);
        known += (known.empty() ? "" : ", ") + std::string(field.name);
    }
    const auto near = text::nearest(name, names);
    throw Error(ErrorCode::input, "there is no field '" + std::string(name) + "' to be set",
                (near ? "did you mean " + *near + "? " : "") + "there are: " + known);
}

void set(Article& article, const Field& field, std::string_view value) {
    if (!text::is_valid_utf8(value) || value.find('\0') != std::string_view::npos) {
        throw Error(ErrorCode::input, "the value of " + std::string(field.name) + " is not text in UTF-8");
    }
    if (field.part == "text") article.dateline.reset();
    const bool is_part = !field.object.empty() && field.part != "text";
    if (is_part && !article.dateline && !model::cleaned(value).empty()) {
        throw Error(ErrorCode::input, "there is no dateline that this could be a part of",
                    "set dateline to the whole of it first, such as 'KABUL, Jan 21 (Reuters) -'");
    }
    model::set_text(field, article, value);
}

/// Reads line by line.
class Reader {
public:
    Reader(std::string_view text, const Article& former) : rest_(text), article_(former) {
        for (const Field& field : model::fields()) {
            if (field.by_hand) model::set_text(field, article_, "");
        }
    }

    Article read() {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
        if (next() != fence) refuse("the text does not begin with a line of three dashes");
        for (;;) {
            if (rest_.empty()) refuse("the line of three dashes below the fields is missing");
            const std::string line = next();
            if (line == fence) break;
            if (!line.empty() && !line.starts_with('#')) read_field(line);
        }
        set(article_, *model::find_field("body"), rest_);
        if (!article_.headline && article_.body.empty()) {
            throw Error(ErrorCode::input, "an article needs a headline or a body");
        }
        std::ranges::sort(article_.tags);
        return std::move(article_);
    }

private:
    std::string next() {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        std::string line = model::cleaned(rest_.substr(0, end));
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++number_;
        return line;
    }

    [[noreturn]] void refuse(const std::string& what, const std::string& hint = {}) const {
        throw Error(ErrorCode::input, "line " + std::to_string(number_) + ": " + what, hint);
    }

    void read_field(const std::string& line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) {
            refuse("there is no colon after the name of a field", "the body begins below the second ---");
        }
        const std::string value = model::cleaned(std::string_view(line).substr(colon + 1));
        if (value.empty()) return;
        try {
            take(model::cleaned(std::string_view(line).substr(0, colon)), value);
        } catch (const Error& error) {
            refuse(error.what(), error.hint());
        }
    }

    void take(const std::string& name, const std::string& value) {
        if (!text::is_valid_utf8(value)) throw Error(ErrorCode::input, "the line is not text in UTF-8");
        for (const Field& field : model::fields()) {
            if (!is_line(field) || line_name(field) != name) continue;
            if (model::is_list(field)) return model::add_line(field, article_, value);
            if (std::ranges::find(seen_, &field) != seen_.end()) {
                throw Error(ErrorCode::input, name + " is there twice");
            }
            seen_.push_back(&field);
            return set(article_, field, model::from_one_line(value));
        }
        refuse_name(name);
    }

    std::string_view rest_;
    Article article_;
    std::size_t number_ = 0;
    std::vector<const Field*> seen_;
};

}  // namespace

std::string write_record_text(const Article& article) {
    std::string out(fence);
    out +=
        "\n# Article " + (article.id ? std::to_string(*article.id) : std::string("without id")) +
        ". Lines that begin with # are passed over; a field with nothing after its colon has no value.\n"
        "# \\n is a line break in a value, \\u before a number in braces a character that cannot be shown.\n"
        "# There may be more than one of these:\n";
    for (const Field& field : model::fields()) {
        if (is_line(field) && model::is_list(field))
            out.append("#   ").append(field.column).append(": ").append(model::line_form(field)).append("\n");
    }
    for (const Field& field : model::fields()) {
        if (!is_line(field)) continue;
        const bool list = model::is_list(field);
        const std::vector<std::string> values =
            list ? model::lines(field, article)
                 : std::vector<std::string>{model::on_one_line(model::to_text(field, article))};
        for (const std::string& value : values)
            out.append(line_name(field)).append(value.empty() ? ":" : ": ").append(value).append("\n");
    }
    // Editors send to the terminal what they show.
    return text::with_escapes(out.append(fence).append("\n\n").append(article.body).append("\n"));
}

Article read_record_text(std::string_view text, const Article& former) {
    // Some editors end lines with it; one that is of the text is written as an escape.
    std::string lines(text);
    std::erase(lines, '\r');
    return Reader(text::without_escapes(lines), former).read();
}

std::vector<std::pair<std::string, std::string>> assignments(const std::vector<std::string>& texts) {
    std::vector<std::pair<std::string, std::string>> out;
    Article any;
    any.dateline.emplace();
    for (const std::string& each : texts) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos) {
            throw Error(ErrorCode::usage, "--set takes FIELD=VALUE, not '" + each + "'",
                        "such as --set credit=NewsX");
        }
        out.emplace_back(each.substr(0, equals), each.substr(equals + 1));
        set_field(any, out.back().first, out.back().second);
    }
    return out;
}

void set_field(Article& article, std::string_view name, std::string_view value) {
    if (name.starts_with(extra_prefix) && name.size() > extra_prefix.size()) {
        const std::string key(name.substr(extra_prefix.size()));
        const std::string text = model::cleaned(value);
        article.extra.erase(key);
        if (!text.empty()) article.extra.emplace(key, text);
        return;
    }
    const Field* field = model::find_field(name);
    if (field == nullptr || !field->by_hand) refuse_name(name);
    set(article, *field, value);
}

}  // namespace newsarc::input
