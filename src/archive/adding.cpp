#include "archive/adding.hpp"

#include "archive/keeper.hpp"
#include "archive/prepared_input.hpp"

namespace newsarc::archive {
namespace {

std::vector<AddResult> keep_all(const store::Connection& connection, std::vector<PreparedInput> inputs,
                                const AddOptions& options) {
    Keeper keeper(connection, options);
    std::vector<AddResult> out;
    keeper.begin();
    for (PreparedInput& input : inputs) {
        for (AddResult& result : keeper.keep(input, options.added))
            out.push_back(std::move(result));
    }
    keeper.commit(Keeper::Work::is_done);
    return out;
}

}  // namespace

std::vector<AddResult> add(const store::Connection& connection, std::span<const Source> sources,
                           const AddOptions& options) {
    // All reading comes first: the write lock is held for the writing alone.
    const store::Preparer preparer;
    std::vector<PreparedInput> inputs;
    inputs.reserve(sources.size());
    for (const Source& source : sources)
        inputs.push_back(prepare(preparer, source, options.parse));
    return keep_all(connection, std::move(inputs), options);
}

std::vector<AddResult> add_records(const store::Connection& connection, std::span<const Article> records,
                                   const AddOptions& options) {
    const store::Preparer preparer;
    std::vector<PreparedInput> inputs;
    inputs.reserve(records.size());
    for (const Article& record : records)
        inputs.push_back(prepare(preparer, record));
    return keep_all(connection, std::move(inputs), options);
}

}  // namespace newsarc::archive
