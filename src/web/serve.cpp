#include "web/serve.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <thread>
#include <vector>

#include "web/http/guard.hpp"
#include "web/site.hpp"

namespace newsarc::web {
namespace {

/// Each has an archive of its own, with what that keeps in memory: more than the processor can use are of no
/// use.
std::size_t number_of_workers() {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, 8);
}

/// Reads the form of a POST into the request; the answer where it is none of ours.
std::optional<Response> read_body(const Guard& guard, const Head& head, const std::string& body,
                                  Request& request) {
    std::optional<Filled> filled = read_form(head.field("content-type"), body);
    if (!filled) return plain_answer(415, "not the form of a page of this server");
    if (!guard.takes_csrf(filled->values))
        return plain_answer(403, "this page is from before the server was started; load it again");
    request.form = std::move(filled->values);
    request.files = std::move(filled->files);
    return std::nullopt;
}

}  // namespace

struct Service::State {
    State(const ask::World& world, std::uint16_t port, const Limits& limits, const Secret& feeds)
        : server(port, limits) {
        guard.emplace(server.port(), make_secret(), feeds, !world.may_change);
        const std::size_t workers = number_of_workers();
        for (std::size_t i = 0; i < workers; ++i)
            desks.emplace_back(world);
        server.start({.stop = [this](const Head& head) { return guard->stops(head); },
                      .answer =
                          [this](std::size_t worker, const Head& head, const std::string& body,
                                 const std::atomic<bool>& cancelled) {
                              return answer_at(desks[worker], head, body, cancelled);
                          },
                      .workers = workers});
    }

    Response answer_at(ask::Desk& desk, const Head& head, const std::string& body,
                       const std::atomic<bool>& cancelled) {
        try {
            const Target target = Guard::target(head);
            Request request{.method = head.method,
                            .path = target.path,
                            .values = target.values,
                            .form = {},
                            .files = {},
                            .origin = "http://" + head.field("host"),
                            .cookies = cookies_of(head),
                            .csrf = guard->csrf(),
                            .feed_key = [this](std::string_view path) { return guard->feed_key(path); },
                            .read_only = !desk.world().may_change,
                            .if_none_match = head.field("if-none-match"),
                            .cancelled = &cancelled};
            if (head.method == "POST") {
                if (auto refused = read_body(*guard, head, body, request)) return std::move(*refused);
            }
            desk.begin_call(cancelled);
            return site.answer(request, desk);
        } catch (const BadRequest& bad) {
            return plain_answer(400, bad.what());
        } catch (const std::bad_alloc&) {
            desk.forget_archive();
            return plain_answer(503, "out of memory");
        } catch (const std::exception& error) {
            desk.forget_archive();
            return plain_answer(
                500, std::string(error.what()) + "\nthis is a defect in newsarc; please report it");
        }
    }

    std::optional<Guard> guard;
    std::vector<ask::Desk> desks;  ///< one for each worker
    Site site;
    Server server;  ///< ends before what its workers use
};

Service::Service(const ask::World& world, std::uint16_t port, const Limits& limits, const Secret& feeds)
    : state_(std::make_unique<State>(world, port, limits, feeds)) {}
Service::~Service() = default;

std::string Service::start_address() const {
    return state_->guard->start_address();
}

}  // namespace newsarc::web
