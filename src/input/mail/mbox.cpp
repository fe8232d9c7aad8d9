#include <algorithm>

#include "input/mail/mail.hpp"

namespace newsarc::input {
namespace {

std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// `From jane@post.example Tue Jan 21 08:00:00 2025`, `From - Tue Jan 21 …`: what writes them differs in the
/// date's form, but names a weekday or a year.
bool is_from_line(std::string_view line) {
    if (!line.starts_with("From ") || line.size() > 500) return false;
    const std::size_t address = line.find_first_not_of(' ', 5);
    if (address == std::string_view::npos) return false;
    const std::size_t after = line.find(' ', address);
    if (after == std::string_view::npos) return false;
    const std::string_view sender = line.substr(address, after - address);
    if (sender != "-" && sender.find('@') == std::string_view::npos && sender != "MAILER-DAEMON")
        return false;
    // Two numbers at least, one with a colon: a time of day.
    const std::string_view date = line.substr(after);
    const std::size_t colon = date.find(':');
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return colon != std::string_view::npos && colon > 0 && is_digit(date[colon - 1]) &&
           std::ranges::count_if(date, is_digit) >= 8;
}

/// The text with `>From ` at a line's beginning made `From `, one `>` off each.
std::string unquoted(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        std::string_view line = text.substr(at, end - at);
        if (line.starts_with('>') &&
            line.substr(line.find_first_not_of('>') == std::string_view::npos ? line.size()
                                                                              : line.find_first_not_of('>'))
                .starts_with("From "))
            line.remove_prefix(1);
        out.append(line);
        at = end;
    }
    return out;
}

}  // namespace

bool begins_mbox(std::string_view start) {
    return is_from_line(line_at(start, 0));
}

void read_mbox(std::string_view bytes, const std::function<void(const MboxMessage&)>& take) {
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        const std::size_t head = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        std::size_t next = bytes.size();
        for (std::size_t at = bytes.find("\nFrom ", begin + 1); at != std::string_view::npos;
             at = bytes.find("\nFrom ", at + 1)) {
            const bool after_empty =
                bytes[at - 1] == '\n' || (bytes[at - 1] == '\r' && at > 1 && bytes[at - 2] == '\n');
            if (after_empty && is_from_line(line_at(bytes, at + 1))) {
                next = at + 1;
                break;
            }
        }
        if (head < next) take({unquoted(bytes.substr(head, next - head)), begin, next - begin});
        begin = next;
    }
}

}  // namespace newsarc::input
