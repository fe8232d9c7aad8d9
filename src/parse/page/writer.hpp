#pragma once

#include "parse/page/judged.hpp"
#include "parse/page/story.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Who wrote a page's story, where no word such as `By` tells it.
namespace newsarc::parsing {

/// The lists of names that a line holds and nothing else, a job or a town behind each and what runs into the
/// last aside: `Jane Roe`, `Jane Roe/Ali Khan`, `Jane Roe, Paris, Ali Khan`, `AFP`. Empty when it holds
/// anything else.
std::vector<std::string_view> name_parts(std::string_view line);

/// Whether a name begins with one that people are called by, or with an initial: `Jane Roe`, `J. Roe`.
bool begins_as_person(std::string_view name);

/// The name that a paragraph begins with which says that she writes: `Jane Roe is a reporter …`. Empty when
/// it says something else.
std::string_view name_in_bio(std::string_view text);

/// Whether a line tells what stands below a name: a job, an outlet, an address.
bool hangs_on_name(std::string_view line);

/// What speaks for a line of names as the writers'; `writer_features()` names them in this order.
constexpr std::size_t writer_feature_count = 24;
std::span<const Sign> writer_features();

using WriterCandidate = Candidate<writer_feature_count>;

/// The lines of names near a headline and below a story that begins at `begin`, in order. Time is linear in
/// the text.
std::vector<WriterCandidate> writer_candidates(std::span<const Passage> passages,
                                               std::span<const Block> blocks, const StoryScores& scores,
                                               std::optional<std::size_t> headline, std::size_t begin);

}  // namespace newsarc::parsing
