#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include "parse/label/labels.hpp"
#include "parse/line/scan.hpp"
#include "text/unicode/utf8.hpp"

#include <array>
#include <utility>

namespace newsarc {
namespace {

constexpr std::array<std::pair<LabelKind, std::string_view>, 15> names{{
    {LabelKind::credit, "credit"},
    {LabelKind::headline, "headline"},
    {LabelKind::deck, "deck"},
    {LabelKind::byline, "byline"},
    {LabelKind::published, "published"},
    {LabelKind::updated, "updated"},
    {LabelKind::related, "related"},
    {LabelKind::promotion, "promotion"},
    {LabelKind::editor, "editor"},
    {LabelKind::copyright, "copyright"},
    {LabelKind::reporting, "reporting"},
    {LabelKind::caption, "caption"},
    {LabelKind::advertisement, "advertisement"},
    {LabelKind::correction, "correction"},
    {LabelKind::other, "other"},
}};

std::string all_names() {
    std::string out;
    for (const auto& [kind, name] : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

/// Takes the first word off the front of a line.
std::string_view take_word(std::string_view& line) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    line = parsing::trim(line);
    return word;
}

Label read_label(std::string_view line, const std::string& where) {
    const std::string_view name = take_word(line);
    const auto kind = label_kind_from_string(name);
    if (!kind) {
        throw Error(ErrorCode::usage, where + ": '" + std::string(name) + "' is no kind of label",
                    "kinds are " + all_names());
    }
    const std::string_view language = take_word(line);
    return {*kind, std::string(language), std::string(line)};
}

}  // namespace

std::string_view to_string(LabelKind kind) {
    for (const auto& [value, name] : names) {
        if (value == kind) return name;
    }
    return {};
}

std::optional<LabelKind> label_kind_from_string(std::string_view name) {
    for (const auto& [kind, known] : names) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

std::vector<Label> read_labels(std::string_view text, std::string_view name) {
    if (!text::is_valid_utf8(text)) {
        throw Error(ErrorCode::usage, std::string(name) + ": labels must be UTF-8", "save the file as UTF-8");
    }
    std::vector<Label> labels;
    std::vector<std::size_t> numbers;  // of their lines
    const auto where = [&](std::size_t line) { return std::string(name) + ":" + std::to_string(line); };
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        const std::string_view line = parsing::trim(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.starts_with('#')) continue;
        labels.push_back(read_label(line, where(number)));
        numbers.push_back(number);
    }
    parsing::LabelSet::check(labels, [&](std::size_t label) { return where(numbers[label]); });
    return labels;
}

}  // namespace newsarc
