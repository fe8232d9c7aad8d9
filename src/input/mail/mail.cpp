#include "input/mail/mail.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "input/charset.hpp"
#include "input/page/address.hpp"
#include "input/page/blocks.hpp"
#include "input/page/page.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

std::optional<std::string> optional(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::string decoded(const Message::Text& text, std::vector<std::string>& warnings) {
    text::Decoded out = decode_declared(text.bytes, {{}, text.charset.value_or(""), {}}, std::nullopt);
    warnings.insert(warnings.end(), out.warnings.begin(), out.warnings.end());
    return std::move(out.utf8);
}

/// Whether a blank at the end of a line stands between two words though the mail says that such blanks are
/// none of the text (`delsp`): mailers that write it so leave two between words, but not all do. A word too
/// long for a line stands alone on it.
bool parts_words(std::string_view line, std::string_view next) {
    line.remove_suffix(1);
    return line.find(' ') != std::string_view::npos && text::is_ascii_alpha(line.back()) && !next.empty() &&
           text::is_ascii_alpha(next.front());
}

/// The lines of a flowed text that belong together made one (RFC 3676): a blank at a line's end goes on.
std::string unflowed(std::string_view text, bool deletes_space) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with(' ')) line.remove_prefix(1);
        const bool goes_on = line.ends_with(' ') && line != "-- ";
        if (goes_on && deletes_space && !parts_words(line, text.substr(std::min(at, text.size()))))
            line.remove_suffix(1);
        out.append(line);
        if (!goes_on) out += '\n';
    }
    return out;
}

/// The paragraphs of plain text. A line goes on in the next when it is as long as mailers wrap at.
std::vector<Block> blocks_of_text(std::string_view text) {
    constexpr std::size_t shortest_wrapped = 50;
    std::vector<Block> out;
    std::string paragraph;
    const auto end_paragraph = [&] {
        std::string squeezed = text::squeeze(paragraph);
        if (!squeezed.empty())
            out.push_back({BlockRole::paragraph, std::move(squeezed), {}, "a paragraph of the mail"});
        paragraph.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        paragraph.append(line).append(" ");
        if (line.size() < shortest_wrapped || line.size() > 200) end_paragraph();
    }
    end_paragraph();
    return out;
}

std::uint32_t size_of(const std::vector<Block>& blocks) {
    std::uint32_t size = 0;
    for (const Block& block : blocks) {
        if (block.role != BlockRole::furniture && block.role != BlockRole::related &&
            block.role != BlockRole::caption)
            size += reading_size(block.text);
    }
    return size;
}

class MailReader {
public:
    explicit MailReader(const std::function<void(Document)>& take) : take_(take) {}

    void read(const Message& message) {
        if (message.is_encrypted) {
            throw Error(ErrorCode::input,
                        "an encrypted message" + (message.subject.empty() ? "" : ": " + message.subject),
                        "decrypt it with your mail program, and save it from there");
        }
        Document document = message.is_saved_page && !message.html.empty() ? page(message) : mail(message);
        if (message.is_cut) document.warnings.emplace_back("the message has more parts than are read");
        const bool says_something = document.headline || size_of(document.blocks) > 0;
        if (!says_something && message.inner.empty())
            throw Error(ErrorCode::input, "a message without subject and text", "see what is attached to it");
        if (says_something) take_(std::move(document));
        for (const Message& inner : message.inner)
            read(inner);
    }

private:
    /// MHTML. Its date is the day of saving, and its subject a title.
    static Document page(const Message& message) {
        std::vector<std::string> warnings;
        Document out =
            read_page(decoded(message.html.front(), warnings), {"UTF-8", {}, resolve(message.location, "")});
        out.warnings.insert(out.warnings.begin(), warnings.begin(), warnings.end());
        if (!out.headline) out.headline = optional(message.subject);
        return out;
    }

    static Document mail(const Message& message) {
        Document out;
        fill_text(message, out);
        out.headline = optional(message.subject);
        out.titles.clear();
        out.deck.reset();
        out.authors.clear();
        const std::string& sender = message.from_name.empty() ? message.from_address : message.from_name;
        if (!sender.empty()) out.authors.push_back({sender});
        out.published.clear();
        for (const std::string& date : {message.date, message.date_stated}) {
            if (!date.empty()) out.published.push_back(date);
        }
        out.updated.clear();
        out.key = optional(message.id);
        out.credit = outlet(message);
        out.url = address_in_browser(out);
        std::string names;
        for (const std::string& name : message.attachments)
            names.append(names.empty() ? "Attached: " : ", ").append(name);
        if (!names.empty()) out.notes.push_back({NoteKind::other, std::move(names)});
        return out;
    }

    static std::optional<std::string> outlet(const Message& message) {
        // `The Harbour Post <news.post.example>`.
        std::string_view list = message.list;
        std::string name = text::squeeze(list.substr(0, list.find('<')));
        std::erase(name, '"');
        if (!name.empty()) return name;
        const std::size_t at = message.from_address.rfind('@');
        return at == std::string::npos
                   ? std::nullopt
                   : optional(text::in_ascii_lower_case(message.from_address.substr(at + 1)));
    }

    /// HTML by the rules for pages where they find what the plain text says, too; else the plain text.
    static void fill_text(const Message& message, Document& out) {
        std::string plain;
        for (const Message::Text& each : message.plain) {
            const std::string text = decoded(each, out.warnings);
            plain += each.is_flowed ? unflowed(text, each.deletes_space) : text;
            plain += "\n";
        }
        std::vector<Block> blocks = blocks_of_text(plain);
        if (message.html.empty()) {
            out.blocks = std::move(blocks);
            return;
        }
        std::vector<std::string> warnings;
        const std::string html = decoded(message.html.front(), warnings);
        try {
            Document page = read_page(html, {"UTF-8", {}, {}});
            if (size_of(page.blocks) * 2 >= size_of(blocks)) {
                out = std::move(page);
                out.warnings.insert(out.warnings.begin(), warnings.begin(), warnings.end());
                return;
            }
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
        }
        out.blocks = blocks.empty() ? read_fragment(html, "") : std::move(blocks);
    }

    /// `View in browser` leads to the message on the web.
    static std::optional<std::string> address_in_browser(const Document& document) {
        for (const Block& block : document.blocks) {
            for (const BlockLink& link : block.links) {
                const std::string title = text::in_ascii_lower_case(link.title);
                if (title.size() < 60 && title.find("browser") != std::string::npos &&
                    link.url.starts_with("http"))
                    return unwrapped(link.url);
            }
        }
        return std::nullopt;
    }

    const std::function<void(Document)>& take_;
};

}  // namespace

bool begins_mail(std::string_view start) {
    constexpr std::array<std::string_view, 17> usual{"from",
                                                     "to",
                                                     "subject",
                                                     "date",
                                                     "message-id",
                                                     "received",
                                                     "return-path",
                                                     "mime-version",
                                                     "content-type",
                                                     "delivered-to",
                                                     "reply-to",
                                                     "sender",
                                                     "list-id",
                                                     "cc",
                                                     "content-transfer-encoding",
                                                     "dkim-signature",
                                                     "snapshot-content-location"};
    std::size_t known = 0;
    for (std::size_t at = 0; at < start.size();) {
        const std::size_t end = std::min(start.find('\n', at), start.size());
        std::string_view line = start.substr(at, end - at);
        const bool is_whole = end < start.size();
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.starts_with(' ') || line.starts_with('\t')) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 ||
            line.substr(0, colon).find(' ') != std::string_view::npos) {
            if (is_whole) return false;
            break;
        }
        if (std::ranges::find(usual, text::in_ascii_lower_case(line.substr(0, colon))) != usual.end())
            ++known;
    }
    return known >= 3;
}

void read_mail(std::string_view bytes, const std::function<void(Document)>& take) {
    MailReader(take).read(read_message(bytes));
}

}  // namespace newsarc::input
