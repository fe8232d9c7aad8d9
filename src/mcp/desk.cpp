#include "mcp/desk.hpp"

#include <algorithm>
#include <sstream>
#include <streambuf>

#include "ask/question.hpp"

namespace newsarc::mcp {
namespace {

/// Takes what a question writes, until the call is cancelled.
class Listener : public std::stringbuf {
public:
    explicit Listener(const std::atomic<bool>* cancelled) : cancelled_(cancelled) {}

protected:
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        if (cancelled_ != nullptr && cancelled_->load()) throw Error(ErrorCode::interrupted, "cancelled");
        return std::stringbuf::xsputn(text, count);
    }

private:
    const std::atomic<bool>* cancelled_;
};

}  // namespace

const Archive& Desk::archive() {
    if (!archive_) archive_ = world_.open(Archive::Mode::read);
    return *archive_;
}

Told Desk::ask(std::string_view question, const Values& values, bool json) {
    const auto asked = std::ranges::find(ask::questions, question, &ask::QuestionRow::name)->make();
    ask::Parameters parameters;
    asked->declare(parameters);
    for (const auto& [name, value] : values)
        parameters.give(name, value);
    parameters.check_operands();
    asked->settle(json);

    Told told;
    Listener listener(cancelled_);
    std::ostream out(&listener);
    out.exceptions(std::ios::badbit | std::ios::failbit);
    const ask::Reply reply{
        .out = out,
        .data = out,
        .now = world_.now(),
        .interrupt = cancelled_,
        .note = [&](std::string_view note) { told.notes.emplace_back(note); },
        .hint = [](std::string_view) {},
        .error = [&](const Error& error) { told.errors.push_back(error); },
    };
    asked->answer(archive(), reply);
    told.text = std::move(listener).str();
    return told;
}

std::vector<std::int64_t> Desk::tag(const TagRequest& request) {
    if (!world_.allow_tags) throw Error(ErrorCode::usage, "tags may not be changed");
    return world_.open(Archive::Mode::write).tag(request);
}

}  // namespace newsarc::mcp
