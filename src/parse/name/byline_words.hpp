#pragma once

#include <string_view>

namespace newsarc::parsing {

/// Lower-case words inside names: `van`, `de`, `bin`.
bool is_name_particle(std::string_view folded);

/// Words of jobs and of outlets, which tell a title or a desk from a person: `reporter`, `times`.
bool is_job_word(std::string_view folded);

/// Words of outlets' names: `news`, `times`, `press`.
bool is_outlet_word(std::string_view folded);

/// Capitalised words that begin a sentence, a date or a headline after `By`, and no name.
bool is_never_name(std::string_view folded);

/// Words that end the names: `in`, `for`, `published`.
bool ends_names(std::string_view folded);

/// `and`, `y`, `und`: the word between two names.
bool joins_names(std::string_view folded);

}  // namespace newsarc::parsing
