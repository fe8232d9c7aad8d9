#include "parse/database/database.hpp"
#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"

#include <algorithm>

// Text exports of ProQuest: articles between long rules, `Document n of m` or none before each,
// labelled fields. The headline is a field or the first line.
namespace newsarc::parsing {
namespace {

const ExportFields& fields() {
    static const ExportFields known("proquest-field");
    return known;
}

bool is_start(std::string_view text) {
    const auto counter = read_counter(text);
    return counter && counter->word_first;
}

bool is_long_rule(std::string_view text) {
    constexpr std::size_t shortest = 20;
    return text.size() >= shortest && text.find_first_not_of('_') == std::string_view::npos;
}

bool begins_with_field(std::span<const Line> lines, std::string_view label) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Line& line) { return line.text.starts_with(label); });
}

}  // namespace

std::vector<Section> split_proquest(std::span<const Line> lines) {
    const bool counted =
        std::any_of(lines.begin(), lines.end(), [](const Line& line) { return is_start(line.text); });
    std::vector<Section> sections;
    std::size_t first = 0;
    bool begun = false;   // a number has been seen since `first`
    bool titled = false;  // and a title, and a text
    bool told = false;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (i == lines.size() || (counted ? is_start(lines[i].text) : is_long_rule(lines[i].text))) {
            if (counted ? begun : titled && told) {
                sections.push_back({first, i, Format::proquest});
                first = i;
                titled = told = false;
            }
            begun = true;
        } else {
            titled = titled || lines[i].text.starts_with("Title:") ||
                     lines[i].text.starts_with("Publication title:");
            told = told || lines[i].text.starts_with("Full text:") || lines[i].text.starts_with("Full Text:");
        }
    }
    if (sections.empty()) return sections;
    // What stands before the first article or after the last goes with it.
    sections.front().first = 0;
    sections.back().last = lines.size();
    return sections;
}

ClassedText read_proquest(std::span<const Line> lines, const LabelSet& labels,
                          std::deque<std::string>& joined) {
    FieldReader reader(lines, fields(), labels, joined);
    const std::size_t top = reader.first_field();
    const bool titled = begins_with_field(lines, "Title:");
    const auto start =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return is_start(line.text); });
    std::size_t number = start == lines.end() ? 0 : static_cast<std::size_t>(start - lines.begin());
    bool headline = titled;
    for (std::size_t i = 0; i < top; ++i) {
        if (is_separator(lines[i].text)) {
            reader.take(i, LineType::separator, "a rule of signs");
        } else if (is_start(lines[i].text)) {
            reader.take(i, LineType::separator, "the place in the export");
        } else if (!headline && i >= number) {
            reader.take(i, LineType::headline, "the first line of the document");
            headline = true;
        } else {
            reader.take(i, LineType::note, "a line above the fields");
        }
    }
    reader.read_fields(top);
    return reader.finish();
}

}  // namespace newsarc::parsing
