#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::text {

/// `%2F`
void append_percent_encoded(std::string& out, char byte);

/// The byte that a code such as `%2F` stands for which begins there; absent where none does.
std::optional<char> percent_encoded_byte(std::string_view text, std::size_t at);

/// All but the unreserved characters of RFC 3986, 2.3, and those of `kept`, percent-encoded.
std::string percent_encoded(std::string_view text, std::string_view kept = "");

/// The bytes that percent-encoded text stands for; a sign that begins no code stays.
std::string percent_decoded(std::string_view text);

/// What an address leads to when it is followed, as a URI; absent for what nobody is to be made to follow by
/// a text: all but http and https with a host, and mailto, of which the addressee alone is kept (RFC 6068
/// lets it write the mail and, for some programs, attach files). All that make links or open them ask this.
std::optional<std::string> link_target(std::string_view address);

/// An address as a URI (RFC 3986): what none may hold is percent-encoded.
std::string as_uri(std::string_view address);

/// A path of any bytes as UTF-8: what is not valid is percent-encoded, the rest is as it was.
std::string readable_path(std::string_view path);

/// A path made fit to be extracted under the reader's own folder: relative, without `.` and `..`,
/// valid UTF-8, control characters and other bytes percent-encoded, no part longer than a file
/// system takes. Never empty.
std::string extractable_name(std::string_view path);

/// The same made fit for the file systems of Windows and macOS as well: characters that these refuse
/// are percent-encoded, as are a dot at the front of a part (a hidden file) and a dot or blank at its
/// end; names of devices such as `CON` get a low line before them. At most sixteen parts, the last ones.
std::string portable_name(std::string_view path);

}  // namespace newsarc::text
