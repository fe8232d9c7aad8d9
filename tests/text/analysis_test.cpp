#include "text/analysis/analyser.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/analysis/language.hpp"
#include "text/analysis/stemmer.hpp"
#include "text/analysis/word_parts.hpp"
#include "text/unicode/words.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc::text;

TEST_CASE("words are folded as readers of their script expect") {
    struct Row {
        const char* word;
        const char* folded;
    };
    const std::vector<Row> rows{
        {"Weapons", "weapons"},
        {"Zürich", "zurich"},
        {"Zu\u0308rich", "zurich"},
        {"Łódź", "lodz"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"Œuvre", "oeuvre"},
        {"Ærø", "aero"},
        {"Đorđe", "dorde"},
        {"Þór", "thor"},
        {"Işık", "isik"},
        {"İstanbul", "istanbul"},
        {"ƙasa", "kasa"},
        {"ɓangare", "bangare"},
        {"Ｔｏｋｙｏ", "tokyo"},
        {"ﬁred", "fired"},
        {"２０２５", "2025"},
        {"٢٠٢٥", "2025"},
        {"۲۰۲۵", "2025"},
        {"२०२५", "2025"},
        {"২০২৫", "2025"},
        {"๒๐๒๕", "2025"},
        {"co\u00ADoperate", "cooperate"},
        {"Λέξεις", "λεξεισ"},
        {"ΛΕΞΕΙΣ", "λεξεισ"},
        {"ῥώμη", "ρωμη"},
        {"Ёлка", "елка"},
        {"Київ", "киів"},
        {"שָׁלוֹם", "שלומ"},
        {"الحُكُومَة", "الحكومه"},
        {"أحمد", "احمد"},
        {"إلى", "الي"},
        {"آخر", "اخر"},
        {"العـــربية", "العربيه"},
        {"کتاب", "كتاب"},
        {"می\u200Cشود", "ميشود"},
        {"پاکستان", "پاكستان"},
        {"पापा", "पापा"},
        {"पंप", "पंप"},
        {"चाँद", "चांद"},
        {"क्ष\u200D", "क्ष"},
        {"ज़रूरत", "जरूरत"},
        {"मन्त्री", "मंत्री"},
        {"न्याय", "न्याय"},
        {"श्रीमान्", "श्रीमान्"},
        {"বাংলা", "বাংলা"},
        {"தமிழ்", "தமிழ்"},
        {"ญี่ปุ่น", "ญี่ปุ่น"},
    };
    for (const Row& row : rows) {
        INFO(row.word);
        CHECK(fold_word(row.word) == row.folded);
    }
}

TEST_CASE("forms of a word have one stem in its language") {
    struct Row {
        const char* language;
        std::vector<const char*> forms;
        const char* other;  ///< which has another
    };
    const std::vector<Row> rows{
        {"en", {"weapon", "weapons", "Weapons"}, "wander"},
        {"de", {"Haus", "Häuser", "Hauses", "hauser"}, "Hafen"},
        {"de", {"Müller", "Mueller", "MUELLER"}, "Mauer"},
        {"de", {"Größe", "Groesse", "grosse"}, "grün"},
        {"de", {"neue", "neuen"}, "nun"},
        {"da", {"Ålborg", "Aalborg"}, "Alberg"},
        {"no", {"Tromsø", "Tromsoe"}, "Trom"},
        {"pt", {"eleição", "eleições", "eleicao", "eleicoes"}, "elenco"},
        {"es", {"elección", "elecciones", "eleccion"}, "electricidad"},
        {"fr", {"élection", "élections", "elections"}, "électricité"},
        {"it", {"governo", "governi"}, "guerra"},
        {"nl", {"verkiezing", "verkiezingen"}, "verkeer"},
        {"sv", {"skola", "skolor"}, "skog"},
        {"ru", {"война", "войны", "войну"}, "вода"},
        {"tr", {"seçim", "seçimler", "seçimleri", "SEÇİM"}, "seyirci"},
        {"ar", {"حكومة", "الحكومة", "والحكومة", "الحُكُومَة", "للحكومة"}, "حكيم"},
        {"fa", {"کتاب", "کتاب‌ها", "کتابها", "كتاب"}, "کتیبه"},
        {"ur", {"کتاب", "کتابیں", "کتابوں"}, "کتنا"},
        {"he", {"ממשלה", "הממשלה", "בממשלה"}, "ממשק"},
        {"hi", {"लड़का", "लड़के", "लड़कों"}, "लड़ाई"},
        {"bn", {"সরকার", "সরকারের", "সরকারকে"}, "সড়ক"},
        {"id", {"pemilihan", "memilih", "dipilih"}, "pemain"},
        {"am", {"መንግሥት", "መንግስት", "የመንግስት"}, "መንገድ"},
        {"ha", {"gwamnati", "gwamnatin"}, "gwamna"},
        {"", {"слово", "СЛОВО"}, "слова"},
    };
    for (const Row& row : rows) {
        const Stemmer stemmer(row.language);
        for (const char* form : row.forms) {
            INFO(row.language << " " << form << " " << stemmer.stem(row.forms[0]));
            CHECK(stemmer.stem(form) == stemmer.stem(row.forms[0]));
        }
        CHECK(stemmer.stem(row.other) != stemmer.stem(row.forms[0]));
    }
}

TEST_CASE("a text is analysed into terms") {
    struct Row {
        const char* language;
        const char* text;
        const char* terms;
    };
    const std::vector<Row> rows{
        {"de", "Die Häuser, 2025", "dieˑ hausˑ 2025"},
        {"fr", "le gouvernement", "leˑ gouvernˑ"},
        {"tr", "seçimler", "secimˑ"},
        {"ru", "правительство", "правительств"},
        {"xh", "amapolisa", "amapolisaˑ"},
        {"tl", "pamahalaan ng", "pamahalaanˑ ngˑ"},
        {"en", "The U.S. uses US weapons", "theˑ usʺ usˑ usʹ weaponˑ"},
        {"en", "AT&T in Łódź", "atˑ tˑ atˆtˑ inˑ lodzˑ"},
        {"vi", "tiếng Đường tie", "tiengˑ duongˑ tieˑ tie61ngˊ d9u7o72ngˊ tieˊ"},
        {"zh", "中国经济", "中国 国经 经济 济"},
        {"zh", "中国、经济", "中国 国 经济 济"},
        {"zh", "中", "中"},
        {"zh", "iPhone手机", "iphoneˑ 手机 机"},
        {"zh", "２０２５年", "2025 年"},
        {"ko", "서울 시", "서울 울 시"},
        {"ja", "ﾃﾞｰﾀ", "テ\u3099ー ータ タ"},
        {"th", "ไทย", "ไท ทย ย"},
        {"th", "ที่นี่", "ที่นี่ นี่"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(Analyser(analysis_of(row.language)).terms(read_words(row.text)) == row.terms);
    }
}

TEST_CASE("the parts of a word are letters that words of its kind share, by language") {
    struct Row {
        const char* language;
        const char* word;
        std::vector<const char*> parts;
        bool is_kin;
    };
    const std::vector<Row> rows{
        {"en", "governments", {}, false},
        {"fr", "gouvernement", {"gouveˊ"}, false},
        {"ru", "правительство", {"правиˊ"}, false},
        {"sw", "serikali", {"ikaliˋ"}, false},
        {"so", "xukuumaddii", {"xukuuˎ"}, true},
        {"xh", "amapolisa", {"olisaˏ"}, true},
        {"tl", "pamahalaan", {"pamahˎ", "alaanˏ"}, true},
        {"vi", "tiếng", {"tie61ngˊ"}, false},
        {"vi", "TIẾNG", {"tie61ngˊ"}, false},
        {"vi", "tie\u0302\u0301ng", {"tie61ngˊ"}, false},
    };
    for (const Row& row : rows) {
        INFO(row.language << " " << row.word);
        const auto parts = Analyser(analysis_of(row.language)).parts(row.word);
        REQUIRE(parts.size() == row.parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CHECK(parts[i].term == row.parts[i]);
            CHECK(is_part(parts[i].term));
            CHECK(parts[i].is_kin == row.is_kin);
            CHECK(LetterParts(analysis_of(row.language)).of(parts[i].term).empty());
        }
    }
    CHECK(LetterParts(analysis_of("so")).of("xukuu").at(0).word == "xukuuˑ");
}

TEST_CASE("the analysis of a language is known by its tag") {
    CHECK(analysis_of("") == plain_analysis);
    CHECK(analysis_of("en-GB") == plain_analysis);
    CHECK(analysis_of("de") == analysis_of("de-AT"));
    CHECK(analysis_of("yo") == analysis_of("tl"));
    CHECK(analysis_of("yo") != plain_analysis);
    CHECK(analysis_of("vi") != analysis_of("yo"));
    CHECK(language_of(analysis_of("pt-BR")) == "pt");
}

TEST_CASE("languages are told by what a text says") {
    struct Row {
        const char* text;
        const char* language;  // "" for none
    };
    const Row rows[] = {
        {"The council of the harbour froze the fares and it was not for the last time.", "en"},
        {"El consejo del puerto congeló las tarifas y no fue la última vez que lo hizo en el año.", "es"},
        {"Le conseil du port a gelé les tarifs et ce n'est pas la première fois qu'il le fait dans l'année.",
         "fr"},
        {"Der Rat des Hafens hat die Preise nicht erhöht und das ist auch gut so für die Stadt.", "de"},
        {"O conselho do porto congelou as tarifas e não foi a última vez que o fez em um ano.", "pt"},
        {"Il consiglio del porto ha congelato le tariffe e non è la prima volta che lo fa nel corso di un "
         "anno.",
         "it"},
        {"De raad van de haven heeft de tarieven niet verhoogd en dat is ook goed voor het eiland.", "nl"},
        {"Совет порта не повысил тарифы, и это не в первый раз, как он говорит.", "ru"},
        {"قرر مجلس الميناء في جلسة يوم الاثنين أن لا ترفع الأسعار من الآن على الركاب إلى الربيع", "ar"},
        {"बंदरगाह परिषद ने सोमवार को हुई बैठक में किराया नहीं बढ़ाया", "hi"},
        {"市议会周一冻结了渡轮票价，没有人反对。", "zh"},
        {"港湾評議会は月曜日、フェリーの運賃を据え置いた。", "ja"},
        {"항만 위원회는 월요일에 요금을 동결했다.", "ko"},
        {"Gwamnatin jihar ta ce ba za ta kara kudin jirgin ruwa ba a wannan shekara, in ji shugaban tashar.",
         "ha"},
        {"Halmashauri ya bandari imesema haitapandisha nauli za vivuko mwaka huu.", "sw"},
        {"Совет порта не повысил тарифы, и это не в первый раз, как он говорит. qwz xkv jjq wvx zzk pqf vvk "
         "xqz "
         "kkw jzx qpv",
         "ru"},
        {"qwz xkv jjq wvx zzk pqf vvk xqz kkw jzx qpv", ""},
        {"The harbour council said on Monday that the fares of the ferry stay as they are for this year, and "
         "that the people of the islands, with whom it had talked from May on, may count on it: “We keep our "
         "word,” the head of the council told them at the quay.",
         "en"},
        {"De havenraad zei maandag dat de tarieven van het veer dit jaar gelijk blijven, of het nu regent of "
         "niet, en of men nu van het eiland komt of van de wal. Het bestuur vroeg niet of het duurder moest, "
         "of wie dat zou betalen, en of er nog een tweede boot komt, is de vraag voor het voorjaar.",
         "nl"},
        {"Havneraadet sagde mandag at priserne for overfarten bliver som de er for alle, for dem der bor her "
         "og "
         "for gjester, og takkede for hjelpen. The song of the day, with words from the crew, was sung for "
         "that. "
         "Raadet vil i sommer se paa om der er brug for flere ture og for en ny mole til de mindre baade.",
         "da"},
        {"וְהַמֶּמְשָׁלָה הוֹדִיעָה בִּירוּשָׁלַיִם כִּי הַנָּמֵל יִסָּגֵר לִשְׁבוּעַיִם", "he"},
        {"أَعْلَنَتِ الحُكُومَةُ أَنَّ المِينَاءَ سَيُغْلَقُ لِأُسْبُوعَيْنِ", "ar"},
        {"Ferry", ""},
        {"12 34 56", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(identify_language("", row.text).value_or("") == row.language);
    }
}
