#include "ask/change/change.hpp"
#include "ask/question/question.hpp"

#include <algorithm>

namespace newsarc::ask {

void give(Request& request, const Values& values, bool json) {
    Parameters parameters;
    request.declare(parameters);
    for (const auto& [name, value] : values)
        parameters.give(name, value);
    parameters.check_operands();
    request.settle(json);
}

const QuestionRow& question_named(std::string_view name) {
    return *std::ranges::find(questions, name, &QuestionRow::name);
}

const ChangeRow& change_named(std::string_view name) {
    return *std::ranges::find(changes, name, &ChangeRow::name);
}

}  // namespace newsarc::ask
