#pragma once

#include "parse/classify.hpp"
#include "parse/label/labels.hpp"

#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// A part of a line that tells who wrote a story and when, with its label.
struct StampPart {
    LineType type = LineType::note;  ///< byline, published, updated, or a note
    std::string_view text;
    bool told = false;  ///< by a label: `By`, `Published`
};

/// The parts of such a line in order: `Jane Roe · Coast Wire · Posted: Aug 8, 2024 4:00 AM | Last Updated:
/// August 8`, `Published Jun 5, 2026 • 3 minute read`, `By JANE ROEPUBLISHED: JUN 5, 2026`. Empty when the
/// line is none: it tells neither, or tells much else. A date without a year and words such as `3 hours ago`
/// are notes. Names that no word such as `By` tells are taken beside a date only.
std::vector<StampPart> read_stamp(std::string_view text, const LabelSet& labels);

/// Names without what a page lets run into them: a count, a network's name, a job, an outlet
/// (`Jane RoeTwitter`, `Jane RoeStaff Writer`, `Jane RoeThe Coast Wire`).
std::string_view without_tail(std::string_view names);

}  // namespace newsarc::parsing
