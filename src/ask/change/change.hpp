#pragma once

#include <newsarc/archive.hpp>

#include "ask/parameters.hpp"
#include "ask/question/question.hpp"
#include "ask/reply.hpp"

#include <array>
#include <memory>
#include <string_view>

namespace newsarc::ask {

/// What changes articles of an archive.
class Change : public Request {
public:
    /// Does it, and writes what was done. False when it was not done to all that was named. Throws Error.
    virtual bool carry_out(Archive& archive, const Reply& reply) = 0;
};

std::unique_ptr<Change> make_tag();
std::unique_ptr<Change> make_edit();
std::unique_ptr<Change> make_remove();

struct ChangeRow {
    std::string_view name;
    std::string_view summary;  ///< one line
    std::unique_ptr<Change> (*make)();
};

/// All that can be done to articles that are there. Beside ask::questions, so that a face can offer the
/// former alone.
inline constexpr std::array<ChangeRow, 3> changes{{
    {"tag", "give articles tags and take tags away", make_tag},
    {"edit", "change fields of articles", make_edit},
    {"remove", "remove articles for good; add and import then pass them over", make_remove},
}};

/// The row of that name; there must be one.
const ChangeRow& change_named(std::string_view name);

}  // namespace newsarc::ask
