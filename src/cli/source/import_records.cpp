#include "cli/source/import_records.hpp"

#include <iterator>
#include <utility>

#include "cli/source/inputs.hpp"
#include "input/record/csv_article.hpp"
#include "input/record/csv_reader.hpp"
#include "input/record/json_article.hpp"
#include "input/record/json_records.hpp"
#include "parse/date/date_order.hpp"
#include "parse/date/meta.hpp"
#include "parse/name/byline.hpp"

namespace newsarc::cli {
namespace {

/// Of unknown fields, as many names as a person reads.
constexpr std::size_t most_names = 10;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// `20250304`, the basic form of ISO 8601, which no one writes in a text.
std::optional<DateTime> basic_date(std::string_view text) {
    constexpr std::size_t digits = 8;
    if (text.size() != digits) return std::nullopt;
    std::string extended(text);
    return from_iso(extended.insert(6, "-").insert(4, "-"));
}

std::optional<input::RecordDate> read_date(std::string_view text, std::optional<DateOrder> order) {
    if (const auto basic = basic_date(text)) return input::RecordDate{*basic};
    std::optional<parsing::DateFound> found = parsing::read_date(text);
    if (!found || found->length != text.size() || !found->has_year) return std::nullopt;
    if (!found->ambiguous) return input::RecordDate{found->moment};
    if (order == DateOrder::month_first) found = parsing::month_first(*found);
    return input::RecordDate{found->moment, !order};
}

std::vector<Author> read_byline(std::string& byline) {
    // `By Jane Roe, Staff Writer` is a line of a text; elsewhere the field says that these are names.
    if (auto line = parsing::read_meta(byline, parsing::LabelSet::built_in());
        line && line->labelled && !line->authors.empty()) {
        byline = std::move(line->names);
        return std::move(line->authors);
    }
    std::optional<parsing::NamesFound> found = parsing::read_names(byline);
    // Where a word would be lost the byline stays as it is, and who wrote is not told apart.
    if (!found || !found->all_told || found->length != byline.size()) return {};
    byline = std::move(found->names);
    return std::move(found->authors);
}

input::RecordOptions record_options(const ImportOptions& options) {
    return {
        .maps = input::read_maps(options.maps),
        .read_date = [order =
                          options.parse.date_order](std::string_view text) { return read_date(text, order); },
        .read_byline = read_byline,
    };
}

/// Objects of JSON.
class JsonFile : public ImportFile {
public:
    JsonFile(const std::string& path, std::unique_ptr<LineReader> file, const ImportOptions& options,
             UnknownFields& unknown)
        : name_(shown_name(path)),
          file_(std::move(file)),
          options_(std::make_shared<const input::RecordOptions>(record_options(options))),
          unknown_(unknown) {
        if (has_object_a_line(file_->peek())) return;
        records_.emplace([this, first = true]() mutable { return next_bytes(std::exchange(first, false)); },
                         options.largest);
    }

    std::optional<Input> next() override {
        if (!within_.empty()) return next_within();
        std::optional<input::JsonRecord> record = records_ ? next_record() : next_line();
        if (!record) return std::nullopt;
        // Such objects are alike, so that the first tells of all.
        if (std::exchange(is_first_, false) || holds_articles_) {
            std::vector<std::string> within = objects_of(*record);
            holds_articles_ = !within.empty();
            if (holds_articles_) {
                within_.assign(std::make_move_iterator(within.rbegin()),
                               std::make_move_iterator(within.rend()));
                line_ = record->line;
                number_within_ = 0;
                return next_within();
            }
        }
        return input_of(std::move(*record), "");
    }

private:
    Input input_of(input::JsonRecord record, const std::string& place) {
        return {.read =
                    [text = std::move(record.text), options = options_, &unknown = unknown_] {
                        input::Record read = input::read_json_article(text, *options);
                        unknown.add(read.unknown_fields);
                        return InputContent(std::move(read.article));
                    },
                .bytes = record.bytes,
                .path = name_ + ":" + std::to_string(record.line) + place};
    }

    [[nodiscard]] std::vector<std::string> objects_of(const input::JsonRecord& record) const {
        try {
            return input::objects_within(record.text, *options_);
        } catch (const Error& error) {
            throw Error(error.code(), name_ + ":" + std::to_string(record.line) + ": " + error.what(),
                        error.hint());
        }
    }

    /// An article of an object that holds a list of them.
    std::optional<Input> next_within() {
        input::JsonRecord record{std::move(within_.back()), line_, within_.back().size()};
        within_.pop_back();
        return input_of(std::move(record), " (" + std::to_string(++number_within_) + ")");
    }

    /// Then a line is a record, and reading them is faster and goes on at the next line whatever one holds.
    static bool has_object_a_line(std::string_view start) {
        if (start.starts_with(utf8_mark)) start.remove_prefix(utf8_mark.size());
        start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
        if (!start.starts_with('{')) return false;
        const std::size_t end = start.find('\n');
        if (end == std::string_view::npos) return true;
        const std::size_t last = start.find_last_not_of(" \t\r", end - 1);
        return start[last] == '}';
    }

    std::optional<input::JsonRecord> next_line() {
        std::size_t bytes = 0;
        while (std::optional<std::string_view> line = file_->next()) {
            bytes += line->size() + 1;
            if (++number_ == 1 && line->starts_with(utf8_mark)) line->remove_prefix(utf8_mark.size());
            if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
            return input::JsonRecord{std::string(*line), number_, bytes};
        }
        return std::nullopt;
    }

    std::optional<input::JsonRecord> next_record() {
        try {
            return records_->next();
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
            throw Error(error.code(), name_ + ": " + error.what(), error.hint());
        }
    }

    std::string_view next_bytes(bool first) {
        std::string_view bytes = file_->next_bytes();
        if (first && bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
        return bytes;
    }

    std::string name_;
    std::unique_ptr<LineReader> file_;
    std::shared_ptr<const input::RecordOptions> options_;
    UnknownFields& unknown_;
    std::optional<input::JsonRecords> records_;  ///< none: an object a line
    std::size_t number_ = 0;
    bool is_first_ = true;
    bool holds_articles_ = false;      ///< the last object did, in a list
    std::vector<std::string> within_;  ///< what is left of that list, the last one first
    std::size_t line_ = 0;             ///< of that object
    std::size_t number_within_ = 0;
};

/// A table with a header.
class CsvTable : public ImportFile {
public:
    CsvTable(const std::string& path, std::unique_ptr<LineReader> file, const ImportOptions& options,
             UnknownFields& unknown)
        : name_(shown_name(path)),
          lines_(std::move(file)),
          rows_([this] { return lines_->next(); }, options.largest) {
        const std::optional<input::CsvRow> header = rows_.next();
        if (!header) {
            throw Error(ErrorCode::input, name_ + ": an empty table", "its first line names the columns");
        }
        if (header->error) throw Error(ErrorCode::input, name_ + ":1: " + *header->error);
        columns_ = std::make_shared<const input::CsvColumns>(header->fields, record_options(options));
        unknown.add(columns_->unknown());
    }

    std::optional<Input> next() override {
        std::optional<input::CsvRow> row = rows_.next();
        if (!row) return std::nullopt;
        Input out{.read = {}, .bytes = row->bytes, .path = name_ + ":" + std::to_string(row->line)};
        if (row->error) {
            out.read = [error = *row->error]() -> InputContent {
                throw Error(ErrorCode::input, error, "quotes within a field in quotes are doubled");
            };
        } else {
            out.read = [columns = columns_, fields = std::move(row->fields)] {
                return InputContent(columns->read(fields));
            };
        }
        return out;
    }

private:
    std::string name_;
    std::unique_ptr<LineReader> lines_;
    input::CsvReader rows_;
    std::shared_ptr<const input::CsvColumns> columns_;
};

}  // namespace

void UnknownFields::add(const std::vector<std::string>& names) {
    if (names.empty()) return;
    const std::lock_guard lock(mutex_);
    names_.insert(names.begin(), names.end());
}

std::string UnknownFields::list() const {
    const std::lock_guard lock(mutex_);
    std::string out;
    std::size_t told = 0;
    for (const std::string& name : names_) {
        if (told == most_names) break;
        out += (told++ == 0 ? "`" : ", `") + name + "`";
    }
    if (names_.size() > told) out += " and " + std::to_string(names_.size() - told) + " more";
    return out;
}

bool begins_as_json(std::string_view start) {
    if (start.starts_with(utf8_mark)) start.remove_prefix(utf8_mark.size());
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
}

std::unique_ptr<ImportFile> open_objects(const std::string& path, std::unique_ptr<LineReader> file,
                                         const ImportOptions& options, UnknownFields& unknown) {
    return std::make_unique<JsonFile>(path, std::move(file), options, unknown);
}

std::unique_ptr<ImportFile> open_table(const std::string& path, std::unique_ptr<LineReader> file,
                                       const ImportOptions& options, UnknownFields& unknown) {
    return std::make_unique<CsvTable>(path, std::move(file), options, unknown);
}

}  // namespace newsarc::cli
