#pragma once

#include "cli/complete/complete.hpp"

#include <string_view>

namespace newsarc::cli {

/// What may stand where help shows a metavar such as `FILE`, `ID`, `QUERY` or `text|json|TEMPLATE`:
/// names in small letters stand for themselves, those in capitals for what a table says of them. The
/// values of an option that is named after a facet (`--credit`) are that facet's. `option` is its
/// long name, empty for an argument that is none. `typed` is the beginning of the value, and only
/// what begins so is offered.
Offers value_offers(std::string_view option, std::string_view metavar, std::string_view typed,
                    const GlobalOptions& options, const CompletionSource& source);

/// Adds what begins as the typed word does.
void offer(Offers& offers, std::string_view typed, std::string value, std::string_view description);

}  // namespace newsarc::cli
