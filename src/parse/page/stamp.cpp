#include "parse/page/stamp.hpp"

#include "parse/date/dates.hpp"
#include "parse/date/relative_date.hpp"
#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t longest = 300;           // bytes of such a line
constexpr std::size_t most_else = 9;           // words of it that tell something else
constexpr std::size_t most_else_of_both = 20;  // in a line that tells who and when
constexpr std::size_t longest_told_of = 160;   // bytes of a name and what is said of it
constexpr std::size_t label_reach = 40;        // bytes before a date where its label begins

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct DateSpan {
    Span date;
    std::size_t label = 0;  ///< where the date's label begins, or the date
    LineType type = LineType::published;
    bool told = false;
};

bool is_letter_byte(char c) {
    return is_ascii_alpha(c) || !is_ascii(c);
}

/// A word, a number, or a capital after a small letter begins here: `…November 21`, `RoePublished`.
bool may_begin(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (!is_digit(c) && !is_letter_byte(c)) return false;
    if (text::continues_character(c)) return false;
    if (at == 0) return true;
    const char before = text[at - 1];
    if (is_digit(c)) return !is_digit(before) && before != ':' && before != '.';
    if (is_ascii_upper(c) && is_digit(before)) return true;
    if (is_ascii_upper(c) && before >= 'a' && before <= 'z') return true;
    return !is_letter_byte(before) && !is_digit(before);
}

class StampReader {
public:
    StampReader(std::string_view text, const LabelSet& labels) : text_(text), labels_(labels) {}

    std::vector<StampPart> run() {
        find_dates();
        read_parts();
        // A name may stand before the day that tells it from others.
        if (near_day_ && !named_ && !has_bare_) {
            parts_.clear();
            elses_ = 0;
            read_parts();
        }
        const bool tells = !dates_.empty() || named_ || near_day_ || (timed_ && has_bare_);
        const bool sentence = ends_as_sentence(text_) && !text_.ends_with(':');
        const std::size_t most = named_ && !dates_.empty() ? most_else_of_both : most_else;
        if (!tells || elses_ > most || (elses_ > 3 && sentence)) return {};
        return std::move(parts_);
    }

private:
    void read_parts() {
        std::size_t at = 0;
        for (const DateSpan& date : dates_) {
            items({at, date.label});
            add(date.type, {date.label, date.date.end}, date.told);
            at = date.date.end;
        }
        items({at, text_.size()});
    }

    void find_dates() {
        if (std::none_of(text_.begin(), text_.end(), [](char c) { return is_digit(c) || !is_ascii(c); }))
            return;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (!may_begin(text_, at)) continue;
            const std::size_t length = date_length(at);
            if (length == 0) continue;
            const std::size_t from = dates_.empty() ? 0 : dates_.back().date.end;
            DateSpan date = with_label({at, at + length}, from);
            // `May 5, 2025May 8, 2025`: the second is that of the last change.
            if (!dates_.empty() && !date.told && at == from) date.type = LineType::updated;
            if (date.told || stands_apart(date.date, from)) dates_.push_back(date);
            at += length - 1;
        }
    }

    /// Of a date; one that runs into a count, `November 21, 202501747`, ends after its year.
    [[nodiscard]] std::size_t date_length(std::size_t at) const {
        const std::string_view rest = text_.substr(at, 80);
        if (const auto found = read_date(rest)) return found->length;
        // `15.04.2025, 17:59Reading time`: what runs into a word ends before it.
        for (std::size_t i = 6; i + 1 < rest.size(); ++i) {
            if (!is_digit(rest[i - 1]) || !is_ascii_upper(rest[i])) continue;
            if (const auto found = read_date(rest.substr(0, i))) return found->length;
        }
        for (std::size_t i = rest.find("20"); i != std::string_view::npos && i < 40;
             i = rest.find("20", i + 1)) {
            const bool year = i + 4 < rest.size() && is_digit(rest[i + 2]) && is_digit(rest[i + 3]) &&
                              i > 0 && !is_digit(rest[i - 1]);
            if (!year) continue;
            if (const auto found = read_date(rest.substr(0, i + 4))) return found->length;
        }
        return 0;
    }

    /// A date without a label is none of a stamp's within a sentence: few words stand before it in its item,
    /// and no small letter after it.
    [[nodiscard]] bool stands_apart(Span date, std::size_t from) const {
        std::string_view before = text_.substr(from, date.begin - from);
        for (const std::string_view mark :
             {"|", "•", "·", "●", " - ", " – ", "—", " / ", "／", "\t", "  ", ", "}) {
            const std::size_t at = before.rfind(mark);
            if (at != std::string_view::npos) before.remove_prefix(at + mark.size());
        }
        before = trim(before);
        std::string_view after = trim(text_.substr(date.end));
        if (const auto next = read_date(after)) after.remove_prefix(next->length);
        if (text::count_words(before) + text::count_words(after) <= 5) return true;
        if (ends_as_sentence(after)) return false;
        const bool told = std::count(before.begin(), before.end(), ' ') < 3 && !before.ends_with('(');
        return told && (before.empty() || begins_upper(before) || is_digit(before.front())) &&
               !begins_lower(text_.substr(date.end, 12));
    }

    /// The words before a date that say which it is, no farther back than `from`.
    [[nodiscard]] DateSpan with_label(Span date, std::size_t from) const {
        DateSpan out{date, date.begin, LineType::published, false};
        const std::size_t reach = date.begin > label_reach ? std::max(from, date.begin - label_reach) : from;
        for (const bool fused : {false, true}) {
            for (std::size_t at = reach; at < date.begin; ++at) {
                // `ROEPUBLISHED: JUN 5`; but no `le 5 juin` in `Lille 5 juin`.
                if (fused ? !is_ascii_upper(text_[at]) && is_ascii(text_[at]) : !may_begin(text_, at))
                    continue;
                const auto match = labels_.match(text_.substr(at, date.end - at));
                if (!match || (match->kind != LabelKind::published && match->kind != LabelKind::updated))
                    continue;
                const auto value = static_cast<std::size_t>(match->value.data() - text_.data());
                if (value > date.begin || has_word(text_.substr(value, date.begin - value))) continue;
                out.label = at;
                out.told = true;
                if (match->kind == LabelKind::updated) out.type = LineType::updated;
                return out;
            }
        }
        return out;
    }

    /// What stands around the dates, item by item.
    void items(Span span) {
        while (span.begin < span.end) {
            std::size_t end = span.end;
            std::size_t next = span.end;
            for (const std::string_view mark :
                 {"|", "•", "·", "●", " - ", " – ", "—", " / ", "／", "\t", "  ", "\u00A0\u00A0"}) {
                const std::size_t found = text_.substr(0, span.end).find(mark, span.begin);
                if (found >= end) continue;
                end = found;
                next = found + mark.size();
            }
            item({span.begin, end});
            span.begin = next;
        }
    }

    void item(Span span) {
        std::string_view here = trim(text_.substr(span.begin, span.end - span.begin));
        while (!here.empty() && std::string_view(",;:-/(").find(here.back()) != std::string_view::npos)
            here = trim(here.substr(0, here.size() - 1));
        while (!here.empty() && std::string_view(",;:-/)").find(here.front()) != std::string_view::npos)
            here = trim(here.substr(1));
        if (!has_word(here)) return;
        // `Edda Corvo 2 minutes read`.
        for (std::size_t at = 1; at < here.size(); ++at) {
            if (!is_digit(here[at]) || here[at - 1] != ' ') continue;
            const auto label = labels_.match(here.substr(at));
            if (!label || label->kind != LabelKind::other || !label->value.empty()) continue;
            timed_ = true;
            item({span.begin, static_cast<std::size_t>(here.data() - text_.data()) + at});
            parts_.push_back({LineType::note, here.substr(at), false});
            return;
        }
        if (byline(here) || bare_name(here)) return;
        const std::size_t near = relative_date_length(here);
        near_day_ = near_day_ || near == here.size();
        if (near == 0 && !is_clock_alone(here)) {
            const auto label = labels_.match(here);
            const bool near_day = label && relative_date_length(label->value) > 0;
            const bool known =
                label && !begins_quoted(here) &&
                (label->value.empty() || near_day || (dates(*label) && text::count_words(label->value) <= 5));
            if (!known) elses_ += text::count_words(here);
            near_day_ = near_day_ || (near_day && dates_it(*label));
        }
        parts_.push_back({LineType::note, here, false});
    }

    /// `Updated at 20:56`: of a day that stands before.
    static bool dates(const LabelMatch& label) {
        return dates_it(label) && std::ranges::any_of(label.value, is_digit);
    }

    static bool dates_it(const LabelMatch& label) {
        return label.kind == LabelKind::published || label.kind == LabelKind::updated;
    }

    /// `By Jane Roe`, `Kolumne von Jane Roe`, `Written by Jane Roe`: what is by somebody stands before the
    /// label.
    bool byline(std::string_view here) {
        std::size_t at = 0;
        for (int word = 0; word < 4 && at < here.size(); ++word) {
            if (at > 0 && !is_piece(here.substr(0, at))) {
                at = std::min(here.find(' ', at), here.size() - 1) + 1;
                continue;
            }
            const auto match = labels_.match(here.substr(at));
            // `byJane Roe`: some pages put no blank between.
            const bool fused = here.size() > 3 && (here[0] == 'b' || here[0] == 'B') && here[1] == 'y' &&
                               is_ascii_upper(here[2]);
            if (at == 0 && fused && is_name_list(here.substr(2))) {
                take_names(here.substr(2));
                return true;
            }
            if (match && match->kind == LabelKind::byline && !match->value.empty() &&
                (is_name_list(match->value) || (!dates_.empty() && is_small_name(match->value)))) {
                if (at > 0) parts_.push_back({LineType::note, trim(here.substr(0, at)), false});
                take_names(here.substr(at));
                return true;
            }
            const std::size_t blank = here.find(' ', at);
            if (blank == std::string_view::npos) return false;
            at = blank + 1;
        }
        return false;
    }

    /// Names, and what a page lets run into them as a note.
    void take_names(std::string_view here) {
        const std::string_view names = without_tail(here);
        parts_.push_back({LineType::byline, names, true});
        if (const std::string_view rest = here.substr(names.size()); has_word(rest))
            parts_.push_back({LineType::note, rest, false});
        named_ = true;
    }

    /// True when the last word names a kind of piece: `Kolumne`, `Ein Gastbeitrag`, `Words`.
    static bool is_piece(std::string_view text) {
        static const text::WordList pieces("piece");
        text = trim(text);
        return pieces.holds(
            text::fold(text.substr(text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1)));
    }

    /// `flerche`, `bell hooks`: what somebody is called in small letters.
    static bool is_small_name(std::string_view text) {
        text = trim(text);
        const std::size_t blank = text.find(' ');
        if (blank == std::string_view::npos) return may_be_small_name(text);
        return may_be_small_name(text.substr(0, blank)) && may_be_small_name(text.substr(blank + 1));
    }

    /// `Risks and Duties`: several of one word each, none of which signs.
    static bool names_things(const NamesFound& names) {
        return names.authors.size() > 1 && std::ranges::all_of(names.authors, [](const Author& author) {
                   return author.name.find(' ') == std::string::npos && author.name.size() > 3 &&
                          begins_upper(author.name) && !is_known_agency(text::fold(author.name)) &&
                          !is_given_name(text::fold(author.name));
               });
    }

    static bool is_name_list(std::string_view text) {
        if (is_desk(text)) return true;
        const auto names = read_names(text);
        if (!names || names_things(*names)) return false;
        std::string_view rest = trim(text.substr(names->length));
        std::size_t most_behind = 4;
        if (const auto day = read_day(rest)) {
            rest.remove_prefix(day->length);
            most_behind = 8;
        }
        const std::string_view list = text.substr(0, names->length);
        // `Nicolas G.`, `Jane Roe Jr.` end as a sentence does.
        std::string last = text::fold(list.substr(list.rfind(' ') + 1));
        if (last.ends_with('.')) last.pop_back();
        const bool is_sentence = ends_as_sentence(list) && last.size() > 1 && !is_name_suffix(last);
        return text::count_words(rest) <= most_behind && !is_sentence;
    }

    /// `Coast Times Lifestyle Desk`: capitals, and a job's word at the end.
    static bool is_desk_name(std::string_view here) {
        const std::size_t blank = here.rfind(' ');
        return blank != std::string_view::npos && std::count(here.begin(), here.end(), ' ') < 4 &&
               begins_upper(here) && is_job_word(text::fold(here.substr(blank + 1)));
    }

    /// A name beside a date or the time that reading takes.
    bool bare_name(std::string_view here) {
        if ((dates_.empty() && !timed_ && !near_day_) || has_bare_ || named_) return false;
        const std::string_view names = without_tail(here);
        if (read_name_line(names) == NameLine::none && !is_desk_name(names) && !is_told_of(names))
            return false;
        has_bare_ = true;
        parts_.push_back({LineType::byline, names, false});
        if (const std::string_view rest = here.substr(names.size()); has_word(rest))
            parts_.push_back({LineType::note, rest, false});
        return true;
    }

    /// `Jane Roe, Professor of Law at the University of Easthaven`: somebody, and what she is.
    static bool is_told_of(std::string_view here) {
        const std::size_t comma = here.find(',');
        if (comma == std::string_view::npos || here.size() > longest_told_of) return false;
        const std::string_view name = here.substr(0, comma);
        const auto found = read_names(here);
        return found && found->all_told && found->authors.size() == 1 &&
               found->authors.front().name == name && name.find(' ') != std::string_view::npos &&
               is_given_name(text::fold(name.substr(0, name.find(' '))));
    }

    void add(LineType type, Span span, bool told) {
        const std::string_view part = trim(text_.substr(span.begin, span.end - span.begin));
        parts_.push_back({type, part.substr(leading_ornament(part)), told});
    }

    std::string_view text_;
    const LabelSet& labels_;
    std::vector<DateSpan> dates_;
    std::vector<StampPart> parts_;
    std::size_t elses_ = 0;  // words that tell neither
    bool named_ = false;     // by a label
    bool has_bare_ = false;
    bool timed_ = false;     // tells how long reading takes
    bool near_day_ = false;  // `Published 2 hours ago`
};

}  // namespace

std::string_view without_tail(std::string_view names) {
    while (!names.empty() && is_digit(names.back()))
        names.remove_suffix(1);
    const auto is_joint = [&](std::size_t at) {
        return is_ascii_upper(names[at]) && names[at - 1] >= 'a' && names[at - 1] <= 'z';
    };
    for (std::size_t at = 4; at < names.size(); ++at) {
        if (!is_joint(at)) continue;
        // `McCoy`, `LaMotte`, `DelRey` are one word.
        const std::size_t blank = names.rfind(' ', at);
        const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
        const std::string piece = text::fold(names.substr(begin, at - begin));
        if (piece.size() < 3 || piece == "mac" || is_name_particle(piece)) continue;
        std::size_t end = at + 1;
        while (end < names.size() && names[end] != ' ' && !is_joint(end))
            ++end;
        const std::string word = text::fold(names.substr(at, end - at));
        // `Jane LaMotte, CNN` goes on with her name.
        const std::string_view rest = names.substr(at, names.find_first_of(",|", at) - at);
        static const text::WordList pages("page");
        if (pages.holds(word) || is_job_word(word) || is_affiliation(rest) || is_job_title(rest))
            return names.substr(0, at);
    }
    return names;
}

std::vector<StampPart> read_stamp(std::string_view text, const LabelSet& labels) {
    if (text.size() > longest) return {};
    return StampReader(text, labels).run();
}

}  // namespace newsarc::parsing
