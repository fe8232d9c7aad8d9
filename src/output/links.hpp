#pragma once

#include <newsarc/list.hpp>

#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"

#include <array>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

/// The fields of a link that CSV and patterns know, in the order of CSV; `from` is the article that
/// it stands in, `article` the one that it points at.
inline constexpr std::array<std::string_view, 8> link_fields{"from",  "headline", "kind", "label",
                                                             "title", "url",      "host", "article"};

/// The id of the article it stands in, its kind, its words and address, and the id of the archived
/// article it points at: one line, broken where the layout has a width. `pointing`: it is known what it
/// points at, and the headline of the article it stands in is printed instead.
void print_link_row(std::ostream& out, const FoundLink& link, const Layout& layout, bool pointing = false);

/// One line of what the user asked for, cleaned for a terminal.
void print_link_pattern(std::ostream& out, const Pattern& pattern, const FoundLink& link);

/// The row of names, and a row of one link.
std::string link_csv_names();
std::string link_csv(const FoundLink& link);

/// One JSON object on one line: the link as in an article, and `from` and `headline`.
std::string link_json(const FoundLink& link);

/// How often hosts are linked to: a line each.
void print_hosts(std::ostream& out, std::span<const HostCount> hosts, const Layout& layout);
void print_hosts_csv(std::ostream& out, std::span<const HostCount> hosts);
void print_hosts_jsonl(std::ostream& out, std::span<const HostCount> hosts);

}  // namespace newsarc::output
