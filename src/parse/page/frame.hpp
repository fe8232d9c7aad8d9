#pragma once

#include "parse/classify.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/paragraphs.hpp"
#include "parse/page/story.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// Where the headline and the story of a page stand among its blocks, and what each of these shows.
class PageFrame {
protected:
    PageFrame(std::span<const Passage> passages, const LabelSet& labels)
        : passages_(passages),
          labels_(labels),
          blocks_(look_at_blocks(passages, labels)),
          scores_(score_story(passages, blocks_)) {}

    /// Finds headline and story. False when there is no more than an article.
    bool find();

    [[nodiscard]] std::string_view text(std::size_t i) const { return passages_[i].text; }
    [[nodiscard]] bool is_story(std::size_t i) const { return scores_.in_place[i] > 0; }

    /// It tells a day of publication or change.
    [[nodiscard]] bool is_dated(std::size_t i) const;

    /// It says who wrote, or that the next line does.
    [[nodiscard]] bool tells_writer(std::size_t i) const;

    /// `By`, `Author of the article:`; the name stands on the next line.
    [[nodiscard]] bool is_byline_word(std::size_t i) const;

    /// Names and nothing else.
    [[nodiscard]] bool is_name(std::size_t i) const;

    /// A word of it is a job's.
    [[nodiscard]] bool is_job(std::size_t i) const;

    /// `by flerche`, `By Cindy mangomini` above or below a date.
    [[nodiscard]] bool is_small_byline(std::size_t i) const;

    /// As long as a deck, below the headline.
    [[nodiscard]] bool is_deck(std::size_t i) const;

    /// What speaks most against a block as one of the story.
    [[nodiscard]] StoryReason reason(std::size_t i) const;

    std::span<const Passage> passages_;
    const LabelSet& labels_;
    std::vector<Block> blocks_;
    StoryScores scores_;
    std::optional<std::size_t> headline_;
    std::size_t begin_ = 0;  ///< of the story

private:
    void find_headline();

    /// A line that holds the title of another among sections and outlets: `News/Ports/Title - Coast Wire`.
    [[nodiscard]] bool holds_title(std::size_t i, std::size_t title) const;

    /// A line as long as a title with two paragraphs right below it. At the top of a text that is its
    /// headline, whatever stands further down: what a page has above its headline are short lines. Nor is
    /// there anything yet that a label such as `Breaking:` could lead away from.
    [[nodiscard]] bool opens_story(std::size_t i) const;

    /// The story begins with the first sentence below its headline.
    void begin_below_headline();

    /// Long lines between the headline and who wrote or when are a deck or captions: the story begins after
    /// that.
    void skip_decks();

    /// A short line near the headline that is no sentence and tells neither who nor when.
    [[nodiscard]] bool is_loose(std::size_t i) const;

    /// Lines that only pages have. A line that is not of the story by its shape alone is no proof: stories
    /// hold lists, scores and addresses.
    [[nodiscard]] int page_marks() const;

    /// More than an article.
    [[nodiscard]] bool is_page() const;
};

}  // namespace newsarc::parsing
