#pragma once

#include <newsarc/article.hpp>

#include "parse/date/meta.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/paragraphs.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// What a passage is in its article.
enum class LineType : std::uint8_t {
    headline,
    deck,
    credit,
    byline,
    job_title,
    published,
    updated,
    dateline,
    paragraph,
    related,
    note,
    link,
    separator,
};

/// Why a block of a page is none of its story: the log odds, and what speaks most against it.
struct StoryReason {
    float score = 0;
    std::array<std::string_view, 3> features;  ///< some may be empty
};

/// A passage and what it was taken for. The views live as long as the passages and the labels.
struct Classed {
    LineType type = LineType::paragraph;
    NoteKind note = NoteKind::other;        ///< when the type is note
    std::string_view rule;                  ///< why, in words
    std::string_view pattern;               ///< of the label that decided; empty when none did
    std::string_view language;              ///< of that label
    std::string_view label;                 ///< as it stands in the passage
    std::string_view value;                 ///< the passage without its label
    std::optional<StoryReason> story = {};  ///< when the model of a page decided
    std::shared_ptr<const Meta> meta = {};  ///< who and when, where the line was read so; it is slow to read
};

/// A text taken apart: one entry of `classed` for each of `passages`, which may be parts of those given.
struct ClassedText {
    std::vector<Passage> passages;
    std::vector<Classed> classed;
    bool from_page = false;  ///< copied from a page, with what stands around a story there
};

/// The name that `--explain` prints: the type, or the kind of a note.
std::string_view type_name(const Classed& classed);

/// Takes each passage of one article for what it is: first the lines around the headline, from the
/// top; then those around the end, from the bottom; then what stands between paragraphs. One result
/// a passage, in order. With `Part::body` the top was read elsewhere: there is no headline to find.
enum class Part { article, body };
std::vector<Classed> classify(std::span<const Passage> passages, const LabelSet& labels,
                              Part part = Part::article);

}  // namespace newsarc::parsing
