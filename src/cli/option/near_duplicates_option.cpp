#include "cli/option/near_duplicates_option.hpp"

#include <array>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<NearDuplicatePolicy>, 2> policies{{
    {"keep", NearDuplicatePolicy::keep},
    {"skip", NearDuplicatePolicy::skip},
}};

}  // namespace

void declare_near_duplicates(Parameters& options, NearDuplicatePolicy& target) {
    options.choice<NearDuplicatePolicy>("--near-duplicates",
                                        "store what is nearly the same as another article (keep), or not",
                                        policies, target);
}

}  // namespace newsarc::cli
