#pragma once

#include <newsarc/article.hpp>
#include <newsarc/date.hpp>
#include <newsarc/error.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ask/desk.hpp"
#include "web/http/message.hpp"
#include "web/page/markup.hpp"

namespace newsarc::web {

/// How a reader wants the pages to look, as a cookie of their own keeps it.
struct Look {
    std::string_view theme = "auto";  ///< `auto`, `light`, `dark`
    std::string_view size = "m";      ///< of the text: `s`, `m`, `l`
    bool keys = true;                 ///< single letters do something

    /// The cookie's value: `dark.l.on`.
    [[nodiscard]] std::string cookie() const;
};

/// What a cookie or a form says; what it cannot mean is as usual.
Look look_of_cookie(std::string_view value);
Look look_of_form(const Values& form);

inline constexpr std::string_view look_cookie = "newsarc-look";

/// What stands around the content of a page.
struct Frame {
    std::string title;
    std::string words = {};          ///< in the box for a search
    std::string_view place = {};     ///< the path of the link of the navigation that leads here
    std::string_view feed = {};      ///< the path of a feed that says the same
    std::string_view main = "page";  ///< class of what is between head and foot
};

/// A whole page.
Response page(const Request& request, const Frame& frame, const std::function<void(Markup&)>& content,
              unsigned status = 200);

/// A page that says what went wrong, and what to do.
Response error_page(const Request& request, const Error& error);

/// A form that changes something: sent with POST, from this page alone.
void form(Markup& out, const Request& request, std::string_view action, const Attributes& more,
          const std::function<void()>& content);

/// The number that stands in an address. Throws Error(not_found) for what is none.
std::int64_t number_of(std::string_view text);

/// Throws Error(not_found) where there is none of that id.
Article article_of(const Archive& archive, std::int64_t id);

/// Now, as the archive keeps moments: ISO 8601 in UTC.
std::string moment(const ask::Desk& desk);

/// Has a change of ask::changes carried out. Throws Error for what was not done.
void change(ask::Desk& desk, std::string_view name, const Values& values);

/// To another page, after something was changed.
Response redirect(std::string_view address);

/// A value of an address or a form; empty when it is not there.
std::string value_of(const Values& values, std::string_view name);

// Pieces that several pages have.

/// `ltr` or `rtl` by the script that the language is written in; `auto` where it is not known.
std::string_view direction(const std::optional<std::string>& language);

/// `21 March 2025`, `March 2025`, `2025`, with the time of day where `time`.
std::string shown_date(const DateTime& moment, bool time = false);

/// A `time` element of a moment.
void date(Markup& out, const DateTime& moment, bool time = false);

/// The parts that are there, a dot between two; each writes itself.
class Dotted {
public:
    explicit Dotted(Markup& out) : out_(out) {}
    void text(const std::optional<std::string>& part);
    void part(const std::function<void()>& write);

private:
    Markup& out_;
    bool first_ = true;
};

/// What an article is called: its headline, else the words that it begins with.
std::string title_of(const std::optional<std::string>& headline);

/// The address of an article.
std::string article_address(std::int64_t id, const Values& values = {});

}  // namespace newsarc::web
