#pragma once

#include <string>
#include <string_view>

#include "input/page/head.hpp"

namespace newsarc::input {

/// The canonical address of a page: canonical link, og:url, JSON-LD, where a browser saved it from.
/// Empty when none is a full http address.
std::string page_address(const Head& head);

/// The host in lower case, without `www.`; empty when there is none.
std::string host_of_address(std::string_view url);

/// `2025-01-21` of an address such as `https://…/2025/01/21/…`; empty when it has none.
std::string date_in_address(std::string_view url);

/// The address that a link on a page leads to (RFC 3986, section 5). Empty for one that leads nowhere a
/// reader could go (`javascript:`, `data:`, a fragment) or, without a base, is not full.
std::string resolve(std::string_view link, std::string_view base);

/// Where an address leads that only counts who follows it, as those of Google Alerts, Facebook and Outlook
/// do; else the address itself. Nobody is asked.
std::string unwrapped(const std::string& url);

}  // namespace newsarc::input
