#include "web/http/request_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "web/http/guard.hpp"

namespace newsarc::web {
namespace {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::string_body>;

Head head_of(const Parser& parser) {
    const auto& message = parser.get();
    Head head{.method = std::string(message.method_string()),
              .target = std::string(message.target()),
              .version = message.version(),
              .fields = {}};
    for (const auto& field : message) {
        const auto name = field.name_string();
        head.fields.emplace_back(text::in_ascii_lower_case({name.data(), name.size()}),
                                 std::string(field.value()));
    }
    return head;
}

}  // namespace

struct RequestReader::Parsing {
    Parsing(std::size_t head, std::size_t body) {
        parser.header_limit(static_cast<std::uint32_t>(head));
        parser.body_limit(body);
        parser.eager(false);
    }

    Parser parser;
    HeadLines lines;
};

RequestReader::RequestReader(std::size_t largest_head, std::size_t largest_body)
    : largest_head_(largest_head),
      largest_body_(largest_body),
      parsing_(std::make_unique<Parsing>(largest_head, largest_body)) {}
RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::take(std::string_view bytes) {
    came_ += bytes;
    return head_is_whole_ ? read_body() : read_head();
}

RequestReader::State RequestReader::next() {
    parsing_ = std::make_unique<Parsing>(largest_head_, largest_body_);
    head_ = {};
    head_is_whole_ = false;
    return came_.empty() ? State::needs_more : read_head();
}

RequestReader::State RequestReader::read_head() {
    if (const std::string_view trouble = parsing_->lines.trouble(came_); !trouble.empty())
        return refuse(plain_answer(400, trouble));
    if (!parsing_->lines.is_whole() && came_.size() <= largest_head_) return State::needs_more;
    boost::system::error_code error = http::error::header_limit;
    if (parsing_->lines.is_whole()) came_.erase(0, parsing_->parser.put(boost::asio::buffer(came_), error));
    if (error == http::error::header_limit)
        return refuse(plain_answer(431, "a head of more than " + std::to_string(largest_head_) + " bytes"));
    if (error == http::error::body_limit) return too_large();
    if (error) return refuse(plain_answer(400, "no request of HTTP: " + error.message()));
    head_ = head_of(parsing_->parser);
    head_is_whole_ = true;
    parsing_->parser.eager(true);
    return State::has_head;
}

RequestReader::State RequestReader::read_body() {
    Parser& parser = parsing_->parser;
    while (!parser.is_done()) {
        boost::system::error_code error;
        const std::size_t taken = parser.put(boost::asio::buffer(came_), error);
        came_.erase(0, taken);
        if (error == http::error::body_limit) return too_large();
        const bool needs_more = error == http::error::need_more || (!error && taken == 0);
        if (error && !needs_more) return refuse(plain_answer(400, "no body of HTTP: " + error.message()));
        if (!needs_more) continue;
        // What the parser leaves are beginnings of lines, between chunks and after them.
        if (came_.size() <= largest_head_) return State::needs_more;
        return refuse(plain_answer(400, "an endless line in the body"));
    }
    return State::whole;
}

std::string RequestReader::take_body() {
    return std::move(parsing_->parser.get().body());
}

bool RequestReader::awaits_body() const {
    return !parsing_->parser.is_done();
}

bool RequestReader::can_be_followed() const {
    return head_is_whole_ && parsing_->parser.is_done() && parsing_->parser.keep_alive();
}

RequestReader::State RequestReader::refuse(Response answer) {
    refusal_ = std::move(answer);
    return State::refused;
}

RequestReader::State RequestReader::too_large() {
    return refuse(plain_answer(413, "more than " + std::to_string(largest_body_) + " bytes"));
}

}  // namespace newsarc::web
