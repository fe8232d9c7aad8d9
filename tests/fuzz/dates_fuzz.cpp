#include <newsarc/date.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/fuzz.hpp"
#include "parse/date/dates.hpp"
#include "parse/date/relative_date.hpp"

using namespace newsarc;

/// Whatever is read as a date is one that exists, and lies within the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (std::size_t at = 0; at <= text.size() && at < 200; ++at) {
        const std::string_view rest = text.substr(at);
        for (const auto& read : {&parsing::read_date, &parsing::read_day}) {
            const auto found = read(rest);
            if (!found) continue;
            fuzz::require(found->length > 0 && found->length <= rest.size(), "a date lies within its text");
            DateTime moment = found->moment;
            if (!found->has_year) moment.year = 2024;
            fuzz::require(is_valid(moment), "a date exists");
            const auto again = from_iso(to_iso(moment));
            fuzz::require(again && to_iso(*again) == to_iso(moment), "a date is written as it is read");
        }
        fuzz::require(parsing::relative_date_length(rest) <= rest.size(),
                      "a relative date lies within its text");
    }
    if (const auto moment = from_iso(text)) {
        fuzz::require(is_valid(*moment), "a date in ISO 8601 exists");
        fuzz::require(from_iso(to_iso(*moment)) == moment, "a date in ISO 8601 is written as it is read");
        const std::int64_t seconds = to_unix_seconds(*moment);
        fuzz::require(to_unix_seconds(from_unix_seconds(seconds)) == seconds, "a moment is the same in UTC");
    }
    return 0;
}
