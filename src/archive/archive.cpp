#include <newsarc/archive.hpp>

#include <utility>

#include "archive/adding.hpp"
#include "archive/stream.hpp"
#include "search/related.hpp"
#include "search/search.hpp"
#include "store/articles.hpp"
#include "store/connection.hpp"
#include "store/originals.hpp"

namespace newsarc {
namespace {

store::Access access_for(Archive::Mode mode) {
    switch (mode) {
        case Archive::Mode::read: return store::Access::read;
        case Archive::Mode::write: return store::Access::write;
        case Archive::Mode::create: return store::Access::create;
        case Archive::Mode::memory: return store::Access::memory;
    }
    return store::Access::read;
}

}  // namespace

struct Archive::State {
    store::Connection connection;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::string& path, Mode mode, std::chrono::milliseconds busy_timeout) {
    return Archive(std::make_unique<State>(State{store::Connection(path, access_for(mode), busy_timeout)}));
}

std::vector<AddResult> Archive::add(std::span<const Source> sources, const AddOptions& options) {
    return archive::add(state_->connection, sources, options);
}

std::vector<AddResult> Archive::add_records(std::span<const Article> records, const AddOptions& options) {
    return archive::add_records(state_->connection, records, options);
}

void Archive::add_stream(const std::function<Archive&()>& archive, const AddStream& stream,
                         const AddOptions& options) {
    archive::add_stream([&]() -> const store::Connection& { return archive().state_->connection; }, stream,
                        options);
}

std::optional<std::int64_t> Archive::resolve(std::string_view id_or_uid) const {
    return store::resolve(state_->connection, id_or_uid);
}

std::optional<Article> Archive::find(std::int64_t id) const {
    return store::find_article(state_->connection, id);
}

std::optional<Source> Archive::original(std::int64_t id) const {
    return store::get_original(state_->connection, id);
}

void Archive::list(const ListRequest& request, const std::function<bool(const Article&)>& visit) const {
    store::list_articles(state_->connection, request, visit);
}

std::int64_t Archive::count() const {
    return store::count_articles(state_->connection);
}

SearchResult Archive::related(const RelatedRequest& request) const {
    return search::related(state_->connection, request);
}

SearchResult Archive::search(const SearchRequest& request) const {
    return search::run(state_->connection, request);
}

}  // namespace newsarc
