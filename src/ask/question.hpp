#pragma once

#include <newsarc/archive.hpp>

#include "ask/parameters.hpp"
#include "ask/reply.hpp"

#include <memory>

namespace newsarc::ask {

/// Something to ask an archive: it declares the values that it takes, and answers with what was given for
/// them. A command line, a page and a server give values by the same names and get the same answer.
class Question {
public:
    Question() = default;
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;
    virtual ~Question() = default;

    virtual void declare(Parameters& parameters) = 0;

    /// To be called once all values are given, before the archive is opened; `json` when JSON was asked for.
    /// Throws Error(usage) for what does not go together.
    virtual void settle(bool json) = 0;

    /// Writes the answer. False when nothing was found.
    virtual bool answer(const Archive& archive, const Reply& reply) = 0;
};

std::unique_ptr<Question> make_list();
std::unique_ptr<Question> make_links();
std::unique_ptr<Question> make_related();
std::unique_ptr<Question> make_duplicates();

}  // namespace newsarc::ask
