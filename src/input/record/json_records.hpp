#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// The text of a record of a JSON file, and where it stands.
struct JsonRecord {
    std::string text;
    std::size_t line = 0;   ///< where it begins, from 1
    std::size_t bytes = 0;  ///< of the file, up to its end
};

/// Cuts a JSON file into its objects: one a line, one behind the other in any layout, or the members of an
/// array. What is no object is a record too, as far as its line goes, so that who parses it can say what it
/// is. Where an object is broken reading goes on at the line, or at the object, in which that shows.
class JsonRecords {
public:
    /// Gives the next bytes of the file, good until the next call; empty at the end.
    using NextBytes = std::function<std::string_view()>;

    /// `longest` bounds a record, in bytes.
    JsonRecords(NextBytes next_bytes, std::size_t longest)
        : next_bytes_(std::move(next_bytes)), longest_(longest) {}

    /// The next record; none at the end. Throws Error(input) for one that is too long, and what next_bytes
    /// throws.
    std::optional<JsonRecord> next();

private:
    enum class State { between, object, line };

    bool fill();
    bool take(char c);
    bool take_in_object(char c);
    JsonRecord finish();

    NextBytes next_bytes_;
    std::size_t longest_;
    std::string_view rest_;
    State state_ = State::between;
    JsonRecord record_;
    std::size_t line_ = 1;
    std::vector<char> open_;     ///< the brackets that are open
    bool in_text_ = false;       ///< between quotation marks
    bool behind_slash_ = false;  ///< there, behind a backslash
    char last_ = 0;              ///< the last byte that was no white space
    std::size_t skipped_ = 0;    ///< bytes before the record
};

}  // namespace newsarc::input
