#include "parse/database/database.hpp"

#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace newsarc::parsing {
namespace {

bool equal_but_for_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return ascii_lower(x) == ascii_lower(y);
           });
}

/// The language of a word of a kind, such as `document`; empty when it is none.
std::string_view language_of(std::string_view kind, std::string_view word) {
    const std::string folded = text::fold(word);
    for (const auto& row : text::lexicon()) {
        std::string_view found;
        if (row.kind != kind) continue;
        text::for_each_item(row.value, [&](std::string_view item) {
            if (text::fold(item) == folded) found = row.language;
        });
        if (!found.empty()) return found;
    }
    return {};
}

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

constexpr std::pair<std::string_view, FieldKind> kinds[] = {
    {"headline", FieldKind::headline},
    {"deck", FieldKind::deck},
    {"byline", FieldKind::byline},
    {"credit", FieldKind::credit},
    {"published", FieldKind::published},
    {"dateline", FieldKind::dateline},
    {"body", FieldKind::body},
    {"copyright", FieldKind::copyright},
    {"correction", FieldKind::correction},
    {"caption", FieldKind::caption},
    {"link", FieldKind::link},
    {"note", FieldKind::note},
    {"number", FieldKind::number},
    {"affiliation", FieldKind::affiliation},
};

LineType type_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::headline: return LineType::headline;
        case FieldKind::deck: return LineType::deck;
        case FieldKind::byline: return LineType::byline;
        case FieldKind::credit: return LineType::credit;
        case FieldKind::published: return LineType::published;
        case FieldKind::dateline: return LineType::dateline;
        case FieldKind::affiliation: return LineType::job_title;
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

ExportFields::ExportFields(std::string_view kind) {
    constexpr std::string_view below = "-below";
    for (const auto& row : text::lexicon()) {
        if (row.kind != kind) continue;
        auto [name, labels] = text::named_items(row.value);
        const bool after_body = name.ends_with(below);
        if (after_body) name.remove_suffix(below.size());
        const auto known = std::ranges::find(kinds, name, &std::pair<std::string_view, FieldKind>::first);
        if (known == std::end(kinds)) continue;
        text::for_each_item(labels, [&](std::string_view label) {
            fields_.try_emplace(text::fold(label), ExportField{label, known->second, after_body});
        });
    }
}

const ExportField* ExportFields::find(std::string_view name) const {
    const auto found = fields_.find(text::fold(name));
    return found == fields_.end() ? nullptr : &found->second;
}

std::optional<Counter> read_counter(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest || text.find_first_of("0123456789") == std::string_view::npos)
        return std::nullopt;
    std::array<std::string_view, 4> words;
    std::size_t count = 0;
    while (!(text = trim(text)).empty()) {
        if (count == words.size()) return std::nullopt;
        words[count] = text.substr(0, text.find(' '));
        text.remove_prefix(words[count++].size());
    }
    if (count != words.size()) return std::nullopt;
    const bool word_first = is_number(words[1]);
    const std::string_view word = word_first ? words[0] : words[3];
    const std::string_view of = word_first ? words[2] : words[1];
    if (!is_number(word_first ? words[1] : words[0]) || !is_number(word_first ? words[3] : words[2]))
        return std::nullopt;
    if (language_of("document", word).empty()) return std::nullopt;
    const std::string_view language = language_of("count-of", of);
    return language.empty() ? std::nullopt : std::optional(Counter{word_first, language});
}

bool is_word_count(std::string_view text) {
    constexpr std::size_t longest = 24;
    const std::size_t blank = text.find(' ');
    return text.size() <= longest && blank != std::string_view::npos && is_digit(text.front()) &&
           text.substr(0, blank).find_first_not_of("0123456789,.") == std::string_view::npos &&
           !language_of("word-count", text.substr(blank + 1)).empty();
}

bool is_copyright(std::string_view text) {
    return equal_but_for_case(text.substr(0, 9), "copyright") || text.starts_with("©") ||
           equal_but_for_case(text.substr(0, 19), "all rights reserved");
}

FieldReader::Begin FieldReader::field_at(std::size_t i, bool in_body) const {
    constexpr std::size_t longest = 40;
    const std::string_view text = lines_[i].text;
    const std::size_t colon = std::min(text.find(':'), longest);
    if (colon >= text.size() && text.size() > longest) return {};
    const ExportField* field = text.size() <= longest ? fields_.find(text) : nullptr;
    const bool whole = field != nullptr;
    if (!whole && colon < text.size()) field = fields_.find(trim(text.substr(0, colon)));
    if (field == nullptr || (in_body && !field->after_body)) return {};
    // In the story, only after an empty line, or in capitals as the old exports write them.
    const bool capitals =
        std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(colon, text.size())),
                     is_ascii_lower);
    if (in_body && lines_[i].blanks == 0 && !capitals) return {};
    if (in_body && field->kind == FieldKind::note && ends_as_sentence(text) && !whole) return {};
    return {field, whole ? std::string_view() : trim(text.substr(colon + 1))};
}

std::size_t FieldReader::first_field(std::size_t from) const {
    std::size_t below = lines_.size();
    for (std::size_t i = from; i < lines_.size(); ++i) {
        const ExportField* const field = field_at(i, false).field;
        if (field == nullptr) continue;
        // `City: Water is safe to drink again` above the others is a headline.
        if (!field->after_body) return i;
        below = std::min(below, i);
    }
    return below;
}

bool FieldReader::has_body_label() const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const ExportField* const field = field_of(i);
        if (field != nullptr && field->kind == FieldKind::body) return true;
    }
    return false;
}

std::size_t FieldReader::end_of_body(std::size_t from) const {
    while (
        from < lines_.size() && field_at(from, true).field == nullptr &&
        !(lines_[from].blanks > 0 && is_copyright(lines_[from].text) && !ends_as_sentence(lines_[from].text)))
        ++from;
    return from;
}

void FieldReader::take(std::size_t i, LineType type, std::string_view rule, NoteKind note) {
    out_.passages.push_back(
        {lines_[i].text, static_cast<std::uint32_t>(i), 1, lines_[i].blanks, lines_[i].indent});
    out_.classed.push_back({type, note, rule, {}, {}, {}, lines_[i].text});
}

void FieldReader::take_tagged(std::size_t i, LineType type, std::string_view rule, NoteKind note,
                              std::string_view tag, std::string_view value) {
    take(i, type, rule, note);
    out_.passages.back().text = value;
    out_.classed.back().value = value;
    out_.classed.back().pattern = tag;
}

void FieldReader::take_joined(std::size_t i, LineType type, std::string_view rule) {
    take(i, type, rule);
    joined_.push_back(std::string(lines_[i].text) + " " + std::string(lines_[i + 1].text));
    out_.passages.back().text = out_.classed.back().value = joined_.back();
    out_.passages.back().lines = 2;
}

void FieldReader::take_value(std::size_t i, const ExportField& field, std::string_view value) {
    if (value == lines_[i].text && is_copyright(value)) {
        take(i, LineType::note, "copyright line of the export", NoteKind::copyright);
        return;
    }
    // Below an empty line a field goes on only if it is a long one.
    const bool goes_on = value.data() == lines_[i].text.data();
    const LineType type = type_of(field.kind);
    // `1 University of the Bay`, below `Roe, Jane 1`.
    if (goes_on && type == LineType::byline && is_digit(value.front())) {
        take(i, LineType::note, "what a number behind a name leads to");
        return;
    }
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

void FieldReader::read_fields(std::size_t i, bool labelled) {
    const ExportField* field = nullptr;
    while (i < lines_.size()) {
        const Begin begin = field_at(i, false);
        if (begin.field != nullptr) field = begin.field;
        if (field == nullptr) break;
        const bool story = !labelled && begin.field == nullptr && lines_[i].blanks > 0;
        if (story) {
            const std::size_t last = end_of_body(i + 1);
            if (is_wrapped(i, last))
                read_wrapped_body(i, last);
            else
                read_body(i, last);
            i = last;
            labelled = true;
            continue;
        }
        if (field->kind != FieldKind::body) {
            take_value(i, *field, begin.field != nullptr ? begin.value : lines_[i].text);
            ++i;
            continue;
        }
        const std::size_t last = end_of_body(i + 1);
        if (begin.value.empty())
            take(i, LineType::separator, "the label of the story");
        else
            take(i, LineType::paragraph, "field: the story");
        out_.passages.back().text = begin.value.empty() ? lines_[i].text : begin.value;
        read_body(i + 1, last);
        i = last;
    }
}

bool FieldReader::is_wrapped(std::size_t first, std::size_t last) const {
    constexpr std::size_t widest = 90;
    bool joined = false;
    for (std::size_t i = first; i < last; ++i) {
        if (length_up_to(lines_[i].text, widest + 1) > widest) return false;
        joined = joined || (i > first && lines_[i].blanks == 0);
    }
    return joined;
}

void FieldReader::read_wrapped_body(std::size_t first, std::size_t last) {
    while (first < last) {
        std::size_t end = first + 1;
        while (end < last && lines_[end].blanks == 0 && lines_[end].indent <= lines_[first].indent)
            ++end;
        take(first, LineType::paragraph, "a passage of the story");
        Passage& passage = out_.passages.back();
        passage.lines = static_cast<std::uint32_t>(end - first);
        if (passage.lines > 1) {
            joined_.emplace_back(lines_[first].text);
            const bool divided = find_layout(lines_.subspan(first, end - first)).divided;
            for (std::size_t i = first + 1; i < end; ++i)
                append_line(joined_.back(), lines_[i].text, divided);
            passage.text = out_.classed.back().value = joined_.back();
        }
        first = end;
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
