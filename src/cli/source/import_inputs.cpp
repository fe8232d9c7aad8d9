#include "cli/source/import_inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "cli/source/input_descriptor.hpp"
#include "cli/source/inputs.hpp"
#include "input/container/packed_files.hpp"
#include "input/kinds.hpp"
#include "input/record/csv_article.hpp"
#include "input/record/csv_reader.hpp"
#include "input/record/json_article.hpp"
#include "input/record/json_records.hpp"
#include "parse/date/date_order.hpp"
#include "parse/date/meta.hpp"
#include "parse/name/byline.hpp"
#include "store/original/sqlar.hpp"
#include "text/unicode/charset.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::cli {
namespace {

/// Of unknown fields, as many names as a person reads.
constexpr std::size_t most_names = 10;

std::string shown_name(const std::string& path) {
    return path == standard_input ? "standard input" : path;
}

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

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

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

/// An input that has been read already, or could not be.
Input as_input(Source source, const std::optional<Error>& error) {
    Input out{.read = {}, .bytes = source.bytes.size(), .path = source.path};
    if (error) {
        out.read = [error = *error]() -> InputContent { throw error; };
    } else {
        out.read = [shared = std::make_shared<Source>(std::move(source))] {
            return InputContent(std::move(*shared));
        };
    }
    return out;
}

class PackedArchive : public ImportFile {
public:
    PackedArchive(const std::string& path, const ImportOptions& options, input::PassedOver& passed_over)
        : passed_over_(passed_over),
          opened_(path == standard_input ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC)),
          files_((check(path), opened_.get()), shown_name(path), options.largest) {}

    std::optional<Input> next() override {
        while (std::optional<input::PackedFile> file = files_.next()) {
            const Source& source = file->source;
            const auto other =
                file->error ? input::passed_over(source.path) : input::passed_over(source.bytes, source.path);
            if (!other) return as_input(std::move(file->source), file->error);
            passed_over_.add(*other);
        }
        return std::nullopt;
    }

private:
    void check(const std::string& path) const {
        if (opened_.get() < 0) throw read_error(shown_name(path), errno);
    }

    input::PassedOver& passed_over_;
    Descriptor opened_;
    input::PackedFiles files_;
};

/// A file of a kind that articles are read from: a page, a web archive, a folder of mail.
class OneFile : public ImportFile {
public:
    OneFile(std::string path, const ImportOptions& options)
        : path_(std::move(path)), largest_(options.largest) {}

    std::optional<Input> next() override {
        if (std::exchange(given_, true)) return std::nullopt;
        return as_input(read_source(path_, {}, {.bytes = largest_, .hint = "--max-size allows more"}),
                        std::nullopt);
    }

private:
    std::string path_;
    std::size_t largest_;
    bool given_ = false;
};

class SqliteArchive : public ImportFile {
public:
    SqliteArchive(const std::string& path, const ImportOptions& options, input::PassedOver& passed_over)
        : name_(path), files_(path, options.largest), passed_over_(passed_over) {}

    std::optional<Input> next() override {
        while (std::optional<store::SqlarReader::File> file = files_.next()) {
            if (input::is_hidden_path(file->source.path)) continue;
            if (const auto other = input::passed_over(file->source.path)) {
                passed_over_.add(*other);
                continue;
            }
            file->source.path = name_ + "/" + file->source.path;
            return as_input(std::move(file->source), file->error);
        }
        return std::nullopt;
    }

private:
    std::string name_;
    store::SqlarReader files_;
    input::PassedOver& passed_over_;
};

/// The beginning of a regular file; empty for anything else, of which nothing must be taken. A FIFO must not
/// even be opened and closed: who writes into it would take that for its one reader.
std::string start_of(const std::string& path) {
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return {};
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0 || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) return {};
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(file.get(), bytes.data(), bytes.size());
    return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

bool begins_as_json(std::string_view start) {
    if (start.starts_with(utf8_mark)) start.remove_prefix(utf8_mark.size());
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
}

/// What a file of records holds, as far as its name and its beginning tell. Throws Error(input) for what
/// cannot be imported in any of the ways there are.
ImportFormat format_of(const std::string& path, std::string_view start, const ImportOptions& options) {
    if (const auto kind = text::binary_kind(start)) {
        throw Error(
            ErrorCode::input,
            shown_name(path) + ": neither records nor an archive, but " + std::string(*kind),
            "give JSON, CSV, an archive, or a file that `newsarc help inputs` lists; from standard input an "
            "archive takes --format archive");
    }
    if (options.format) return *options.format;
    if (begins_as_json(start) || input::ends_in_one_of(path, ".json .jsonl .ndjson"))
        return ImportFormat::json_lines;
    const std::string_view header = start.substr(0, start.find('\n'));
    const bool piped_table = path == standard_input && header.find_first_of(",;\t") != std::string_view::npos;
    if (!options.maps.empty() || piped_table || input::ends_in_one_of(path, ".csv .tsv"))
        return ImportFormat::csv;
    if (start.empty()) return ImportFormat::json_lines;
    throw Error(ErrorCode::input, shown_name(path) + ": neither records nor an archive, but text",
                "articles that are text are stored with: newsarc add FILE; --format csv reads a table");
}

bool is_utf8_to_the_last_line(std::string_view text) {
    return text::is_valid_utf8(text.substr(0, text.rfind('\n') + 1));
}

/// A table that is not in UTF-8, as far as can be told without taking what is to be read: of a regular file
/// all lines are looked at, of a pipe those that have come.
bool is_in_another_charset(const std::string& path, LineReader& file) {
    if (!is_utf8_to_the_last_line(file.peek())) return true;
    if (path == standard_input || start_of(path).empty()) return false;
    LineReader lines(path, largest_input);
    for (std::string_view bytes = lines.peek(); !bytes.empty(); bytes = lines.peek()) {
        const std::optional<std::string_view> line = lines.next();
        if (line && !text::is_valid_utf8(*line)) return true;
    }
    return false;
}

constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};

/// A page, a mail, a feed …: what `add` reads, other than text and archives of files.
bool is_file_of_articles(const std::string& path, std::string_view start, const ImportOptions& options) {
    if (options.format) return false;
    if (!options.parse.kind.empty()) return true;
    if (start.empty()) return false;
    const input::Kind& kind = input::kind_of(start, path);
    return kind.open != nullptr && kind.name != "archive" && kind.name != "records";
}

bool is_archive(std::string_view start, const ImportOptions& options) {
    if (options.format) return options.format == ImportFormat::archive;
    if (!options.parse.kind.empty()) return false;
    return start.starts_with(sqlite_magic) || input::begins_packed_files(start);
}

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

std::optional<std::size_t> size_of_lines(const std::string& path, const ImportOptions& options) {
    const std::string start = path == standard_input ? "" : start_of(path);
    if (start.empty() || is_archive(start, options)) return std::nullopt;
    std::error_code status;
    const std::uintmax_t size = std::filesystem::file_size(path, status);
    if (status) return std::nullopt;
    return static_cast<std::size_t>(size);
}

std::unique_ptr<ImportFile> open_import_file(const std::string& path, const ImportOptions& options,
                                             ImportNotes& notes) {
    const std::string start = path == standard_input ? "" : start_of(path);
    if (is_file_of_articles(path, start, options)) return std::make_unique<OneFile>(path, options);
    if (is_archive(start, options)) {
        if (start.starts_with(sqlite_magic))
            return std::make_unique<SqliteArchive>(path, options, notes.passed_over);
        return std::make_unique<PackedArchive>(path, options, notes.passed_over);
    }
    auto file = std::make_unique<LineReader>(path, options.largest);
    const auto mark = text::byte_order_mark(file->peek());
    const bool stated = options.parse.encoding || text::utf16_without_mark(file->peek()) ||
                        (mark && mark->charset != "UTF-8");
    if (stated) file->decode(options.parse.encoding);
    if (format_of(path, file->peek(), options) == ImportFormat::csv) {
        if (!stated && is_in_another_charset(path, *file)) {
            for (const std::string& guessed : file->decode({}))
                notes.others.push_back(shown_name(path) + ": " + guessed +
                                       "; --encoding NAME says what it is");
        }
        return std::make_unique<CsvTable>(path, std::move(file), options, notes.unknown);
    }
    return std::make_unique<JsonFile>(path, std::move(file), options, notes.unknown);
}

}  // namespace newsarc::cli
