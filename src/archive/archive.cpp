#include <newsarc/archive.hpp>

#include <utility>

#include "archive/adding.hpp"
#include "archive/changes.hpp"
#include "archive/prepared_input.hpp"
#include "archive/repair.hpp"
#include "search/plan/listing.hpp"
#include "search/plan/matching.hpp"
#include "search/rank/related.hpp"
#include "search/search.hpp"
#include "search/show/concordance.hpp"
#include "search/show/keywords.hpp"
#include "search/show/stats.hpp"
#include "search/show/usage.hpp"
#include "store/article/articles.hpp"
#include "store/article/links.hpp"
#include "store/article/removed.hpp"
#include "store/article/versions.hpp"
#include "store/check/check.hpp"
#include "store/duplicate/clusters.hpp"
#include "store/file/backup.hpp"
#include "store/file/compaction.hpp"
#include "store/original/files.hpp"
#include "store/original/originals.hpp"
#include "store/select/saved_searches.hpp"
#include "store/sql/connection.hpp"

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

const std::optional<FormatChange>& Archive::format_change() const {
    return state_->connection.format_change();
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

std::vector<std::optional<std::vector<AddResult>>> Archive::unchanged(std::span<const FileState> files,
                                                                      const ParseOptions& options,
                                                                      bool again) const {
    return store::find_unchanged(state_->connection, files, archive::reading_of(options), again);
}

std::vector<std::string> Archive::files_below(std::string_view path) const {
    return store::files_below(state_->connection, path);
}

std::vector<AddResult> Archive::articles_of_file(std::string_view path) const {
    return store::articles_of_file(state_->connection, path);
}

std::vector<std::string> Archive::files_of_article(std::int64_t id) const {
    return store::files_of_article(state_->connection, id);
}

std::size_t Archive::remove(std::span<const std::int64_t> ids, const std::string& moment) {
    return archive::remove(state_->connection, ids, moment);
}

std::vector<Removal> Archive::removals() const {
    return store::list_removed(state_->connection);
}

std::size_t Archive::forget_removals(std::span<const std::int64_t> ids) {
    return archive::forget_removals(state_->connection, ids);
}

void Archive::replace(const Article& article, const Article& former, const std::string& moment) {
    archive::replace(state_->connection, article, former, moment);
}

std::vector<std::int64_t> Archive::tag(const TagRequest& request) {
    return archive::tag(state_->connection, request);
}

OptimizeResult Archive::optimize() {
    OptimizeResult result;
    result.bytes_before = store::size_in_bytes(state_->connection);
    store::compact(state_->connection);
    result.bytes_after = store::size_in_bytes(state_->connection);
    return result;
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

std::optional<Source> Archive::original(std::int64_t id, std::int64_t version) const {
    return store::get_original_of_version(state_->connection, id, version);
}

std::vector<Version> Archive::versions(std::int64_t id) const {
    return store::list_versions(state_->connection, id);
}

std::optional<Article> Archive::find_version(std::int64_t id, std::int64_t number) const {
    return store::find_version(state_->connection, id, number);
}

std::optional<std::string> Archive::original_name(std::int64_t id) const {
    return store::name_of_original(state_->connection, id);
}

std::vector<std::string> Archive::list(const ListRequest& request,
                                       const std::function<bool(const Article&)>& visit) const {
    return search::list(state_->connection, request, visit);
}

void Archive::links(const LinkRequest& request, const std::function<bool(const FoundLink&)>& visit) const {
    store::visit_links(state_->connection, request, visit);
}

std::vector<HostCount> Archive::link_hosts(const LinkRequest& request) const {
    return store::count_hosts(state_->connection, request);
}

Concordance Archive::concordance(const ConcordanceRequest& request) const {
    return search::concordance(state_->connection, request);
}

Keywords Archive::keywords(const KeywordRequest& request) const {
    return search::keywords(state_->connection, request);
}

Usage Archive::usage(const UsageRequest& request) const {
    return search::usage(state_->connection, request);
}

Stats Archive::stats(const StatsRequest& request) const {
    return search::stats(state_->connection, request);
}

void Archive::save_search(const SavedSearch& search) {
    store::save_search(state_->connection, search);
}

std::vector<SavedSearch> Archive::saved_searches() const {
    return store::saved_searches(state_->connection);
}

std::optional<SavedSearch> Archive::saved_search(std::string_view name) const {
    return store::find_saved_search(state_->connection, name);
}

void Archive::mark_seen(std::string_view name, std::int64_t id) {
    store::mark_seen(state_->connection, name, id);
}

bool Archive::remove_saved_search(std::string_view name) {
    return store::remove_saved_search(state_->connection, name);
}

void Archive::visit(std::span<const std::int64_t> ids,
                    const std::function<bool(const Article&)>& visit) const {
    store::visit_articles(state_->connection, ids, visit);
}

std::int64_t Archive::count() const {
    return store::count_articles(state_->connection);
}

void Archive::duplicates(const ClusterRequest& request,
                         const std::function<bool(const Cluster&)>& visit) const {
    store::list_clusters(state_->connection, request, visit);
}

std::optional<Cluster> Archive::duplicates_of(std::int64_t id) const {
    return store::find_cluster(state_->connection, id);
}

BackupSummary Archive::backup(const std::string& path, const BackupOptions& options) const {
    return store::back_up(state_->connection, path, options);
}

CheckSummary Archive::check(const CheckOptions& options,
                            const std::function<void(const Finding&)>& visit) const {
    return store::check(state_->connection, options, visit);
}

RepairSummary Archive::repair() {
    return archive::repair(state_->connection);
}

SearchResult Archive::related(const RelatedRequest& request) const {
    return search::related(state_->connection, request);
}

SearchResult Archive::search(const SearchRequest& request) const {
    return search::run(state_->connection, request);
}

ArticleMarks Archive::marks(const Article& article, const MatchRequest& request) const {
    return search::marks(state_->connection, article, request);
}

Matches Archive::matching(const MatchRequest& request) const {
    return search::matching(state_->connection, request);
}

}  // namespace newsarc
