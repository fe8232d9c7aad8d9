#include "web/page/frame.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ask/selection.hpp"
#include "output/text/pattern.hpp"
#include "web/page/search_state.hpp"

namespace newsarc::web {
namespace {

struct Named {
    std::string_view name;
    std::string_view title;
};

constexpr std::array<Named, 5> places{{
    {"/list", "Browse"},
    {"/stats", "Numbers"},
    {"/saved", "Saved"},
    {"/add", "Add"},
    {"/help", "Help"},
}};

constexpr std::array<Named, 3> themes{{{"auto", "As the system"}, {"light", "Light"}, {"dark", "Dark"}}};
constexpr std::array<Named, 3> sizes{{{"s", "Small"}, {"m", "Medium"}, {"l", "Large"}}};

/// The name in the table, or that of its first row.
template <std::size_t count>
std::string_view one_of(const std::array<Named, count>& table, std::string_view name,
                        std::string_view usual) {
    const auto found = std::ranges::find(table, name, &Named::name);
    return found == table.end() ? usual : found->name;
}

Look look_of(std::string_view theme, std::string_view size, std::string_view keys) {
    return {one_of(themes, theme, "auto"), one_of(sizes, size, "m"), keys != "off"};
}

Look look_of(const Request& request) {
    return look_of_cookie(value_of(request.cookies, look_cookie));
}

void head(Markup& out, const Frame& frame) {
    out.in("head", [&] {
        out.single("meta", {{"charset", "utf-8"}});
        out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        out.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
        out.element("title", frame.title.empty() ? "newsarc" : frame.title + " – newsarc");
        out.single("link", {{"rel", "stylesheet"}, {"href", "/style.css"}});
        out.single("link", {{"rel", "icon"}, {"href", "/icon.svg"}, {"type", "image/svg+xml"}});
        out.single("link", {{"rel", "search"},
                            {"href", "/opensearch.xml"},
                            {"type", "application/opensearchdescription+xml"},
                            {"title", "newsarc"}});
        if (!frame.feed.empty()) {
            out.single("link",
                       {{"rel", "alternate"}, {"type", "application/atom+xml"}, {"href", frame.feed}});
        }
        out.element("script", {{"src", "/script.js"}, {"defer", true}}, "");
    });
}

void navigation(Markup& out, const Request& request, const Frame& frame) {
    out.in("header", {{"class", "top"}}, [&] {
        out.element("a", {{"class", "name"}, {"href", "/"}}, "newsarc");
        out.in("form", {{"role", "search"}, {"action", "/"}, {"id", "search"}}, [&] {
            out.single("input", {{"type", "search"},
                                 {"name", "q"},
                                 {"value", frame.words},
                                 {"aria-label", "Search the archive"},
                                 {"placeholder", "Search the archive"},
                                 {"autocomplete", "off"},
                                 {"dir", "auto"},
                                 {"maxlength", "2000"}});
            out.element("button", "Search");
        });
        out.in("nav", {{"aria-label", "Pages"}}, [&] {
            for (const Named& each : places) {
                if (each.name == "/add" && request.read_only) continue;
                out.element("a",
                            {{"href", each.name},
                             {"aria-current",
                              each.name == frame.place ? std::optional<std::string>("page") : std::nullopt}},
                            each.title);
            }
        });
    });
}

template <std::size_t count>
void choice(Markup& out, std::string_view name, std::string_view title, const std::array<Named, count>& table,
            std::string_view chosen) {
    out.in("label", [&] {
        out.text(std::string(title) + " ");
        out.in("select", {{"name", name}}, [&] {
            for (const Named& each : table)
                out.element("option", {{"value", each.name}, {"selected", each.name == chosen}}, each.title);
        });
    });
}

void foot(Markup& out, const Request& request, const Look& look) {
    Values here = request.values;
    std::erase_if(here, [](const auto& value) { return value.first == "typing"; });
    out.in("footer", {{"class", "foot"}}, [&] {
        // No change to the archive, so it is allowed to those who may only read too.
        out.in("form", {{"action", "/look"}, {"class", "look"}, {"aria-label", "How pages look"}}, [&] {
            choice(out, "theme", "Colours", themes, look.theme);
            choice(out, "size", "Text", sizes, look.size);
            constexpr std::array<Named, 2> keys{{{"on", "On"}, {"off", "Off"}}};
            choice(out, "keys", "Keys", keys, look.keys ? "on" : "off");
            out.single("input",
                       {{"type", "hidden"}, {"name", "back"}, {"value", address(request.path, here)}});
            out.element("button", "Apply");
        });
        out.in("p", [&] {
            out.text(request.read_only ? "This archive is open for reading only. " : "");
            out.text("Nothing on these pages leaves this computer.");
        });
    });
}

constexpr std::array<std::string_view, 12> right_to_left{"ar",  "ckb", "dv", "fa", "he", "ks",
                                                         "prs", "ps",  "sd", "ug", "ur", "yi"};

}  // namespace

std::string Look::cookie() const {
    return std::string(theme) + "." + std::string(size) + "." + (keys ? "on" : "off");
}

Look look_of_cookie(std::string_view value) {
    std::array<std::string_view, 3> parts;
    for (std::string_view& part : parts) {
        part = value.substr(0, value.find('.'));
        value.remove_prefix(std::min(part.size() + 1, value.size()));
    }
    return look_of(parts[0], parts[1], parts[2]);
}

Look look_of_form(const Values& form) {
    return look_of(value_of(form, "theme"), value_of(form, "size"), value_of(form, "keys"));
}

Response page(const Request& request, const Frame& frame, const std::function<void(Markup&)>& content,
              unsigned status) {
    const Look look = look_of(request);
    Markup out;
    out.raw("<!doctype html>\n");
    out.in("html",
           {{"lang", "en"},
            {"data-theme", look.theme},
            {"data-size", look.size},
            {"data-keys", look.keys ? "on" : "off"}},
           [&] {
               head(out, frame);
               out.in("body", [&] {
                   out.element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the content");
                   navigation(out, request, frame);
                   out.in("main", {{"id", "main"}, {"class", frame.main}, {"tabindex", "-1"}},
                          [&] { content(out); });
                   foot(out, request, look);
                   // What the script says of a search while one types.
                   out.element("p", {{"class", "unseen"}, {"role", "status"}, {"id", "said"}}, "");
               });
           });
    return {.status = status, .body = std::move(out).take()};
}

Response error_page(const Request& request, const Error& error) {
    unsigned status = 500;
    std::string title = "That did not work";
    switch (error.code()) {
        case ErrorCode::usage:
        case ErrorCode::input: status = 400; break;
        case ErrorCode::not_found:
            status = 404;
            title = "There is nothing here";
            break;
        case ErrorCode::archive_missing:
        case ErrorCode::busy:
        case ErrorCode::timeout:
        case ErrorCode::interrupted: status = 503; break;
        default: break;
    }
    return page(
        request, {.title = title},
        [&](Markup& out) {
            out.element("h1", title);
            out.element("p", {{"dir", "auto"}}, error.what());
            if (!error.hint().empty()) out.element("p", {{"class", "quiet"}, {"dir", "auto"}}, error.hint());
        },
        status);
}

void form(Markup& out, const Request& request, std::string_view action, const Attributes& more,
          const std::function<void()>& content) {
    Attributes all{{"method", "post"}, {"action", action}};
    all.insert(all.end(), more.begin(), more.end());
    out.in("form", all, [&] {
        out.single("input", {{"type", "hidden"}, {"name", "csrf"}, {"value", request.csrf}});
        content();
    });
}

void change(ask::Desk& desk, std::string_view name, const Values& values) {
    const ask::Told told = desk.change(name, values);
    if (!told.errors.empty()) throw Error(told.errors.front());
}

Response redirect(std::string_view address) {
    return {.status = 303, .body = {}, .headers = {{"Location", std::string(address)}}};
}

std::string value_of(const Values& values, std::string_view name) {
    const auto found = std::ranges::find(values, name, &Values::value_type::first);
    return found == values.end() ? std::string() : found->second;
}

std::int64_t number_of(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (status != std::errc() || end != text.data() + text.size() || out < 0)
        throw Error(ErrorCode::not_found, "there is no page at this address");
    return out;
}

Article article_of(const Archive& archive, std::int64_t id) {
    std::optional<Article> article = archive.find(id);
    if (!article) throw ask::no_such_article(std::to_string(id));
    return *std::move(article);
}

std::string moment(const ask::Desk& desk) {
    return to_iso(from_unix_seconds(desk.world().now()));
}

std::string_view direction(const std::optional<std::string>& language) {
    if (!language) return "auto";
    const std::string_view first = std::string_view(*language).substr(0, language->find('-'));
    return std::ranges::find(right_to_left, first) == right_to_left.end() ? "ltr" : "rtl";
}

std::string shown_date(const DateTime& moment, bool time) {
    switch (moment.precision) {
        case Precision::year: return output::format_date(moment, "%Y");
        case Precision::month: return output::format_date(moment, "%B %Y");
        case Precision::day: return output::format_date(moment, "%e %B %Y");
        default: break;
    }
    std::string out = output::format_date(moment, time ? "%e %B %Y, %H:%M" : "%e %B %Y");
    if (time && moment.offset_minutes) {
        const std::string iso = to_iso(moment);
        out += iso.ends_with('Z') ? " UTC" : " " + iso.substr(iso.size() - 6);
    }
    return out;
}

void date(Markup& out, const DateTime& moment, bool time) {
    out.element("time", {{"datetime", to_iso(moment)}, {"lang", "en"}, {"dir", "ltr"}},
                shown_date(moment, time));
}

void Dotted::text(const std::optional<std::string>& part) {
    if (!part || part->empty()) return;
    this->part([&] { out_.element("bdi", *part); });
}

void Dotted::part(const std::function<void()>& write) {
    if (!first_) out_.raw(" · ");
    first_ = false;
    write();
}

std::string title_of(const std::optional<std::string>& headline) {
    return headline.value_or("(no headline)");
}

std::string article_address(std::int64_t id, const Values& values) {
    return address("/a/" + std::to_string(id), values);
}

}  // namespace newsarc::web
