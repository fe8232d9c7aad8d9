#pragma once

#include "parse/guards.hpp"
#include "parse/labels.hpp"
#include "parse/meta.hpp"
#include "parse/paragraphs.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace newsarc::parsing {

/// Asks passages for their labels. The words of one are matched once, though several questions are
/// asked of it. Both arguments must outlive it.
class PassageReader {
public:
    PassageReader(std::span<const Passage> passages, const LabelSet& labels)
        : passages_(passages), labels_(labels) {}

    [[nodiscard]] std::string_view text(std::size_t i) const { return passages_[i].text; }

    /// The label whose words the passage begins or ends with, whatever the passage is.
    [[nodiscard]] const std::optional<LabelMatch>& matched(std::size_t i) const {
        Matched& known = matched_[i % matched_.size()];
        if (!known.passage || *known.passage != i) known = {i, labels_.match(text(i))};
        return known.match;
    }

    /// The label, when the passage is one that such a label makes.
    [[nodiscard]] std::optional<LabelMatch> label_of(std::size_t i) const {
        const auto& found = matched(i);
        return found && accepts_label(text(i), *found) ? found : std::nullopt;
    }

    /// Who and when, for a line that tells nothing else.
    [[nodiscard]] std::optional<Meta> meta_of(std::size_t i) const {
        return read_meta(text(i), labels_, matched(i));
    }

private:
    struct Matched {
        std::optional<std::size_t> passage;
        std::optional<LabelMatch> match;
    };
    std::span<const Passage> passages_;
    const LabelSet& labels_;
    mutable std::array<Matched, 8> matched_{};
};

}  // namespace newsarc::parsing
