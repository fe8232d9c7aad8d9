#include "ask/desk.hpp"

#include <sstream>
#include <streambuf>

#include "ask/change/change.hpp"

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

Reply Desk::reply(std::ostream& out, Told& told) const {
    return {
        .out = out,
        .data = out,
        .now = world_.now(),
        .interrupt = cancelled_,
        .note = [&told](std::string_view note) { told.notes.emplace_back(note); },
        .hint = [](std::string_view) {},
        .error = [&told](const Error& error) { told.errors.push_back(error); },
    };
}

/// What `work` writes and tells.
template <typename Work>
Told Desk::heard(const Work& work) {
    Told told;
    Listener listener(cancelled_);
    std::ostream out(&listener);
    out.exceptions(std::ios::badbit | std::ios::failbit);
    work(reply(out, told));
    told.text = std::move(listener).str();
    return told;
}

Told Desk::ask(std::string_view question, const Values& values, bool json) {
    const auto asked = question_named(question).make();
    give(*asked, values, json);
    return heard([&](const Reply& reply) { asked->answer(archive(), reply); });
}

Archive Desk::open_to_change(Archive::Mode mode) const {
    if (!world_.may_change) throw Error(ErrorCode::usage, "nothing may be changed here");
    return world_.open(mode);
}

Told Desk::change(std::string_view change, const Values& values, bool json) {
    const auto asked = change_named(change).make();
    give(*asked, values, json);
    Archive archive = open_to_change();
    return heard([&](const Reply& reply) { asked->carry_out(archive, reply); });
}

}  // namespace newsarc::ask
