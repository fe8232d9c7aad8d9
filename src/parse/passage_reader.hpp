#pragma once

#include "parse/date/meta.hpp"
#include "parse/label/guards.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/paragraphs.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace newsarc::parsing {

/// Tells what a passage may be by its words and by its neighbours. The words of one are matched once, though
/// several questions are asked of it. Both arguments must outlive it.
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

    /// A name without `By`, when what it says or the line after it shows that it is the writer's.
    [[nodiscard]] bool is_bare_byline(std::size_t i) const;

    /// What stands on the line after a name: a job, an outlet, an address.
    [[nodiscard]] bool hangs_on_names(std::size_t i) const;

    /// The `number`th line after the label of related stories is one of their titles: the first line,
    /// then those that follow it without an empty line or as items of a list.
    [[nodiscard]] bool is_related_title(std::size_t i, std::size_t number) const;

    /// A link right under a line that leads to another story or promotes.
    [[nodiscard]] bool follows_link_label(std::size_t i) const;

private:
    /// A person's name, by what people are called, of whom the story below does not tell.
    [[nodiscard]] bool calls_somebody(std::size_t i) const;

    struct Matched {
        std::optional<std::size_t> passage;
        std::optional<LabelMatch> match;
    };
    std::span<const Passage> passages_;
    const LabelSet& labels_;
    mutable std::array<Matched, 8> matched_{};
};

}  // namespace newsarc::parsing
