#include "cli/source/import_inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/source/import_records.hpp"
#include "cli/source/input_descriptor.hpp"
#include "cli/source/inputs.hpp"
#include "input/container/packed_files.hpp"
#include "input/kinds.hpp"
#include "input/mail/mail.hpp"
#include "store/original/sqlar.hpp"
#include "text/unicode/charset.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::cli {
namespace {

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

/// A folder of mail in one file, which may be larger than memory: read message by message.
class MailFolder : public ImportFile {
public:
    MailFolder(const std::string& path, const ImportOptions& options)
        : path_(path), largest_(options.largest), lines_(path) {}

    std::optional<Input> next() override {
        Source message{.path = path_, .bytes = std::exchange(from_line_, {})};
        bool is_too_large = false;
        bool after_empty = false;
        while (const std::optional<std::string_view> line = lines_.next()) {
            if (after_empty && input::begins_mbox(*line)) {
                from_line_ = std::string(*line) + "\n";
                break;
            }
            after_empty = line->empty() || *line == "\r";
            is_too_large = is_too_large || message.bytes.size() + line->size() >= largest_;
            if (!is_too_large) message.bytes.append(*line).append("\n");
        }
        if (message.bytes.empty()) return std::nullopt;
        if (!is_too_large) return as_input(std::move(message), std::nullopt);
        return as_input(std::move(message), Error(ErrorCode::input,
                                                  shown_name(path_) + ": a message larger than " +
                                                      std::to_string(largest_) + " bytes",
                                                  "--max-size allows more"));
    }

private:
    std::string path_;
    std::size_t largest_;
    LineReader lines_;
    std::string from_line_;  ///< of the message that comes next
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
    if (is_file_of_articles(path, start, options)) {
        const bool as_mbox = options.parse.kind.empty() || options.parse.kind == "mbox";
        if (as_mbox && input::begins_mbox(start)) return std::make_unique<MailFolder>(path, options);
        return std::make_unique<OneFile>(path, options);
    }
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
        return open_table(path, std::move(file), options, notes.unknown);
    }
    return open_objects(path, std::move(file), options, notes.unknown);
}

}  // namespace newsarc::cli
