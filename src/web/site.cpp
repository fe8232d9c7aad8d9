#include "web/site.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "text/embedded.hpp"
#include "web/page/frame.hpp"
#include "web/page/markup.hpp"
#include "web/page/pages.hpp"

namespace newsarc::web {

std::span<const EmbeddedFile> embedded_files();

namespace {

/// A request on its way to its page, and what stood in the place of `*` in the address.
struct Call {
    const Request& request;
    ask::Desk& desk;
    Tray& tray;
    std::string_view rest;

    [[nodiscard]] std::int64_t id() const { return number_of(rest); }
};

struct Route {
    std::string_view method;
    std::string_view path;  ///< `*` stands for one part of it, or the end of one
    Response (*answer)(const Call& call);
};

Response file_of_the_program(const Call& call) {
    struct Type {
        std::string_view ending;
        std::string_view type;
    };
    static constexpr std::array<Type, 3> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
    }};
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.ends_with(call.request.path)) continue;
        const auto type =
            std::ranges::find_if(types, [&](const Type& each) { return file.path.ends_with(each.ending); });
        const std::string tag = "\"" + std::to_string(std::hash<std::string_view>()(file.text)) + "\"";
        Response out{.type = std::string(type->type),
                     .body = std::string(file.text),
                     .headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}}};
        if (call.request.if_none_match == tag) {
            out.status = 304;
            out.body.clear();
        }
        return out;
    }
    throw Error(ErrorCode::not_found, "there is no page at this address");
}

/// https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
Response open_search(const Call& call) {
    Markup out;
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.in("OpenSearchDescription", {{"xmlns", "http://a9.com/-/spec/opensearch/1.1/"}}, [&] {
        out.element("ShortName", "newsarc");
        out.element("Description", "Search the newsarc archive on this computer");
        out.element("InputEncoding", "UTF-8");
        out.single("Url", {{"type", "text/html"}, {"template", call.request.origin + "/?q={searchTerms}"}});
    });
    return {.type = "application/opensearchdescription+xml", .body = std::move(out).take()};
}

Response set_look(const Call& call) {
    const Values& values = call.request.values;
    // Only to a page of this server: `//host` would lead elsewhere.
    std::string back = value_of(values, "back");
    if (!back.starts_with('/') || back.starts_with("//") || back.starts_with("/\\")) back = "/";
    Response out = redirect(back);
    out.headers.emplace_back("Set-Cookie", std::string(look_cookie) + "=" + look_of_form(values).cookie() +
                                               "; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000");
    return out;
}

Response exported(const Call& call) {
    const std::size_t dot = std::min(call.rest.find('.'), call.rest.size());
    return export_file(call.desk, number_of(call.rest.substr(0, dot)),
                       call.rest.substr(std::min(dot + 1, call.rest.size())));
}

Response feed(const Call& call) {
    std::string_view name = call.rest;
    if (!name.ends_with(".atom")) throw Error(ErrorCode::not_found, "a feed ends in .atom");
    name.remove_suffix(5);
    return saved_feed(call.request, call.desk, std::string(name));
}

const std::array routes{
    Route{"GET", "/", [](const Call& call) { return search_page(call.request, call.desk); }},
    Route{"GET", "/a/*", [](const Call& call) { return article_page(call.request, call.desk, call.id()); }},
    Route{"GET", "/a/*/edit", [](const Call& call) { return edit_page(call.request, call.desk, call.id()); }},
    Route{"POST", "/a/*/field",
          [](const Call& call) { return change_field(call.request, call.desk, call.id()); }},
    Route{"POST", "/a/*/tags",
          [](const Call& call) { return change_tags(call.request, call.desk, call.id()); }},
    Route{"GET", "/list", [](const Call& call) { return list_page(call.request, call.desk); }},
    Route{"GET", "/stats", [](const Call& call) { return stats_page(call.request, call.desk); }},
    Route{"GET", "/saved", [](const Call& call) { return saved_page(call.request, call.desk); }},
    Route{"POST", "/saved", [](const Call& call) { return change_saved(call.request, call.desk); }},
    Route{"GET", "/feed/*", feed},
    Route{"GET", "/add", [](const Call& call) { return add_page(call.request); }},
    Route{"POST", "/add/preview", [](const Call& call) { return preview_page(call.request, call.tray); }},
    Route{"POST", "/add/store",
          [](const Call& call) { return store_page(call.request, call.desk, call.tray); }},
    Route{"GET", "/export/*", exported},
    Route{"GET", "/original/*",
          [](const Call& call) { return original_file(call.request, call.desk, call.id()); }},
    Route{"GET", "/help", [](const Call& call) { return help_page(call.request); }},
    Route{"GET", "/look", set_look},
    Route{"GET", "/opensearch.xml", open_search},
    Route{"GET", "/style.css", file_of_the_program},
    Route{"GET", "/script.js", file_of_the_program},
    Route{"GET", "/icon.svg", file_of_the_program},
};

/// What stands in the place of `*`, when the path is one of the route.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
    const std::string_view begin = pattern.substr(0, star);
    const std::string_view end = pattern.substr(star + 1);
    if (path.size() <= begin.size() + end.size() || !path.starts_with(begin) || !path.ends_with(end))
        return std::nullopt;
    const std::string_view rest = path.substr(begin.size(), path.size() - begin.size() - end.size());
    return rest.find('/') == std::string_view::npos ? std::optional(rest) : std::nullopt;
}

}  // namespace

Response Site::answer(const Request& request, ask::Desk& desk) {
    const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    try {
        for (const Route& route : routes) {
            if (route.method != method) continue;
            if (const auto rest = match(route.path, request.path))
                return route.answer({request, desk, tray_, *rest});
        }
        throw Error(ErrorCode::not_found, "there is no page at this address");
    } catch (const Error& error) {
        // Whatever it was, the next request is to find the archive as it is then.
        if (error.code() != ErrorCode::not_found && error.code() != ErrorCode::usage) desk.forget_archive();
        return error_page(request, error);
    }
}

}  // namespace newsarc::web
