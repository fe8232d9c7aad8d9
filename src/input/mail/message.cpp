#include "input/mail/mail.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include "input/load/gmime.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

constexpr int deepest = 64;
constexpr std::size_t most_parts = 10'000;
constexpr std::size_t most_bytes = 256'000'000;

struct Unref {
    void operator()(void* object) const { Gmime::get().unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_of(const char* text) {
    return text == nullptr ? std::string() : text::squeeze(text::to_valid_utf8(text));
}

std::string lower_case(const char* text) {
    return text::in_ascii_lower_case(text == nullptr ? "" : text);
}

class MessageReader {
public:
    Message read(GMimeMessage* from, int level) {
        Message out;
        out.subject = text_of(library_.subject(from));
        out.id = text_of(library_.message_id(from));
        read_sender(from, out);
        read_date(from, out);
        auto* const head = reinterpret_cast<GMimeObject*>(from);
        out.list = text_of(library_.header(head, "List-Id"));
        out.location = text_of(library_.header(head, "Snapshot-Content-Location"));
        GMimeObject* const body = library_.body(from);
        if (body == nullptr) return out;
        const std::string from_header = lower_case(library_.header(head, "From"));
        const bool has_sender =
            !out.from_address.empty() && from_header.find("saved by") == std::string::npos;
        out.is_saved_page = type_of(body).first == "multipart" && type_of(body).second == "related" &&
                            (!out.location.empty() || !has_sender);
        walk(body, level, out);
        return out;
    }

private:
    std::pair<std::string, std::string> type_of(GMimeObject* part) const {
        GMimeContentType* const type = library_.content_type(part);
        if (type == nullptr) return {"text", "plain"};
        return {lower_case(library_.media_type(type)), lower_case(library_.media_subtype(type))};
    }

    void read_sender(GMimeMessage* from, Message& out) const {
        InternetAddressList* const list = library_.from(from);
        if (list == nullptr || library_.address_count(list) < 1) return;
        InternetAddress* const address = library_.address(list, 0);
        out.from_name = text_of(library_.address_name(address));
        char* const whole = library_.address_text(address, nullptr, FALSE);
        const std::string text = text_of(whole);
        library_.free(whole);
        const std::size_t open = text.rfind('<');
        out.from_address =
            open == std::string::npos ? text : text.substr(open + 1, text.rfind('>') - open - 1);
    }

    void read_date(GMimeMessage* from, Message& out) const {
        out.date_stated = text_of(library_.header(reinterpret_cast<GMimeObject*>(from), "Date"));
        GDateTime* const date = library_.date(from);
        if (date == nullptr) return;
        char* const iso = library_.format_date(date, "%Y-%m-%dT%H:%M:%S%:z");
        out.date = text_of(iso);
        library_.free(iso);
    }

    [[nodiscard]] bool is(GMimeObject* part, GType type) const {
        return library_.is_a(reinterpret_cast<GTypeInstance*>(part), type) != FALSE;
    }

    void walk(GMimeObject* part, int level, Message& out) {
        if (part == nullptr) return;
        if (level > deepest || ++parts_ > most_parts || bytes_ > most_bytes) {
            out.is_cut = true;
            return;
        }
        const auto [type, subtype] = type_of(part);
        if (is(part, library_.multipart)) {
            if (subtype == "encrypted") out.is_encrypted = true;
            auto* const whole = reinterpret_cast<GMimeMultipart*>(part);
            const int count = library_.count(whole);
            for (int i = 0; i < count && !out.is_cut; ++i)
                walk(library_.part(whole, i), level + 1, out);
        } else if (is(part, library_.message_part)) {
            GMimeMessage* const inner = library_.inner_message(reinterpret_cast<GMimeMessagePart*>(part));
            if (inner != nullptr) out.inner.push_back(read(inner, level + 1));
        } else if (is(part, library_.leaf)) {
            take(reinterpret_cast<GMimePart*>(part), type, subtype, out);
        }
    }

    void take(GMimePart* part, const std::string& type, const std::string& subtype, Message& out) {
        auto* const object = reinterpret_cast<GMimeObject*>(part);
        const std::string name = text_of(library_.file_name(part));
        if (subtype == "pkcs7-mime" || subtype == "x-pkcs7-mime") {
            const std::string kind = lower_case(library_.parameter(object, "smime-type"));
            if (kind != "signed-data") out.is_encrypted = true;
        }
        const bool is_html = subtype == "html" || subtype == "xhtml+xml";
        // A text that has a name is an attachment, unless it is all there is.
        const bool is_attached = !name.empty() && (!out.html.empty() || !out.plain.empty());
        if ((type == "text" && (is_html || subtype == "plain" || subtype == "x-plain") && !is_attached) ||
            (is_html && type == "application")) {
            // Of a saved page the first is the page, others are its frames.
            if (is_html && out.is_saved_page && !out.html.empty()) return;
            if (is_html && out.location.empty())
                out.location = text_of(library_.header(object, "Content-Location"));
            (is_html ? out.html : out.plain).push_back(text_in(part));
        } else if (!name.empty() && !out.is_saved_page) {
            out.attachments.push_back(name);
        }
    }

    Message::Text text_in(GMimePart* part) {
        auto* const object = reinterpret_cast<GMimeObject*>(part);
        Message::Text out;
        if (GMimeDataWrapper* const content = library_.content(part)) {
            const Owned<GMimeStream> stream(library_.new_stream());
            library_.write(content, stream.get());
            const GByteArray* const bytes =
                library_.bytes_of(reinterpret_cast<GMimeStreamMem*>(stream.get()));
            if (bytes != nullptr) out.bytes.assign(reinterpret_cast<const char*>(bytes->data), bytes->len);
        }
        bytes_ += out.bytes.size();
        if (const char* const charset = library_.parameter(object, "charset")) out.charset = charset;
        out.is_flowed = lower_case(library_.parameter(object, "format")) == "flowed";
        out.deletes_space = lower_case(library_.parameter(object, "delsp")) == "yes";
        return out;
    }

    const Gmime& library_ = Gmime::get();
    std::size_t parts_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace

Message read_message(std::string_view bytes) {
    const Gmime& library = Gmime::get();
    const Owned<GMimeStream> stream(library.stream_of(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(library.new_parser(stream.get()));
    const Owned<GMimeMessage> message(library.construct_message(parser.get(), nullptr));
    if (!message) throw Error(ErrorCode::input, "no message could be read", "see whether the file is a mail");
    return MessageReader().read(message.get(), 0);
}

}  // namespace newsarc::input
