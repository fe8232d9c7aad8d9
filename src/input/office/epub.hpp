#pragma once

#include <functional>
#include <string_view>

#include "input/given.hpp"
#include "model/document.hpp"

namespace newsarc::input {

bool begins_epub(std::string_view start);

/// Gives the chapters of an EPUB (2 and 3) in the order of its spine, each as an article: those that are read
/// on from one to the next (`linear`) and have text. Writer, date, language and the name of the whole are
/// those that the package states, where a chapter does not. With `given.single` all of it is one article.
/// Throws Error: input for an EPUB that is damaged or has no text; unsupported without libarchive or libxml2.
void read_epub(std::string_view bytes, const Given& given, const std::function<void(Document)>& take);

}  // namespace newsarc::input
