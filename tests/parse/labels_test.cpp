#include "parse/label/labels.hpp"

#include <newsarc/error.hpp>

#include "parse/label/guards.hpp"
#include "text/lexicon/lexicon.hpp"

#include "support/catch.hpp"

#include <set>
#include <string>
#include <utility>

using namespace newsarc;
using namespace newsarc::parsing;

namespace {

/// `kind|label|value` of a passage, `none` when it has no label.
std::string told(std::string_view passage, const LabelSet& labels = LabelSet::built_in()) {
    const auto match = read_label(passage, labels);
    if (!match) return "none";
    return std::string(to_string(match->kind)) + "|" + std::string(match->label) + "|" +
           std::string(match->value);
}

}  // namespace

TEST_CASE("labels in any case, before any mark") {
    struct Row {
        const char* passage;
        const char* told;
    };
    const Row rows[] = {
        {"Credit: NewsX", "credit|Credit|NewsX"},
        {"CREDITS — NewsX", "credit|CREDITS|NewsX"},
        {"source - NewsX", "credit|source|NewsX"},
        {"Credit- NewsX", "credit|Credit|NewsX"},
        {"Source : NewsX", "credit|Source|NewsX"},
        {"*Source: NewsX*", "credit|Source|NewsX"},
        {"(Via NewsX)", "credit|Via|NewsX"},
        {"via newsx.example.com", "credit|via|newsx.example.com"},
        {"READ ALSO: Storm", "related|READ ALSO|Storm"},
        {"READ ALSO:\u00A0Storm", "related|READ ALSO|Storm"},
        {"Also read |Storm", "related|Also read|Storm"},
        {"Read also – Storm", "related|Read also|Storm"},
        {"» Read also » Storm", "related|Read also|Storm"},
        {"**Read also:** Storm", "related|Read also|Storm"},
        {"[Read also: Storm]", "related|Read also|Storm"},
        {"READ ALSO Storm hits", "related|READ ALSO|Storm hits"},
        {"ALSO READ QPR win the cup", "related|ALSO READ|QPR win the cup"},
        {"Read Also Storm hits", "related|Read Also|Storm hits"},
        {"[READ ALSO] Storm hits", "related|READ ALSO|Storm hits"},
        {"More on https://example.com/", "related|More on|https://example.com/"},
        {"Source ‐ NewsX", "credit|Source|NewsX"},
        {"Culled from NewsX", "credit|Culled from|NewsX"},
        {"Originally published by NewsX", "credit|Originally published by|NewsX"},
        {"Correction (March 6, 2025): The sum is in pounds.",
         "correction|Correction (March 6, 2025|The sum is in pounds."},
        {"N. del E.: el texto cambió.", "editor|N. del E|el texto cambió."},
        {"(Adds quotes, background)", "editor|Adds|quotes, background"},
        {"Read more https://example.com/", "related|Read more|https://example.com/"},
        {"RELATED STORIES", "related|RELATED STORIES|"},
        {"More from NewsX: Storm: the end", "related|More from NewsX|Storm: the end"},
        {"Don’t miss: Storm", "related|Don’t miss|Storm"},
        {"Dont miss: Storm", "related|Dont miss|Storm"},
        {"Lire aussi : Orage", "related|Lire aussi|Orage"},
        {"À LIRE ÉGALEMENT : Orage", "related|À LIRE ÉGALEMENT|Orage"},
        {"इसे भी पढ़ें: तूफान", "related|इसे भी पढ़ें|तूफान"},
        {"Follow the X channel on WhatsApp: https://a.example",
         "promotion|Follow the X channel on WhatsApp|https://a.example"},
        {"© 2025 NewsX. All rights reserved.", "copyright|©|2025 NewsX. All rights reserved."},
        {"(c) 2025 NewsX", "copyright|(c)|2025 NewsX"},
        {"NewsX 2025. All rights reserved.", "copyright|All rights reserved.|"},
        {"The Associated Press contributed to this report.", "reporting|contributed to this report.|"},
        {"(Reporting by Jane Roe; Editing by Tom Reed)",
         "reporting|Reporting by|Jane Roe; Editing by Tom Reed"},
        {"Editor's note: this story was updated.", "editor|Editor's note|this story was updated."},
        {"CLARIFICATION – The sum is in pounds.", "correction|CLARIFICATION|The sum is in pounds."},
        {"Photo by Jane Roe", "caption|Photo by|Jane Roe"},
        {"ADVERTISEMENT", "advertisement|ADVERTISEMENT|"},
        {"Advertisement:", "advertisement|Advertisement|"},
        {"Reuter", "other|Reuter|"},
    };
    for (const Row& row : rows) {
        INFO(row.passage);
        CHECK(told(row.passage) == row.told);
    }
}

TEST_CASE("sentences that begin as labels do are left alone") {
    for (const char* passage : {
             "Source-based reporting has its limits.",
             "Sources said the ship was late.",
             "Via the canal the ship reached the sea on the third day of its voyage.",
             "Watch - and wait",
             "More: that was the answer she gave.",
             "Adds quotes, background",
             "Share this burden, the bishop told the rich.",
             "Sponsored by the state, the scheme has failed.",
             "Distributed by hand, the papers were read by all.",
             "More – much more",
             "Read the report.",
             "Related matters were put off until the spring.",
             "See the sea.",
             "“Subscribe to our idea,” she said.",
             "Edited by hand, the film took nine years.",
             "Produced by the ton, the steel is exported.",
             "Copyright law is old.",
             "Photographs show the ship in the harbour.",
             "Reuters said the ship was late.",
             "The end of the voyage",
             "",
             "::::",
         }) {
        INFO(passage);
        CHECK(told(passage) == "none");
    }
}

TEST_CASE("the longest label wins") {
    const auto match = LabelSet::built_in().match("Read more about: Storm");
    REQUIRE(match);
    CHECK(match->pattern == "read more about:");
    CHECK(match->language == "en");
}

TEST_CASE("a user's labels come before the built-in ones") {
    const auto labels = read_labels(
        "# ours\n"
        "\n"
        "related  en  the desk suggests:\n"
        "promotion en  knock on our door …\n"
        "advertisement en message from our friends\n"
        "copyright en … hands off\n"
        "caption en read also:\n"
        "related eo  legu * ankaŭ:\n",
        "labels.txt");
    REQUIRE(labels.size() == 6);
    const LabelSet set(labels);
    CHECK(told("The desk suggests – Storm", set) == "related|The desk suggests|Storm");
    CHECK(told("Knock on our door any time", set) == "promotion|Knock on our door|any time");
    CHECK(told("Message from our friends", set) == "advertisement|Message from our friends|");
    CHECK(told("Message from our friends abroad", set) == "none");
    CHECK(told("This is ours: hands off!", set) == "copyright|hands off!|");
    CHECK(told("Read also: Storm", set) == "caption|Read also|Storm");
    CHECK(told("Legu tion ĉi ankau: Ŝtormo", set) == "related|Legu tion ĉi ankau|Ŝtormo");
    CHECK(told("Credit: NewsX", set) == "credit|Credit|NewsX");
}

TEST_CASE("a file of labels that cannot be read says where") {
    struct Row {
        const char* text;
        const char* message;
    };
    const Row rows[] = {
        {"related en read also:\nnonsense en x:\n", "labels.txt:2: 'nonsense' is no kind of label"},
        {"related en\n", "labels.txt:1: label '' has no word to be known by"},
        {"related en * also:\n", "labels.txt:1: label '* also:' has no word to be known by"},
        {"related en a * * * b:\n", "labels.txt:1: label 'a * * * b:' has too many `*`"},
        {"related en {nothing}:\n", "labels.txt:1: no set of words is called '{nothing}'"},
        {"# ours\n\nrelated en read also:\nrelated en * also:\n",
         "labels.txt:4: label '* also:' has no word to be known by"},
        {"related en \xFF\n", "labels.txt: labels must be UTF-8"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        try {
            read_labels(row.text, "labels.txt");
            FAIL("no error");
        } catch (const Error& error) {
            CHECK(std::string(error.what()) == row.message);
            CHECK(error.code() == ErrorCode::usage);
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("kinds of labels have names that read back") {
    for (const auto kind : {LabelKind::credit, LabelKind::byline, LabelKind::related, LabelKind::other})
        CHECK(label_kind_from_string(to_string(kind)) == kind);
    CHECK_FALSE(label_kind_from_string("Credit"));
}

TEST_CASE("each label of the lexicon can be read as a user's, and stands once in its language") {
    std::string lines;
    std::set<std::pair<std::string_view, std::string_view>> patterns;
    for (const auto& row : text::lexicon()) {
        if (!label_kind_from_string(row.kind)) continue;
        lines.append(row.kind).append(" ").append(row.language).append(" ").append(row.value).append("\n");
        INFO(row.language << ": " << row.value);
        CHECK(patterns.emplace(row.language, row.value).second);
    }
    CHECK(read_labels(lines, "lexicon").size() == patterns.size());
}
