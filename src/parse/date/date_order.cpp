#include "parse/date/date_order.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::parsing {
namespace {

/// The order in which `updated` does not come before `published`, if the other would be so.
std::optional<DateOrder> order_by_time(std::span<const DateFound> dates) {
    if (dates.size() != 2) return std::nullopt;
    const auto in_order = [](const DateFound& first, const DateFound& second) {
        return to_unix_seconds(first.moment) <= to_unix_seconds(second.moment);
    };
    const bool day = in_order(dates[0], dates[1]);
    const bool month = in_order(month_first(dates[0]), month_first(dates[1]));
    if (day == month) return std::nullopt;
    return day ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<DateOrder> order_of_host(std::string_view host) {
    if (host.find(' ') != std::string_view::npos) return std::nullopt;
    const std::string_view country =
        host.substr(host.rfind('.') == std::string_view::npos ? host.size() : host.rfind('.') + 1);
    if (country == "us" || country == "gov" || country == "mil" || country == "ph")
        return DateOrder::month_first;
    // Names of two letters are countries; some are bought for their sound.
    constexpr std::string_view sold[] = {"ai", "co", "fm", "io", "me", "tv",
                                         "ws", "cc", "ly", "to", "am", "ca"};
    const bool is_country =
        country.size() == 2 && std::find(std::begin(sold), std::end(sold), country) == std::end(sold);
    return is_country ? std::optional(DateOrder::day_first) : std::nullopt;
}

/// The order of the countries of the sites, if those that tell one agree.
std::optional<DateOrder> order_of_hosts(std::span<const std::string_view> hosts) {
    std::optional<DateOrder> order;
    for (const std::string_view host : hosts) {
        const auto told = order_of_host(host);
        if (told && order && *told != *order) return std::nullopt;
        if (told) order = told;
    }
    return order;
}

}  // namespace

DateFound month_first(DateFound date) {
    if (date.ambiguous) std::swap(date.moment.month, date.moment.day);
    return date;
}

std::optional<DateOrder> order_told(std::span<const DateFound> dates, std::string_view language,
                                    std::string_view credit, std::span<const std::string_view> hosts) {
    for (const DateFound& date : dates) {
        if (date.order) return date.order;
    }
    if (const auto order = order_by_time(dates)) return order;
    if (!language.empty() && language != "en") return DateOrder::day_first;
    if (const auto order = order_of_host(credit)) return order;
    return order_of_hosts(hosts);
}

}  // namespace newsarc::parsing
