#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// A record of a CSV file, or what is wrong with it.
struct CsvRow {
    std::size_t line = 0;  ///< where it begins, from 1
    std::size_t bytes = 0;
    std::vector<std::string> fields;
    std::optional<std::string> error;
};

/// Reads the records of a CSV file (RFC 4180) one by one. Line ends may be LF or CR LF, a quote within a
/// field without quotes stands for itself, empty lines are passed over. Fields are separated by commas,
/// or by semicolons or tabs when the first line has more of these.
/// A record that cannot be read is a row with an error, and reading goes on at the line after the one
/// in which it begins.
class CsvReader {
public:
    /// Gives the next line without its LF, good until the next call; none at the end.
    using NextLine = std::function<std::optional<std::string_view>()>;

    /// `longest` bounds a record, in bytes.
    explicit CsvReader(NextLine next_line, std::size_t longest = 20'000'000)
        : next_line_(std::move(next_line)), longest_(longest) {}

    /// The next record, the header first; none at the end. What next_line throws passes through.
    std::optional<CsvRow> next();

private:
    std::optional<std::string> take_line();
    void choose_separator(std::string_view line);
    void cut(std::string_view line, CsvRow& row);
    CsvRow give_up(CsvRow row, const std::string& why);

    NextLine next_line_;
    std::size_t longest_;
    char separator_ = '\0';
    std::size_t lines_ = 0;                ///< taken so far
    bool quoted_ = false;                  ///< the last line ended within quotes
    std::vector<std::string> taken_;       ///< lines of the record being read
    std::vector<std::string> read_again_;  ///< lines of a record that was given up, the last one first
};

}  // namespace newsarc::input
