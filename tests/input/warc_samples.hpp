#pragma once

#include <string>

#include "input/page_samples.hpp"

namespace newsarc::tests {

/// A record of a WARC file, with its length and the empty lines that end it.
inline std::string warc_record(
    const std::string& type, const std::string& target, const std::string& content,
    const std::string& more = "Content-Type: application/http; msgtype=response\r\n") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target +
           "\r\nWARC-Date: 2025-02-01T10:00:00Z\r\n" + more +
           "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

inline std::string http_page(const std::string& body, const std::string& more = "") {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + more + "\r\n" + body;
}

/// In chunks, as servers send what they make on the way.
inline std::string in_chunks(const std::string& body) {
    const std::size_t half = body.size() / 2;
    const auto chunk = [](const std::string& piece) {
        std::string size;
        for (std::size_t left = piece.size(); left > 0; left /= 16)
            size.insert(size.begin(), "0123456789abcdef"[left % 16]);
        return (size.empty() ? "0" : size) + "\r\n" + piece + "\r\n";
    };
    return chunk(body.substr(0, half)) + chunk(body.substr(half)) + "0\r\n\r\n";
}

/// A page with one headline of its own.
inline std::string page_of(const std::string& headline) {
    return "<!DOCTYPE html><html><head><title>" + headline + "</title></head><body><h1>" + headline +
           "</h1>" + story + "</body></html>";
}

}  // namespace newsarc::tests
