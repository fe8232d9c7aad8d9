#include "input/kinds.hpp"

#include <algorithm>
#include <array>

#include "input/container/warc.hpp"
#include "input/feed/feed.hpp"
#include "input/mail/mail.hpp"
#include "input/page/page.hpp"

namespace newsarc::input {
namespace {

void open_page(const Source& source, const Given& given, const Sink& sink) {
    sink.document(read_page(source.bytes, given));
}

void open_feed(const Source& source, const Given& given, const Sink& sink) {
    for (const Document& document : read_feed(source.bytes, given))
        sink.document(document);
}

void open_mail(const Source& source, const Given&, const Sink& sink) {
    read_mail(source.bytes, sink.document);
}

void open_mbox(const Source& source, const Given&, const Sink& sink) {
    std::size_t number = 0;
    read_mbox(source.bytes, [&](const MboxMessage& message) {
        ++number;
        try {
            read_mail(message.bytes, [&](Document document) {
                document.offset = message.offset;
                document.length = message.length;
                sink.document(document);
            });
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
            sink.failure(source.path + ", message " + std::to_string(number), error);
        }
    });
}

void open_warc(const Source& source, const Given&, const Sink& sink) {
    read_warc(source, sink.file, sink.failure);
}

constexpr std::array table{
    Kind{"warc", "a web archive", ".warc .warc.gz", begins_warc, open_warc},
    Kind{"mbox", "a folder of mail", ".mbox .mbx", begins_mbox, open_mbox},
    Kind{"mail", "a mail", ".eml .mht .mhtml", begins_mail, open_mail},
    Kind{"feed", "a feed", ".rss .atom .rdf", begins_feed, open_feed},
    Kind{"page", "a web page", ".html .htm .xhtml", begins_page, open_page},
    Kind{"text", "text", ".txt .text .md", nullptr, nullptr},
};

bool ends_in_one_of(std::string_view path, std::string_view endings) {
    while (!endings.empty()) {
        const std::string_view ending = endings.substr(0, endings.find(' '));
        endings.remove_prefix(std::min(ending.size() + 1, endings.size()));
        if (path.size() < ending.size()) continue;
        const std::string_view tail = path.substr(path.size() - ending.size());
        if (std::ranges::equal(tail, ending, {}, [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }))
            return true;
    }
    return false;
}

}  // namespace

std::span<const Kind> kinds() {
    return table;
}

const Kind& kind_of(std::string_view bytes, std::string_view path) {
    const std::string_view start = bytes.substr(0, 4096);
    for (const Kind& kind : table) {
        if (kind.recognises != nullptr && kind.recognises(start)) return kind;
    }
    for (const Kind& kind : table) {
        if (ends_in_one_of(path, kind.endings)) return kind;
    }
    return table.back();
}

const Kind* kind_named(std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &Kind::name);
    return found == table.end() ? nullptr : found;
}

}  // namespace newsarc::input
