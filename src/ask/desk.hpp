#pragma once

#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ask/question/question.hpp"

namespace newsarc::ask {

/// What a server is given of the world outside. Several threads may call these at once.
struct World {
    std::function<Archive(Archive::Mode)> open;  ///< the archive; throws Error where there is none yet
    std::function<std::int64_t()> now;           ///< Unix seconds
    std::string version = {};                    ///< of newsarc
    bool may_change = false;                     ///< those who ask may change what is in the archive
    /// Tells the file in the archive's place from any other: once this changes, the archive is opened anew.
    /// Without it the first one that was opened is kept.
    std::function<std::string()> identity = {};
};

/// What a question was answered with.
struct Told {
    std::string text;
    std::vector<std::string> notes;
    std::vector<Error> errors;
};

/// Where a server asks questions: the archive, opened when it is needed for the first time, and the call that
/// is being answered. For one thread.
class Desk {
public:
    explicit Desk(World world) : world_(std::move(world)) {}

    [[nodiscard]] const World& world() const { return world_; }

    /// From now on questions end with Error(interrupted) soon after this becomes true. It must outlive the
    /// next call.
    void begin_call(const std::atomic<bool>& cancelled) { cancelled_ = &cancelled; }

    /// Asks the question of that name in ask::questions. Throws Error.
    Told ask(std::string_view question, const Values& values, bool json = true);

    /// Where such an answer goes, and what is told beside it; both must outlive it.
    [[nodiscard]] Reply reply(std::ostream& out, Told& told) const;

    const Archive& archive();

    /// The archive, to be changed. Throws Error, also where that is not allowed.
    [[nodiscard]] Archive open_to_change(Archive::Mode mode = Archive::Mode::write) const;

    /// Has the change of that name in ask::changes carried out. There is nobody to ask. Throws Error, also
    /// where nothing may be changed.
    Told change(std::string_view change, const Values& values, bool json = true);

    /// Opens the archive anew with the next question: another may stand in its place.
    void forget_archive() { archive_.reset(); }

private:
    template <typename Work>
    Told heard(const Work& work);

    World world_;
    std::optional<Archive> archive_;
    std::string identity_;  ///< of what was opened
    const std::atomic<bool>* cancelled_ = nullptr;
};

}  // namespace newsarc::ask
