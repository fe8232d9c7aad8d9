#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include <string>
#include <vector>

#include "archive/admission.hpp"
#include "model/fields.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/every_field.hpp"
#include "text/likeness/fingerprint.hpp"

using namespace newsarc;
using archive::admitted;
using archive::Misfit;

namespace {

AddResult add(Archive& archive, const Article& article) {
    return archive.add_records(std::vector<Article>{article}, {}).at(0);
}

}  // namespace

TEST_CASE("every field is stored, kept with a former version as it should be, and changed") {
    Archive archive = Archive::open("", Archive::Mode::memory);
    REQUIRE(add(archive, test::every_field()).status == AddStatus::added);
    const Article stored = *archive.find(1);
    for (const model::Field& field : model::fields()) {
        if (field.derived) continue;
        INFO(field.name);
        CHECK(model::to_text(field, stored) == model::to_text(field, test::every_field()));
    }
    Article bare;
    bare.headline = "Bare";
    archive.replace(bare, stored, "2026-11-24T10:00:00Z");
    const Article now = *archive.find(1);
    const Article former = *archive.find_version(1, 1);
    for (const model::Field& field : model::fields()) {
        INFO(field.name);
        const bool stays = field.standing == model::Standing::article;
        const Article& source = stays ? now : stored;
        CHECK(model::to_text(field, former) == model::to_text(field, source));
        // `edited` names those that replace() took away.
        if (!field.derived && field.name != "headline" && field.name != "added" && field.name != "edited")
            CHECK(model::to_text(field, now).empty());
    }
}

TEST_CASE("each field that tells what an article says has a part in its uid, and no other") {
    const Article full = test::every_field();
    for (const model::Field& field : model::fields()) {
        if (field.derived) continue;
        INFO(field.name);
        Article other = full;
        model::set_text(field, other, "");
        const bool content = field.standing == model::Standing::content;
        CHECK((text::content_uid(other) != text::content_uid(full)) == content);
    }
    Article other = full;
    other.authors = {{"Jane Roe", {}, {}, {}}};
    Article none = full;
    none.authors.clear();
    CHECK(text::content_uid(other) == text::content_uid(none));
}

TEST_CASE("what comes into an archive has one form") {
    Article article = test::every_field();
    article.headline = " Barges \r\n";
    article.tags = {"b", " x ", "x", ""};
    article.added = "2026-11-23T10:00:00+02:00";
    article.dateline = Dateline{"", "PORTVALE", {}, {}};
    article.byline.reset();
    article.links[0].host = "elsewhere.example";
    article.notes.push_back({NoteKind::other, " "});
    const Article in = admitted(article, Misfit::refuse);
    CHECK(in.headline == "Barges");
    CHECK(in.tags == std::vector<std::string>{"b", "x"});
    CHECK(in.added == "2026-11-23T08:00:00Z");
    CHECK(in.dateline->text == "PORTVALE");
    CHECK(in.byline == "Jane Roe, John | Doe");
    CHECK(in.links[0].host == "portvale.example");
    CHECK(in.notes.size() == 2);
    CHECK(admitted(in, Misfit::refuse) == in);
}

TEST_CASE("a value that a field cannot have is refused or kept beside, never stored as it") {
    struct Row {
        const char* field;
        std::string value;
    };
    for (const Row& row : {Row{"language", "politics"}, {"dateline-date", "Jan 21"}, {"added", "once"}}) {
        INFO(row.field);
        Article article = test::every_field();
        const model::Field& field = *model::find_field(row.field);
        model::write(field, article, [&](auto& value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, model::Text>) value = row.value;
        });
        CHECK(test::code_of([&] { admitted(article, Misfit::refuse); }) == ErrorCode::input);
        const Article in = admitted(article, Misfit::keep);
        CHECK(model::to_text(field, in).empty());
        CHECK(in.extra.at(row.field) == row.value);
        CHECK(in.warnings.size() == 2);
    }
    Article article;
    CHECK(test::code_of([&] { admitted(article, Misfit::keep); }) == ErrorCode::input);
    article.headline = "caf\xE9";
    CHECK(test::code_of([&] { admitted(article, Misfit::keep); }) == ErrorCode::input);
    Archive archive = Archive::open("", Archive::Mode::memory);
    CHECK(add(archive, article).status == AddStatus::failed);
    CHECK(archive.count() == 0);
}

TEST_CASE("what is read out of a text needs nothing done to it") {
    for (const std::string text : {
             "Credit: Harbour Wire\nBarges come back\nBy Jane Roe\nPORTVALE, Jan 21 (Wavepress) - Barges "
             "came.\n",
             "Fähre liegt fest\nVon Jana Roth, Hafenstadt\n\nDie Fähre liegt fest.\n\nLesen Sie auch: Hafen "
             "zu\n",
             " \xEF\xBB\xBF\x01 Title \r\n\r\n Text\tmore \r\n",
         }) {
        for (const ParsedArticle& parsed : parse(text, {}))
            CHECK(admitted(parsed.article, Misfit::refuse) == parsed.article);
    }
}

TEST_CASE(
    "a record of a known key that says more about the same text updates the article, without a version") {
    Archive archive = Archive::open("", Archive::Mode::memory);
    Article record;
    record.key = "k";
    record.headline = "Barges come back";
    add(archive, record);
    CHECK(add(archive, record).status == AddStatus::duplicate);
    record.extra["section"] = "Trade";
    CHECK(add(archive, record).status == AddStatus::updated);
    CHECK(add(archive, record).status == AddStatus::duplicate);
    record.url = "https://portvale.example/barges";
    CHECK(add(archive, record).status == AddStatus::updated);
    CHECK(archive.find(1)->extra == record.extra);
    CHECK(archive.find(1)->url == record.url);
    CHECK(archive.versions(1).size() == 1);
    CHECK(archive.count() == 1);
}
