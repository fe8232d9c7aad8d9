#include "parse/date/relative_date.hpp"

#include "parse/date/clock.hpp"
#include "parse/date/date_reader.hpp"
#include "text/lexicon/lexicon.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace newsarc::parsing {
namespace {

constexpr std::u32string_view within_phrase = U"'\u2019-";

/// The items of a kind of the lexicon, of one word or of several: `hier`, `il y a`.
class Phrases {
public:
    explicit Phrases(std::string_view kind) {
        for (const text::LexiconRow& row : text::lexicon()) {
            if (row.kind == kind) text::for_each_item(row.value, [&](std::string_view item) { add(item); });
        }
    }

    /// Takes the longest that comes next.
    [[nodiscard]] bool take(DateReader& in) const {
        const std::size_t place = in.at();
        const auto known = behind_first_.find(in.word());
        if (known == behind_first_.end()) {
            in.back_to(place);
            return false;
        }
        const std::size_t first = in.at();
        std::size_t end = 0;
        for (const std::vector<std::string>& rest : known->second) {
            in.back_to(first);
            const bool fits = std::ranges::all_of(rest, [&](const std::string& word) {
                in.skip(within_phrase);
                return in.word() == word;
            });
            if (fits && in.at_boundary()) end = std::max(end, in.at());
        }
        in.back_to(end > 0 ? end : place);
        return end > 0;
    }

    [[nodiscard]] bool may_begin_with(const std::string& word) const { return behind_first_.contains(word); }

private:
    void add(std::string_view item) {
        DateReader in(item);
        auto& rest = behind_first_[in.word()];
        rest.emplace_back();
        for (in.skip(within_phrase); in.at() < item.size(); in.skip(within_phrase))
            rest.back().push_back(in.word());
    }

    std::unordered_map<std::string, std::vector<std::vector<std::string>>> behind_first_;
};

/// What such dates are made of.
struct Words {
    Phrases days{"near-day"};
    Phrases lead{"lead-ago"};  ///< says nothing alone: `för 2 timmar sedan`
    Phrases before{"before-ago"};
    Phrases ones{"one-unit"};
    Phrases units{"time-unit"};
    Phrases ago{"ago"};
};

const Words& words() {
    static const Words known;
    return known;
}

/// Most texts begin with no word of such a date and with no number.
bool may_begin(DateReader in) {
    in.skip(U"");
    if (in.number()) return true;
    const std::string word = in.word();
    return words().days.may_begin_with(word) || words().lead.may_begin_with(word) ||
           words().before.may_begin_with(word) || words().ones.may_begin_with(word);
}

/// `yesterday`, and a time of day behind it.
bool take_near_day(DateReader& in) {
    if (!words().days.take(in)) return false;
    const std::size_t end = in.at();
    in.skip(U",|");
    in.skip_fillers();
    DateTime moment;
    if (!read_clock(in, moment)) in.back_to(end);
    return true;
}

/// `3 hours`, `an hour`.
bool take_span(DateReader& in) {
    const std::size_t place = in.at();
    const bool one = words().ones.take(in);
    in.skip(within_phrase);
    const bool number = in.number().has_value();
    in.skip(U".+");
    if ((one || number) && words().units.take(in)) {
        in.one_of(U".");
        return true;
    }
    in.back_to(place);
    return false;
}

/// `3小时前`: a number and a word that holds the unit too.
bool take_span_ago(DateReader& in) {
    const std::size_t place = in.at();
    const bool number = in.number().has_value();
    in.skip(U"");
    if (number && words().ago.take(in)) return true;
    in.back_to(place);
    return false;
}

}  // namespace

std::size_t relative_date_length(std::string_view text) {
    static const text::WordList joiners("and");
    DateReader in(text);
    if (!may_begin(in)) return 0;
    in.skip(U"");
    if (take_near_day(in)) return in.at();
    const bool told = !words().lead.take(in) && words().before.take(in);
    in.skip(U"");
    if (take_span_ago(in)) return in.at();
    if (!take_span(in)) return 0;
    for (std::size_t end = in.at();; end = in.at()) {
        in.skip(U",");
        if (!joiners.holds(in.word())) in.back_to(end);
        in.skip(U",");
        if (take_span(in)) continue;
        in.back_to(end);
        break;
    }
    const std::size_t end = in.at();
    in.skip(U"");
    if (words().ago.take(in)) return in.at();
    return told ? end : 0;
}

}  // namespace newsarc::parsing
