#include "input/record/csv_reader.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::input {
namespace {

/// Counts outside quotes.
std::size_t count_of(char separator, std::string_view line) {
    bool quoted = false;
    std::size_t count = 0;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (c == separator && !quoted) ++count;
    }
    return count;
}

/// The part of a field that stands in quotes, `at` behind the first of them; doubled quotes stand for
/// one. False when the line ends before the quotes do.
bool take_quoted(std::string_view line, std::size_t& at, std::string& field) {
    while (at < line.size()) {
        if (line[at] != '"') {
            field += line[at++];
        } else if (line.substr(at, 2) == "\"\"") {
            field += '"';
            at += 2;
        } else {
            ++at;
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<std::string> CsvReader::take_line() {
    std::string out;
    if (!read_again_.empty()) {
        out = std::move(read_again_.back());
        read_again_.pop_back();
    } else {
        std::optional<std::string_view> line = next_line_();
        if (!line) return std::nullopt;
        if (lines_ == 0 && line->starts_with("\xEF\xBB\xBF")) line->remove_prefix(3);
        if (line->ends_with('\r')) line->remove_suffix(1);
        out = *line;
    }
    ++lines_;
    return out;
}

void CsvReader::choose_separator(std::string_view line) {
    separator_ = ',';
    for (const char other : {';', '\t'}) {
        if (count_of(other, line) > count_of(separator_, line)) separator_ = other;
    }
}

/// Adds what stands in a line to the record.
void CsvReader::cut(std::string_view line, CsvRow& row) {
    if (quoted_) row.fields.back() += '\n';
    for (std::size_t at = 0;; ++at) {
        if (!quoted_) row.fields.emplace_back();
        std::string& field = row.fields.back();
        if (!quoted_ && (at >= line.size() || line[at] != '"')) {
            const std::size_t end = std::min(line.find(separator_, at), line.size());
            field = line.substr(at, end - at);
            at = end;
        } else {
            if (!quoted_) ++at;
            quoted_ = !take_quoted(line, at, field);
            if (quoted_) return;
            if (at < line.size() && line[at] != separator_) {
                row.error = "there is text behind the quote that ends a field";
                return;
            }
        }
        if (at >= line.size()) return;
    }
}

CsvRow CsvReader::give_up(CsvRow row, const std::string& why) {
    quoted_ = false;
    row.error = why;
    row.fields.clear();
    row.bytes = taken_.front().size() + 1;
    lines_ -= taken_.size() - 1;
    while (taken_.size() > 1) {
        read_again_.push_back(std::move(taken_.back()));
        taken_.pop_back();
    }
    return row;
}

std::optional<CsvRow> CsvReader::next() {
    std::optional<std::string> line = take_line();
    while (line && line->find_first_not_of(" \t") == std::string::npos)
        line = take_line();
    if (!line) return std::nullopt;
    if (separator_ == '\0') choose_separator(*line);
    CsvRow row;
    row.line = lines_;
    taken_.clear();
    while (true) {
        row.bytes += line->size() + 1;
        cut(*line, row);
        taken_.push_back(std::move(*line));
        if (row.bytes > longest_) {
            const std::string limit = "longer than " + std::to_string(longest_) + " bytes";
            if (quoted_) return give_up(std::move(row), limit + "; perhaps a quote is not closed");
            row.error = limit;
        }
        if (!quoted_) return row;
        line = take_line();
        if (!line) return give_up(std::move(row), "a quote is opened here and never closed");
    }
}

}  // namespace newsarc::input
