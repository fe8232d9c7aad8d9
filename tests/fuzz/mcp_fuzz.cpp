#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/fuzz.hpp"
#include "mcp/answer.hpp"
#include "mcp/sample.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

namespace {

void require_message(const std::string& answer) {
    fuzz::require(answer.find('\n') == std::string::npos, "a message is one line");
    fuzz::require(text::is_valid_utf8(answer), "a message is UTF-8");
    fuzz::require(answer.size() < mcp::largest_answer + 1000, "a message is bounded");
    const mcp::Json read = mcp::Json::parse(answer, nullptr, false);
    fuzz::require(read.is_object() && read.value("jsonrpc", "") == "2.0", "a message is one of JSON-RPC");
    const int kinds = read.contains("result") + read.contains("error") + read.contains("method");
    fuzz::require(kinds == 1, "a message is an answer, an error or a notification");
}

}  // namespace

/// Whatever a client sends, line by line, what comes back are messages.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::atomic<bool> cancelled = false;
    mcp::Protocol protocol({.open = [](Archive::Mode) { return mcp::tests::sample_archive(); },
                            .now = [] { return std::int64_t{1'790'000'000}; },
                            .may_change = true});
    std::string_view text(reinterpret_cast<const char*>(data), size);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const mcp::Line line = mcp::read_line(text.substr(0, end));
        for (const std::string& refused : line.refused)
            require_message(refused);
        for (const mcp::Message& message : line.messages) {
            if (const auto answer = protocol.answer(message, cancelled)) require_message(*answer);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}
