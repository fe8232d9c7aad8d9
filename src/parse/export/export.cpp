#include "parse/export/export.hpp"

#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"

#include <algorithm>

namespace newsarc::parsing {
namespace {

bool equal_but_for_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return ascii_lower(x) == ascii_lower(y);
           });
}

std::string_view take_digits(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at]))
        ++at;
    return text.substr(0, at);
}

LineType type_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::headline: return LineType::headline;
        case FieldKind::deck: return LineType::deck;
        case FieldKind::byline: return LineType::byline;
        case FieldKind::credit: return LineType::credit;
        case FieldKind::published: return LineType::published;
        case FieldKind::dateline: return LineType::dateline;
        case FieldKind::link: return LineType::link;
        case FieldKind::number: return LineType::separator;
        default: return LineType::note;
    }
}

NoteKind note_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::copyright: return NoteKind::copyright;
        case FieldKind::correction: return NoteKind::correction;
        case FieldKind::caption: return NoteKind::caption;
        default: return NoteKind::other;
    }
}

}  // namespace

bool is_count(std::string_view text, std::string_view before, std::string_view rest) {
    if (text.size() > 60 || !equal_but_for_case(text.substr(0, before.size()), before)) return false;
    text = trim(text.substr(before.size()));
    const std::string_view number = take_digits(text);
    text.remove_prefix(number.size());
    if (number.empty() || !equal_but_for_case(text.substr(0, 4), " of ")) return false;
    text.remove_prefix(4);
    const std::string_view total = take_digits(text);
    return !total.empty() && equal_but_for_case(trim(text.substr(total.size())), rest);
}

bool is_copyright(std::string_view text) {
    return equal_but_for_case(text.substr(0, 9), "copyright") || text.starts_with("©") ||
           equal_but_for_case(text.substr(0, 19), "all rights reserved");
}

FieldReader::Begin FieldReader::field_at(std::size_t i, bool in_body) const {
    const std::string_view text = lines_[i].text;
    const std::size_t colon = std::min(text.find(':'), std::size_t{40});
    for (const ExportField& field : fields_) {
        if (in_body && !field.after_body) continue;
        const bool whole = equal_but_for_case(text, field.label);
        if (!whole && (colon >= text.size() || !equal_but_for_case(trim(text.substr(0, colon)), field.label)))
            continue;
        // In the story, only after an empty line, or in capitals as the old exports write them.
        const bool capitals = std::none_of(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(colon, text.size())),
            [](char c) { return c >= 'a' && c <= 'z'; });
        if (in_body && lines_[i].blanks == 0 && !capitals) continue;
        if (in_body && field.kind == FieldKind::note && ends_as_sentence(text) && !whole) continue;
        return {&field, whole ? std::string_view() : trim(text.substr(colon + 1))};
    }
    return {};
}

std::size_t FieldReader::first_field() const {
    std::size_t i = 0;
    while (i < lines_.size() && field_at(i, false).field == nullptr)
        ++i;
    return i;
}

void FieldReader::take(std::size_t i, LineType type, std::string_view rule, NoteKind note) {
    out_.passages.push_back(
        {lines_[i].text, static_cast<std::uint32_t>(i), 1, lines_[i].blanks, lines_[i].indent});
    out_.classed.push_back({type, note, rule, {}, {}, {}, lines_[i].text});
}

void FieldReader::take_value(std::size_t i, const ExportField& field, std::string_view value) {
    if (value == lines_[i].text && is_copyright(value)) {
        take(i, LineType::note, "copyright line of the export", NoteKind::copyright);
        return;
    }
    // Below an empty line a field goes on only if it is a long one.
    const bool goes_on = value.data() == lines_[i].text.data();
    const LineType type = type_of(field.kind);
    if (goes_on && type != LineType::note && (lines_[i].blanks > 0 || type == LineType::published) &&
        !is_separator(lines_[i].text)) {
        take(i, LineType::note, "a line under no field");
        return;
    }
    take(i, is_separator(lines_[i].text) ? LineType::separator : type_of(field.kind), "field",
         note_of(field.kind));
    out_.classed.back().pattern = field.label;
    out_.classed.back().value = value;
}

void FieldReader::read_fields(std::size_t i) {
    const ExportField* field = nullptr;
    while (i < lines_.size()) {
        const Begin begin = field_at(i, false);
        if (begin.field != nullptr) field = begin.field;
        if (field == nullptr) break;
        if (field->kind != FieldKind::body) {
            take_value(i, *field, begin.field != nullptr ? begin.value : lines_[i].text);
            ++i;
            continue;
        }
        std::size_t last = i + 1;
        while (last < lines_.size() && field_at(last, true).field == nullptr)
            ++last;
        if (begin.value.empty())
            take(i, LineType::separator, "the label of the story");
        else
            take(i, LineType::paragraph, "field: the story");
        out_.passages.back().text = begin.value.empty() ? lines_[i].text : begin.value;
        read_body(i + 1, last);
        i = last;
    }
}

void FieldReader::read_body(std::size_t first, std::size_t last) {
    auto passages = join_lines(lines_.subspan(first, last - first), labels_, joined_);
    const auto classed = classify(passages, labels_, Part::body);
    for (Passage& passage : passages)
        passage.first += static_cast<std::uint32_t>(first);
    out_.passages.insert(out_.passages.end(), passages.begin(), passages.end());
    out_.classed.insert(out_.classed.end(), classed.begin(), classed.end());
}

}  // namespace newsarc::parsing
