#include "parse/name/byline.hpp"
#include "parse/date/meta.hpp"
#include "parse/label/labels.hpp"

#include "support/catch.hpp"

#include <string>

using namespace newsarc;
using namespace newsarc::parsing;

namespace {

std::optional<Meta> meta(std::string_view line) {
    return read_meta(line, LabelSet::built_in());
}

}  // namespace

TEST_CASE("bylines name their writers") {
    struct Row {
        const char* line;
        const char* names;
    };
    const Row rows[] = {
        {"By Jane Roe", "Jane Roe"},
        {"BY JANE ROE", "JANE ROE"},
        {"by Jane Roe", "Jane Roe"},
        {"By: Jane Roe", "Jane Roe"},
        {"Written by Jane Roe", "Jane Roe"},
        {"Author: Jane Roe", "Jane Roe"},
        {"Author – Jane Roe", "Jane Roe"},
        {"By Jane Roe.", "Jane Roe"},
        {"By Jane Roe and Ali Khan", "Jane Roe and Ali Khan"},
        {"By Jane Roe, Ali Khan and Bo Li", "Jane Roe, Ali Khan and Bo Li"},
        {"By Jane Roe & Ali Khan", "Jane Roe & Ali Khan"},
        {"By Jane Roe, Staff Writer", "Jane Roe"},
        {"By Jane Roe, Reuters", "Jane Roe"},
        {"By Jane Roe, New York Times", "Jane Roe"},
        {"By Jane Roe | Environment Reporter", "Jane Roe"},
        {"By Jane Roe in Kabul", "Jane Roe"},
        {"By Jane Roe for NewsX", "Jane Roe"},
        {"By Jane Roe (NewsX)", "Jane Roe"},
        {"By Jane Roe – January 21, 2025", "Jane Roe"},
        {"By Jane Roe January 21, 2025", "Jane Roe"},
        {"By Jane Roe Published 21 Jan 2025", "Jane Roe"},
        {"Jan 21, 2025 by Jane Roe", "Jane Roe"},
        {"Posted on July 29, 2016 by Jane Roe", "Jane Roe"},
        {"By J.T. Abbott-Hughes", "J.T. Abbott-Hughes"},
        {"By Sean O'Neill", "Sean O'Neill"},
        {"By Anne d’Arcy", "Anne d’Arcy"},
        {"By Ludwig van der Berg", "Ludwig van der Berg"},
        {"By Mohammed bin Rashid Al-Said", "Mohammed bin Rashid Al-Said"},
        {"By Kwame N. Mensah Jr.", "Kwame N. Mensah Jr."},
        {"By Jane Roe, Jr.", "Jane Roe, Jr."},
        {"By April Ryan", "April Ryan"},
        {"By A. B. C. Okonkwo", "A. B. C. Okonkwo"},
        {"By Jane A. Roe and Ali I. Khan", "Jane A. Roe and Ali I. Khan"},
        {"By Ana da Silva, J. I. da Costa", "Ana da Silva, J. I. da Costa"},
        {"By Jane Roe, Port Harcourt", "Jane Roe"},
        {"By Jane Roe / Tom Reed", "Jane Roe / Tom Reed"},
        {"By Jane Roe @janeroe", "Jane Roe"},
        {"By Jane Roe jane.roe@example.com", "Jane Roe"},
        {"By The Associated Press", "The Associated Press"},
        {"By Our Correspondent", "Our Correspondent"},
        {"By staff and wire reports", "staff and wire reports"},
        {"By News Agency of Nigeria", "News Agency of Nigeria"},
        {"From Jane Roe, Kano", "Jane Roe"},
        {"Words: Jane Roe", "Jane Roe"},
        {"Por María de los Ángeles Núñez", "María de los Ángeles Núñez"},
        {"Rédigé par Jane Roe", "Jane Roe"},
        {"Por Inmaculada Núñez de la Peña", "Inmaculada Núñez de la Peña"},
        {"بقلم: ليلى الحداد", "ليلى الحداد"},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        const auto found = meta(row.line);
        REQUIRE(found);
        CHECK(found->names == row.names);
    }
}

TEST_CASE("what begins with By and is no byline") {
    for (const char* line : {
             "By late February the market had recovered.",
             "By contrast, tonight's speech had an apologetic tone.",
             "By Friday",
             "By Minutes ago",
             "By Published",
             "By the numbers",
             "By Hook or by Crook",
             "By John Smith's account, the ship was late.",
             "By Christmas, Labour had lost its lead in every poll that was taken.",
             "By 2025",
             "By",
             "Byron leads the way",
             "The ship was late, by Jane Roe's account",
         }) {
        INFO(line);
        CHECK_FALSE(meta(line));
    }
}

TEST_CASE("a line may tell who and when at once") {
    const auto found =
        meta("By Jane Roe, Staff Writer | Published: Jan 21, 2025 | Updated: Jan 22, 2025 | 5 min read");
    REQUIRE(found);
    CHECK(found->names == "Jane Roe");
    CHECK(found->authors == std::vector<Author>{{"Jane Roe", "Staff Writer"}});
    REQUIRE(found->published);
    REQUIRE(found->updated);
    CHECK(to_iso(found->published->moment) == "2025-01-21");
    CHECK(to_iso(found->updated->moment) == "2025-01-22");
    CHECK(found->other);
}

TEST_CASE("dates stand alone or behind a word") {
    struct Row {
        const char* line;
        const char* published;
        const char* updated;
    };
    const Row rows[] = {
        {"January 21, 2025", "2025-01-21", ""},
        {"Published: 21 Jan 2025", "2025-01-21", ""},
        {"PUBLISHED 21 Jan 2025", "2025-01-21", ""},
        {"First published on Tue 21 Jan 2025 06.00 GMT", "2025-01-21T06:00Z", ""},
        {"Published 3 days ago on January 21, 2025", "2025-01-21", ""},
        {"Last updated: 21 January 2025", "", "2025-01-21"},
        {"Published: 2025", "2025", ""},
        {"Published: March 2025", "2025-03", ""},
        {"Publicado el 21 de enero de 2025", "2025-01-21", ""},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        const auto found = meta(row.line);
        REQUIRE(found);
        CHECK((found->published ? to_iso(found->published->moment) : "") == row.published);
        CHECK((found->updated ? to_iso(found->updated->moment) : "") == row.updated);
    }
}

TEST_CASE("a headline that begins with a date or a number is no date line") {
    for (const char* line :
         {"2025 budget passes", "January 21, 2025: a day to remember", "21 January and after",
          "3 hours ago the ship left", "Published works of a poet", "5 min walk to the sea"}) {
        INFO(line);
        CHECK_FALSE(meta(line));
    }
}

TEST_CASE("jobs on a line of their own") {
    CHECK(is_job_title("Staff Writer"));
    CHECK(is_job_title("Senior Political Correspondent, NewsX"));
    CHECK(is_job_title("Economics Correspondents"));
    CHECK_FALSE(is_job_title("The writer was late."));
    CHECK_FALSE(is_job_title("A reporter who went to sea came back with a story to tell"));
    CHECK_FALSE(is_job_title("Kabul"));
}

TEST_CASE("what stands with names is told of their authors, and the byline is the names alone") {
    const auto none = std::nullopt;
    struct Row {
        const char* line;
        const char* names;
        std::vector<Author> authors;
    };
    const Row rows[] = {
        {"By Jane Roe, Staff Writer", "Jane Roe", {{"Jane Roe", "Staff Writer"}}},
        {"By Jane Roe Staff Writer", "Jane Roe", {{"Jane Roe", "Staff Writer"}}},
        {"By Jane Roe The Harbour Gazette", "Jane Roe", {{"Jane Roe", none, none, "The Harbour Gazette"}}},
        {"By JANE ROE / Associated Press Writer", "JANE ROE", {{"JANE ROE", "Associated Press Writer"}}},
        {"By Jane Roe | Environment Reporter", "Jane Roe", {{"Jane Roe", "Environment Reporter"}}},
        {"By Reporter Jane Roe", "Jane Roe", {{"Jane Roe", "Reporter"}}},
        {"By Jane Roe, Senior Editor, NewsX", "Jane Roe", {{"Jane Roe", "Senior Editor", none, "NewsX"}}},
        {"By Jane Roe in Kabul and Ali Khan in Rome",
         "Jane Roe and Ali Khan",
         {{"Jane Roe", none, "Kabul"}, {"Ali Khan", none, "Rome"}}},
        {"By Jane Roe and Ali Khan in Rome, and Bo Li",
         "Jane Roe, Ali Khan and Bo Li",
         {{"Jane Roe", none, "Rome"}, {"Ali Khan", none, "Rome"}, {"Bo Li"}}},
        {"By Jane Roe in Kyiv, Ukraine, and Bo Li",
         "Jane Roe and Bo Li",
         {{"Jane Roe", none, "Kyiv, Ukraine"}, {"Bo Li"}}},
        {"By Jane Roe and Ali Khan, Staff Writers",
         "Jane Roe and Ali Khan",
         {{"Jane Roe", "Staff Writers"}, {"Ali Khan", "Staff Writers"}}},
        {"By Jane Roe, MD, and Bo Li, PhD", "Jane Roe and Bo Li", {{"Jane Roe", "MD"}, {"Bo Li", "PhD"}}},
        {"By Jane Roe, Ph.D.", "Jane Roe", {{"Jane Roe", "Ph.D."}}},
        {"By Jane Roe MD", "Jane Roe", {{"Jane Roe", "MD"}}},
        {"By Jane Roe, Jr.", "Jane Roe, Jr.", {{"Jane Roe, Jr."}}},
        {"By Jane Roe for Reuters", "Jane Roe", {{"Jane Roe", none, none, "Reuters"}}},
        {"By Jane Roe, Special to NewsX", "Jane Roe", {{"Jane Roe", "Special to NewsX"}}},
        {"By Jane Roe with Ali Khan", "Jane Roe with Ali Khan", {{"Jane Roe"}, {"Ali Khan"}}},
        {"By Jane Roe and Reuters", "Jane Roe and Reuters", {{"Jane Roe"}, {"Reuters"}}},
        {"By The Associated Press", "The Associated Press", {{"The Associated Press"}}},
        {"Von Eva Maler und dpa", "Eva Maler und dpa", {{"Eva Maler"}, {"dpa"}}},
        {"Par Jeanne Roux (Kano, correspondante)",
         "Jeanne Roux",
         {{"Jeanne Roux", "correspondante", "Kano"}}},
        {"Par Jeanne Roux Publié le 25 mai 2024 à 18h30", "Jeanne Roux", {{"Jeanne Roux"}}},
        {"Af Eva Holm", "Eva Holm", {{"Eva Holm"}}},
        {"By eva holm", "eva holm", {{"eva holm"}}},
        {"作者:记者 王小明", "王小明", {{"王小明", "记者"}}},
        {"文:王小明、李华", "王小明、李华", {{"王小明"}, {"李华"}}},
        {"글: 홍길동 기자", "홍길동", {{"홍길동", "기자"}}},
        {"文:田中太郎記者", "田中太郎", {{"田中太郎", "記者"}}},
        {"Автор: Иван Петров, корреспондент", "Иван Петров", {{"Иван Петров", "корреспондент"}}},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        const auto found = meta(row.line);
        REQUIRE(found);
        CHECK(found->names == row.names);
        CHECK_FALSE(found->other);
        REQUIRE(found->authors.size() == row.authors.size());
        for (std::size_t i = 0; i < row.authors.size(); ++i) {
            CHECK(found->authors[i].name == row.authors[i].name);
            CHECK(found->authors[i].role.value_or("-") == row.authors[i].role.value_or("-"));
            CHECK(found->authors[i].place.value_or("-") == row.authors[i].place.value_or("-"));
            CHECK(found->authors[i].outlet.value_or("-") == row.authors[i].outlet.value_or("-"));
        }
    }
}

TEST_CASE("a byline that is stated is taken whole when it reads as no names") {
    CHECK(read_byline("the night desk of a ship").names == "the night desk of a ship");
    CHECK(read_byline("Ministry of Health and Social Affairs").authors.size() == 1);
    CHECK(read_byline("Deutsche Presse-Agentur").authors == std::vector<Author>{{"Deutsche Presse-Agentur"}});
    CHECK(read_byline("Jane Roe in Paris and Bo Li in Rome").names == "Jane Roe and Bo Li");
    CHECK(read_byline("Jane Roe, Bo Li").authors.size() == 2);
    const auto inverted = read_byline("Roe, Jane; Khan, Ali Bin");
    CHECK(inverted.names == "Roe, Jane; Khan, Ali Bin");
    CHECK(inverted.authors == std::vector<Author>{{"Jane Roe"}, {"Ali Bin Khan"}});
}
