#include "cli/adding.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/line_reader.hpp"
#include "input/json_article.hpp"

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsarc::cli {
namespace {

/// Of unknown fields, as many names as a person reads.
constexpr std::size_t most_names = 10;

/// The fields that were passed over, gathered from several threads.
class UnknownFields {
public:
    void add(const std::vector<std::string>& names) {
        if (names.empty()) return;
        const std::lock_guard lock(mutex_);
        names_.insert(names.begin(), names.end());
    }

    /// One warning for all of them.
    void tell(Context& context) const {
        if (names_.empty()) return;
        std::string list;
        std::size_t told = 0;
        for (const std::string& name : names_) {
            if (told == most_names) break;
            list += (told++ == 0 ? "`" : ", `") + name + "`";
        }
        if (names_.size() > told) list += " and " + std::to_string(names_.size() - told) + " more";
        context.note("fields that newsarc does not know were passed over: " + list);
    }

private:
    std::mutex mutex_;
    std::set<std::string> names_;
};

/// Gives the lines of files one after another; each is read as a record by whoever takes it.
class Lines {
public:
    Lines(const std::vector<std::string>& files, UnknownFields& unknown) : files_(files), unknown_(unknown) {}

    std::optional<Input> next() {
        while (true) {
            try {
                if (!reader_ && !open_next()) return std::nullopt;
                if (std::optional<Input> input = next_line()) return input;
                reader_.reset();
            } catch (const Error& error) {
                // What fails in reading ends this file alone.
                reader_.reset();
                if (error.code() == ErrorCode::interrupted) return std::nullopt;
                return Input{.read = [error]() -> Article { throw error; }, .path = name_};
            }
        }
    }

private:
    bool open_next() {
        if (opened_ == files_.size()) return false;
        const std::string& file = files_[opened_++];
        name_ = file == standard_input ? "standard input" : file;
        number_ = 0;
        reader_.emplace(file);
        return true;
    }

    std::optional<Input> next_line() {
        std::size_t bytes = 0;
        while (std::optional<std::string_view> line = reader_->next()) {
            bytes += line->size() + 1;
            if (++number_ == 1 && line->starts_with("\xEF\xBB\xBF")) line->remove_prefix(3);
            if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
            return Input{.read = [text = std::string(*line), this] { return record(text); },
                         .bytes = bytes,
                         .path = name_ + ":" + std::to_string(number_)};
        }
        return std::nullopt;
    }

    Article record(const std::string& line) {
        input::Record record = input::read_json_article(line);
        unknown_.add(record.unknown_fields);
        return std::move(record.article);
    }

    const std::vector<std::string>& files_;
    UnknownFields& unknown_;
    std::size_t opened_ = 0;  ///< files
    std::string name_;
    std::size_t number_ = 0;  ///< of the line, from 1
    std::optional<LineReader> reader_;
};

class Import : public Command {
public:
    void declare(OptionSet& options) override {
        adding_.declare(options);
        options.operands("FILE", "articles as JSON, one object a line; - for standard input", files_, 1);
    }

    int run(Context& context) override {
        catch_interrupt();
        UnknownFields unknown;
        Lines lines(files_, unknown);
        const int status = adding_.run(context, {}, [&] { return lines.next(); });
        unknown.tell(context);
        return status;
    }

private:
    Adding adding_;
    std::vector<std::string> files_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<Import>();
}

}  // namespace newsarc::cli
