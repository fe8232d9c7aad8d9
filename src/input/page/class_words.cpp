#include "input/page/blocks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "input/page/name_table.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::input {
namespace {

enum class Means : std::uint8_t {
    furniture,
    footer,
    comments,
    consent,
    embed,
    caption,
    byline,
    date,
    deck,
    headline,
    logo,
    trail
};

struct WordRow {
    std::string_view word;
    Means means;
};

using enum Means;

// Sorted by word.
constexpr auto words = name_table<&WordRow::word, WordRow>({
    {"ad", furniture},
    {"ads", furniture},
    {"adslot", furniture},
    {"advert", furniture},
    {"advertisement", furniture},
    {"advertising", furniture},
    {"also", furniture},
    {"anzeige", furniture},
    {"author", byline},
    {"authorname", byline},
    {"authors", byline},
    {"autor", byline},
    {"banner", furniture},
    {"bio", furniture},
    {"bookmark", furniture},
    {"breadcrumb", trail},
    {"breadcrumbs", trail},
    {"byline", byline},
    {"caption", caption},
    {"carousel", furniture},
    {"ccpa", consent},
    {"comment", comments},
    {"comments", comments},
    {"consent", consent},
    {"cookie", consent},
    {"cookies", consent},
    {"copyright", footer},
    {"credit", caption},
    {"credits", caption},
    {"date", date},
    {"dateline", date},
    {"datum", date},
    {"deck", deck},
    {"dek", deck},
    {"disclaimer", furniture},
    {"disqus", comments},
    {"dropdown", furniture},
    {"embed", embed},
    {"excerpt", deck},
    {"fecha", date},
    {"figcaption", caption},
    {"footer", footer},
    {"gdpr", consent},
    {"headline", headline},
    {"ingress", deck},
    {"instagram", embed},
    {"kommentare", comments},
    {"legal", furniture},
    {"legende", caption},
    {"login", furniture},
    {"logo", logo},
    {"masthead", furniture},
    {"menu", furniture},
    {"modal", furniture},
    {"nav", furniture},
    {"navbar", furniture},
    {"navigation", furniture},
    {"newsletter", furniture},
    {"newsletters", furniture},
    {"onetrust", consent},
    {"outbrain", furniture},
    {"overlay", furniture},
    {"pagination", furniture},
    {"popular", furniture},
    {"popup", furniture},
    {"print", furniture},
    {"privacy", consent},
    {"promo", furniture},
    {"promos", furniture},
    {"promoted", furniture},
    {"promotion", furniture},
    {"published", date},
    {"rating", furniture},
    {"readmore", furniture},
    {"recirc", furniture},
    {"recirculation", furniture},
    {"recommendation", furniture},
    {"recommendations", furniture},
    {"recommended", furniture},
    {"register", furniture},
    {"relacionadas", furniture},
    {"relacionados", furniture},
    {"related", furniture},
    {"respond", comments},
    {"share", furniture},
    {"sharebar", furniture},
    {"sharing", furniture},
    {"sidebar", furniture},
    {"signup", furniture},
    {"social", furniture},
    {"sommaire", furniture},
    {"sponsor", furniture},
    {"sponsored", furniture},
    {"standfirst", deck},
    {"subheadline", deck},
    {"subscribe", furniture},
    {"subscription", furniture},
    {"subtitle", deck},
    {"taboola", furniture},
    {"tags", furniture},
    {"teaser", furniture},
    {"teasers", furniture},
    {"timestamp", date},
    {"title", headline},
    {"toolbar", furniture},
    {"tooltip", furniture},
    {"topics", furniture},
    {"trending", furniture},
    {"tweet", embed},
    {"twitter", embed},
    {"widget", furniture},
    {"writer", byline},
    {"writers", byline},
});

static_assert(words.is_sorted());

/// Calls `take` with each word of `relatedStories related-box__title`, in lower case.
template <typename Take>
void for_each_word(std::string_view names, const Take& take) {
    std::string word;
    bool was_lower = false;
    const auto end_word = [&] {
        if (!word.empty()) take(std::string_view(word));
        word.clear();
    };
    for (const char c : names) {
        const bool is_upper = text::is_ascii_upper(c);
        const bool is_letter = text::is_ascii_alpha(c);
        if (!is_letter || (is_upper && was_lower)) end_word();
        if (is_letter) word += text::ascii_lower(c);
        was_lower = is_letter && !is_upper;
    }
    end_word();
}

void read_words(std::string_view names, Signs& out) {
    for_each_word(names.substr(0, 512), [&](std::string_view word) {
        const WordRow* const found = words.find(word);
        if (found == nullptr) return;
        switch (found->means) {
            case furniture: out.furniture = true; break;
            case footer: out.footer = out.furniture = true; break;
            case comments: out.comments = true; break;
            case consent: out.consent = true; break;
            case embed: out.embed = true; break;
            case caption: out.caption = true; break;
            case byline: out.byline = true; break;
            case date: out.date = true; break;
            case deck: out.deck = true; break;
            case headline: out.headline = true; break;
            case logo: out.logo = true; break;
            case trail: out.trail = out.furniture = true; break;
        }
    });
}

/// A list of classes that takes what bears it off the page until something is done, on screens of all sizes:
/// `box hidden`, but not `hidden md:block`.
bool names_unshown(std::string_view classes) {
    bool is_unshown = false;
    while (!classes.empty()) {
        const std::string_view each = classes.substr(0, classes.find(' '));
        classes.remove_prefix(std::min(each.size() + 1, classes.size()));
        if (each == "hidden" || each == "d-none" || each == "is-hidden") is_unshown = true;
        for (const std::string_view shown : {"block", "flex", "grid", "inline", "inline-block"}) {
            const bool is_sized = each.size() > shown.size() + 1 && each.ends_with(shown);
            if (is_sized && (each[each.size() - shown.size() - 1] == ':' || each.starts_with("d-")))
                return false;
        }
    }
    return is_unshown;
}

constexpr std::array<std::string_view, 9> furniture_roles{
    "alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search", "tablist"};

void read_signs(const Tree& tree, std::uint32_t node, Signs& out) {
    const Tree::Node& at = tree.nodes[node];
    if (at.tag == Tag::text) return;
    for (std::uint32_t i = at.begin; i < at.begin + at.size; ++i) {
        const Tree::Attribute& each = tree.attributes[i];
        const std::string_view value = std::string_view(tree.bytes).substr(each.begin, each.size);
        switch (each.key) {
            case Key::class_:
                if (names_unshown(value)) out.furniture = true;
                read_words(value, out);
                break;
            case Key::id:
            case Key::data_testid:
            case Key::data_component:
            case Key::data_qa:
            case Key::data_type: read_words(value, out); break;
            case Key::role:
                if (std::ranges::find(furniture_roles, value) != furniture_roles.end()) out.furniture = true;
                if (value == "contentinfo") out.footer = true;
                break;
            case Key::itemprop:
                if (value == "author") out.byline = true;
                if (value == "datePublished" || value == "dateModified") out.date = true;
                if (value == "caption") out.caption = true;
                if (value == "headline") out.headline = true;
                break;
            case Key::rel:
                if (value == "author") out.byline = true;
                break;
            default: break;
        }
    }
    switch (at.tag) {
        case Tag::footer: out.footer = out.furniture = true; break;
        case Tag::nav:
        case Tag::aside:
        case Tag::form:
        case Tag::menu: out.furniture = true; break;
        case Tag::figcaption:
        case Tag::caption: out.caption = true; break;
        case Tag::time: out.date = true; break;
        default: break;
    }
}

}  // namespace

bool names_hidden(std::string_view classes) {
    constexpr std::array<std::string_view, 6> hiding{"sr-only", "visually-hidden",    "visuallyhidden",
                                                     "sr_only", "screen-reader-text", "screenreader"};
    return std::ranges::any_of(hiding, [&](std::string_view each) {
        const std::size_t at = classes.find(each);
        return at != std::string_view::npos && (at == 0 || classes[at - 1] == ' ' || classes[at - 1] == '-');
    });
}

const Signs& signs_of(const Tree& tree, std::uint32_t node) {
    if (tree.signs.empty()) tree.signs.resize(tree.nodes.size());
    Signs& out = tree.signs[node];
    if (!out.is_read) read_signs(tree, node, out);
    out.is_read = true;
    return out;
}

}  // namespace newsarc::input
