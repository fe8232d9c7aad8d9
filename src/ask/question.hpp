#pragma once

#include <newsarc/archive.hpp>

#include "ask/parameters.hpp"
#include "ask/reply.hpp"

#include <array>
#include <memory>
#include <string_view>

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

std::unique_ptr<Question> make_search();
std::unique_ptr<Question> make_show();
std::unique_ptr<Question> make_list();
std::unique_ptr<Question> make_related();
std::unique_ptr<Question> make_links();
std::unique_ptr<Question> make_stats();
std::unique_ptr<Question> make_duplicates();
std::unique_ptr<Question> make_saved_searches();
std::unique_ptr<Question> make_export();

struct QuestionRow {
    std::string_view name;
    std::string_view summary;  ///< one line
    std::unique_ptr<Question> (*make)();
};

/// All that an archive can be asked. What a question takes, it declares: a face that offers them under its
/// own form (a page, a server for assistants) walks this table and the parameters of each row.
inline constexpr std::array<QuestionRow, 9> questions{{
    {"search", "find articles, best first", make_search},
    {"show", "show articles", make_show},
    {"list", "list the articles in the archive", make_list},
    {"related", "find the articles that are most like one", make_related},
    {"links", "list the links of articles, or what points at one", make_links},
    {"stats", "count articles, words, sources and links, and draw when they were published", make_stats},
    {"duplicates", "list the articles that are nearly the same text", make_duplicates},
    {"saved", "list the saved searches, and how many articles are new to each", make_saved_searches},
    {"export", "write articles in a form that other programs read", make_export},
}};

}  // namespace newsarc::ask
