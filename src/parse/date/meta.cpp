#include "parse/date/meta.hpp"

#include "parse/date/relative_date.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::size_t longest = 300;  // bytes

/// Bytes of the marks that part the items of such a line.
std::size_t item_separators(std::string_view text) {
    constexpr std::u32string_view marks = U",;|/-()[]\u00B7\u2022\u2013\u2014\u2015\u2022\u25CF\u2219.:";
    std::size_t at = 0;
    while (at < text.size()) {
        const auto point = code_point_at(text, at);
        if (!is_space(point.value) && marks.find(point.value) == std::u32string_view::npos) break;
        at += point.length;
    }
    return at;
}

/// True when there is a digit, or a character above ASCII, which may be one of another script.
bool may_hold_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c) || !is_ascii(c); });
}

/// A short line with a year at its end, or a time: all that can say `Jane Roe | 5 March 2025`.
bool may_end_in_date(std::string_view text) {
    if (text.size() > 120 || !begins_upper(text) || ends_as_sentence(text)) return false;
    const std::string_view first = text.substr(0, text.find_first_of(",|-/:;"));
    return first.size() < text.size() && first.size() <= 50;
}

/// The text up to the next mark that parts items.
std::string_view item(std::string_view text) {
    std::size_t end = text.size();
    for (const std::string_view mark : {"|", "•", "·", " - ", " – ", "—", ",", "\t"})
        end = std::min(end, text.find(mark));
    return trim(text.substr(0, end));
}

class MetaReader {
public:
    MetaReader(std::string_view text, const LabelSet& labels) : rest_(text), whole_(text), labels_(labels) {}

    std::optional<Meta> run() {
        for (int items = 0; items < 10; ++items) {
            rest_.remove_prefix(item_separators(rest_));
            if (rest_.empty()) break;
            if (!bare_date() && !labelled() && !relative() && !address() && !aside() && !bare_item())
                return std::nullopt;
        }
        const bool told = !out_.names.empty() || out_.published || out_.updated || out_.relative;
        if (!rest_.empty() || !told) return std::nullopt;
        if (out_.bare && !out_.published && !out_.updated) return std::nullopt;
        return out_;
    }

private:
    bool bare_date() {
        const auto date = read_date(rest_);
        if (!date) return false;
        // A second date without a word of its own is the day it was changed.
        (out_.published ? out_.updated : out_.published) = date;
        rest_.remove_prefix(date->length);
        return true;
    }

    bool relative() {
        const std::size_t length = relative_date_length(rest_);
        if (length == 0) return false;
        out_.relative = true;
        rest_.remove_prefix(length);
        return true;
    }

    /// `@janeroe`, `jane.roe@example.com` behind names.
    bool address() {
        if (out_.names.empty()) return false;
        const std::string_view here = rest_.substr(0, rest_.find_first_of(" |"));
        if (here.find('@') == std::string_view::npos) return false;
        out_.other = true;
        rest_.remove_prefix(here.size());
        return true;
    }

    /// A name, a town or an outlet beside a date: `Jane Roe | TNN | 5 March 2025`, `Lagos, 5 March 2025`.
    bool bare_item() {
        constexpr std::size_t longest_item = 50;
        const std::string_view here = item(rest_);
        if (out_.labelled || whole_.size() > 120 || here.empty() || here.size() > longest_item ||
            ends_as_sentence(whole_) || !begins_upper(here) || std::count(here.begin(), here.end(), ' ') > 4)
            return false;
        const auto found = read_names(here);
        if (!found || found->length < here.size()) return false;
        const bool person = found->names.find(' ') != std::string::npos && found->title.empty() &&
                            !is_affiliation(here) && !is_known_city(text::fold(here));
        if (person && out_.names.empty())
            take(*found);
        else
            tell(here);
        out_.bare = true;
        rest_.remove_prefix(static_cast<std::size_t>(here.data() + here.size() - rest_.data()));
        return true;
    }

    void take(const NamesFound& found) {
        out_.names = found.names;
        out_.authors = found.authors;
        out_.other = out_.other || !found.all_told;
    }

    /// What an item beside the names says of the writers, or something else.
    void tell(std::string_view here) {
        bool told = !out_.authors.empty();
        for (Author& author : out_.authors)
            told = tell_of(author, here, Aside::bar) && told;
        out_.other = out_.other || !told;
    }

    /// A job, an outlet or a section behind a bar in a line that a label has begun.
    bool aside() {
        const std::string_view here = item(rest_);
        const bool behind_bar = out_.labelled && here.size() < 60 && begins_upper(here) &&
                                !ends_as_sentence(here) && std::count(here.begin(), here.end(), ' ') < 5;
        if (!behind_bar && !(out_.labelled && is_job_title(here))) return false;
        tell(here);
        rest_.remove_prefix(static_cast<std::size_t>(here.data() + here.size() - rest_.data()));
        return true;
    }

    bool labelled() {
        const std::string_view here = item(rest_);
        if (const auto aside = labels_.match(here);
            aside && aside->kind == LabelKind::other && aside->value.empty() && here.size() < 40) {
            out_.other = true;
            rest_.remove_prefix(static_cast<std::size_t>(here.data() + here.size() - rest_.data()));
            return true;
        }
        const auto match = labels_.match(rest_);
        if (!match || match->value.empty()) return false;
        switch (match->kind) {
            case LabelKind::byline: return names(*match);
            case LabelKind::published: return date(*match, out_.published);
            case LabelKind::updated: return date(*match, out_.updated);
            default: return false;
        }
    }

    bool names(const LabelMatch& match) {
        if (!out_.names.empty()) return false;
        const std::string_view here = item(match.value);
        if (is_desk(here)) {
            take(read_byline(here));
            out_.labelled = true;
            rest_ =
                match.value.substr(static_cast<std::size_t>(here.data() + here.size() - match.value.data()));
            return true;
        }
        const auto found = read_names(match.value);
        if (!found) return small_names(match);
        const bool one_word = found->names.find(' ') == std::string::npos;
        // `From Jane Roe, Kano`, but not `From Kabul to Kandahar`.
        if (match.pattern == "from …" && (one_word || whole_.size() > 80 || ends_as_sentence(whole_)))
            return false;
        // `By Christmas, the party had …`: one word and a clause is no name and title.
        if (one_word && !found->title.empty() && !is_job_title(found->title) && match.mark != Mark::hard)
            return false;
        if (ends_as_sentence(match.value) && length_up_to(rest_, 100) >= 100) return false;
        take(*found);
        out_.labelled = true;
        rest_ = match.value.substr(found->length);
        return true;
    }

    /// `By bell hooks`: two words of which neither is one of the language's common ones, and nothing else.
    bool small_names(const LabelMatch& match) {
        const std::string_view value = trim(match.value);
        const std::size_t blank = value.find(' ');
        if (whole_.data() + whole_.size() != value.data() + value.size() || blank == std::string_view::npos)
            return false;
        const std::string_view last = value.substr(blank + 1);
        if (!may_be_small_name(value.substr(0, blank)) || !may_be_small_name(last)) return false;
        take(read_byline(value));
        out_.labelled = true;
        rest_ = {};
        return true;
    }

    bool date(const LabelMatch& match, std::optional<DateFound>& field) {
        rest_ = match.value;
        rest_.remove_prefix(item_separators(rest_));
        out_.labelled = true;
        if (const auto found = read_date(rest_)) {
            if (!field) field = found;
            rest_.remove_prefix(found->length);
            return true;
        }
        // `Published: 2025`.
        if (rest_.size() == 4 && std::all_of(rest_.begin(), rest_.end(), is_digit) &&
            match.mark == Mark::hard && rest_[0] != '0') {
            DateFound year;
            year.moment.year =
                (rest_[0] - '0') * 1000 + (rest_[1] - '0') * 100 + (rest_[2] - '0') * 10 + rest_[3] - '0';
            year.moment.precision = Precision::year;
            field = year;
            rest_ = {};
            return true;
        }
        // `Updated at 2:05 p.m. ET`.
        if (is_clock_alone(rest_)) {
            out_.relative = true;
            rest_ = {};
            return true;
        }
        return relative();
    }

    std::string_view rest_;
    std::string_view whole_;
    const LabelSet& labels_;
    Meta out_;
};

}  // namespace

std::optional<Meta> read_meta(std::string_view text, const LabelSet& labels) {
    if (text.size() > longest) return std::nullopt;
    return read_meta(text, labels, labels.match(text));
}

std::optional<Meta> read_meta(std::string_view text, const LabelSet& labels,
                              const std::optional<LabelMatch>& match) {
    if (text.size() > longest) return std::nullopt;
    const bool told = match && (match->kind == LabelKind::byline || match->kind == LabelKind::published ||
                                match->kind == LabelKind::updated || match->kind == LabelKind::other);
    // Most lines are turned away here: without a label, the line begins with a date.
    if (!told && !may_hold_digit(text) && relative_date_length(text) == 0) return std::nullopt;
    if (!told && !read_date(text.substr(item_separators(text))) && relative_date_length(text) == 0 &&
        !may_end_in_date(text))
        return std::nullopt;
    return MetaReader(text, labels).run();
}

}  // namespace newsarc::parsing
