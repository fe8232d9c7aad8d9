#include "ask/parameters.hpp"

#include <newsarc/error.hpp>

#include <array>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::ask;

namespace {

enum class Order { newest, oldest };
constexpr std::array<Choice<Order>, 2> orders{{{"newest", Order::newest}, {"oldest", Order::oldest}}};

struct Question {
    std::optional<std::size_t> limit;
    std::optional<std::string> credit;
    bool feedback = true;
    Order order = Order::newest;
    std::vector<std::string> words;
    Parameters parameters;

    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;
    Question() {
        parameters.number("-n,--limit", "N", "at most so many", limit);
        parameters.text("--credit", "NAME", "an outlet", credit);
        parameters.flag("--no-feedback", "without", feedback, false);
        parameters.choice<Order>("--sort", "the order", orders, order);
        parameters.query("words", words);
    }
};

Error error_of(const std::string& name, const std::string& value) {
    const Question question;
    try {
        question.parameters.give(name, value);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorCode::internal, "no error"};
}

}  // namespace

TEST_CASE("values are given by name, without a command line") {
    const Question question;
    question.parameters.give("limit", "20");
    question.parameters.give("credit", "NewsX");
    question.parameters.give("no-feedback", "true");
    question.parameters.give("sort", "oldest");
    question.parameters.give("query", "taliban weapons");
    CHECK(question.limit == 20U);
    CHECK(question.credit == "NewsX");
    CHECK_FALSE(question.feedback);
    CHECK(question.order == Order::oldest);
    CHECK(question.words == std::vector<std::string>{"taliban weapons"});
}

TEST_CASE("what cannot be given is told by the name it was given under") {
    CHECK(std::string(error_of("limit", "many").what()) == "limit takes a whole number, not 'many'");
    CHECK(std::string(error_of("sort", "newst").what()) == "sort does not take 'newst'");
    CHECK(error_of("sort", "newst").hint() == "did you mean newest? it takes one of: newest, oldest");
    CHECK(std::string(error_of("limt", "5").what()) == "there is no 'limt' here");
    CHECK(error_of("limt", "5").hint() == "did you mean limit?");
    CHECK(error_of("-n", "5").code() == ErrorCode::usage);
}
