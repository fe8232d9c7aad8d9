#pragma once

#include "parse/name/jobs.hpp"

#include <cstdint>
#include <string_view>

// Lines that are known by their shape rather than by a label.
namespace newsarc::parsing {

/// `Home > Ports > Ferries`: three parts or more, whatever they are.
bool is_trail(std::string_view text);

/// A trail, `Home / News`, or a section's name that stands alone before the headline.
bool is_page_place(std::string_view text);

/// `Jane Roe / Reuters`, `AFP via Getty Images`, `REUTERS/Jane Roe`: names and an agency, no verb.
bool is_picture_credit(std::string_view text);

/// A few words that lead to a link at the end of the line: `Shop now: https://…`,
/// `More at www.example.com`. `strict` asks for fewer words, as between
/// paragraphs.
bool leads_to_link(std::string_view text, bool strict);

/// Something to write to, and nothing that a story would say: an e-mail address in a short line, a
/// handle alone (`@newsdesk`).
bool is_contact(std::string_view text);

/// A time of day and nothing else, under a date: `14:05 GMT`.
bool is_clock_alone(std::string_view text);

/// How much of a writer a line without `By` is.
enum class NameLine : std::uint8_t {
    none,
    name,    ///< a person's name, or what looks like one
    writer,  ///< names with a job, an outlet or a town; a desk: `Our Correspondent`
};
NameLine read_name_line(std::string_view text);

}  // namespace newsarc::parsing
