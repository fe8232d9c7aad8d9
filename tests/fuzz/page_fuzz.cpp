#include <newsarc/error.hpp>
#include <newsarc/read.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/fuzz.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

/// Whatever a page is made of, it gives one article in valid UTF-8, or an error of the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Source source;
    source.bytes.assign(reinterpret_cast<const char*>(data), size);
    ParseOptions options;
    options.kind = "page";
    try {
        const auto articles = read(source, options).articles;
        fuzz::require(articles.size() == 1, "a page is one article");
        const Article& article = articles[0].article;
        fuzz::require(text::is_valid_utf8(article.body) && text::is_valid_utf8(article.headline.value_or("")),
                      "what is read is UTF-8");
        fuzz::require(
            !article.body.empty() || !article.links.empty() || !article.notes.empty() || article.headline,
            "an article says something");
        fuzz::require(article.body.find('\0') == std::string::npos, "no field holds NUL");
    } catch (const Error& error) {
        fuzz::require(error.code() == ErrorCode::input,
                      "a page that cannot be read is an error of the input");
    }
    return 0;
}
