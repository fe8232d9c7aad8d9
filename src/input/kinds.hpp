#pragma once

#include <newsarc/add.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "input/given.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// Takes what a file gives, in order. Each is called any number of times.
struct Sink {
    std::function<void(Document)> document;
    /// A file within the file; it is opened as what it is.
    std::function<void(const InnerFile&)> file;
    /// What within the file could not be read, and why.
    std::function<void(const std::string& path, const Error&)> failure;
};

/// A kind of file that articles are read from.
struct Kind {
    std::string_view name;     ///< as `--kind` takes it
    std::string_view what;     ///< for messages: `a web page`
    std::string_view endings;  ///< `.html .htm`, separated by blanks
    /// True of the beginning of such a file: at least 64 KB, or all there is.
    bool (*recognises)(std::string_view start);
    /// Gives the articles and files in it to the sink. Throws Error. Null for text, which the parser reads.
    void (*open)(const Source& source, const Given& given, const Sink& sink);
};

/// All kinds, in the order in which they are tried; the last is text, which takes what no other does.
std::span<const Kind> kinds();

/// What a file is: by its content first, by the ending of its name second.
const Kind& kind_of(std::string_view bytes, std::string_view path);

/// The kind of a name; null when there is none.
const Kind* kind_named(std::string_view name);

/// Whether a path ends in one of these, as Kind::endings lists them, whatever their case.
bool ends_in_one_of(std::string_view path, std::string_view endings);

/// How deep files may stand in files: a page in a WARC file in a zip …
inline constexpr int deepest_nesting = 4;

/// Bytes of all the files within one file that are read.
inline constexpr std::size_t most_inner_bytes = 1'000'000'000;

}  // namespace newsarc::input
