#include "web/site.hpp"

namespace newsarc::web {

Response answer(const Request& request, ask::Desk& desk) {
    if (request.path != "/")
        return {.status = 404, .type = "text/plain; charset=utf-8", .body = "not found\n"};
    return {.type = "text/plain; charset=utf-8",
            .body = std::to_string(desk.archive().count()) + " articles\n"};
}

}  // namespace newsarc::web
