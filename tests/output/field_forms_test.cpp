#include <newsarc/article.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "input/record/csv_article.hpp"
#include "input/record/csv_reader.hpp"
#include "input/record/json_article.hpp"
#include "input/record/record_text.hpp"
#include "model/fields.hpp"
#include "output/article.hpp"
#include "output/exchange/formats.hpp"
#include "output/versions.hpp"
#include "support/catch.hpp"
#include "support/every_field.hpp"
#include "support/places.hpp"

// Every form in which an article leaves or comes in has every field of it.

using namespace newsarc;
using namespace newsarc::output;

namespace {

/// What a record is read as, with what newsarc works out itself as in another.
Article with_own(Article read, const Article& full) {
    read.id = full.id;
    read.uid = full.uid;
    read.words = full.words;
    for (std::size_t i = 0; i < read.links.size() && i < full.links.size(); ++i)
        read.links[i].host = full.links[i].host;
    return read;
}

Article from_csv(const std::string& table) {
    std::size_t at = 0;
    std::string line;
    input::CsvReader rows(
        [&]() -> std::optional<std::string_view> {
            if (at >= table.size()) return std::nullopt;
            const std::size_t end = std::min(table.find('\n', at), table.size());
            line = table.substr(at, end - at);
            at = end + 1;
            return line;
        },
        100000);
    const input::CsvColumns columns(rows.next()->fields, {});
    CHECK(columns.unknown().empty());
    return columns.read(rows.next()->fields);
}

std::string contents(const std::string& file) {
    std::ifstream in(test::source_path(file));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("JSON, CSV and the text that is edited give an article back as it was") {
    const Article full = test::every_field();
    const input::Record record = input::read_json_article(article_json(full));
    CHECK(record.unknown_fields.empty());
    CHECK(with_own(record.article, full) == full);
    CHECK(with_own(from_csv(csv_header() + "\r\n" + csv_article(full) + "\r\n"), full) == full);
    CHECK(with_own(input::read_record_text(input::write_record_text(full), full), full) == full);
}

TEST_CASE("every field has a place in the forms and documents that name fields") {
    const Article full = test::every_field();
    const std::string json = article_json(full);
    const std::string front = markdown(full);
    const std::string edited = input::write_record_text(full);
    const std::string storage = contents("docs/storage.md");
    const std::string formats = contents("docs/formats.md");
    for (const model::Field& field : model::fields()) {
        INFO(field.name);
        const std::string name(field.name);
        CHECK_FALSE(article_field(full, name).empty());
        CHECK(json.find("\"" + std::string(field.part.empty() ? field.name : field.part) + "\":") !=
              std::string::npos);
        if (!field.front.empty())
            CHECK(front.find("\n" + std::string(field.front) + ": ") != std::string::npos);
        if (field.by_hand && name != "body") {
            const std::string line(model::is_list(field) ? field.column : field.name);
            CHECK(edited.find("\n" + line + ": ") != std::string::npos);
        }
        CHECK(formats.find("`" + name + "`") != std::string::npos);
        CHECK(storage.find("`" + std::string(field.column) + "`") != std::string::npos);
    }
}

TEST_CASE("what changed between two versions is told of every field that says something") {
    const std::vector<PartChange> changes = article_changes(test::every_field(), Article{});
    for (const model::Field& field : model::fields()) {
        if (field.standing != model::Standing::content) continue;
        INFO(field.name);
        const std::string_view part = field.name == "body"    ? "paragraph"
                                      : model::is_list(field) ? field.column
                                                              : field.name;
        CHECK(std::ranges::any_of(changes, [&](const PartChange& change) { return change.part == part; }));
    }
}
