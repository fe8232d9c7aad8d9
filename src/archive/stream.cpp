#include "archive/adding.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/keeper.hpp"
#include "archive/ordered_workers.hpp"
#include "archive/prepared_input.hpp"
#include "archive/results.hpp"
#include "text/address.hpp"

namespace newsarc::archive {
namespace {

using std::chrono::milliseconds;

// What is read and not stored yet.
constexpr std::size_t bytes_ahead = 16'000'000;
constexpr std::size_t inputs_ahead = 1000;

// What is committed at a time: as much as keeps the cost of a commit small beside it and can be written while
// readers wait for a fraction of a second.
constexpr std::size_t batch_bytes = 32'000'000;
constexpr std::size_t batch_inputs = 20'000;

/// When inputs come slowly, what is there is committed rather than kept waiting.
constexpr milliseconds patience{200};

/// An input that was read; with neither articles nor anything prepared it was left out.
struct ReadInput {
    InputResult result;
    std::optional<PreparedInput> prepared;
};

struct NumberedInput {
    std::size_t number = 0;
    Input input;
};

void read(const store::Preparer& preparer, const Input& input, const ParseOptions& options, ReadInput& out) {
    InputContent content = input.read();
    if (auto* known = std::get_if<std::vector<AddResult>>(&content)) {
        out.result.articles = std::move(*known);
    } else if (auto* record = std::get_if<Article>(&content)) {
        out.prepared = prepare(preparer, std::move(*record));
    } else {
        out.prepared = prepare(preparer, std::get<Source>(content), options);
    }
}

ReadInput read(const store::Preparer& preparer, const NumberedInput& numbered, const ParseOptions& options) {
    const Input& input = numbered.input;
    ReadInput out{{numbered.number, input.bytes, {}}, std::nullopt};
    try {
        read(preparer, input, options, out);
    } catch (const Error& error) {
        // An encoding that does not exist is the caller's mistake, not this input's.
        if (error.code() == ErrorCode::unsupported || error.code() == ErrorCode::usage) throw;
        if (error.code() == ErrorCode::interrupted) return out;
        out.prepared.emplace();
        const bool named = !input.path.empty();
        out.prepared->failure =
            failed(named ? std::optional(text::readable_path(input.path)) : std::nullopt, error);
    }
    return out;
}

/// Inputs that are stored in one transaction, and told after it.
class Batch {
public:
    Batch(const std::function<const store::Connection&()>& connection, const AddStream& stream,
          const AddOptions& options)
        : connection_(connection), stream_(stream), options_(options) {}

    void keep(ReadInput input) {
        if (!input.prepared && input.result.articles.empty()) return;
        bytes_ += input.result.bytes;
        if (!input.prepared) {
            // There is nothing to store.
        } else if (input.prepared->failure) {
            input.result.articles = {std::move(*input.prepared->failure)};
        } else {
            begin();
            input.result.articles = keeper_->keep(*input.prepared, added_);
        }
        taken_ += input.result.articles.size();
        results_.push_back(std::move(input.result));
        stream_.progress(taken_);
    }

    [[nodiscard]] bool is_full() const { return bytes_ >= batch_bytes || results_.size() >= batch_inputs; }

    void commit(Keeper::Work work) {
        if (is_open_) keeper_->commit(work);
        tell();
    }

    void commit_last() {
        if (keeper_) {
            begin();
            keeper_->commit(Keeper::Work::is_done);
        }
        tell();
    }

private:
    void begin() {
        if (is_open_) return;
        if (!keeper_) keeper_.emplace(connection_(), options_);
        keeper_->begin();
        is_open_ = true;
        added_ = stream_.now();
    }

    void tell() {
        is_open_ = false;
        bytes_ = 0;
        for (const InputResult& result : std::exchange(results_, {}))
            stream_.tell(result);
    }

    const std::function<const store::Connection&()>& connection_;
    const AddStream& stream_;
    const AddOptions& options_;
    std::optional<Keeper> keeper_;
    bool is_open_ = false;  ///< a transaction is
    std::string added_;
    std::vector<InputResult> results_;
    std::size_t bytes_ = 0;
    std::size_t taken_ = 0;  ///< articles, in all batches
};

}  // namespace

void add_stream(const std::function<const store::Connection&()>& connection, const AddStream& stream,
                const AddOptions& options) {
    const std::size_t jobs = std::max<std::size_t>(stream.jobs, 1);
    const std::vector<store::Preparer> preparers(jobs);
    std::size_t count = 0;
    Batch batch(connection, stream, options);
    OrderedWorkers<NumberedInput, ReadInput> workers(
        jobs, {.inputs = inputs_ahead, .weight = bytes_ahead},
        {
            .next = [&]() -> std::optional<NumberedInput> {
                if (stream.stop()) return std::nullopt;
                std::optional<Input> input = stream.next();
                if (!input) return std::nullopt;
                return NumberedInput{count++, std::move(*input)};
            },
            .work = [&](NumberedInput& input,
                        std::size_t job) { return read(preparers[job], input, options.parse); },
            .weight = [](const NumberedInput& input) { return input.input.bytes; },
        });
    // Declared behind the threads, so that it comes before they are waited for.
    struct Ending {
        const AddStream& stream;
        bool whole = false;
        ~Ending() {
            if (!whole && stream.abandon) stream.abandon();
        }
    } ending{stream};
    while (!workers.done() && !stream.stop()) {
        std::vector<ReadInput> inputs = workers.take(patience);
        // When nothing comes for a while there is time for all.
        if (inputs.empty()) batch.commit(Keeper::Work::is_done);
        for (ReadInput& input : inputs) {
            if (stream.stop()) break;
            batch.keep(std::move(input));
            if (batch.is_full()) batch.commit(Keeper::Work::goes_on);
        }
    }
    batch.commit_last();
    ending.whole = true;
}

}  // namespace newsarc::archive
