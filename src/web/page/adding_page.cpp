#include <newsarc/read.hpp>

#include <algorithm>
#include <iterator>

#include "output/exchange/citation.hpp"
#include "output/text/layout.hpp"
#include "text/unicode/lines.hpp"
#include "text/unicode/utf8.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"

namespace newsarc::web {
namespace {

constexpr std::size_t shown_of_body = 600;

/// What pasted text is called where files have a name.
constexpr std::string_view pasted = "pasted.txt";

/// The name of a file without the folders that some browsers put before it.
std::string base_name(const std::string& name) {
    const std::string base = name.substr(name.find_last_of("/\\") + 1);
    return base.empty() ? "file" : base;
}

std::vector<Upload> uploads_of(const Request& request) {
    std::vector<Upload> out;
    for (const Upload& each : request.files) {
        // A field for files that was left empty comes as one without a name.
        if (!each.name.empty() || !each.bytes.empty()) out.push_back({base_name(each.name), each.bytes});
    }
    if (const std::string text = value_of(request.form, "text"); !text.empty())
        out.push_back({std::string(pasted), text});
    if (out.empty())
        throw Error(ErrorCode::usage, "there was neither a file nor text", "go back, and give one");
    return out;
}

std::string beginning(std::string_view text) {
    const std::string_view shown = text::beginning(text, shown_of_body);
    return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

std::vector<std::string> tags_in(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, text.find(','));
        text.remove_prefix(std::min(piece.size() + 1, text.size()));
        if (const std::string_view tag = text::trimmed(piece); !tag.empty()) out.emplace_back(tag);
    }
    return out;
}

void lines(Markup& out, const ParsedArticle& parsed) {
    out.in("details", [&] {
        out.element("summary", "How each line was read");
        out.in("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Lines"}},
               [&] {
                   out.in("table", {{"class", "lines"}}, [&] {
                       out.in("tr", [&] {
                           for (const char* name : {"Line", "Read as", "Because", "Text"})
                               out.element("th", {{"scope", "col"}}, name);
                       });
                       for (const ExplainedLine& line : parsed.lines) {
                           out.in("tr", [&] {
                               out.element("td", {{"class", "number"}}, std::to_string(line.number));
                               out.element("td", line.type);
                               out.element("td", {{"class", "quiet"}}, line.rule);
                               out.in("td", [&] { out.element("bdi", line.text); });
                           });
                       }
                   });
               });
    });
}

void previewed(Markup& out, const ParsedArticle& parsed) {
    const Article& article = parsed.article;
    out.in("section", {{"class", "preview"}}, [&] {
        out.in("div", {{"lang", article.language}, {"dir", direction(article.language)}}, [&] {
            out.element("h2", output::title_of(article));
            out.in("p", {{"class", "meta"}}, [&] {
                Dotted parts(out);
                parts.text(article.credit);
                parts.text(article.byline);
                if (article.published) parts.part([&] { date(out, *article.published, true); });
                parts.text(output::counted(static_cast<std::size_t>(article.words), "word"));
            });
            if (article.deck) out.element("p", {{"class", "deck"}}, *article.deck);
            out.element("p", {{"class", "body"}}, beginning(article.body));
        });
        for (const std::string& warning : article.warnings)
            out.element("p", {{"class", "note"}}, warning);
        lines(out, parsed);
    });
}

void result_row(Markup& out, const AddResult& result) {
    out.in("tr", [&] {
        out.element("td", std::string(to_string(result.status)));
        out.in("td", [&] {
            const std::string name = result.headline.value_or(result.path.value_or("(no headline)"));
            if (result.id) {
                out.in("a", {{"href", article_address(*result.id)}}, [&] { out.element("bdi", name); });
            } else {
                out.element("bdi", name);
            }
            if (result.error) out.element("p", {{"class", "note"}}, *result.error);
            if (result.of) {
                out.in("p", {{"class", "quiet"}}, [&] {
                    out.text(result.status == AddStatus::duplicate ? "the same as " : "much like ");
                    out.element("a", {{"href", article_address(*result.of)}},
                                "article " + std::to_string(*result.of));
                });
            }
        });
    });
}

}  // namespace

Response add_page(const Request& request) {
    return page(request, {.title = "Add", .place = "/add", .main = "adding"}, [&](Markup& out) {
        out.element("h1", "Add articles");
        out.element(
            "p",
            "Text files, saved pages, mail, feeds, PDF and office files, archives of these: "
            "drop them here, or paste what you copied from a page. You see first what would be stored.");
        form(out, request, "/add/preview",
             {{"enctype", "multipart/form-data"}, {"class", "drop"}, {"id", "drop"}}, [&] {
                 out.element("label", {{"for", "files"}}, "Files");
                 out.single("input",
                            {{"type", "file"}, {"name", "files"}, {"id", "files"}, {"multiple", true}});
                 out.element("label", {{"for", "text"}}, "Text");
                 out.element("textarea", {{"name", "text"}, {"id", "text"}, {"rows", "12"}, {"dir", "auto"}},
                             "");
                 out.element("button", "Preview");
             });
    });
}

Response preview_page(const Request& request, Tray& tray) {
    std::vector<Upload> uploads = uploads_of(request);
    std::vector<ParsedArticle> articles;
    std::vector<std::string> failures;
    for (const Upload& each : uploads) {
        try {
            Reading reading = explain(Source{.path = each.name, .bytes = each.bytes});
            articles.insert(articles.end(), std::make_move_iterator(reading.articles.begin()),
                            std::make_move_iterator(reading.articles.end()));
            for (const Reading::Failure& failure : reading.failures)
                failures.push_back(failure.path + ": " + failure.error.what());
        } catch (const Error& error) {
            failures.push_back(each.name + ": " + error.what());
        }
    }
    const std::string kept = articles.empty() ? "" : tray.put(std::move(uploads));
    return page(request, {.title = "Preview", .place = "/add", .main = "adding"}, [&](Markup& out) {
        out.element("h1", articles.empty()
                              ? "No article was found in that"
                              : output::counted(articles.size(), "article") + " would be stored");
        for (const std::string& failure : failures)
            out.element("p", {{"class", "note"}, {"dir", "auto"}}, failure);
        if (!articles.empty()) {
            form(out, request, "/add/store", {{"class", "line"}}, [&] {
                out.single("input", {{"type", "hidden"}, {"name", "kept"}, {"value", kept}});
                out.in("label", [&] {
                    out.text("Tags, with commas between ");
                    out.single("input", {{"name", "tags"}, {"size", "24"}, {"autocomplete", "off"}});
                });
                out.element("button", {{"class", "main"}}, "Store");
            });
        }
        for (const ParsedArticle& each : articles)
            previewed(out, each);
        out.in("p", [&] { out.element("a", {{"href", "/add"}}, "Something else"); });
    });
}

Response store_page(const Request& request, ask::Desk& desk, Tray& tray) {
    AddOptions options;
    options.added = moment(desk);
    options.tags = tags_in(value_of(request.form, "tags"));
    Archive archive = desk.open_to_change();
    std::optional<std::vector<Upload>> uploads = tray.take(value_of(request.form, "kept"));
    if (!uploads) {
        throw Error(ErrorCode::usage, "this was stored already, or is not kept any more",
                    "give the files again on the page Add");
    }
    std::vector<Source> sources;
    for (Upload& each : *uploads)
        sources.push_back(
            {.path = std::move(each.name), .bytes = std::move(each.bytes), .modified = desk.world().now()});
    const std::vector<AddResult> results = archive.add(sources, options);
    return page(request, {.title = "Added", .place = "/add", .main = "adding"}, [&](Markup& out) {
        out.element("h1", "Done");
        out.in("table", [&] {
            out.in("tr", [&] {
                out.element("th", {{"scope", "col"}}, "What became of it");
                out.element("th", {{"scope", "col"}}, "Article");
            });
            for (const AddResult& each : results)
                result_row(out, each);
        });
        out.in("p", [&] { out.element("a", {{"href", "/add"}}, "Add more"); });
    });
}

}  // namespace newsarc::web
