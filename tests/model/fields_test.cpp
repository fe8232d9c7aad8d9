#include "model/fields.hpp"

#include <newsarc/error.hpp>

#include <set>
#include <string>

#include "model/parts.hpp"
#include "model/settle.hpp"
#include "support/catch.hpp"
#include "support/every_field.hpp"

using namespace newsarc;
using namespace newsarc::model;

TEST_CASE("a name means one field") {
    std::set<std::string_view> names, usual, columns, front;
    for (const Field& field : fields()) {
        INFO(field.name);
        CHECK(names.insert(field.name).second);
        CHECK(find_field(field.name) == &field);
        CHECK(columns.insert(field.column).second);
        CHECK_FALSE(field.meaning.empty());
        CHECK(field.object.empty() == field.part.empty());
        if (!field.front.empty()) CHECK(front.insert(field.front).second);
        for (const std::string_view name : field.also) {
            if (name.empty()) continue;
            INFO(name);
            CHECK(usual.insert(name).second);
            CHECK(find_usual_field(name) == &field);
            CHECK(find_field(name) == nullptr);
        }
    }
    CHECK(find_field("colour") == nullptr);
    CHECK(find_usual_field("") == nullptr);
}

TEST_CASE("every field is told as text and read from it") {
    const Article full = test::every_field();
    Article copy;
    for (const Field& field : fields()) {
        INFO(field.name);
        const std::string text = to_text(field, full);
        CHECK_FALSE(text.empty());
        CHECK(to_text(field, Article{}) == (field.name == "words" ? "0" : ""));
        if (field.derived) continue;
        set_text(field, copy, text);
        CHECK(to_text(field, copy) == text);
        if (!is_list(field)) continue;
        const auto before = lines(field, copy);
        set_text(field, copy, "");
        CHECK(lines(field, copy).empty());
        for (const std::string& line : before)
            add_line(field, copy, line);
        CHECK(lines(field, copy) == before);
        CHECK_FALSE(line_form(field).empty());
    }
    copy.id = full.id;
    copy.uid = full.uid;
    copy.words = full.words;
    copy.edited = full.edited;
    for (std::size_t i = 0; i < full.links.size(); ++i) {
        copy.links[i].host = full.links[i].host;
        copy.links[i].article = full.links[i].article;
    }
    CHECK(copy == full);
    for (const Field& field : fields()) {
        if (!field.derived) set_text(field, copy, " \n");
    }
    copy.id.reset();
    copy.uid.clear();
    copy.words = 0;
    copy.edited.clear();
    CHECK(copy == Article{});
}

TEST_CASE("what may be the value of a field") {
    struct Row {
        const char* field;
        std::string value;
        std::string settled;  ///< empty: it may not
    };
    for (const Row& row : {
             Row{"tags", " x ", "x"},
             {"tags", "a\tb", ""},
             {"tags",
              "a\x7F"
              "b",
              ""},
             {"language", "en", "en"},
             {"language", "zh-Hant-TW", "zh-Hant-TW"},
             {"language", "politics", ""},
             {"language", "e", ""},
             {"language", "en-", ""},
             {"language", "en_GB", ""},
             {"language", "en--GB", ""},
             {"dateline-date", "2025-01", "2025-01"},
             {"dateline-date", "Jan 21", ""},
             {"published", "2025-01-21 14:05 ", "2025-01-21T14:05"},
             {"published", "2025-02-30", ""},
             {"published", "21/01/2025", ""},
             {"added", "2026-11-23T10:00:00+02:00", "2026-11-23T08:00:00Z"},
             {"added", "2026-11-23", "2026-11-23T00:00:00Z"},
             {"added", "yesterday", ""},
             {"body", "One.\r\n\r\r\nTwo.\r\n", "One.\n\nTwo."},
             {"body", std::string("\0 One.\rTwo", 11), "One.\rTwo"},
         }) {
        INFO(row.field << " " << row.value);
        const Field& field = *find_field(row.field);
        Article article;
        article.dateline.emplace();
        if (row.settled.empty()) {
            CHECK_THROWS_AS(set_text(field, article, row.value), Error);
        } else {
            set_text(field, article, row.value);
            CHECK(to_text(field, article) == row.settled);
        }
    }
}

TEST_CASE("the parts of authors, links and notes have names of their own") {
    const auto check = [](const auto& parts) {
        std::set<std::string_view> names;
        for (const auto& part : parts)
            CHECK(names.insert(part.name).second);
        return names.size();
    };
    CHECK(check(parts<Author>()) == 4);
    CHECK(check(parts<Link>()) == 6);
    CHECK(check(parts<Note>()) == 2);
}
