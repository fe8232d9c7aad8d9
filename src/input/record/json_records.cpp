#include "input/record/json_records.hpp"

#include <newsarc/error.hpp>

#include <utility>

namespace newsarc::input {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

bool JsonRecords::fill() {
    if (rest_.empty()) rest_ = next_bytes_();
    return !rest_.empty();
}

JsonRecord JsonRecords::finish() {
    state_ = State::between;
    open_.clear();
    in_text_ = false;
    record_.bytes = record_.text.size() + std::exchange(skipped_, 0);
    return std::exchange(record_, {});
}

/// Takes the next byte of an object. True when the record ends with it, or before it.
bool JsonRecords::take_in_object(char c) {
    if (in_text_) {
        // A line end within quotation marks is no JSON.
        if (c == '\n') return true;
        if (!behind_slash_ && c == '"') in_text_ = false;
        behind_slash_ = !behind_slash_ && c == '\\';
        if (!in_text_) last_ = c;
        return false;
    }
    if (is_blank(c)) return false;
    if (c == '"') {
        in_text_ = true;
        behind_slash_ = false;
    } else if (c == '{' || c == '[') {
        open_.push_back(c);
    } else if (c == '}' || c == ']') {
        open_.pop_back();
    }
    last_ = c;
    return open_.empty();
}

/// Takes the next byte. True when a record ended with it; one that ended before it leaves it in place.
bool JsonRecords::take(char c) {
    switch (state_) {
        case State::between:
            if (is_blank(c) || c == ',' || c == '[' || c == ']') {
                ++skipped_;
                return false;
            }
            record_.line = line_;
            state_ = c == '{' ? State::object : State::line;
            last_ = 0;
            break;
        case State::line:
            if (c == '\n') return true;
            break;
        case State::object: {
            // An object stands behind a colon, or in an array; elsewhere it is the next record.
            const bool in_array = !open_.empty() && open_.back() == '[' && (last_ == '[' || last_ == ',');
            if (!in_text_ && c == '{' && last_ != ':' && !in_array) return true;
        }
    }
    return false;
}

std::optional<JsonRecord> JsonRecords::next() {
    while (fill()) {
        const char c = rest_.front();
        if (take(c)) return finish();
        rest_.remove_prefix(1);
        if (c == '\n') ++line_;
        if (state_ == State::between) continue;
        record_.text += c;
        if (record_.text.size() > longest_) {
            throw Error(ErrorCode::input,
                        "line " + std::to_string(record_.line) + ": a record of more than " +
                            std::to_string(longest_) + " bytes",
                        "--max-size allows larger ones");
        }
        if (state_ == State::object && take_in_object(c)) return finish();
    }
    if (state_ == State::between) return std::nullopt;
    return finish();
}

}  // namespace newsarc::input
