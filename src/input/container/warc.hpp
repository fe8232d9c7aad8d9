#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>

#include <functional>
#include <string>
#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

/// True of the beginning of a WARC file, packed with gzip or not; also of an ARC file, its older form.
bool begins_warc(std::string_view start);

/// Gives the web pages and feeds of a WARC file (ISO 28500), version 1.0 or 1.1, in their order: its records
/// `response`, of status 200, and `resource`. All others are passed over. A record that is cut off is given
/// as far as it goes, with a warning; what is damaged goes to `fail` with where it is, and reading goes on
/// with the next record that begins. Throws Error: input for a file without any page or feed, for ARC and for
/// what unpacks too far; unsupported where a body is packed with Brotli and the system has none.
void read_warc(const Source& source, const std::function<void(const InnerFile&)>& take,
               const std::function<void(const std::string& path, const Error&)>& fail);

}  // namespace newsarc::input
