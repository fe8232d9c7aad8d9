#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ask/desk.hpp"
#include "web/http/message.hpp"
#include "web/page/tray.hpp"

// The pages, each in a file of its name. All throw Error for what site.cpp turns into a page that says so.

namespace newsarc::web {

/// The hits of a search with what narrows it; without a search the newest articles.
Response search_page(const Request& request, ask::Desk& desk);

/// An article to read, as it is now or was in the version `at`, the words of the search that led here marked;
/// with `diff` what that version changed.
Response article_page(const Request& request, ask::Desk& desk, std::int64_t id);
Response versions_page(const Request& request, ask::Desk& desk, std::int64_t id);

/// The fields of an article, each to be changed alone.
Response edit_page(const Request& request, ask::Desk& desk, std::int64_t id);
Response change_field(const Request& request, ask::Desk& desk, std::int64_t id);
Response change_tags(const Request& request, ask::Desk& desk, std::int64_t id);

Response list_page(const Request& request, ask::Desk& desk);
Response stats_page(const Request& request, ask::Desk& desk);

Response saved_page(const Request& request, ask::Desk& desk);
Response change_saved(const Request& request, ask::Desk& desk);
/// A saved search as an Atom feed (RFC 4287): what was added last.
Response saved_feed(const Request& request, ask::Desk& desk, const std::string& name);

/// Files and pasted text: what they would give, and the storing of it.
Response add_page(const Request& request);
Response preview_page(const Request& request, Tray& tray);
Response store_page(const Request& request, ask::Desk& desk, Tray& tray);

/// An article as a file in a form for other programs, and the file that it came from.
Response export_file(ask::Desk& desk, std::int64_t id, std::string_view format);
Response original_file(const Request& request, ask::Desk& desk, std::int64_t id);

Response help_page(const Request& request);

}  // namespace newsarc::web
