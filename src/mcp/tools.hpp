#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ask/desk.hpp"
#include "mcp/answer.hpp"

namespace newsarc::mcp {

/// A value that a tool takes.
struct Argument {
    enum class Kind { text, number, flag, texts };

    std::string_view name;
    /// The parameter of the tool's request that it stands for, whose kind, choices and help it has; empty:
    /// the tool has a use of its own for it.
    std::string_view parameter = {};
    std::optional<std::string_view> help = {};  ///< where the request's does not fit; empty: it needs none
    bool required = false;
    std::size_t least = 0;  ///< of a number
    std::size_t most = 0;   ///< of a number, or of how many texts there are; 0: no bound
    Kind kind = Kind::text;
    std::vector<std::string_view> choices = {};
};

/// What a tool was called with.
class Call {
public:
    Call(Json arguments, ask::Values values) : arguments_(std::move(arguments)), values_(std::move(values)) {}

    /// Those that the request takes.
    [[nodiscard]] const ask::Values& values() const { return values_; }
    [[nodiscard]] std::size_t number(std::string_view name, std::size_t otherwise) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;

private:
    Json arguments_;  ///< of the kinds that the tool's arguments have
    ask::Values values_;
};

struct Tool {
    std::string_view name;
    std::string_view description;
    std::string_view request;  ///< of ask::questions, or ask::changes of one that writes, that answers it
    std::vector<Argument> arguments;
    Answer (*answer)(ask::Desk& desk, const Call& call);
    bool writes = false;
};

/// Every tool there is, in the order in which assistants see them; what writes is last.
std::span<const Tool> tools();

/// As `tools/list` has it.
Json tool_json(const Tool& tool);

/// Throws Error(usage) for arguments that the tool does not take.
Call read_call(const Tool& tool, const Json& arguments);

// How the tools answer.
Answer answer_search(ask::Desk& desk, const Call& call);
Answer answer_article(ask::Desk& desk, const Call& call);
Answer answer_related(ask::Desk& desk, const Call& call);
Answer answer_list(ask::Desk& desk, const Call& call);
Answer answer_stats(ask::Desk& desk, const Call& call);
Answer answer_citations(ask::Desk& desk, const Call& call);
Answer answer_tagging(ask::Desk& desk, const Call& call);

}  // namespace newsarc::mcp
