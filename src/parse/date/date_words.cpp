#include "parse/date/date_words.hpp"

#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>

namespace newsarc::parsing {
namespace {

/// Names and abbreviations of each month, separated by blanks.
constexpr std::array<std::string_view, 12> months{
    "january jan enero ene janvier janv januar jän jänner janeiro gennaio gen januari января январь يناير "
    "जनवरी ocak",
    "february feb febr febrero février févr fév februar fevereiro fev febbraio februari февраля февраль "
    "فبراير "
    "फरवरी फ़रवरी şubat",
    "march mar marzo mars märz mär mrz março maart maret марта март مارس آذار मार्च mart",
    "april apr abril abr avril avr aprile апреля апрель أبريل إبريل نيسان अप्रैल nisan",
    "may mayo mai maio maggio mag mei мая май مايو أيار मई mayıs",
    "june jun junio juin juni junho giugno giu июня июнь يونيو حزيران जून haziran",
    "july jul julio juillet juil juli julho luglio lug июля июль يوليو تموز जुलाई temmuz",
    "august aug agosto ago août agustus augustus ags августа август أغسطس آب अगस्त ağustos",
    "september sep sept septiembre setiembre septembre setembro set settembre сентября сентябрь سبتمبر أيلول "
    "सितंबर "
    "सितम्बर eylül",
    "october oct octubre octobre oktober okt outubro out ottobre ott октября октябрь أكتوبر अक्टूबर अक्तूबर ekim",
    "november nov noviembre novembre novembro ноября ноябрь نوفمبر नवंबर नवम्बर kasım",
    "december dec diciembre dic décembre déc dezember dez dezembro dicembre desember des декабря декабрь "
    "ديسمبر "
    "दिसंबर दिसम्बर aralık",
};

constexpr std::string_view weekdays =
    "monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday "
    "sun "
    "lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi "
    "dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
    "понедельник вторник среда четверг пятница суббота воскресенье";

constexpr std::string_view fillers =
    "of the at on de del el la las los le les du à a um am den der em às as alle ore il om op kl klo "
    "في الساعة को";

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

struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};
using WordMap = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

void add_words(WordMap& map, std::string_view words, int value) {
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), word.size() + 1));
        if (!word.empty()) map.emplace(text::fold(word), value);
    }
}

WordMap month_map() {
    WordMap map;
    for (std::size_t i = 0; i < months.size(); ++i)
        add_words(map, months[i], static_cast<int>(i) + 1);
    return map;
}

WordMap set_of(std::string_view words) {
    WordMap map;
    add_words(map, words, 1);
    return map;
}

}  // namespace

std::optional<int> month_of(std::string_view folded) {
    static const WordMap map = month_map();
    const auto found = map.find(folded);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

bool is_weekday(std::string_view folded) {
    static const WordMap map = set_of(weekdays);
    return map.contains(folded);
}

bool is_date_filler(std::string_view folded) {
    static const WordMap map = set_of(fillers);
    return map.contains(folded);
}

std::optional<Zone> zone_of(std::string_view folded) {
    const auto row = std::find_if(std::begin(zones), std::end(zones),
                                  [&](const ZoneRow& zone) { return zone.name == folded; });
    if (row == std::end(zones)) return std::nullopt;
    return Zone{row->offset_minutes};
}

}  // namespace newsarc::parsing
