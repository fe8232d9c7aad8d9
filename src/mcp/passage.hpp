#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "output/json.hpp"

// Text of articles on its way to an assistant. Whoever wrote an article may have wanted an assistant to take
// it for an order: nothing in it is hidden or turned around, and marks that it cannot know stand around it.

namespace newsarc::mcp {

using output::Json;

/// Every text in a value with control and direction characters shown (text::clean_for_terminal()).
void make_visible(Json& value);

/// Without members that say nothing: null, the empty text, lists and objects of nothing.
void leave_out_absent(Json& value);

/// Cuts long texts and lists until the value takes at most `bytes`, written; `left_out` then says so.
void fit(Json& object, std::size_t bytes);

/// Text to read, a line a member: `credit: NewsX`.
std::string outline(const Json& object);

/// A text that is new with each call, which no article can hold.
std::string make_nonce();

/// Text of strangers between marks that hold the nonce.
std::string quoted(std::string_view text, const std::string& nonce);

/// A piece of a text, in characters (code points).
struct Page {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< where the next one begins
    std::size_t total = 0;

    [[nodiscard]] bool is_last() const { return end == total; }
};

/// From `offset` at most so many characters that take at most `bytes` in JSON, to the end of a paragraph
/// where there is one, else of a word. The pages of a text one after the other are that text.
Page page_of(std::string_view text, std::size_t offset, std::size_t characters, std::size_t bytes);

}  // namespace newsarc::mcp
