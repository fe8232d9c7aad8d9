#pragma once

#include <string_view>

namespace newsarc::parsing {

/// Cities that datelines name alone, without a country and without capitals; folded.
bool is_known_city(std::string_view folded);

/// News agencies and broadcasters that stand in datelines; folded.
bool is_known_agency(std::string_view folded);

/// Words in capitals that begin a paragraph before a dash or colon and are no place: `UPDATE`.
bool is_never_place(std::string_view folded);

}  // namespace newsarc::parsing
