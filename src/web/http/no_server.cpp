// In the place of server.cpp where there is no Boost.

#include <newsarc/error.hpp>

#include "web/http/server.hpp"

namespace newsarc::web {

class Server::State {};

Server::Server(std::uint16_t, const Limits&) {
    throw Error(ErrorCode::unsupported, "this newsarc was built without a server",
                "build it where Boost is (libboost-dev of Debian), or take a package that has it");
}
Server::~Server() = default;

std::uint16_t Server::port() const {
    return 0;
}

void Server::start(Answers) {}

}  // namespace newsarc::web
