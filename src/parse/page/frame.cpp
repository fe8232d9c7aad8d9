#include "parse/page/frame.hpp"

#include "parse/date/meta.hpp"
#include "parse/name/jobs.hpp"
#include "parse/name/name_words.hpp"
#include "parse/page/headline.hpp"
#include "parse/page/writer.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace newsarc::parsing {

bool PageFrame::find() {
    begin_ = find_story_begin(blocks_, scores_);
    find_headline();
    if (begin_ == blocks_.size()) return false;
    skip_decks();
    return is_page();
}

bool PageFrame::is_dated(std::size_t i) const {
    return std::any_of(blocks_[i].stamp.begin(), blocks_[i].stamp.end(), [](const StampPart& part) {
        return part.type == LineType::published || part.type == LineType::updated;
    });
}

bool PageFrame::tells_writer(std::size_t i) const {
    return is_byline_word(i) ||
           std::any_of(blocks_[i].stamp.begin(), blocks_[i].stamp.end(),
                       [](const StampPart& part) { return part.type == LineType::byline && part.told; });
}

bool PageFrame::is_byline_word(std::size_t i) const {
    const auto match = labels_.match(text(i));
    if (!match || match->kind != LabelKind::byline || !match->value.empty()) return false;
    // `Reporter` below a name is what she is.
    const bool job = match->mark == Mark::none && is_job_title(text(i));
    return !(job && i > 0 && headline_ && i - 1 > *headline_ && is_name(i - 1));
}

bool PageFrame::is_name(std::size_t i) const {
    return !blocks_[i].look.sentence && blocks_[i].pages == 0 && !name_parts(text(i)).empty();
}

bool PageFrame::is_job(std::size_t i) const {
    std::string folded = text::fold(text(i));
    for (std::string_view rest = folded; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (is_job_word(word)) return true;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return false;
}

bool PageFrame::is_deck(std::size_t i) const {
    const Look& look = blocks_[i].look;
    return look.width >= 30 && look.width <= 500 && look.lower >= 2 && !blocks_[i].credit &&
           blocks_[i].pages == 0 && i <= *headline_ + 4 && text(i) != text(*headline_) &&
           !(i + 1 < blocks_.size() && blocks_[i + 1].credit && blocks_[i + 1].look.width < 60);
}

bool PageFrame::is_small_byline(std::size_t i) const {
    if (!(i > 0 && is_dated(i - 1)) && !(i + 1 < begin_ && is_dated(i + 1))) return false;
    const auto match = labels_.match(text(i));
    if (!match || match->kind != LabelKind::byline) return false;
    const std::size_t blank = match->value.find(' ');
    if (blank == std::string_view::npos) return may_be_small_name(match->value);
    return is_given_name(text::fold(match->value.substr(0, blank))) &&
           may_be_small_name(match->value.substr(blank + 1));
}

StoryReason PageFrame::reason(std::size_t i) const {
    StoryReason out{scores_.in_place[i], {}};
    std::array<std::size_t, own_features + place_features> order{};
    for (std::size_t f = 0; f < order.size(); ++f)
        order[f] = f;
    const auto says = [&](std::size_t f) {
        return f == 0 ? 0.0F : features()[f].in_place * scores_.values[i][f];
    };
    std::partial_sort(order.begin(), order.begin() + out.features.size(), order.end(),
                      [&](std::size_t a, std::size_t b) { return says(a) < says(b); });
    for (std::size_t k = 0; k < out.features.size(); ++k)
        if (says(order[k]) < 0) out.features[k] = features()[order[k]].name;
    return out;
}

void PageFrame::find_headline() {
    const auto candidates = headline_candidates(passages_, blocks_, scores_, begin_);
    const auto less = [](const auto& a, const auto& b) { return a.score < b.score; };
    const auto below = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const auto& candidate) { return candidate.block >= begin_; });
    auto best = std::max_element(candidates.begin(), candidates.end(), less);
    if (best == candidates.end()) return;
    // A trail of links ends in the title that stands below it.
    for (auto next = best + 1; next != candidates.end() && next->block <= best->block + 4; ++next) {
        if (holds_title(best->block, next->block)) {
            best = next;
            break;
        }
    }
    // Captions may stand above the headline, but what stands above running text is rather one.
    constexpr float least_lead_below = 5;
    if (best >= below && below != candidates.begin()) {
        const auto above = std::max_element(candidates.begin(), below, less);
        if (best->score - above->score < least_lead_below) best = above;
    }
    // What is above it must be much less of a headline to be a part of the page.
    constexpr float least_lead = 1.5F;
    headline_ = best->block;
    if (best->block > 1 && opens_story(0)) {
        headline_ = 0;
        return begin_below_headline();
    }
    if (page_marks() > 0) return begin_below_headline();
    for (const HeadlineCandidate& candidate : candidates) {
        if (candidate.block >= best->block) break;
        if (blocks_[candidate.block].label) continue;
        // A trail of links ends in the title.
        if (text(candidate.block).find(text(best->block)) != std::string_view::npos) continue;
        if (best->score - candidate.score < least_lead && !blocks_[candidate.block].look.sentence) {
            headline_ = candidate.block;
            break;
        }
    }
    begin_below_headline();
}

bool PageFrame::holds_title(std::size_t i, std::size_t title) const {
    constexpr std::size_t shortest = 20;
    const std::string_view part = text(title);
    return part.size() >= shortest && part.size() < text(i).size() && !is_story(i) &&
           blocks_[i].look.width < 300 && text(i).find(part) != std::string_view::npos;
}

bool PageFrame::opens_story(std::size_t i) const {
    constexpr std::uint32_t shortest_paragraph = 80;
    const auto is_paragraph = [&](const Block& block) {
        return block.look.stops > 0 && block.look.width >= shortest_paragraph && !block.label &&
               !block.credit && block.stamp.empty();
    };
    const Block& block = blocks_[i];
    return i + 2 < blocks_.size() && block.look.width >= 20 && block.look.width <= 160 &&
           block.look.words >= 4 && block.look.stops <= 1 && block.look.fused == 0 && block.stamp.empty() &&
           !block.credit && (!block.label || *block.label == LabelKind::related) &&
           is_paragraph(blocks_[i + 1]) && is_paragraph(blocks_[i + 2]);
}

void PageFrame::begin_below_headline() {
    // Of a title that is told twice above the story, the lower is no part of a trail.
    for (std::size_t i = *headline_ + 1; i < std::min(begin_, blocks_.size()); ++i)
        if (text(i) == text(*headline_)) headline_ = i;
    begin_ = *headline_ + 1;
    while (begin_ < blocks_.size() && !(is_story(begin_) && blocks_[begin_].look.width >= 60))
        ++begin_;
}

void PageFrame::skip_decks() {
    if (!headline_) return;
    bool dated = false;
    bool named = false;
    for (std::size_t i = *headline_ > 3 ? *headline_ - 3 : 0; i < begin_; ++i) {
        dated = dated || is_dated(i);
        named = named || (i > *headline_ && tells_writer(i));
    }
    for (int times = 0; times < 2; ++times) {
        constexpr std::size_t most_between = 4;
        std::size_t stamp = begin_;
        const std::size_t last = std::min(blocks_.size(), begin_ + most_between);
        while (stamp < last && !(is_dated(stamp) && !dated) && !(tells_writer(stamp) && !named))
            ++stamp;
        if (stamp == last) return;
        dated = dated || is_dated(stamp);
        named = named || tells_writer(stamp);
        std::size_t next = stamp + 1;
        while (next < blocks_.size() && !is_story(next))
            ++next;
        std::size_t more = 0;
        for (std::size_t j = next; j < blocks_.size() && more < 3; ++j)
            more += is_story(j);
        if (more == 3) begin_ = next;
    }
}

bool PageFrame::is_loose(std::size_t i) const {
    const Block& block = blocks_[i];
    return i != headline_ && !is_story(i) && !block.look.sentence && block.look.width < 60 &&
           !(block.label && *block.label != LabelKind::other) && !read_meta(text(i), labels_) &&
           name_parts(text(i)).empty();
}

int PageFrame::page_marks() const {
    int marks = 0;
    int buttons = 0;
    int loose = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        const Block& block = blocks_[i];
        if (i < begin_ && is_loose(i) && ++loose == 4) ++marks;
        const bool button = block.label == LabelKind::other || block.label == LabelKind::promotion;
        if (button && i < begin_ && block.look.width < 25 && ++buttons == 2) ++marks;
        constexpr float doubtful = -0.5F;
        if (block.label || scores_.in_place[i] > doubtful || i == headline_) continue;
        if (!block.stamp.empty())
            marks += i < begin_ && !read_meta(text(i), labels_);
        else
            marks += block.pages > 0 || block.credit || block.look.fused > 1;
    }
    return marks;
}

bool PageFrame::is_page() const {
    int marks = page_marks();
    if (headline_) marks += title_in(passages_, blocks_, *headline_).size() < text(*headline_).size();
    for (std::size_t i = 0; i < headline_.value_or(0); ++i)
        marks +=
            (!blocks_[i].label && blocks_[i].stamp.empty() && !is_story(i) && blocks_[i].look.width < 100) ||
            holds_title(i, *headline_);
    std::size_t stories = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        stories += is_story(i);
    constexpr int many_marks = 3;
    return marks > 0 && stories >= (marks < many_marks ? 2U : 1U);
}

}  // namespace newsarc::parsing
