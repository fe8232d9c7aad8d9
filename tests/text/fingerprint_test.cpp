#include "text/likeness/fingerprint.hpp"

#include <functional>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc;

namespace {

Article sample() {
    Article article;
    article.headline = "Harbour bridge reopens";
    article.credit = "Harbour Post";
    article.published = from_iso("2025-01-21");
    article.body = "The bridge reopened on Monday.\n\nTraffic was light.";
    article.links = {{LinkKind::related, std::nullopt, "Ferry fares rise", std::nullopt, std::nullopt}};
    article.notes = {{NoteKind::promotion, "Follow us"}};
    return article;
}

}  // namespace

TEST_CASE("the uid is 32 hexadecimal digits that stay the same") {
    // A change of this value would make every archive out there disagree with new ones.
    CHECK(text::content_uid(sample()) == "11854e17a330d6340bba5ef854dcd6ea");
    CHECK(text::content_uid(Article{}).size() == 32);
}

TEST_CASE("white space, and what is kept beside the content, has no part in the uid") {
    const std::string uid = text::content_uid(sample());
    const std::vector<std::function<void(Article&)>> changes{
        [](Article& a) { a.body = "The bridge  reopened\non Monday. Traffic was\u00A0light. "; },
        [](Article& a) { a.id = 7; },
        [](Article& a) { a.key = "k"; },
        [](Article& a) { a.path = "elsewhere.txt"; },
        [](Article& a) { a.tags = {"bridges"}; },
        [](Article& a) { a.warnings = {"doubtful"}; },
        [](Article& a) { a.language = "en"; },
        [](Article& a) { a.deck = ""; },
        [](Article& a) { a.links[0].article = 3; },
    };
    for (const auto& change : changes) {
        Article article = sample();
        change(article);
        CHECK(text::content_uid(article) == uid);
    }
}

TEST_CASE("every part of the content has a part in the uid") {
    const std::string uid = text::content_uid(sample());
    const std::vector<std::function<void(Article&)>> changes{
        [](Article& a) { a.headline = "Harbour bridge closes"; },
        [](Article& a) { a.headline.reset(); },
        [](Article& a) { std::swap(a.headline, a.deck); },
        [](Article& a) { a.credit = "Other Post"; },
        [](Article& a) { a.byline = "Jane Roe"; },
        [](Article& a) {
            a.dateline = Dateline{"KABUL -", "KABUL", std::nullopt, std::nullopt};
        },
        [](Article& a) { a.published = from_iso("2025-01-22"); },
        [](Article& a) { a.updated = from_iso("2025-01-22"); },
        [](Article& a) { a.body += " More."; },
        [](Article& a) { a.links.clear(); },
        [](Article& a) { a.links[0].kind = LinkKind::body; },
        [](Article& a) { a.links[0].url = "https://example.org/"; },
        [](Article& a) { a.notes[0].kind = NoteKind::other; },
        [](Article& a) { a.notes[0].text = "Follow them"; },
    };
    for (const auto& change : changes) {
        Article article = sample();
        change(article);
        CHECK(text::content_uid(article) != uid);
    }
}
