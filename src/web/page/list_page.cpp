#include <algorithm>

#include "output/exchange/citation.hpp"
#include "output/text/layout.hpp"
#include "web/page/frame.hpp"
#include "web/page/hits.hpp"
#include "web/page/pages.hpp"

namespace newsarc::web {
namespace {

constexpr std::size_t rows_on_a_page = 50;

struct OrderName {
    ListOrder order;
    std::string_view name;
    std::string_view title;
};
constexpr std::array<OrderName, 3> orders{{
    {ListOrder::newest, "newest", "Newest first"},
    {ListOrder::oldest, "oldest", "Oldest first"},
    {ListOrder::added, "added", "Last added first"},
}};

void row(Markup& out, const Article& article) {
    out.in("tr", [&] {
        out.in("td", {{"class", "date"}}, [&] {
            if (article.published) date(out, *article.published);
        });
        out.in("td", {{"lang", article.language}, {"dir", direction(article.language)}}, [&] {
            out.element("a", {{"href", article_address(*article.id)}}, output::title_of(article));
        });
        out.in("td", [&] { out.element("bdi", article.credit.value_or("")); });
        out.in("td", [&] { tag_links(out, article.tags); });
    });
}

}  // namespace

Response list_page(const Request& request, ask::Desk& desk) {
    const Archive& archive = desk.archive();
    const auto found =
        std::ranges::find(orders, std::string_view(value_of(request.values, "sort")), &OrderName::name);
    const OrderName& order = found == orders.end() ? orders.front() : *found;
    const std::string given = value_of(request.values, "page");
    const auto number = given.empty() ? std::size_t{1}
                                      : static_cast<std::size_t>(std::max<std::int64_t>(number_of(given), 1));
    const auto total = static_cast<std::size_t>(archive.count());
    const auto at = [&](std::size_t page, std::string_view name) {
        return address("/list", {{"sort", name == "newest" ? "" : std::string(name)},
                                 {"page", page == 1 ? "" : std::to_string(page)}});
    };
    return page(request, {.title = "All articles", .place = "/list", .main = "list"}, [&](Markup& out) {
        out.element("h1", output::counted(total, "article"));
        out.in("ul", {{"class", "orders"}, {"aria-label", "Order"}}, [&] {
            for (const OrderName& each : orders) {
                out.in("li", [&] {
                    out.element("a",
                                {{"href", at(1, each.name)},
                                 {"aria-current", each.name == order.name ? std::optional<std::string>("true")
                                                                          : std::nullopt}},
                                each.title);
                });
            }
        });
        out.in("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Articles"}},
               [&] {
                   out.in("table", [&] {
                       out.in("tr", [&] {
                           for (const char* name : {"Published", "Headline", "Source", "Tags"})
                               out.element("th", {{"scope", "col"}}, name);
                       });
                       archive.list({.order = order.order,
                                     .limit = rows_on_a_page,
                                     .offset = (number - 1) * rows_on_a_page,
                                     .limits = {.interrupt = request.cancelled}},
                                    [&](const Article& article) {
                                        row(out, article);
                                        return true;
                                    });
                   });
               });
        pages_links(out, number > 1 ? at(number - 1, order.name) : "",
                    number * rows_on_a_page < total ? at(number + 1, order.name) : "");
    });
}

}  // namespace newsarc::web
