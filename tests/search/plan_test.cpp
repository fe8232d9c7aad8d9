#include "search/plan/plan.hpp"

#include "query/parser.hpp"
#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>

#include "text/unicode/utf8.hpp"

using namespace newsarc;
using namespace newsarc::search;

namespace {

/// `headline:"words"*`; `+` before the part, or alone, says that it is among the further terms only.
std::string print(const store::Phrase& phrase) {
    std::string out;
    if (phrase.further) out += '+';
    if (phrase.part == store::Part::headline) out += "headline";
    if (phrase.part == store::Part::body) out += "body";
    if (!out.empty()) out += ':';
    return out + '"' + phrase.words + '"' + (phrase.prefix ? "*" : "");
}

std::string print(const Plan& plan, const PlanNode& node) {
    std::string out;
    if (node.occur == query::Occur::required) out += '+';
    if (node.occur == query::Occur::excluded) out += '-';
    if (node.kind == PlanNode::Kind::filter) return out + query::to_string(node.filter);
    if (node.kind == PlanNode::Kind::term) {
        const Term& term = plan.terms[node.term];
        for (std::size_t i = 0; i < term.spellings.size(); ++i) {
            out += (i > 0 ? "|" : "") + print(term.spellings[i].phrase);
        }
        return out;
    }
    const auto names = {"(", "(or ", "(and ", "", "(near "};
    out += *(names.begin() + static_cast<int>(node.kind));
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        out += (i > 0 ? " " : "") + print(plan, node.children[i]);
    }
    return out + ")";
}

Plan plan(const std::string& text, Match how = Match::best) {
    static const SampleArchive archive;
    static const store::Analyses analyses;
    const query::Node tree = query::parse(text).tree;
    return make_plan(tree, text, how, {analyses, {}, tree});
}

std::string read(const std::string& text) {
    const Plan made = plan(text);
    return print(made, made.root);
}

}  // namespace

TEST_CASE("queries become phrases to look up") {
    struct Row {
        std::string query, plan;
    };
    for (const auto& row : {
             Row{"", "()"},
             Row{"Taliban weapons", R"(("Taliban" "weapons"))"},
             Row{"the weapons of the Taliban", R"(("weapons" "Taliban"))"},
             Row{"the who", R"(("the" "who"|+:"whoʹ"))"},
             Row{"+the weapons", R"((+"the" "weapons"))"},
             Row{"\"the who\" weapons", R"(("the who" "weapons"))"},
             Row{"Covid-19", R"(("Covid" "19"))"},
             Row{"+Covid-19", R"((+"Covid-19"))"},
             Row{"at 10:30", R"(("10:30"))"},
             Row{"1-2 1,000.5", R"(("1" "2" "1,000.5"))"},
             Row{"Pakistan's Pakistan’s", R"(("Pakistan" "Pakistan"))"},
             Row{"l'Afghanistan O'Brien don't", R"(("Afghanistan" "Brien"))"},
             Row{"U.S. troops", R"((+:"usʺ"|+:"usʹ" "troops"))"},
             Row{"US troops", R"((+:"usʺ"|+:"usʹ" "troops"))"},
             Row{"body:US", R"((+body:"usʺ"|+body:"usʹ"))"},
             Row{"WHO", R"((+:"whoʺ"|+:"whoʹ"))"},
             Row{"who", R"(("who"|+:"whoʹ"))"},
             Row{"U.N. NATO troops", R"(("UN"|+:"unʺ" "NATO"|+:"natoʺ" "troops"))"},
             Row{"AT&T", R"((+:"atˆtˑ"))"},
             Row{"C++", R"((+:"cˇˇ"))"},
             Row{"X-ray", R"((+:"xˉrayˑ"|"X-ray"|"Xray"))"},
             Row{"US*", R"(("US"*))"},
             Row{"give us troops", R"(("give" "troops"))"},
             Row{"GIVE US TROOPS", R"(("GIVE" "TROOPS"))"},
             Row{"\"U.S. troops\"", R"(("U.S. troops"|"US troops"))"},
             Row{"\"US troops\"", R"(("US troops"|"U S troops"))"},
             Row{"headline:weapons", R"((headline:"weapons"))"},
             Row{"weap*", R"(("weap"*))"},
             Row{"presiden*", R"(("presiden"*|"presid"|"presi"))"},
             Row{"a OR b", R"(((or "a" "b")))"},
             Row{"a NEAR/3 \"b c\"", R"(((near "a" "b c")))"},
             Row{"中国经济", R"((+:"中国" +:"国经" +:"经济"))"},
             Row{"\"中国经济\"", R"((+:"中国 国经 经济"))"},
             Row{"中", R"((+:"中"*))"},
             Row{"ไทย", R"((+:"ไท ทย"))"},
             Row{"weapons tag:war -drone", R"(("weapons" tag:war -"drone"))"},
         }) {
        INFO(row.query);
        CHECK(read(row.query) == row.plan);
    }
}

TEST_CASE("words that the index holds as one count together") {
    const Plan made = plan("weapons Weapon -drone headline:weapon weapons");
    REQUIRE(made.terms.size() == 3);
    CHECK(made.terms[0].weight == 3);
    CHECK(made.terms[1].weight == 0);
    CHECK(made.terms[2].weight == 1);
}

TEST_CASE("stop words that are left out are not looked up") {
    // They were, and in a group that is excluded they made hits worse.
    for (const std::string query : {"the the weapons", "weapons -(the war)"}) {
        INFO(query);
        for (const Term& term : plan(query).terms) {
            CHECK(term.text != "the");
            CHECK(term.weight == (term.text == "weapons" ? 1 : 0));
        }
    }
    CHECK(plan("\"the who\" the weapons").terms.size() == 2);
}

TEST_CASE("the words that a long query asks with are left out") {
    const std::string question =
        "Please find articles that discuss the interest of farmers in wind turbines, solar pumps, dams, "
        "barns, "
        "tractors and seeds";
    const auto texts = [](const Plan& made) {
        std::string out;
        for (const Term& term : made.terms)
            out += (out.empty() ? "" : " ") + term.text;
        return out;
    };
    CHECK(texts(plan(question)) == "farmers wind turbines solar pumps dams barns tractors seeds");
    CHECK(plan(question, Match::all).terms.size() == 14);
    CHECK(texts(plan("find articles of interest")) == "find articles interest");
    CHECK(texts(plan("find find find find find articles articles articles articles articles articles")) ==
          "find articles");
    CHECK(texts(plan(question + " +interest")).ends_with(" interest"));
}

TEST_CASE("a long text without blanks is planned without comparing each term with each") {
    std::string text;
    for (char32_t i = 0; i < 20000; ++i)
        text::append(text, 0x4E00 + i % 10000);
    CHECK(plan(text).terms.size() == 10000);
}
