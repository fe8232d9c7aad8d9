#pragma once

#include <newsarc/error.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "mcp/passage.hpp"

namespace newsarc::mcp {

/// Bytes of an answer, text and JSON together: what an assistant can read without losing sight of its task.
inline constexpr std::size_t largest_answer = 40'000;

/// The answer of a tool, for programs and as text to read, which say the same.
struct Answer {
    Json values = Json::object();
    std::string text;
    bool is_error = false;
};

/// What the room `ask` says to people at a command line, in the words of tools and with nothing hidden.
std::string in_words_of_tools(std::string text);

/// An error that a model can mend, with our hint, in the words of tools.
Answer answer_of(const Error& error);

/// An answer that is a list of things found.
struct Listing {
    std::string summary;                           ///< the first line of the text, in words of ours
    Json values = Json::object();                  ///< what stands before the list, not said as text
    Json remarks = Json::object();                 ///< the same, and said below the summary
    std::string name;                              ///< of the list
    std::vector<Json> items;                       ///< those of a page
    std::function<std::string(const Json&)> line;  ///< an item as text
    Json after = Json::object();                   ///< what stands behind the list
};

/// As many items as the answer may hold; gives back how many these are. `more` makes of that number what says
/// where to go on, which stands before the list; null where the list is at its end.
std::size_t put_together(Answer& answer, Listing listing, const std::function<Json(std::size_t)>& more);

}  // namespace newsarc::mcp
