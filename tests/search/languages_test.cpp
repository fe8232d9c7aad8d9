#include <optional>
#include <string>
#include <vector>

#include "sample_archive.hpp"
#include "search/search.hpp"
#include "support/catch.hpp"

using namespace newsarc;

namespace {

struct Row {
    const char* language;
    const char* text;
    const char* query;
    bool found;
};

std::vector<std::int64_t> find(const store::Connection& connection, const std::string& query,
                               std::optional<Match> match = std::nullopt) {
    SearchRequest request;
    request.query = query;
    request.match = match;
    std::vector<std::int64_t> out;
    for (const Hit& hit : search::run(connection, request, {}).hits)
        out.push_back(hit.id);
    return out;
}

Article article(const Row& row) {
    Article out;
    if (*row.language != '\0') out.language = row.language;
    out.body = row.text;
    return out;
}

}  // namespace

TEST_CASE("each promise of the query language about words holds in each script") {
    const std::vector<Row> rows{
        // case, accents, endings
        {"en", "The Weapons of Zürich", "weapon zurich", true},
        {"en", "Visit to Łódź", "lodz", true},
        {"en", "Straße und Œuvre", "STRASSE", true},
        {"en", "Straße und Œuvre", "oeuvre", true},
        {"", "Erdoğan und Işık", "isik", true},
        {"tr", "Işık söndü", "ışık", true},
        {"fr", "Une œuvre d’art", "oeuvre", true},
        {"da", "Dansk økonomi", "okonomi", true},
        {"en", "A ﬂood came", "flood", true},
        {"de", "Die alten Häuser", "haus", true},
        {"de", "Die alten Häuser", "hauser", true},
        {"de", "Die alten Häuser", "hafen", false},
        {"de", "Frau Müller in Köln", "mueller koeln", true},
        {"de", "Frau Mueller in Koeln", "müller köln", true},
        {"da", "Havnen i Ålborg", "aalborg", true},
        {"fr", "Les élections à l’école", "election ecole", true},
        {"fr", "Les élections à l’école", "l'école", true},
        {"es", "Las elecciones municipales", "eleccion", true},
        {"pt", "As eleições no país", "eleição", true},
        {"pt", "As eleições no país", "eleicao", true},
        {"tr", "Yeni seçimler yapıldı", "SEÇİM", true},
        {"vi", "Đường phố Hà Nội", "duong", true},
        {"ru", "Ёлки и войны", "елка", true},
        {"ru", "Ёлки и войны", "война", true},
        {"el", "Λέξεις και έργα", "ΛΕΞΕΙΣ", true},
        {"el", "Λέξεις και έργα", "λεξεις", true},
        {"ar", "قررت الحُكُومَة أمس", "حكومة", true},
        {"ar", "وقال أحمد للحكومة", "احمد", true},
        {"ar", "في العـــربية", "العربية", true},
        {"fa", "کتاب‌های تازه", "كتاب", true},
        {"fa", "سال ۲۰۲۵", "2025", true},
        {"ur", "نئی کتابیں", "کتاب", true},
        {"he", "הַמֶּמְשָׁלָה החליטה", "ממשלה", true},
        {"hi", "मेरे पापा आए", "पापा", true},
        {"hi", "नया पंप आया", "पापा", false},
        {"hi", "लड़के आए", "लड़का", true},
        {"hi", "मंत्री ने कहा", "मन्त्री", true},
        {"bn", "সরকারের নতুন আইন", "সরকার", true},
        {"ta", "தேர்தலில் வெற்றி", "வெற்றி", true},
        {"am", "የመንግስት ውሳኔ", "መንግሥት", true},
        {"ha", "Gwamnatin ƙasa", "gwamnati kasa", true},
        {"en", "Ｔｏｋｙｏ opens, ﬁres burn", "tokyo", true},
        {"en", "Ｔｏｋｙｏ opens, ﬁres burn", "fire", true},
        {"en", "A co\u00ADoperative", "cooperative", true},
        // scripts without blanks
        {"zh", "中国经济增长", "经济", true},
        {"zh", "中国经济增长", "中增", false},
        {"ja", "ﾃﾞｰﾀ公開", "データ", true},
        {"ko", "서울시 발표", "서울", true},
        {"th", "เดินทางไปญี่ปุ่นวันนี้", "ญี่ปุ่น", true},
        {"th", "ที่นี่", "ทีนี", false},
        {"km", "រដ្ឋាភិបាលកម្ពុជា", "កម្ពុជា", true},
        // acronyms and signs
        {"en", "The U.S. said so", "US", true},
        {"en", "The U.S. said so", "Use", false},
        {"en", "We use it", "U.S.", false},
        {"en", "The US said so", "use", false},
        {"en", "The US said so", "used", false},
        {"en", "The US said so", "US", true},
        {"en", "The US said so", "us", true},
        {"en", "The US said so", "US SAID", true},
        {"en", "The US uses force", "use", true},
        {"en", "Detained by ICE in May", "ice", true},
        {"en", "The WHO said so", "\"who said\"", true},
        {"en", "The U.N. met", "UN", true},
        {"de", "Die U.N. und die UN", "UN", true},
        {"en", "AT&T raises prices", "AT&T", true},
        {"en", "At noon a T shirt", "AT&T", false},
        {"en", "They like C++", "C++", true},
        {"en", "Vitamin C", "C++", false},
        {"en", "Company cuts R&D budget", "R&D", true},
        {"en", "Plans R and D are cut", "R&D", false},
        {"en", "The ferry runs 24/7 now", "24/7", true},
        {"en", "The 24 boats have 7 men", "24/7", false},
        {"en", "The X-ray of a bridge", "X-ray", true},
        {"en", "An x ray was made", "X-ray", true},
        {"en", "Ray met Mr. X", "X-ray", false},
        {"de", "Die Aktie von AT&T steigt", "AT&T", true},
        // phrases, prefixes and neighbours
        {"de", "Die neuen Häuser der Stadt", "\"neues Haus\"", true},
        {"de", "Die Stadt der neuen Häuser", "\"Stadt Häuser\"", false},
        {"ar", "قررت الحُكُومَة الجديدة", "\"الحكومة الجديدة\"", true},
        {"pt", "As eleições municipais", "elei*", true},
        {"ru", "Совет порта решил", "порт*", true},
        {"hi", "बंदरगाह परिषद ने कहा", "बंदर*", true},
        {"es", "El consejo del puerto congeló las tarifas", "consejo NEAR/3 puertos", true},
        {"es", "El consejo del puerto congeló las tarifas", "headline:consejo", false},
    };
    for (const Row& row : rows) {
        INFO(row.language << ": " << row.query << " in " << row.text);
        SampleArchive archive;
        archive.put(article(row));
        CHECK(find(archive.connection, row.query, Match::all).empty() != row.found);
    }
}

TEST_CASE("words that begin or end alike order what is found, and find nothing") {
    struct Kin {
        const char* language;
        const char* like;
        const char* unlike;
        const char* kin;
        const char* query;
    };
    const std::vector<Kin> rows{
        {"fi", "satama ja hallituksessa", "satama ja puutarhassa", "hallituksessa", "satama hallinto"},
        {"so", "dekedda iyo xukuumaddii", "dekedda iyo kalluunka", "xukuumaddii", "dekedda xukuumayaal"},
        {"xh", "izibuko namapolisa", "izibuko nabalobi", "namapolisa", "izibuko ipolisa"},
        {"tl", "daungan at pamahalaan", "daungan at mangingisda", "pamahalaan", "daungan pamahayag"},
    };
    for (const Kin& row : rows) {
        INFO(row.language << ": " << row.query);
        SampleArchive archive;
        archive.put(article({row.language, row.unlike, "", true}));
        const auto like = archive.put(article({row.language, row.like, "", true}));
        archive.put(article({row.language, row.kin, "", true}));
        const auto found = find(archive.connection, row.query, Match::any);
        REQUIRE(found.size() == 2);
        CHECK(found[0] == like);
    }
}

TEST_CASE(
    "a form of a word is found by its letters where its language has no stemmer, after the word itself") {
    const std::vector<Row> rows{
        {"so", "xukuumaddii cusub", "xukuumadda", true},
        {"xh", "amapolisa amatsha", "ipolisa", true},
        {"so", "xukuumaddii cusub", "dekedda", false},
        {"fr", "une nouvelle électricité", "élection", false},
        {"en", "a new electricity", "electors", false},
    };
    for (const Row& row : rows) {
        INFO(row.language << ": " << row.query << " in " << row.text);
        SampleArchive archive;
        archive.put(article(row));
        CHECK(find(archive.connection, row.query).empty() != row.found);
        CHECK(find(archive.connection, row.query, Match::all).empty());
        CHECK(find(archive.connection, row.query, Match::any).empty());
        CHECK(find(archive.connection, "headline:" + std::string(row.query)).empty());
    }
    SampleArchive archive;
    const auto form = archive.put(article({"so", "xukuumaddii cusub", "", true}));
    const auto word = archive.put(article({"so", "xukuumadda hore", "", true}));
    CHECK(find(archive.connection, "xukuumadda") == std::vector<std::int64_t>{word, form});
}

TEST_CASE("a word of Vietnamese is found without its tones, and first with them") {
    SampleArchive archive;
    const auto silk = archive.put(article({"vi", "nhà bán lụa ở trong phố này", "", true}));
    const auto rice = archive.put(article({"vi", "nhà bán lúa ở trong phố này", "", true}));
    CHECK(find(archive.connection, "lúa") == std::vector<std::int64_t>{rice, silk});
    CHECK(find(archive.connection, "lụa") == std::vector<std::int64_t>{silk, rice});
    CHECK(find(archive.connection, "lua").size() == 2);
}

TEST_CASE("a long run without blanks is found by its parts, after the run itself") {
    SampleArchive archive;
    const auto other = archive.put(article({"th", "เรือข้ามฟากหยุดวิ่งเพราะท่าเรือปิดเมื่อวาน", "", true}));
    const auto same = archive.put(article({"th", "สภาท่าเรือหยุดเรือข้ามฟาก", "", true}));
    archive.put(article({"th", "นักดนตรีแสดงที่โรงเรียน", "", true}));
    CHECK(find(archive.connection, "ท่าเรือหยุดเรือข้ามฟาก") == std::vector<std::int64_t>{same, other});
    CHECK(find(archive.connection, "ท่าเรือหยุดเรือข้ามฟาก", Match::all) == std::vector<std::int64_t>{same});
    CHECK(find(archive.connection, "ท่าเรือ").size() == 2);
    CHECK(find(archive.connection, "ดนตรี").size() == 1);
    CHECK(find(archive.connection, "ตลาดนัด").empty());
}

TEST_CASE("a short word behind an apostrophe is looked for, and what English joins to one is not") {
    SampleArchive archive;
    const auto gold = archive.put(article({"fr", "le prix de l’or et de l'argent", "", true}));
    archive.put(article({"fr", "le prix de l’eau", "", true}));
    CHECK(find(archive.connection, "l’or") == std::vector<std::int64_t>{gold});
    CHECK(find(archive.connection, "L'OR") == std::vector<std::int64_t>{gold});
    const auto english = archive.put(article({"en", "the harbour of Pakistan", "", true}));
    CHECK(find(archive.connection, "Pakistan's", Match::all) == std::vector<std::int64_t>{english});
}

TEST_CASE("an article in English is no worse off for the parts of words in other languages") {
    SampleArchive archive;
    const auto english =
        archive.put(article({"en", "the government of the harbour met again today", "", true}));
    archive.put(article({"fr", "le gouvernement du port a parlé hier soir", "", true}));
    archive.put(article({"fr", "le conseil du port a parlé hier soir", "", true}));
    CHECK(find(archive.connection, "government") == std::vector<std::int64_t>{english});
    CHECK(find(archive.connection, "government port").front() == english);
}

TEST_CASE("what is found in another language is marked as it is written") {
    SampleArchive archive;
    archive.put(article({"de", "Die alten Häuser am Hafen", "", true}));
    SearchRequest request;
    request.query = "haus";
    const auto result = search::run(archive.connection, request, {});
    REQUIRE(result.hits.size() == 1);
    REQUIRE(result.hits[0].snippet.marks.size() == 1);
    const Range mark = result.hits[0].snippet.marks[0];
    CHECK(result.hits[0].snippet.text.substr(mark.begin, mark.end - mark.begin) == "Häuser");
}

TEST_CASE("a query is read in the languages of the archive, and with lang: in that one") {
    SampleArchive archive;
    const auto german = archive.put(article({"de", "Die Häuser", "", true}));
    const auto english = archive.put(article({"en", "The haus bands", "", true}));
    CHECK(find(archive.connection, "Häuser haus").size() == 2);
    CHECK(find(archive.connection, "Haus lang:de") == std::vector<std::int64_t>{german});
    CHECK(find(archive.connection, "Haus lang:en") == std::vector<std::int64_t>{english});
}

TEST_CASE("a long phrase alone that no article has is looked for by its words") {
    SampleArchive archive;
    const auto told =
        archive.put(article({"en", "The mayor said the harbour would open again in spring", "", true}));
    archive.put(article({"en", "Ferries ran late", "", true}));
    const std::string headline = "“We will open the harbour again in spring”";
    CHECK(find(archive.connection, headline) == std::vector<std::int64_t>{told});
    CHECK(search::run(archive.connection, {.query = headline}).notes ==
          std::vector<std::string>{"no article has the phrase; these have words of it"});
    CHECK(find(archive.connection, headline, Match::any).empty());
    CHECK(find(archive.connection, "\"the harbour would open again in spring\"").size() == 1);
    CHECK(find(archive.connection, "\"open again in summer\"").empty());
    CHECK(find(archive.connection, "+" + headline).empty());
    CHECK(find(archive.connection, "headline:" + headline).empty());
}

TEST_CASE("the words of a phrase order hits, and match nothing by themselves") {
    SampleArchive archive;
    archive.put(article({"en", "peace talks began in the harbour", "", true}));
    const auto both = archive.put(article({"en", "the minister spoke of peace, and of talks", "", true}));
    const auto one = archive.put(article({"en", "the minister spoke of fares and of ferries", "", true}));
    CHECK(find(archive.connection, "minister \"talks of peace\"") == std::vector<std::int64_t>{both, one});
    CHECK(find(archive.connection, "\"talks of peace\"").empty());
}
