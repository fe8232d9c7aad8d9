// Pages with articles that press databases have exported.

#include <newsarc/error.hpp>

#include <string>
#include <vector>

#include "input/kinds.hpp"
#include "input/press/europresse.hpp"
#include "input/press/factiva.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using newsarc::test::code_of;

namespace {

const std::string head =
    "<!DOCTYPE html> <html> <head> <meta charset=\"utf-8\"> <style>.DocPublicationName{}</style></head> "
    "<body> ";

const std::string first =
    "<article> <header> <div class=\"rdp__DocPublicationName\"> <span class=\"DocPublicationName\">La Voix "
    "du Port, "
    "no. 4301 </span> </div> <div> <span class=\"DocHeader\">Économie, mardi 21 janvier 2025 670 mots, p. "
    "12</span> </div> <div><p>TRANSPORTS</p></div> <div class=\"titreArticle\"> <p class=\"sm-margin-TopNews "
    "titreArticleVisu rdp__articletitle\">Le prix du <mark>bac</mark> gelé</p> <p class=\"sm-margin-TopNews "
    "rdp__subtitle\">Le conseil a voté lundi.</p> </div> <p class=\"sm-margin-bottomNews\">Ariane Duport</p> "
    "</header> <section> <div class=\"DocText clearfix\"> <div class='docOcurrContainer'> <p>Le prix des "
    "<mark>bacs</mark> reste le même.</p><p>Voir <a href=\"https://voix.example/bac\">la carte</a>.</p> "
    "</div> "
    "</div> </section> <aside> <div> <p><b>Illustration(s) : </b></p> <div><p>Le bac au soir.</p> </div> "
    "</div> "
    "<div> <b>Note(s) : </b><p>(14 mars 1956.)</p> </div> </aside> <footer> <small>© 2025 La Voix du Port. "
    "Tous "
    "droits réservés.</small> <p>Numéro de document : news·20250121·VP·12</p> <div id=\"divPubliC\"> <span "
    "id=\"PubliC_lblNodoc\">news·20250121·VP·12</span> <span class=\"txtCertificat\">Le présent document est "
    "protégé.</span> </div> </footer> </article>";

const std::string second =
    "<article> <header> <span class=\"DocPublicationName\">The Port Mail</span> <span "
    "class=\"DocHeader\">News, "
    "Tuesday, January 21, 2025, p. A3</span> <div class=\"titreArticle\"><p "
    "class='sm-margin-bottom'>ANALYSIS</p> "
    "<p class=\"titreArticleVisu\">Ferry Fares Frozen</p> </div> <div>Jane Roe</div> </header> <section> "
    "<p>The "
    "fares stay.</p> </div></div></section> </article>";

std::vector<Document> europresse(const std::string& page) {
    std::vector<Document> out;
    input::read_europresse(page, {}, [&](Document document) { out.push_back(std::move(document)); });
    return out;
}

std::string notes(const Document& document) {
    std::string out;
    for (const Note& note : document.notes)
        out.append(to_string(note.kind)).append(": ").append(note.text).append("\n");
    return out;
}

/// A page of Factiva with the articles.
std::string factiva(const std::string& articles) {
    return "<!DOCTYPE html><html><head><meta "
           "charset=\"UTF-8\"/><title>Factiva</title></head><body><h1>Factiva</h1>" +
           articles + "<div id=\"pageFooter\">&copy; 2010 Factiva, Inc.</div></body></html>";
}

}  // namespace

TEST_CASE("an export of Europresse is its articles") {
    const std::string page = head + first + second + "</body></html>";
    CHECK(input::kind_of(page, "a.HTML").name == "europresse");
    const std::vector<Document> got = europresse(page);
    REQUIRE(got.size() == 2);

    const Document& port = got[0];
    CHECK(port.headline.value_or("") == "Le prix du bac gelé");
    CHECK(port.deck.value_or("") == "Le conseil a voté lundi.");
    CHECK(port.credit.value_or("") == "La Voix du Port");
    CHECK(port.key.value_or("") == "news·20250121·VP·12");
    CHECK(port.authors == std::vector<std::vector<std::string>>{{"Ariane Duport"}});
    CHECK(port.published == std::vector<std::string>{"Économie, mardi 21 janvier 2025 670 mots, p. 12",
                                                     "mardi 21 janvier 2025 670 mots, p. 12", "p. 12"});
    REQUIRE(port.blocks.size() == 2);
    CHECK(port.blocks[0].text == "Le prix des bacs reste le même.");
    REQUIRE(port.blocks[1].links.size() == 1);
    CHECK(port.blocks[1].links[0].url == "https://voix.example/bac");
    CHECK(notes(port) ==
          "other: La Voix du Port, no. 4301, Économie, mardi 21 janvier 2025 670 mots, p. 12\n"
          "other: TRANSPORTS\n"
          "caption: Le bac au soir.\n"
          "other: (14 mars 1956.)\n"
          "copyright: © 2025 La Voix du Port. Tous droits réservés.\n");
    CHECK(page.substr(port.offset, port.length) == first);

    const Document& mail = got[1];
    CHECK(mail.headline.value_or("") == "Ferry Fares Frozen");
    CHECK(mail.authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    CHECK_FALSE(mail.key);
    REQUIRE(mail.blocks.size() == 1);
    CHECK(mail.blocks[0].text == "The fares stay.");
    CHECK(notes(mail) == "other: The Port Mail, News, Tuesday, January 21, 2025, p. A3\nother: ANALYSIS\n");
}

TEST_CASE("of a broken export of Europresse what is there is read") {
    CHECK(europresse(head + "<article></article>" + second).size() == 1);
    CHECK(europresse(head + first.substr(0, first.find("</article>"))).size() == 1);
    CHECK(europresse(head + first.substr(0, first.find("</header>"))).at(0).blocks.empty());
    CHECK(code_of([] { europresse(head + "<article><header></header></article>"); }) == ErrorCode::input);
    // A page that writes of the form is a page.
    CHECK(input::kind_of("<html><p>Look for the class DocPublicationName.</p></html>", "").name == "page");
}

TEST_CASE("an export of Factiva is read as its text export") {
    const std::string tagged = factiva(
        "<div class=\"article enArticle\"><table><tr><td><b>HD</b>&nbsp;</td><td><b class='enHeadline'>Ferry "
        "fares "
        "frozen</b>\n</td></tr><tr><td><b>PD</b>&nbsp;</td><td>29 December "
        "2011</td></tr><tr><td><p><b>LP</b>&nbsp;"
        "</p></td><td><p class=\"articleParagraph enarticleParagraph\">The fares stay.</p>\n<p "
        "class=\"articleParagraph enarticleParagraph\">Until "
        "spring.</p></td></tr><tr><td><br/><b>AN</b>&nbsp;</td>"
        "<td><br/>Document HBTIMES020111229e7ct0001r</td></tr></table><br/></div>");
    CHECK(input::kind_of(tagged, "").name == "factiva");
    CHECK(
        input::read_factiva(tagged).source.bytes ==
        "HD Ferry fares frozen\nPD 29 December 2011\n\nLP\n\nThe fares stay.\n\nUntil spring.\n\nAN Document "
        "HBTIMES020111229e7ct0001r\n");

    const std::string plain = factiva(
        "<div class=\"article enArticle\"><div id=\"hd\"><span class=\"enHeadline\">Ferry fares "
        "frozen</span></div>"
        "<div class=\"author\">Jane Roe</div><div>412 words</div><div>11 January 2010</div><div>The Harbour "
        "Times</div><p class=\"articleParagraph enarticleParagraph\">The fares stay.</p><p>Document "
        "HBTIMES020100111e61b0001x</p></div>");
    const input::InnerFile file = input::read_factiva(plain);
    CHECK(file.kind == "text");
    CHECK(file.source.bytes ==
          "Ferry fares frozen\n\nJane Roe\n412 words\n11 January 2010\nThe Harbour Times\n\nThe fares "
          "stay.\n\nDocument HBTIMES020100111e61b0001x\n\n");
}
