#include "mcp/message.hpp"

#include "support/catch.hpp"

using namespace newsarc::mcp;

namespace {

std::string nested(std::size_t levels) {
    return R"({"jsonrpc":"2.0","id":7,"method":"m","params":{"a":)" + std::string(levels, '[') +
           std::string(levels, ']') + "}}";
}

}  // namespace

TEST_CASE("requests and notifications are read") {
    const Line request = read_line(R"({"jsonrpc":"2.0","id":"a","method":"tools/list","params":{"x":1}})");
    REQUIRE(request.messages.size() == 1);
    CHECK(request.refused.empty());
    CHECK(request.messages[0].method == "tools/list");
    CHECK(request.messages[0].id == "a");
    CHECK(request.messages[0].params == Json{{"x", 1}});

    const Line notification = read_line(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    REQUIRE(notification.messages.size() == 1);
    CHECK(notification.messages[0].id.is_null());
    CHECK(notification.messages[0].params == Json::object());
}

TEST_CASE("answers of a client are passed over") {
    for (const char* line : {R"({"jsonrpc":"2.0","id":1,"result":{}})",
                             R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m"}})"}) {
        const Line read = read_line(line);
        CHECK(read.messages.empty());
        CHECK(read.refused.empty());
    }
}

TEST_CASE("what is no message is refused, with the id where it can be read") {
    struct Case {
        std::string line;
        int code;
        Json id;
    };
    const Case cases[] = {
        {"", parse_error, nullptr},
        {"hello", parse_error, nullptr},
        {R"({"jsonrpc":"2.0","id":1,"method":)", parse_error, nullptr},
        {R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":"\ud800"}})", parse_error, nullptr},
        {R"({"jsonrpc":"2.0","id":1e999,"method":"m"})", parse_error, nullptr},
        {"{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"m\",\"params\":{\"a\":\"\xFF\"}}", parse_error, 3},
        {"{\"jsonrpc\":\"2.0\",\"id\":\"\xFF\",\"method\":\"m\"}", parse_error, nullptr},
        {"null", invalid_request, nullptr},
        {"3", invalid_request, nullptr},
        {"[]", invalid_request, nullptr},
        {"{}", invalid_request, nullptr},
        {R"({"id":4,"method":"m"})", invalid_request, 4},
        {R"({"jsonrpc":"1.0","id":4,"method":"m"})", invalid_request, 4},
        {R"({"jsonrpc":"2.0","id":4})", invalid_request, 4},
        {R"({"jsonrpc":"2.0","id":4,"method":5})", invalid_request, 4},
        {R"({"jsonrpc":"2.0","id":null,"method":"m"})", invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":[1],"method":"m"})", invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":")" + std::string(300, 'x') + R"(","method":"m"})", invalid_request,
         nullptr},
        {R"({"jsonrpc":"2.0","id":4,"method":"m","params":[1]})", invalid_params, 4},
        {nested(31), invalid_request, 7},
        {nested(100'000), invalid_request, 7},
        {std::string(100'000, '['), invalid_request, nullptr},
        {R"({"method":"m","params":)" + std::string(40, '[') + std::string(40, ']') +
             R"(, "id" : "z" ,"jsonrpc":"2.0"})",
         invalid_request, "z"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.line.substr(0, 100));
        const Line read = read_line(each.line);
        CHECK(read.messages.empty());
        REQUIRE(read.refused.size() == 1);
        const Json refusal = Json::parse(read.refused[0]);
        CHECK(refusal["jsonrpc"] == "2.0");
        CHECK(refusal["error"]["code"] == each.code);
        CHECK(refusal.value("id", Json()) == each.id);
    }
}

TEST_CASE("what is nested as deep as may be is read") {
    CHECK(read_line(nested(30)).messages.size() == 1);
    CHECK(read_line(R"({"jsonrpc":"2.0","id":1,"method":"[[[[{{{{","params":{"a":"\"[[[[[[[["}})")
              .messages.size() == 1);
}

TEST_CASE("a notification that is wrong is not answered") {
    CHECK(read_line(R"({"jsonrpc":"2.0","method":"m","params":[1]})").refused.empty());
}

TEST_CASE("a batch is read, and bounded") {
    const Line read = read_line(
        R"([{"jsonrpc":"2.0","id":1,"method":"a"},3,{"jsonrpc":"2.0","method":"b"},{"jsonrpc":"2.0","id":2,"method":"c"}])");
    CHECK(read.batch);
    CHECK(read.messages.size() == 3);
    CHECK(read.refused.size() == 1);
    std::string many = "[1";
    for (int i = 0; i < 60; ++i)
        many += ",1";
    CHECK(read_line(many + "]").refused.size() == 1);
}

TEST_CASE("what is written is one line of valid UTF-8") {
    CHECK(written(Json{{"a", "b\nc"}}) == R"({"a":"b\nc"})");
    CHECK(written(Json{{"a", "\xFF"}}) == "{\"a\":\"\uFFFD\"}");
    CHECK(error_message(nullptr, {parse_error, "why"}) ==
          R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"why"}})");
}
