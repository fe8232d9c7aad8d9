#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "ask/desk.hpp"
#include "web/http/guard.hpp"
#include "web/http/server.hpp"

namespace newsarc::web {

/// An archive in the browser, until this is destroyed.
class Service {
public:
    /// Begins to answer on that port of this computer; 0: any that is free. World::may_change
    /// says whether the reader may change the archive. Feeds are read with keys that are made
    /// from `feeds`, and last as long as it does. Throws Error, as Server does.
    Service(const ask::World& world, std::uint16_t port, const Limits& limits = {},
            const Secret& feeds = make_secret());

    /// What was begun is ended: a change to the archive is made whole, all else is broken off.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Where the reader begins. It lets in whoever has it.
    [[nodiscard]] std::string start_address() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::web
