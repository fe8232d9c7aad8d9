#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace newsarc::web::tests {

/// A connection to a port of this computer that sends any bytes.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
    RawClient(RawClient&& other) noexcept : socket_(other.socket_), came_(std::move(other.came_)) {
        other.socket_ = -1;
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { hang_up(); }

    void hang_up() {
        if (socket_ >= 0) close(socket_);
        socket_ = -1;
    }

    /// False once nobody takes it any more.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    /// An answer with its body, by its Content-Length; what came until the end where that comes before.
    std::string answer(bool has_body = true) {
        std::size_t end = 0;
        while ((end = came_.find("\r\n\r\n")) == std::string::npos) {
            if (!receive()) return std::exchange(came_, {});
        }
        end += 4;
        const std::size_t length = came_.find("Content-Length: ");
        if (has_body && length < end) end += std::stoul(came_.substr(length + 16));
        while (came_.size() < end && receive()) {
        }
        const std::string out = came_.substr(0, end);
        came_.erase(0, end);
        return out;
    }

    /// All until the server ends the connection.
    std::string rest() {
        while (receive()) {
        }
        return std::exchange(came_, {});
    }

    /// The connection was ended by the server, or is within the time.
    bool is_ended(int milliseconds = 5000) {
        while (came_.empty() && receive(milliseconds)) {
        }
        return ended_;
    }

private:
    bool receive(int milliseconds = 5000) {
        pollfd watched{socket_, POLLIN, 0};
        if (poll(&watched, 1, milliseconds) <= 0) return false;
        std::array<char, 65536> buffer{};
        const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
        ended_ = count <= 0;
        if (count > 0) came_.append(buffer.data(), static_cast<std::size_t>(count));
        return count > 0;
    }

    int socket_;
    std::string came_;
    bool ended_ = false;
};

/// `200`; empty where nothing came.
inline std::string status_of(std::string_view answer) {
    return std::string(answer.starts_with("HTTP/1.1 ") ? answer.substr(9, 3) : answer);
}

/// The value of a header field; empty where there is none.
inline std::string header_of(const std::string& answer, const std::string& name) {
    const std::size_t begin = answer.find("\r\n" + name + ": ");
    if (begin == std::string::npos || begin > answer.find("\r\n\r\n")) return {};
    const std::size_t value = begin + name.size() + 4;
    return answer.substr(value, answer.find("\r\n", value) - value);
}

}  // namespace newsarc::web::tests
