#pragma once

#include "parse/label/labels.hpp"
#include "parse/line/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsarc::parsing {

enum class Format : std::uint8_t { plain, nexis, proquest, factiva };

/// The lines of one article, half-open.
struct Section {
    std::size_t first = 0;
    std::size_t last = 0;
    Format format = Format::plain;
};

/// The articles of a text. Exports of Nexis, ProQuest and Factiva are known by their own lines. In other
/// text a rule of signs (`***`, `---`, `===`, `____`) or a form feed parts two articles when a whole
/// one stands on either side: a headline with a story under it, and, when nothing but the headline
/// tells (no credit, byline, date or dateline), a headline of four words or more.
std::vector<Section> split_articles(std::span<const Line> lines, const LabelSet& labels);

/// True when labelled fields stand in the text several times, each as often as the others: an export of
/// several articles in a form that is not known, and that cannot be taken apart.
bool repeats_fields(std::span<const Line> lines);

}  // namespace newsarc::parsing
