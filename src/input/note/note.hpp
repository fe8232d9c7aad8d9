#pragma once

#include <string_view>
#include <vector>

#include "input/given.hpp"
#include "model/document.hpp"

// Markdown with front matter: what newsarc exports, and the notes of programs such as Obsidian and Hugo.

namespace newsarc::input {

/// True of a text that begins with lines `name: value` between two lines of three dashes, one of which is the
/// title, date, author or tags.
bool begins_note(std::string_view start);

/// Reads one after the other: what the front matter states, and the paragraphs below it without the signs of
/// Markdown. Front matter is read as far as it is lines of single values and lists: YAML's other forms are
/// passed over.
std::vector<Document> read_notes(std::string_view bytes, const Given& given);

}  // namespace newsarc::input
