#include "cli/terminal/question.hpp"

#include "cli/source/line_reader.hpp"

namespace newsarc::cli {

bool can_ask(const Context& context) {
    return context.terminal.in && context.terminal.err;
}

bool confirmed(Context& context, std::string_view question) {
    context.prompt(question);
    LineReader answers("-");
    const auto answer = answers.next();
    if (!answer) context.prompt("\n");
    return answer && (answer->starts_with('y') || answer->starts_with('Y'));
}

}  // namespace newsarc::cli
