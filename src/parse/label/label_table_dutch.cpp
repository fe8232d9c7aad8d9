#include "parse/label/labels.hpp"

// Lines in Dutch. Accents do not count.
namespace newsarc::parsing {
namespace {

using enum LabelKind;

constexpr LabelRow rows[] = {
    {credit, "nl", "bron:"},
    {credit, "nl", "bronnen:"},
    {credit, "nl", "via:"},

    {byline, "nl", "door …"},
    {byline, "nl", "geschreven door …"},
    {byline, "nl", "auteur:"},
    {byline, "nl", "tekst:"},
    {byline, "nl", "een artikel van …"},
    {byline, "nl", "redactie:"},
    {byline, "nl", "verslaggever:"},

    {published, "nl", "gepubliceerd …"},
    {published, "nl", "gepubliceerd op …"},
    {published, "nl", "gepubliceerd:"},
    {published, "nl", "geplaatst op …"},
    {published, "nl", "geplaatst …"},
    {published, "nl", "datum:"},
    {published, "nl", "publicatiedatum:"},

    {updated, "nl", "laatst bijgewerkt …"},
    {updated, "nl", "bijgewerkt …"},
    {updated, "nl", "laatste update …"},
    {updated, "nl", "laatst bijgewerkt op …"},
    {updated, "nl", "bijgewerkt op …"},
    {updated, "nl", "gewijzigd op …"},
    {updated, "nl", "aangepast op …"},
    {updated, "nl", "laatst gewijzigd …"},

    {related, "nl", "lees ook:"},
    {related, "nl", "lees meer:"},
    {related, "nl", "lees verder:"},
    {related, "nl", "zie ook:"},
    {related, "nl", "bekijk ook:"},
    {related, "nl", "kijk ook:"},
    {related, "nl", "lees hier:"},
    {related, "nl", "lees ook dit:"},
    {related, "nl", "lees het hele {story}:"},
    {related, "nl", "luister ook:"},
    {related, "nl", "meer over *:"},
    {related, "nl", "meer lezen:"},
    {related, "nl", "meer nieuws:"},
    {related, "nl", "gerelateerd:"},
    {related, "nl", "gerelateerde artikelen:"},
    {related, "nl", "aanbevolen:"},
    {related, "nl", "verder lezen:"},
    {related, "nl", "mis het niet:"},
    {related, "nl", "misschien ook interessant:"},
    {related, "nl", "ook interessant:"},
    {related, "nl", "achtergrond:"},

    {promotion, "nl", "volg ons …"},
    {promotion, "nl", "meld je aan …"},
    {promotion, "nl", "schrijf je in …"},
    {promotion, "nl", "volg * {platform} …"},
    {promotion, "nl", "download de app …"},
    {promotion, "nl", "download onze app …"},
    {promotion, "nl", "deel dit artikel …"},
    {promotion, "nl", "deel op …"},
    {promotion, "nl", "delen"},
    {promotion, "nl", "abonneer …"},
    {promotion, "nl", "word lid …"},
    {promotion, "nl", "steun ons …"},
    {promotion, "nl", "klik hier …"},
    {promotion, "nl", "ontvang …"},
    {promotion, "nl", "tip de redactie …"},
    {promotion, "nl", "neem contact op …"},
    {promotion, "nl", "bezoek onze …"},

    {advertisement, "nl", "advertentie"},
    {advertisement, "nl", "advertenties"},
    {advertisement, "nl", "gesponsord"},
    {advertisement, "nl", "artikel gaat verder na advertentie …"},
    {advertisement, "nl", "lees verder na de advertentie …"},

    {editor, "nl", "noot van de redactie:"},
    {editor, "nl", "noot:"},
    {editor, "nl", "opmerking van de redactie:"},
    {editor, "nl", "dit artikel is bijgewerkt …"},

    {correction, "nl", "correctie:"},
    {correction, "nl", "rectificatie:"},
    {correction, "nl", "in een eerdere versie …"},

    {copyright, "nl", "alle rechten voorbehouden …"},
    {copyright, "nl", "… alle rechten voorbehouden"},

    {reporting, "nl", "met medewerking van …"},
    {reporting, "nl", "vertaald door …"},

    {caption, "nl", "foto:"},
    {caption, "nl", "foto van …"},
    {caption, "nl", "beeld:"},
    {caption, "nl", "afbeelding:"},
    {caption, "nl", "bron foto:"},

    {other, "nl", "reacties"},
    {other, "nl", "{number} reacties"},
    {other, "nl", "leestijd:"},
    {other, "nl", "leestijd *"},
    {other, "nl", "printen"},
    {other, "nl", "onderwerpen:"},
    {other, "nl", "trefwoorden:"},
    {other, "nl", "categorie:"},
};

}  // namespace

std::span<const LabelRow> dutch_labels() {
    return rows;
}

}  // namespace newsarc::parsing
