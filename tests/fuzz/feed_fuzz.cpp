#include <newsarc/error.hpp>
#include <newsarc/read.hpp>

#include <cstddef>
#include <cstdint>

#include "fuzz/fuzz.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

/// Whatever a feed is made of, it gives articles in valid UTF-8 that say something, or an error of the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Source source;
    source.bytes.assign(reinterpret_cast<const char*>(data), size);
    ParseOptions options;
    options.kind = "feed";
    try {
        const Reading reading = read(source, options);
        fuzz::require(!reading.articles.empty(), "a feed gives an article or fails");
        for (const ParsedArticle& parsed : reading.articles) {
            const Article& article = parsed.article;
            fuzz::require(text::is_valid_utf8(article.body) &&
                              text::is_valid_utf8(article.headline.value_or("")) &&
                              text::is_valid_utf8(article.key.value_or("")),
                          "what is read is UTF-8");
        }
    } catch (const Error& error) {
        fuzz::require(error.code() == ErrorCode::input,
                      "a feed that cannot be read is an error of the input");
    }
    return 0;
}
