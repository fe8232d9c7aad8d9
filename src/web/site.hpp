#pragma once

#include "ask/desk.hpp"
#include "web/http/message.hpp"
#include "web/page/tray.hpp"

namespace newsarc::web {

/// All the pages of an archive, by their addresses. For several threads, each with a desk of its own.
class Site {
public:
    /// The answer to a request that the server let through; what goes wrong is a page that says so.
    Response answer(const Request& request, ask::Desk& desk);

private:
    Tray tray_;
};

}  // namespace newsarc::web
