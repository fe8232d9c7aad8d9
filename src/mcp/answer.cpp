#include "mcp/answer.hpp"

#include <array>
#include <utility>

#include "mcp/message.hpp"
#include "text/terminal.hpp"

namespace newsarc::mcp {
namespace {

/// What a message to the user of a command line says, and what a model is to read instead.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> wordings{{
    {"newsarc search --saved ", "archive_stats "},
    {"newsarc list ", "list_articles "},
    {"newsarc search ", "search_articles "},
    {"newsarc show ", "get_article "},
    {" --", " "},
}};

/// Bytes that a part of an answer takes.
std::size_t size_of(const Json& value) {
    return written(value).size() + 1;
}

}  // namespace

std::string in_words_of_tools(std::string text) {
    if (text.starts_with("--")) text.erase(0, 2);
    for (const auto& [command_line, tool] : wordings) {
        for (std::size_t at = text.find(command_line); at != std::string::npos;
             at = text.find(command_line, at + tool.size()))
            text.replace(at, command_line.size(), tool);
    }
    return text::clean_line_for_terminal(text::abridged(text, 600));
}

Answer answer_of(const Error& error) {
    const std::string message = in_words_of_tools(error.what());
    const std::string hint = in_words_of_tools(error.hint());
    Answer out{.text = "error: " + message, .is_error = true};
    out.values["error"] = {{"code", to_string(error.code())}, {"message", message}};
    if (!hint.empty()) {
        out.values["error"]["hint"] = hint;
        out.text += "\nhint: " + hint;
    }
    return out;
}

std::size_t put_together(Answer& answer, Listing listing, const std::function<Json(std::size_t)>& more) {
    constexpr std::size_t marks_and_more = 1000;
    constexpr std::size_t head = 4000;
    fit(listing.values, head);
    fit(listing.remarks, head);
    fit(listing.after, head);
    const std::string after = outline(listing.after);
    const std::string remarks = outline(listing.remarks);
    std::size_t left = largest_answer - marks_and_more - size_of(listing.values) - size_of(listing.remarks) -
                       size_of(remarks) - size_of(listing.after) - size_of(after) - size_of(listing.summary);
    Json list = Json::array();
    std::string text;
    for (Json& item : listing.items) {
        constexpr std::size_t largest_item = 4000;
        fit(item, largest_item);
        const std::string line = listing.line(item);
        const std::size_t size = size_of(item) + size_of(line);
        if (size > left) break;
        left -= size;
        text += line;
        list.push_back(std::move(item));
    }
    const std::size_t shown = list.size();
    answer.text = std::move(listing.summary);
    answer.values.update(listing.values);
    answer.values.update(listing.remarks);
    if (shown < listing.items.size()) answer.values["truncated"] = true;
    const Json going_on = more(shown);
    answer.values.update(going_on);
    for (const auto& [name, value] : going_on.items())
        answer.text += " " + name + " " + (value.is_string() ? value.get<std::string>() : value.dump()) + ".";
    answer.values[listing.name] = std::move(list);
    answer.values.update(listing.after);
    answer.text += "\n" + remarks;
    if (!text.empty() || !after.empty()) answer.text += quoted(text + after, make_nonce());
    return shown;
}

}  // namespace newsarc::mcp
