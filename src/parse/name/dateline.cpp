#include "parse/name/dateline.hpp"

#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t longest_dateline = 160;  // bytes

bool all_capitals(std::string_view text) {
    bool upper = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const std::string_view letter = text.substr(at, point.length);
        if (text::is_word_character(point.value)) {
            if (begins_lower(letter)) return false;
            upper = upper || begins_upper(letter);
        }
        at += point.length;
    }
    return upper;
}

/// Words that join the capitalised ones of a place's name.
bool joins_place(std::string_view folded) {
    return is_name_particle(folded) || folded == "of" || folded == "and" || folded == "on" ||
           folded == "upon" || folded == "sur" || folded == "am" || folded == "es";
}

class DatelineReader {
public:
    explicit DatelineReader(std::string_view paragraph) : text_(paragraph.substr(0, longest_dateline)) {}

    std::optional<DatelineFound> run() {
        if (!agency_alone() && !from_day() && !from_place()) return std::nullopt;
        out_.dateline.text = text::squeeze(text_.substr(0, at_));
        out_.length = at_ + leading_space(text_.substr(at_));
        return out_;
    }

private:
    void skip_space() { at_ += leading_space(text_.substr(at_)); }

    /// `(Reuters) -`, `CNN —`.
    bool agency_alone() {
        at_ = 0;
        if (agency()) {
            // `(CNN)The plan` does without a dash.
            if (dash() || is_known_agency(text::fold(*out_.dateline.agency))) return true;
        }
        out_ = {};
        at_ = 0;
        const std::size_t end = text_.find_first_of(" \xE2");
        if (end == std::string_view::npos || !is_known_agency(text::fold(text_.substr(0, end)))) return false;
        out_.dateline.agency = std::string(text_.substr(0, end));
        at_ = end;
        if (dash()) return true;
        out_ = {};
        return false;
    }

    /// `Jan 21 (Reuters) -`.
    bool from_day() {
        at_ = 0;
        if (day() && agency() && dash()) return true;
        out_ = {};
        return false;
    }

    bool from_place() {
        at_ = 0;
        std::size_t end = place_name(0);
        if (end == 0) return false;
        const std::string_view head = text_.substr(0, end);
        const std::string folded = text::fold(head);
        if (is_never_place(folded) || is_weekday(folded) || month_of(folded)) return false;
        at_ = end;
        regions_and_day(end);
        const std::string_view place = text_.substr(0, end);
        country_in_brackets(end);
        bool has_agency = agency();
        if (!dated_) {
            const std::size_t before = at_;
            one_of(",");
            skip_space();
            if (!day() && !weekday() && !day_in_brackets()) at_ = before;
        }
        has_agency = has_agency || agency() || agency_after_stop() || agency_alone_after_day();
        const bool dashed = dash();
        const bool capitals = all_capitals(head);
        const bool told = dated_ || has_agency;
        if (!closed(dashed, capitals, told, folded, has_agency)) {
            out_ = {};
            return false;
        }
        out_.dateline.place = text::squeeze(place);
        return true;
    }

    /// After the place: `, Nev.`, `, British Columbia`, `, June 2`, `, Reuter`. Moves `end` to the
    /// end of the last part that is of the place.
    void regions_and_day(std::size_t& end) {
        for (int parts = 0; parts < 4; ++parts) {
            const std::size_t before = at_;
            skip_space();
            if (!one_of(",")) {
                at_ = before;
                return;
            }
            skip_space();
            if (!dated_ && (day() || weekday())) continue;
            const std::size_t name_end = place_name(at_);
            if (name_end == 0) {
                at_ = before;
                return;
            }
            const std::string_view part = text_.substr(at_, name_end - at_);
            if (is_known_agency(text::fold(part)) || (dated_ && part.size() < 6 && all_capitals(part))) {
                out_.dateline.agency = std::string(part);
                at_ = name_end;
                return;
            }
            if (dated_) {
                at_ = before;
                return;
            }
            at_ = end = name_end;
        }
    }

    /// `LONDON, Wednesday —`.
    bool weekday() {
        const std::size_t end = std::min(text_.find_first_of(" ,.(", at_), text_.size());
        constexpr std::size_t shortest = 6;  // `Mo` and `Sat` stand for other things too
        if (end < at_ + shortest || !is_weekday(text::fold(text_.substr(at_, end - at_)))) return false;
        at_ = end;
        dated_ = true;
        return true;
    }

    /// `Kampala (December 22, 2013) —`.
    bool day_in_brackets() {
        const auto before = *this;
        if (one_of("(") && day() && one_of(")")) return true;
        *this = before;
        return false;
    }

    /// `New Delhi [India], March 5 (ANI):`.
    void country_in_brackets(std::size_t& end) {
        const std::size_t before = at_;
        skip_space();
        if (!one_of("[")) {
            at_ = before;
            return;
        }
        const std::size_t name_end = place_name(at_);
        at_ = name_end;
        const std::string_view name = text_.substr(before, name_end == 0 ? 0 : name_end - before);
        if (name_end == 0 || is_known_agency(text::fold(trim(name).substr(1))) || !one_of("]")) {
            at_ = before;
            return;
        }
        end = at_;
        regions_and_day(end);
    }

    /// `MOSCOW, March 5. /TASS/.`
    bool agency_after_stop() {
        const std::size_t before = at_;
        if (dated_ && one_of(".") && agency()) return true;
        at_ = before;
        return false;
    }

    /// `WASHINGTON, Jan 21 Reuters -`.
    bool agency_alone_after_day() {
        const std::size_t before = at_;
        skip_space();
        const std::size_t end = std::min(text_.find(' ', at_), text_.size());
        const std::string_view name = text_.substr(at_, end - at_);
        if (!dated_ || !is_known_agency(text::fold(name))) {
            at_ = before;
            return false;
        }
        out_.dateline.agency = std::string(name);
        at_ = end;
        return true;
    }

    /// Whether what was read, and how it closed, is a dateline. Takes a closing colon or full stop.
    bool closed(bool dashed, bool capitals, bool told, const std::string& folded, bool has_agency) {
        // `NATO - the alliance …` goes on as a sentence does.
        const bool goes_on = begins_lower(trim(text_.substr(at_)));
        if (dashed) return told || (capitals && !goes_on) || known_places(folded);
        if (told && at_ < text_.size() && (text_[at_] == ':' || text_[at_] == '.') && (capitals || dated_)) {
            // `BEIRUT, Lebanon, June 2.` closes with a full stop, `In 1987.` was no place.
            ++at_;
            return true;
        }
        if (has_agency && (capitals || dated_)) return at_ < text_.size() && is_blank_at(at_);
        const bool colon = at_ < text_.size() && text_[at_] == ':' && is_blank_at(at_ + 1);
        if (!colon || !((capitals && folded.size() > 3) || known_places(folded))) return false;
        ++at_;
        return begins_upper(trim(text_.substr(at_))) || !begins_lower(trim(text_.substr(at_)));
    }

    [[nodiscard]] bool is_blank_at(std::size_t at) const { return leading_space(text_.substr(at)) > 0; }

    static bool known_places(std::string_view folded) {
        while (!folded.empty()) {
            const std::string_view part = trim(folded.substr(0, folded.find('/')));
            if (!is_known_city(part)) return false;
            folded.remove_prefix(std::min(folded.size(), folded.find('/') == std::string_view::npos
                                                             ? folded.size()
                                                             : folded.find('/') + 1));
        }
        return true;
    }

    /// The end of a name of one to five capitalised words from `begin`; 0 when there is none.
    [[nodiscard]] std::size_t place_name(std::size_t begin) const {
        std::size_t end = 0;
        std::size_t at = begin;
        for (int words = 0; words < 6 && at < text_.size(); ++words) {
            std::size_t word_end = at;
            while (word_end < text_.size() && in_place_word(word_end))
                word_end += code_point_at(text_, word_end).length;
            const std::string_view word = text_.substr(at, word_end - at);
            if (word.empty()) break;
            const std::string folded = text::fold(word);
            const bool capital = begins_upper(word);
            // `LONDON March 5 -`, but `RIO DE JANEIRO`.
            const std::size_t behind = word_end + leading_space(text_.substr(word_end));
            if (words > 0 && month_of(folded) && behind < text_.size() && is_digit(text_[behind])) break;
            if (words == 0 && (!capital || (is_never_name(folded) && folded != "the"))) return 0;
            if (!capital && !joins_place(folded)) return 0;
            const bool dash = word == "-" || word == "--" || word == "_";
            if (dash) break;
            if (capital) end = word_end;
            at = word_end + leading_space(text_.substr(word_end));
            if (at == word_end) break;
            if (words == 5) return 0;
        }
        return end;
    }

    /// Letters, and the points, hyphens, slashes and apostrophes of `St. Kitts/Nevis`, `Port-au-Prince`.
    [[nodiscard]] bool in_place_word(std::size_t at) const {
        const auto point = code_point_at(text_, at);
        if (is_digit(text_[at])) return false;
        if (text::is_word_character(point.value)) return true;
        if (point.value == '-') {
            return at + 1 < text_.size() && at > 0 && text_[at + 1] != ' ' && text_[at + 1] != '-' &&
                   text_[at - 1] != ' ';
        }
        if (point.value == '/') return at + 1 < text_.size() && is_ascii_upper(text_[at + 1]);
        if (point.value == '.')
            return at > 0 && is_ascii_alpha(text_[at - 1]) && !text_.substr(at + 1).starts_with('-');
        return point.value == '\'' || point.value == 0x2019;
    }

    bool day() {
        const auto found = read_day(text_.substr(at_));
        if (!found || found->moment.precision == Precision::month) return false;
        at_ += found->length;
        dated_ = true;
        if (found->has_year) {
            DateTime date = found->moment;
            date.precision = Precision::day;
            date.offset_minutes = std::nullopt;
            out_.dateline.date = to_iso(date);
        } else {
            out_.day = found->moment;
        }
        return true;
    }

    /// `(Reuters)`, `-(Dow Jones)-`, `/PRNewswire/`.
    bool agency() {
        const std::size_t before = at_;
        skip_space();
        while (one_of("-")) {
        }
        const bool square = one_of("[");
        const bool round = !square && one_of("(");
        const bool slash = !round && !square && one_of("/");
        const std::size_t begin = at_;
        const std::size_t end = text_.substr(0, std::min(text_.size(), begin + 60))
                                    .find(round    ? ')'
                                          : square ? ']'
                                                   : '/',
                                          begin);
        const std::string_view name =
            end == std::string_view::npos ? std::string_view() : text_.substr(begin, end - begin);
        const bool known = is_known_agency(text::fold(name.substr(0, name.find('/'))));
        const bool fits = (round || slash || square) && !name.empty() && (begins_upper(name) || known) &&
                          std::count(name.begin(), name.end(), ' ') < 5 && !read_day(name) &&
                          (round || known || (slash && dated_ && all_capitals(name)));
        if (!fits) {
            at_ = before;
            return false;
        }
        out_.dateline.agency = text::squeeze(name);
        at_ = end + 1;
        return true;
    }

    /// A dash of any kind between the dateline and the story.
    bool dash() {
        const std::size_t before = at_;
        // `MADRID.-`
        if (text_.substr(at_).starts_with(".-") || text_.substr(at_).starts_with(".–")) one_of(".");
        skip_space();
        const bool blank = at_ > before;
        if (blank && (text_.substr(at_).starts_with("| ") || text_.substr(at_).starts_with("// "))) {
            at_ = text_.find(' ', at_);
            return true;
        }
        const std::size_t begin = at_;
        bool long_dash = false;
        while (at_ < text_.size()) {
            const auto point = code_point_at(text_, at_);
            const bool wide = point.value >= 0x2012 && point.value <= 0x2015;
            if (!wide && point.value != '-' && point.value != '_') break;
            long_dash = long_dash || wide || point.value == '_' || at_ > begin;
            at_ += point.length;
        }
        const bool after_closer = before > 0 && (text_[before - 1] == ')' || text_[before - 1] == '/');
        if (at_ > begin && (long_dash || is_blank_at(at_) || at_ == text_.size() || after_closer) &&
            (blank || long_dash || after_closer))
            return true;
        at_ = before;
        return false;
    }

    bool one_of(std::string_view characters) {
        if (at_ >= text_.size() || characters.find(text_[at_]) == std::string_view::npos) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool dated_ = false;
    DatelineFound out_;
};

}  // namespace

std::optional<DatelineFound> read_dateline(std::string_view paragraph) {
    return DatelineReader(paragraph).run();
}

std::string date_near(const DateTime& day, const DateTime& published) {
    DateTime date = day;
    date.year = published.year;
    date.offset_minutes = std::nullopt;
    date.precision = Precision::day;
    constexpr std::int64_t half_a_year = 183 * 86400;
    if (to_unix_seconds(date) - to_unix_seconds(published) > half_a_year) --date.year;
    // 29 February stands in leap years only.
    if (!is_valid(date)) date.day = 28;
    return to_iso(date);
}

}  // namespace newsarc::parsing
