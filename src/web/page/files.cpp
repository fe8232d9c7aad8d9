#include <sstream>

#include "output/exchange/formats.hpp"
#include "text/address.hpp"
#include "text/unicode/ascii.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"

// What is sent as a file to keep: never shown by the browser, whatever is in it.

namespace newsarc::web {
namespace {

constexpr std::string_view as_text = "text/plain; charset=utf-8";

/// The name in ASCII for old clients, and as it is for those that know RFC 6266.
std::string attachment(const std::string& name) {
    std::string ascii;
    for (const char c : name)
        ascii += text::is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' ? c : '_';
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + text::percent_encoded(name);
}

Response file(std::string bytes, const std::string& name) {
    return {.type = std::string(as_text),
            .body = std::move(bytes),
            .headers = {{"Content-Disposition", attachment(name)}}};
}

}  // namespace

Response export_file(ask::Desk& desk, std::int64_t id, std::string_view format_name) {
    const output::ExchangeFormat* format = output::find_exchange_format(format_name);
    if (format == nullptr || format->article == nullptr)
        throw Error(ErrorCode::not_found, "there is no format " + std::string(format_name));
    const Article article = article_of(desk.archive(), id);
    std::ostringstream out;
    output::ExchangeDocument document(out, *format, true);
    document.write(article);
    document.finish();
    return file(std::move(out).str(), output::file_name(article, format->suffix));
}

Response original_file(const Request& request, ask::Desk& desk, std::int64_t id) {
    const std::string at = value_of(request.values, "at");
    const Archive& archive = desk.archive();
    std::optional<Source> source = at.empty() ? archive.original(id) : archive.original(id, number_of(at));
    if (!source) {
        throw Error(ErrorCode::not_found,
                    "article " + std::to_string(id) + " came from no file that is kept");
    }
    const std::string path = text::portable_name(source->path);
    return file(std::move(source->bytes), path.substr(path.find_last_of('/') + 1));
}

}  // namespace newsarc::web
