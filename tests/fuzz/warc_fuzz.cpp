#include <newsarc/error.hpp>
#include <newsarc/read.hpp>

#include <cstddef>
#include <cstdint>

#include "fuzz/fuzz.hpp"
#include "text/unicode/utf8.hpp"

using namespace newsarc;

/// Whatever a web archive is made of, it gives articles in valid UTF-8 that stand within its bytes, or errors
/// of the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Source source;
    source.bytes.assign(reinterpret_cast<const char*>(data), size);
    ParseOptions options;
    options.kind = "warc";
    try {
        for (const ParsedArticle& parsed : read(source, options).articles) {
            const Article& article = parsed.article;
            fuzz::require(
                text::is_valid_utf8(article.body) && text::is_valid_utf8(article.headline.value_or("")),
                "what is read is UTF-8");
            fuzz::require(parsed.offset + parsed.length <= size, "an article stands in its file");
        }
    } catch (const Error& error) {
        fuzz::require(error.code() == ErrorCode::input,
                      "a web archive that cannot be read is an error of the input");
    }
    return 0;
}
