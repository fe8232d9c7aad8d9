#include <newsarc/archive.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "input/record/csv_article.hpp"
#include "input/record/csv_reader.hpp"
#include "input/record/json_article.hpp"
#include "output/article.hpp"

using namespace newsarc;

namespace {

/// Gives the lines of a text, one a call.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    std::optional<std::string_view> next() {
        if (rest_.empty()) return std::nullopt;
        const std::string_view line = rest_.substr(0, rest_.find('\n'));
        rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
        return line;
    }

private:
    std::string_view rest_;
};

std::vector<Article> records_of_json(std::string_view text) {
    std::vector<Article> out;
    Lines lines(text);
    while (const auto line = lines.next()) {
        try {
            out.push_back(input::read_json_article(*line).article);
        } catch (const Error& error) {
            fuzz::require(error.code() == ErrorCode::input,
                          "a line that is no article is an error of the input");
        }
    }
    return out;
}

std::vector<Article> records_of_csv(std::string_view text) {
    std::vector<Article> out;
    Lines lines(text);
    input::CsvReader rows([&] { return lines.next(); }, 10'000);
    const auto header = rows.next();
    if (!header || header->error) return out;
    std::optional<input::CsvColumns> columns;
    try {
        columns.emplace(header->fields, input::RecordOptions{});
    } catch (const Error& error) {
        fuzz::require(error.code() == ErrorCode::usage, "a table that is none is an error of usage");
        return out;
    }
    while (const auto row = rows.next()) {
        if (row->error) continue;
        try {
            out.push_back(columns->read(row->fields));
        } catch (const Error& error) {
            fuzz::require(error.code() == ErrorCode::input,
                          "a row that is no article is an error of the input");
        }
    }
    return out;
}

Archive archive_of(const std::vector<Article>& records) {
    Archive archive = Archive::open("", Archive::Mode::memory);
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    const auto results = archive.add_records(records, options);
    fuzz::require(results.size() == records.size(), "every record is told of");
    return archive;
}

std::vector<std::string> told(const Archive& archive) {
    std::vector<std::string> out;
    ListRequest all;
    all.order = ListOrder::id;
    archive.list(all, [&](const Article& article) {
        out.push_back(output::article_json(article));
        return true;
    });
    return out;
}

}  // namespace

/// Whatever is imported, the archive is sound, and what it exports is the same when it is imported again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const std::vector<Article>& records : {records_of_json(text), records_of_csv(text)}) {
        if (records.empty()) continue;
        const Archive archive = archive_of(records);
        archive.check({}, [](const Finding& finding) { fuzz::require(false, "sound: " + finding.message); });
        const std::vector<std::string> exported = told(archive);
        std::vector<Article> again;
        for (const std::string& line : exported)
            again.push_back(input::read_json_article(line).article);
        const std::vector<std::string> second = told(archive_of(again));
        fuzz::require(second == exported, "what was exported is the same when it is imported");
    }
    return 0;
}
