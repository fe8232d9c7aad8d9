#include "text/likeness/shingles.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace newsarc::text;

namespace {

double alike(const std::string& headline_a, const std::string& a, const std::string& headline_b,
             const std::string& b) {
    return similarity(as_set(shingles(headline_a, a)), as_set(shingles(headline_b, b)));
}

double alike(const std::string& a, const std::string& b) {
    return alike("", a, "", b);
}

/// A text of made-up words; another seed gives other words.
std::vector<std::string> made_words(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.emplace_back();
        for (int letter = 0; letter < 6; ++letter)
            out.back() += static_cast<char>('a' + random() % 20);
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += word + " ";
    return out;
}

/// Every so many percent of the words replaced.
std::string edited(std::vector<std::string> words, unsigned percent, unsigned seed) {
    std::mt19937 random(seed);
    for (std::string& word : words) {
        if (random() % 100 < percent) word += "x";
    }
    return joined(words);
}

const std::string brief =
    "The river ferry between Portvale and Lower Quay carried 412 people on Monday, the company said, "
    "and will run every 20 minutes until the bridge is mended.";

}  // namespace

TEST_CASE("the same words are the same text, however they are printed") {
    CHECK(alike(brief, brief) == 1);
    CHECK(alike(brief,
                "  THE RIVER FERRY\nbetween Portvale\u2014and \u201CLower Quay\u201D carried 412 "
                "people on Monday; the company said and will run every 20 minutes, until the "
                "bridge is mended!") == 1);
    CHECK(
        alike(
            "Les élèves de l'école du vieux port ont rendu hommage à leur maître disparu hier soir au large.",
            "Les eleves de l’ecole du vieux port ont rendu hommage a leur maitre disparu hier soir au "
            "large.") == 1);
    CHECK(
        alike("Officials of the U.S. navy said that the ship had left its moorings at dawn and was adrift.",
              "Officials of the US navy said that the ship had left its moorings at dawn and was adrift.") ==
        1);
}

TEST_CASE("similarity falls as words are changed") {
    const auto words = made_words(2000, 1);
    const std::string text = joined(words);
    for (const unsigned percent : {1U, 2U, 5U, 10U, 20U, 40U}) {
        INFO(percent);
        // Each change of a word breaks the shingles that hold it.
        const double kept = std::pow(1 - percent / 100.0, static_cast<double>(shingle_words));
        CHECK(alike(text, edited(words, percent, percent)) == Approx(kept / (2 - kept)).margin(.05));
    }
    CHECK(alike(text, joined(made_words(2000, 2))) == 0);
}

TEST_CASE("a paragraph less, or another headline, leaves most") {
    auto words = made_words(300, 1);
    const std::string text = joined(words);
    words.resize(240);
    CHECK(alike(text, joined(words)) == Approx(.8).margin(.01));
    const double other_headline =
        alike("One thing and quite another in town", text, "What was said of it elsewhere this week", text);
    CHECK(other_headline > .95);
    CHECK(other_headline < 1);
}

TEST_CASE("short texts are the same only if their numbers are") {
    const std::vector<std::pair<std::string, std::string>> changes{
        {"412", "413"}, {"412", "20"}, {"20", "twenty"}, {"412 people", "people 412 and 7"}};
    for (const auto& [from, to] : changes) {
        INFO(to);
        std::string other = brief;
        other.replace(other.find(from), from.size(), to);
        if (to.ends_with("7")) {
            CHECK(alike(brief, other) > 0);  // one more number
        } else {
            CHECK(alike(brief, other) == 0);
        }
    }
    std::string without = brief;
    without.replace(without.find("412 "), 4, "");
    CHECK(alike(brief, without) > .5);
    CHECK(
        alike(
            "Two men were held after a fire at the old mill by the river late on Friday night, police said.",
            "Three men were held after a fire at the old mill by the river late on Friday night, police "
            "said.") == 0);
    // In a headline as well.
    CHECK(alike("Portvale 2, Quay 1", brief, "Portvale 2, Quay 3", brief) == 0);
    CHECK(alike("Portvale 2, Quay 1", brief, "Portvale 1, Quay 2", brief) == 0);
}

TEST_CASE("in a long text one number is a detail") {
    const std::string text = joined(made_words(400, 1));
    CHECK(alike(text + brief, text + brief + " It was 7 o'clock.") > .9);
    std::string other = text + brief;
    other.replace(other.find("412"), 3, "413");
    CHECK(alike(text + brief, other) > .9);
}

TEST_CASE("too few words say nothing") {
    for (const std::string text :
         {"", "Bridge reopens", "This story is being updated; come back soon for more."}) {
        INFO(text);
        CHECK(alike(text, text) == 0);
        CHECK(sketch(shingles("", text)).empty());
    }
}

TEST_CASE("scripts without blanks are compared by their characters") {
    const std::string text = "昨天下午河港在洪水过后重新开放第一批运粮驳船已经返回码头";
    CHECK(alike(text, text + "。") == 1);
    CHECK(alike(text, "市议会星期二投票决定将沿河堤坝加高一米上游农民担心他们的草地") == 0);
    const double partly = alike(text, text + "港务局长感谢志愿者");
    CHECK(partly > .5);
    CHECK(partly < 1);
}

TEST_CASE("sketches share values as often as their texts share shingles") {
    for (const unsigned percent : {1U, 5U, 20U, 40U}) {
        INFO(percent);
        double share = 0;
        double exact = 0;
        constexpr unsigned texts = 200;
        for (unsigned seed = 0; seed < texts; ++seed) {
            const auto words = made_words(200, seed);
            const auto a = shingles("", joined(words));
            const auto b = shingles("", edited(words, percent, seed));
            const auto in_a = sketch(a);
            REQUIRE(in_a.size() == sketch_size);
            double shared = 0;
            for (const auto value : sketch(b))
                shared += std::find(in_a.begin(), in_a.end(), value) == in_a.end() ? 0 : 1;
            share += shared / static_cast<double>(sketch_size) / texts;
            exact += similarity(as_set(a), as_set(b)) / texts;
        }
        CHECK(share >= exact - .03);
        // The smallest of one that the other lost are followed by others that it may have.
        CHECK(share <= exact + .2);
    }
}
