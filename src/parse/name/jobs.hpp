#pragma once

#include <newsarc/article.hpp>

#include <string_view>

// What words say of somebody who writes: a job, an outlet, a place.
namespace newsarc::parsing {

/// True for the name of a desk or an outlet rather than of a person, which may begin with an
/// article: `The Associated Press`, `Our Correspondent`, `staff and agencies`.
bool is_desk(std::string_view text);

/// True for a short line such as `Staff Writer` or `Political Correspondent, NewsX`: what somebody
/// is, as it stands on the line after a name.
bool is_job_title(std::string_view text);

/// The outlet or the town of a writer, on the line below the names: `The Associated Press`,
/// `For the Evening Post`, `in Washington`.
bool is_affiliation(std::string_view text);

/// True when a word of a job or an outlet is among the words of a folded text.
bool holds_job_word(std::string_view folded);

/// True when a word of a job is among the words: `writer`, `Korrespondentin`, `記者`.
bool names_role(std::string_view text);

/// How words stand by a name, where they may say more than one thing.
enum class Aside { comma, bracket, bar };

/// Adds words that stand by a name to what is known of its author: a job, an outlet, or a place. False
/// when they are none that can be told; behind a bar only what is sure is taken.
bool tell_of(Author& author, std::string_view words, Aside how);

}  // namespace newsarc::parsing
