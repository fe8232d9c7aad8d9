#include "input/office/rtf.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/unicode/ascii.hpp"
#include "text/unicode/charset.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

/// What is written in a group goes there.
enum class Place : std::uint8_t { text, dropped, fonts, title, writer };

struct Sign {
    std::string_view word;
    std::string_view text;
};

/// Control words that stand for a sign. An end of a paragraph is an empty line below it.
constexpr std::array signs{
    Sign{"par", "\n\n"},         Sign{"sect", "\n\n"},
    Sign{"page", "\n\n"},        Sign{"row", "\n\n"},
    Sign{"nestrow", "\n\n"},     Sign{"line", "\n"},
    Sign{"softline", "\n"},      Sign{"tab", " "},
    Sign{"cell", " "},           Sign{"nestcell", " "},
    Sign{"emspace", " "},        Sign{"enspace", " "},
    Sign{"qmspace", " "},        Sign{"emdash", "\u2014"},
    Sign{"endash", "\u2013"},    Sign{"bullet", "\u2022"},
    Sign{"lquote", "\u2018"},    Sign{"rquote", "\u2019"},
    Sign{"ldblquote", "\u201C"}, Sign{"rdblquote", "\u201D"},
};

struct Destination {
    std::string_view word;
    Place place;
};

/// Groups that begin with these words. Others behind `\*` are dropped: a reader that does not know them is
/// to.
constexpr std::array destinations{
    Destination{"fonttbl", Place::fonts},      Destination{"title", Place::title},
    Destination{"author", Place::writer},      Destination{"colortbl", Place::dropped},
    Destination{"stylesheet", Place::dropped}, Destination{"info", Place::dropped},
    Destination{"pict", Place::dropped},       Destination{"nonshppict", Place::dropped},
    Destination{"object", Place::dropped},     Destination{"header", Place::dropped},
    Destination{"headerl", Place::dropped},    Destination{"headerr", Place::dropped},
    Destination{"headerf", Place::dropped},    Destination{"footer", Place::dropped},
    Destination{"footerl", Place::dropped},    Destination{"footerr", Place::dropped},
    Destination{"footerf", Place::dropped},    Destination{"footnote", Place::dropped},
    Destination{"annotation", Place::dropped}, Destination{"fldinst", Place::dropped},
    Destination{"xe", Place::dropped},         Destination{"tc", Place::dropped},
    Destination{"revtbl", Place::dropped},     Destination{"listtext", Place::text},
};

/// The Windows code page of a charset of fonts.
constexpr std::array<std::pair<int, int>, 14> font_charsets{{{77, 10000},
                                                             {128, 932},
                                                             {129, 949},
                                                             {134, 936},
                                                             {136, 950},
                                                             {161, 1253},
                                                             {162, 1254},
                                                             {163, 1258},
                                                             {177, 1255},
                                                             {178, 1256},
                                                             {186, 1257},
                                                             {204, 1251},
                                                             {222, 874},
                                                             {238, 1250}}};

std::string name_of(int code_page) {
    if (code_page == 10000) return "MACINTOSH";
    if (code_page == 65001) return "UTF-8";
    return "CP" + std::to_string(code_page);
}

class RtfReader {
public:
    explicit RtfReader(std::string_view bytes) : bytes_(bytes) {}

    void run() {
        while (at_ < bytes_.size()) {
            const char c = bytes_[at_++];
            if (c == '{' || c == '}') skipped_ = 0;
            if (c == '{') {
                open_group();
            } else if (c == '}') {
                close_group();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n') {
                byte(c);
            }
        }
        flush();
    }

    std::string take() const { return paragraphs(text_); }
    std::string title() const { return text::squeeze(title_); }
    std::string writer() const { return text::squeeze(writer_); }

private:
    struct Group {
        Place place = Place::text;
        int font = 0;
        int fallback = 1;  ///< what stands behind a sign of Unicode for readers that do not know it
        bool hidden = false;
        bool deleted = false;
        bool is_new = false;          ///< its first control word may say what it is
        bool may_be_dropped = false;  ///< `\*` came before it
    };

    /// Lines of a paragraph without empty ones, paragraphs with one between.
    static std::string paragraphs(std::string_view text) {
        std::string out;
        bool is_apart = false;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string line = text::squeeze(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.empty()) {
                is_apart = true;
                continue;
            }
            out.append(out.empty() ? "" : is_apart ? "\n\n" : "\n").append(line);
            is_apart = false;
        }
        return out;
    }

    void open_group() {
        constexpr std::size_t deepest = 1000;
        if (groups_.size() == deepest) {
            ++too_deep_;
            return;
        }
        groups_.push_back(groups_.back());
        groups_.back().is_new = true;
    }

    void close_group() {
        if (too_deep_ > 0) {
            --too_deep_;
        } else if (groups_.size() > 1) {
            const Group& inner = groups_.back();
            const Group& outer = groups_[groups_.size() - 2];
            if (inner.font != outer.font || inner.place != outer.place || inner.hidden != outer.hidden ||
                inner.deleted != outer.deleted)
                flush();
            groups_.pop_back();
        }
    }

    std::string* place() {
        const Group& group = groups_.back();
        if (group.hidden || group.deleted) return nullptr;
        switch (group.place) {
            case Place::text: return &text_;
            case Place::title: return &title_;
            case Place::writer: return &writer_;
            default: return nullptr;
        }
    }

    void byte(char c) {
        groups_.back().is_new = false;
        if (skipped_ > 0) {
            --skipped_;
        } else if (place() != nullptr) {
            if (!text::is_ascii(c) || !raw_.empty())
                raw_ += c;
            else
                *place() += c;
        }
    }

    void sign(std::string_view utf8) {
        flush();
        if (skipped_ > 0 && !utf8.ends_with('\n'))
            --skipped_;
        else if (std::string* out = place())
            out->append(utf8);
    }

    /// Bytes beyond ASCII are read together: characters of East Asia have two.
    void flush() {
        if (raw_.empty()) return;
        const std::string raw = std::exchange(raw_, {});
        std::string* out = place();
        if (out == nullptr) return;
        const auto font = fonts_.find(groups_.back().font);
        const int code_page = font == fonts_.end() ? code_page_ : font->second;
        try {
            out->append(text::decode(raw, name_of(code_page)).utf8);
        } catch (const Error&) {
            out->append(text::decode(raw, "CP1252").utf8);  // a code page that nobody knows
        }
    }

    void control() {
        if (at_ == bytes_.size()) return;
        const char c = bytes_[at_];
        if (text::is_ascii_alpha(c)) return word();
        ++at_;
        switch (c) {
            case '\'': hexadecimal(); break;
            case '*': groups_.back().may_be_dropped = groups_.back().is_new; break;
            case '~': sign(" "); break;
            case '_': sign("-"); break;
            case '\n':
            case '\r': sign("\n\n"); break;
            case '\\':
            case '{':
            case '}': sign(std::string_view(&c, 1)); break;
            default: break;  // among them the mark of where a word may be broken
        }
    }

    void hexadecimal() {
        unsigned value = 0;
        const char* begin = bytes_.data() + at_;
        const char* end = bytes_.data() + std::min(at_ + 2, bytes_.size());
        const auto read = std::from_chars(begin, end, value, 16);
        if (read.ptr != begin + 2) return;
        at_ += 2;
        groups_.back().is_new = false;
        if (skipped_ > 0)
            --skipped_;
        else if (place() != nullptr)
            raw_ += static_cast<char>(value);
    }

    void word() {
        const std::size_t begin = at_;
        while (at_ < bytes_.size() && text::is_ascii_alpha(bytes_[at_]))
            ++at_;
        const std::string_view name = bytes_.substr(begin, at_ - begin);
        std::optional<int> number;
        int value = 0;
        const auto read = std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), value);
        if (read.ec == std::errc()) {
            number = value;
            at_ = static_cast<std::size_t>(read.ptr - bytes_.data());
        }
        if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
        const bool is_first = std::exchange(groups_.back().is_new, false);
        const bool may_be_dropped = std::exchange(groups_.back().may_be_dropped, false);
        if (is_first || may_be_dropped) {
            if (begin_group(name, may_be_dropped)) return;
        }
        obey(name, number);
    }

    /// What the first word of a group makes of it. False where it is none of these.
    bool begin_group(std::string_view name, bool may_be_dropped) {
        flush();
        const auto known = std::ranges::find(destinations, name, &Destination::word);
        if (known == destinations.end() && !may_be_dropped) return false;
        Place& place = groups_.back().place;
        const Place wanted = known == destinations.end() ? Place::dropped : known->place;
        // Of the document's properties, which are dropped, two are kept.
        const bool is_property = wanted == Place::title || wanted == Place::writer;
        if (is_property ? place == Place::dropped : place == Place::text) place = wanted;
        return true;
    }

    void obey(std::string_view name, std::optional<int> number) {
        Group& group = groups_.back();
        const bool is_on = number.value_or(1) != 0;
        if (const auto sign_of = std::ranges::find(signs, name, &Sign::word); sign_of != signs.end()) {
            sign(sign_of->text);
        } else if (name == "u" && number) {
            unicode(*number);
        } else if (name == "uc") {
            group.fallback = std::max(number.value_or(1), 0);
        } else if (name == "f" && number) {
            flush();
            group.font = *number;
        } else if (name == "fcharset" && number && group.place == Place::fonts) {
            const auto known = std::ranges::find(font_charsets, *number, &std::pair<int, int>::first);
            constexpr std::size_t most_fonts = 10'000;
            if (known != font_charsets.end() && fonts_.size() < most_fonts)
                fonts_[group.font] = known->second;
        } else if (name == "ansicpg" && number && *number > 0) {
            code_page_ = *number;
        } else if (name == "mac") {
            code_page_ = 10000;
        } else if (name == "pc" || name == "pca") {
            code_page_ = name == "pc" ? 437 : 850;
        } else if (name == "v") {
            flush();
            group.hidden = is_on;
        } else if (name == "deleted") {
            flush();
            group.deleted = is_on;
        } else if (name == "plain") {
            flush();
            group.hidden = group.deleted = false;
        } else if (name == "bin" && number) {
            at_ += std::min(static_cast<std::size_t>(std::max(*number, 0)), bytes_.size() - at_);
        }
    }

    /// Units of UTF-16, from 32768 on written as negative numbers.
    void unicode(int number) {
        flush();
        const auto unit = static_cast<char32_t>(number < 0 ? number + 65536 : number);
        skipped_ = groups_.back().fallback;
        std::string* out = place();
        if (out == nullptr) return;
        const bool is_high = unit >= 0xD800 && unit < 0xDC00;
        const bool is_low = unit >= 0xDC00 && unit < 0xE000;
        if (is_low && high_)
            text::append(*out, 0x10000 + ((*high_ - 0xD800) << 10U) + (unit - 0xDC00));
        else if (!is_high)
            text::append(*out, unit);
        high_ = is_high ? std::optional(unit) : std::nullopt;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<Group> groups_{Group{}};
    std::size_t too_deep_ = 0;  ///< groups that are open beyond these
    std::map<int, int> fonts_;  ///< the code pages of those that have one of their own
    int code_page_ = 1252;
    int skipped_ = 0;               ///< signs for readers without Unicode still to come
    std::optional<char32_t> high_;  ///< the first half of a character in UTF-16
    std::string raw_;               ///< bytes of a code page
    std::string text_;
    std::string title_;
    std::string writer_;
};

}  // namespace

bool begins_rtf(std::string_view start) {
    return start.starts_with("{\\rtf");
}

InnerFile read_rtf(std::string_view bytes) {
    RtfReader reader(bytes);
    reader.run();
    InnerFile out;
    out.kind = "text";
    out.given.encoding = "UTF-8";
    out.source.bytes = reader.take();
    if (out.source.bytes.empty())
        throw Error(ErrorCode::input, "a document in which no text is found",
                    "open it with its program, and save it as text");
    if (std::string title = reader.title(); !title.empty()) out.stated.headline = std::move(title);
    if (std::string writer = reader.writer(); !writer.empty()) out.stated.authors.push_back({writer});
    return out;
}

}  // namespace newsarc::input
