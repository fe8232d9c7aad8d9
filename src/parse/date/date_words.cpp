#include "parse/date/date_words.hpp"

#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_set>

namespace newsarc::parsing {
namespace {

struct ZoneRow {
    std::string_view name;
    std::optional<int> offset_minutes;
};

constexpr ZoneRow zones[] = {
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"bst", 60},   {"west", 60},   {"cet", 60},
    {"mez", 60},   {"wat", 60},   {"cest", 120}, {"mesz", 120}, {"eet", 120},  {"cat", 120},   {"sast", 120},
    {"eest", 180}, {"msk", 180},  {"eat", 180},  {"trt", 180},  {"irst", 210}, {"gst", 240},   {"aft", 270},
    {"pkt", 300},  {"pst", -480}, {"ist", 330},  {"npt", 345},  {"bdt", 360},  {"ict", 420},   {"wib", 420},
    {"sgt", 480},  {"hkt", 480},  {"pht", 480},  {"myt", 480},  {"awst", 480}, {"jst", 540},   {"kst", 540},
    {"acst", 570}, {"aest", 600}, {"acdt", 630}, {"aedt", 660}, {"nzst", 720}, {"nzdt", 780},  {"brt", -180},
    {"art", -180}, {"adt", -180}, {"nst", -210}, {"ndt", -150}, {"ast", -240}, {"edt", -240},  {"est", -300},
    {"cdt", -300}, {"cst", -360}, {"mdt", -360}, {"mst", -420}, {"pdt", -420}, {"akdt", -480}, {"akst", -540},
    {"hst", -600}, {"et", {}},    {"ct", {}},    {"mt", {}},    {"pt", {}},
};

}  // namespace

std::optional<int> month_of(std::string_view folded, bool dotted) {
    static const text::NumberedWords months("month");
    static const text::NumberedWords dotted_months("dotted-month");
    const auto special = dotted ? dotted_months.number(folded) : std::nullopt;
    return special ? special : months.number(folded);
}

std::optional<int> persian_month_of(std::string_view folded) {
    static const text::NumberedWords months("persian-month");
    return months.number(folded);
}

std::optional<int> weekday_of(std::string_view folded) {
    static const text::NumberedWords weekdays("weekday");
    return weekdays.number(folded);
}

bool begins_date_name(std::string_view folded) {
    static const auto firsts = [] {
        std::unordered_set<std::string, text::HashOfWord, std::equal_to<>> made;
        for (const std::string_view kind : {"month", "weekday"}) {
            const text::NumberedWords names(kind);
            for (const auto& [name, number] : names.items()) {
                if (const std::size_t blank = name.find(' '); blank != std::string::npos)
                    made.insert(name.substr(0, blank));
            }
        }
        return made;
    }();
    return firsts.contains(folded);
}

bool leads_to_year(std::string_view folded) {
    static const text::WordList words("before-year");
    return words.holds(folded);
}

bool leads_to_month(std::string_view folded) {
    static const text::WordList words("before-month");
    return words.holds(folded);
}

std::optional<bool> afternoon(std::string_view folded) {
    static const text::WordList before("before-noon");
    static const text::WordList after("after-noon");
    if (after.holds(folded)) return true;
    return before.holds(folded) ? std::optional(false) : std::nullopt;
}

bool is_date_filler(std::string_view folded) {
    static const text::WordList words("date-filler");
    return words.holds(folded);
}

bool labels_date(std::string_view folded) {
    static const auto words = [] {
        std::unordered_set<std::string, text::HashOfWord, std::equal_to<>> made;
        for (const auto& row : text::lexicon()) {
            if (row.kind != "published" && row.kind != "updated") continue;
            const std::string word = text::fold(row.value.substr(0, row.value.find_first_of(" :")));
            constexpr std::size_t shortest = 3;  // `le 5 mai`
            if (word.size() >= shortest && word.front() != '{') made.insert(word);
        }
        return made;
    }();
    return words.contains(folded);
}

std::optional<Zone> zone_of(std::string_view folded) {
    const auto row = std::find_if(std::begin(zones), std::end(zones),
                                  [&](const ZoneRow& zone) { return zone.name == folded; });
    if (row == std::end(zones)) return std::nullopt;
    constexpr int new_york = -240;
    constexpr int brazil = -180;
    const bool of_nowhere = row->offset_minutes == 0 && folded != "wet";
    const bool american = !row->offset_minutes || *row->offset_minutes <= new_york;
    Zone zone{row->offset_minutes, std::nullopt};
    if (american && folded != "ast")
        zone.order = DateOrder::month_first;
    else if (!of_nowhere && *row->offset_minutes >= brazil)
        zone.order = DateOrder::day_first;
    return zone;
}

}  // namespace newsarc::parsing
