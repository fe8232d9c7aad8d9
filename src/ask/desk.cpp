#include "ask/desk.hpp"

#include <algorithm>
#include <sstream>
#include <streambuf>

#include "ask/question.hpp"

namespace newsarc::ask {
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
    std::string in_place = world_.identity ? world_.identity() : std::string();
    if (!archive_ || in_place != identity_) {
        archive_.reset();
        archive_ = world_.open(Archive::Mode::read);
        identity_ = std::move(in_place);
    }
    return *archive_;
}

Told Desk::ask(std::string_view question, const Values& values, bool json) {
    const auto asked = std::ranges::find(questions, question, &QuestionRow::name)->make();
    Parameters parameters;
    asked->declare(parameters);
    for (const auto& [name, value] : values)
        parameters.give(name, value);
    parameters.check_operands();
    asked->settle(json);

    Told told;
    Listener listener(cancelled_);
    std::ostream out(&listener);
    out.exceptions(std::ios::badbit | std::ios::failbit);
    const Reply reply{
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

Archive Desk::open_to_change(Archive::Mode mode) const {
    if (!world_.may_change) throw Error(ErrorCode::usage, "nothing may be changed here");
    return world_.open(mode);
}

}  // namespace newsarc::ask
