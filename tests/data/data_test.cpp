// The sample articles from end to end: each is read as a person would read it, and found.
#include <newsarc/archive.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/places.hpp"

namespace {

using newsarc::AddStatus;
using newsarc::Archive;
using newsarc::Article;

const std::filesystem::path folder = std::filesystem::path(newsarc::test::source_path()) / "data";

newsarc::Source read_source(const std::string& name) {
    std::ifstream file(folder / name, std::ios::binary);
    REQUIRE(file.is_open());
    newsarc::Source source;
    source.path = name;
    source.bytes.assign(std::istreambuf_iterator<char>(file), {});
    return source;
}

/// All of data/, in order of name.
std::vector<newsarc::Source> read_all() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            names.push_back(std::filesystem::relative(entry.path(), folder).string());
    }
    std::sort(names.begin(), names.end());
    std::vector<newsarc::Source> sources;
    for (const auto& name : names)
        sources.push_back(read_source(name));
    return sources;
}

newsarc::AddOptions at_noon() {
    newsarc::AddOptions options;
    options.added = "2025-12-01T12:00:00Z";
    return options;
}

Archive archive_of_all() {
    auto archive = Archive::open("", Archive::Mode::memory);
    archive.add(read_all(), at_noon());
    return archive;
}

std::size_t paragraphs(const std::string& body) {
    if (body.empty()) return 0;
    std::size_t count = 1;
    for (auto at = body.find("\n\n"); at != std::string::npos; at = body.find("\n\n", at + 2))
        ++count;
    return count;
}

struct Row {
    std::string file;
    std::string headline;
    std::string credit;  // empty: none
    std::string byline;
    std::string place;
    std::string published;
    std::string language;  // empty: too short to tell
    std::size_t paragraphs;
};

const std::vector<Row> rows = {
    {"taliban-keep-us-weapons.txt", "Taliban Say They Will Keep the US Weapons Left Behind in 2021",
     "Harbour Wire", "", "", "", "en", 10},
    {"us-leaves-world-health-organization.txt",
     "United States Begins Its Exit From the World Health Organization", "Harbour Wire", "", "", "2025-01-21",
     "en", 6},
    {"flu-season-peaks-early.txt", "Flu Season Peaks Early as Clinics Extend Their Hours",
     "The Dunvale Courier", "Ruth O’Callaghan-Mbeki", "", "2025-01-24T06:30Z", "en", 4},
    {"ferry-runs-aground.txt", "Ferry Runs Aground in Fog Off Port Ellery", "", "", "PORT ELLERY", "", "en",
     5},
    {"bridge-repairs-no-credit.txt", "Old Mill Bridge to Close for Fourteen Weeks", "", "", "", "", "en", 5},
    {"bank-holds-rates.txt", "Central Bank Holds Rates and Warns of Slower Growth", "Meridian News",
     "Leopold N. Achterberg and Sunniva Rao", "ST. AUBREY", "", "en", 6},
    {"observatory-finds-comet.txt", "Amateur Finds a Comet From Her Kitchen Window", "The Long Exposure",
     "Ottilie de la Cruz-Whitlock", "", "2025-04-11T19:45:00+02:00", "en", 5},
    {"girls-study-by-radio.txt", "A Radio School Reaches Girls Whom the Taliban Keep at Home",
     "Open Frequency", "Parwana Sadat-Lindqvist", "", "2025-03-04T14:05Z", "en", 4},
    {"reservoir-levels-with-notes.txt", "Reservoirs Fall to Their Lowest Level in a Decade",
     "Valley Broadcasting", "Fatoumata Ellingsen", "", "2025-02-07", "en", 4},
    {"school-returns-after-covid.txt", "Five Years After COVID-19, U.S. Pupils Still Miss More School",
     "Northern Ledger", "Annika J. St. Clair", "WASHINGTON", "", "en", 5},
    {"telegraph-hard-wrapped.txt", "STEAMER OVERDUE AT CAPE LORN", "", "", "CAPE LORN", "", "en", 4},
    {"one-line-flash.txt", "Tunnel under Mount Calder reopens to traffic", "", "", "", "", "en", 0},
    {"elecciones-municipales-es.txt", "Puerto Abril vota por primera vez con papeletas en relieve",
     "El Faro de Levante", "Inmaculada Núñez de la Peña", "", "2025-05-25", "es", 4},
    {"marche-de-nuit-fr.txt", "À Saint-Évrard, le marché ouvre désormais la nuit", "Le Fil du Littoral",
     "Maëlle d’Aubigné-Koné", "", "2025-06-14T18:20", "fr", 3},
    {"solar-pumps-hi.txt", "सौर पंपों से बदली सूखे गाँव की खेती", "नदी समाचार", "", "", "2025-03-18", "hi", 3},
    {"harbour-library-ar.txt", "مكتبة عائمة تزور قرى الساحل", "صحيفة المرفأ", "", "", "2025-04-03", "ar", 3},
    {"night-train-zh.txt", "夜行列车恢复运行，旅客可带自行车上车", "江岸日报", "", "", "2025-10-09", "zh", 3},
    {"match-report-windows-1252.txt", "Late Header Sends Rovers Through to the Final", "Café Sport", "", "",
     "2025-05-17T22:15", "en", 5},
    {"court-ruling-crlf.txt", "Court Strikes Out Fines Sent by Text Message", "Assize Reporter",
     "Cornelius P. Ng", "", "", "en", 3},
    {"lighthouse-utf-16.txt", "Last Lighthouse Keeper Hands Over the Keys", "Littoral Review", "", "",
     "2025-08-29", "en", 4},
};

std::optional<std::string> text_or_none(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

TEST_CASE("every sample is read as a person would read it") {
    for (const auto& row : rows) {
        INFO(row.file);
        const auto source = read_source(row.file);
        const auto articles = newsarc::parse(source.bytes);
        REQUIRE(articles.size() == 1);
        const Article& article = articles[0].article;
        CHECK(article.headline == row.headline);
        CHECK(article.credit == text_or_none(row.credit));
        if (row.byline.empty()) {
            CHECK(article.byline == std::nullopt);
        } else {
            // A title or a place may stand behind the name.
            CHECK(article.byline.value_or("").substr(0, row.byline.size()) == row.byline);
        }
        CHECK((article.dateline ? article.dateline->place : std::nullopt) == text_or_none(row.place));
        CHECK((article.published ? to_iso(*article.published) : "") == row.published);
        CHECK(article.language == text_or_none(row.language));
        CHECK(paragraphs(article.body) == row.paragraphs);
    }
}

TEST_CASE("a file of two briefs holds two articles") {
    const auto source = read_source("two-briefs-in-one-file.txt");
    const auto articles = newsarc::parse(source.bytes);
    REQUIRE(articles.size() == 2);
    CHECK(articles[0].article.headline == "Bakery Wins Prize for Bread Made From Yesterday’s Bread");
    CHECK(articles[1].article.headline == "Town Clock Runs Right for the First Time Since 1979");
    CHECK(articles[1].article.byline == "Basil Ferrante");
}

TEST_CASE("all samples go into an archive, the reprint once") {
    auto archive = Archive::open("", Archive::Mode::memory);
    const auto results = archive.add(read_all(), at_noon());
    std::vector<std::string> duplicates;
    for (const auto& result : results) {
        INFO(result.path.value_or(""));
        CHECK(result.status != AddStatus::failed);
        if (result.status == AddStatus::duplicate) duplicates.push_back(result.path.value_or(""));
    }
    CHECK(duplicates == std::vector<std::string>{"reprints/ferry-runs-aground-copy.txt"});
    CHECK(archive.count() == static_cast<std::int64_t>(results.size()) - 1);
}

TEST_CASE("every sample's original comes back byte for byte") {
    const auto archive = archive_of_all();
    archive.list({}, [&](const Article& article) {
        const auto original = archive.original(article.id.value());
        REQUIRE(original);
        INFO(original->path);
        CHECK(original->bytes == read_source(original->path).bytes);
        return true;
    });
}

TEST_CASE("the search of the README finds its article first, and words of any script theirs") {
    const auto archive = archive_of_all();
    const std::vector<std::pair<std::string, std::string>> searches = {
        {"Taliban weapons", "taliban-keep-us-weapons.txt"},
        {"covid-19 pupils", "school-returns-after-covid.txt"},
        {"U.S. school", "school-returns-after-covid.txt"},
        {"lighthouses", "lighthouse-utf-16.txt"},
        {"lefevre", "match-report-windows-1252.txt"},
        {"Okonkwo's comet", "observatory-finds-comet.txt"},
        {"credit:\"assize reporter\"", "court-ruling-crlf.txt"},
        {"papeletas", "elecciones-municipales-es.txt"},
        {"पंप", "solar-pumps-hi.txt"},
        {"مكتبة", "harbour-library-ar.txt"},
        {"列车", "night-train-zh.txt"},
        {"town clock", "two-briefs-in-one-file.txt"},
    };
    for (const auto& [query, file] : searches) {
        INFO(query);
        newsarc::SearchRequest request;
        request.query = query;
        const auto found = archive.search(request);
        REQUIRE_FALSE(found.hits.empty());
        CHECK(archive.find(found.hits[0].id)->path == file);
    }
}

TEST_CASE("a related line points at the article of that headline, whichever came first") {
    const std::string from = "taliban-keep-us-weapons.txt";
    const std::string to = "us-leaves-world-health-organization.txt";
    for (const auto& order : {std::vector{from, to}, std::vector{to, from}}) {
        auto archive = Archive::open("", Archive::Mode::memory);
        std::int64_t from_id = 0;
        std::int64_t to_id = 0;
        for (const auto& name : order) {
            const auto results = archive.add(std::vector{read_source(name)}, at_noon());
            (name == from ? from_id : to_id) = results.at(0).id.value();
        }
        const auto links = archive.find(from_id).value().links;
        const auto related = std::find_if(links.begin(), links.end(), [](const newsarc::Link& link) {
            return link.kind == newsarc::LinkKind::related;
        });
        REQUIRE(related != links.end());
        CHECK(related->title == "United States Begins Its Exit From the World Health Organization");
        CHECK(related->article == to_id);
    }
}
