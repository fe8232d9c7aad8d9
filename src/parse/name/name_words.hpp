#pragma once

#include <string_view>

namespace newsarc::parsing {

// What the lexicon knows of the words of bylines and datelines. All take folded text.

/// Lower-case words inside names: `van`, `de`, `bin`.
bool is_name_particle(std::string_view folded);

/// Words of jobs and of outlets, which tell a title or a desk from a person: `reporter`, `times`.
bool is_job_word(std::string_view folded);

/// The words of jobs that say who somebody is: `reporter`, `Korrespondentin`, `ZDF-Reporterin`, `記者`.
bool is_role_word(std::string_view folded);

/// Words of outlets' names: `news`, `times`, `press`.
bool is_outlet_word(std::string_view folded);

/// Capitalised words that begin a sentence, a date or a headline after `By`, and no name.
bool is_never_name(std::string_view folded);

/// A word in small letters that may be a name (`bell hooks`): letters alone, and no word that says nothing.
bool may_be_small_name(std::string_view word);

/// Words that end the names: `in`, `for`, `published`.
bool ends_names(std::string_view folded);

/// `and`, `y`, `und`: the word between two names.
bool joins_names(std::string_view folded);

/// `with`, `mit`: the word before the name of who helped.
bool adds_names(std::string_view folded);

/// `in`, `aus`; `for`, `pour`: the word between a name and a place or an outlet.
bool leads_to_place(std::string_view folded);
bool leads_to_outlet(std::string_view folded);

/// `jr`, `iii`; `phd`, `m.d`: what stands behind a name, without its last full stop.
bool is_name_suffix(std::string_view folded);
bool is_degree(std::string_view folded);

/// Words that people are called by, of many countries: `jane`, `jean-luc`, `олена`.
bool is_given_name(std::string_view folded);

/// Cities that datelines name alone, without a country and without capitals.
bool is_known_city(std::string_view folded);

/// News agencies and broadcasters that stand in datelines.
bool is_known_agency(std::string_view folded);

/// Words in capitals that begin a paragraph before a dash or colon and are no place: `UPDATE`.
bool is_never_place(std::string_view folded);

}  // namespace newsarc::parsing
