#include "parse/label/labels.hpp"

// Words that stand for each other in label patterns. `{number}` and `{year}` are known to the
// matcher itself.
namespace newsarc::parsing {
namespace {

constexpr WordSet sets[] = {
    {"platform",
     "whatsapp telegram facebook fb twitter x instagram ig youtube linkedin tiktok threads bluesky mastodon "
     "snapchat pinterest reddit discord viber signal line wechat weibo vk rumble gab parler truth spotify "
     "google "
     "apple itunes flipboard messenger koo sharechat patreon substack medium roku"},
    {"network",
     "whatsapp telegram facebook twitter instagram youtube linkedin tiktok threads bluesky mastodon"},
    {"channel",
     "newsletter newsletters channel channels app apps podcast podcasts bulletin bulletins briefing "
     "briefings "
     "alerts alert notifications updates feed page group magazine inbox mailing list email emails community "
     "membership edition digest"},
    {"story",
     "story stories article articles report reports piece news post posts item dispatch column page coverage "
     "headlines headline video videos read reads reading link links feature features interview analysis "
     "opinion "
     "editorial update updates blog review reviews podcast gallery explainer transcript statement"},
    {"series", "series section category package edition issue"},
    {"site", "site website blog page channel our this"},
    {"person",
     "reporter reporters author authors editor editors writer writers journalist journalists correspondent"},
    {"agency", "ap reuters afp upi cnn bloomberg associated agencies staff"},
};

}  // namespace

std::span<const WordSet> word_sets() {
    return sets;
}

std::vector<std::span<const LabelRow>> label_tables() {
    return {english_labels(),      english_related_labels(), english_promotion_labels(),
            english_note_labels(), english_caption_labels(), english_furniture_labels(),
            spanish_labels(),      french_labels(),          german_labels(),
            portuguese_labels(),   italian_labels(),         dutch_labels(),
            world_labels()};
}

}  // namespace newsarc::parsing
