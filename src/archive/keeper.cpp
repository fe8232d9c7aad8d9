#include "archive/keeper.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "archive/admission.hpp"
#include "archive/corrections.hpp"
#include "archive/file_parts.hpp"
#include "archive/results.hpp"
#include "input/record/record_text.hpp"
#include "model/fields.hpp"
#include "store/article/articles.hpp"
#include "store/posting/postings.hpp"
#include "text/address.hpp"

namespace newsarc::archive {
namespace {

/// An article that its file gives as it gave it before.
AddResult unchanged(const store::FilePart& part, const Article& article) {
    AddResult result = duplicate_of(part.article, article);
    result.unchanged = true;
    result.uid = part.uid;
    result.key = part.key;
    result.headline = part.headline;
    return result;
}

/// True when a record says about its text what is not known, or otherwise: an address, a language, fields of
/// others.
bool says_more(const Article& record, const Article& known) {
    return std::ranges::any_of(model::fields(), [&](const model::Field& field) {
        if (field.derived || field.standing != model::Standing::version) return false;
        const std::string text = model::to_text(field, record);
        return !text.empty() && text != model::to_text(field, known);
    });
}

bool says_the_same(const store::FileRow& file, const PreparedInput& input) {
    return file.sha256 == input.original->sha256 && file.reading == input.reading &&
           file.parts.size() + file.passed_over == input.articles.size();
}

/// What becomes of the articles of a file that says what it said.
std::vector<AddResult> all_unchanged(const store::FileRow& file, const PreparedInput& input) {
    std::vector<AddResult> results;
    auto part = file.parts.begin();
    for (std::size_t i = 0; i < input.articles.size(); ++i) {
        const Article& article = input.articles[i].prepared.article;
        const bool is_there = part != file.parts.end() && part->position == i;
        results.push_back(is_there ? unchanged(*part++, article) : removed_before(article));
        results.back().unchanged = true;
    }
    return results;
}

}  // namespace

struct Keeper::Target {
    std::optional<store::FileRow> file;
    std::optional<std::int64_t> former;  ///< the stored file as it was before
    std::optional<std::int64_t>
        original;  ///< the file as it is now, stored with the first article that needs it
};

struct Keeper::Rehearsal {
    explicit Rehearsal(const AddOptions& real)
        : options(real), connection({}, store::Access::scratch, std::chrono::milliseconds(0)) {
        options.dry_run = false;
        keeper.emplace(connection, options);
    }

    AddOptions options;
    store::Connection connection;
    std::optional<Keeper> keeper;
};

Keeper::Keeper(const store::Connection& connection, const AddOptions& options)
    : connection_(connection),
      options_(options),
      known_(connection),
      articles_(connection),
      originals_(connection),
      versions_(connection),
      passages_(connection),
      files_(connection),
      removed_(connection),
      edits_(connection) {
    if (options.dry_run) rehearsal_ = std::make_unique<Rehearsal>(options);
}

Keeper::~Keeper() = default;

void Keeper::begin() {
    if (rehearsal_) return rehearsal_->keeper->begin();
    transaction_.emplace(connection_);
}

std::vector<AddResult> Keeper::keep(PreparedInput& input, const std::string& added) {
    if (input.failure) return {*input.failure};
    std::vector<AddResult> results = keep_articles(input, added);
    // The archive has paths that hold from anywhere; who adds a file knows it as it was named.
    if (input.file) {
        const std::string path = text::readable_path(input.file->path);
        for (AddResult& result : results) {
            if (result.path == path) result.path = input.named;
        }
    }
    results.insert(results.end(), input.failures.begin(), input.failures.end());
    return results;
}

std::vector<AddResult> Keeper::keep_articles(PreparedInput& input, const std::string& added) {
    if (input.articles.empty()) return {};
    Target target;
    if (input.file) target.file = files_.find(*input.file);
    const bool asked_again = options_.again && target.file && target.file->passed_over > 0;
    const bool same = target.file && says_the_same(*target.file, input);
    const bool moved = !same && follow_move(input, target);
    if ((same || (moved && says_the_same(*target.file, input))) && !asked_again) {
        if (!rehearsal_) files_.refresh(target.file->id, *input.file);
        std::vector<AddResult> results = all_unchanged(*target.file, input);
        for (AddResult& result : results) {
            if (!moved || result.status != AddStatus::duplicate) continue;
            result.status = AddStatus::moved;
            result.unchanged = false;
            result.of.reset();
        }
        return results;
    }
    find_removed(input, target);
    std::vector<AddResult> results = keep_parts(input, target, added);
    if (rehearsal_) return results;
    move_unchanged(input, results, target);
    if (input.file) record_file(input, target, results);
    return results;
}

void Keeper::commit(Work work) {
    if (rehearsal_) return rehearsal_->keeper->commit(Work::goes_on);
    articles_.flush();
    if (work == Work::is_done) store::merge_postings(connection_, store::Merge::small);
    transaction_->commit();
    transaction_.reset();
}

/// A file that is new, or has other bytes than it had, may be one that was added from elsewhere and is gone
/// there. Articles of it that were edited are known by what the file said.
bool Keeper::follow_move(const PreparedInput& input, Target& target) {
    if (!options_.is_gone || !input.file || !input.original) return false;
    const std::string& uid = input.articles.front().prepared.article.uid;
    auto article = edits_.with_given(uid);
    if (!article) article = known_.with_uid(uid);
    if (!article) return false;
    for (const std::string& path : files_.paths_of(*article, input.original->sha256)) {
        if (path == input.file->path || !options_.is_gone(path)) continue;
        FileState former = *input.file;
        former.path = path;
        target.file = files_.find(former);
        if (!rehearsal_) files_.move(target.file->id, path, *input.file);
        return true;
    }
    return false;
}

/// What is in the archive all the same was not removed: another article that says so, or one that the file
/// gave under that headline.
void Keeper::find_removed(PreparedInput& input, const Target& target) {
    if (!removed_.any()) return;
    for (PreparedPart& part : input.articles) {
        const Article& article = part.prepared.article;
        store::GivenArticle given{.uid = article.uid, .key = article.key};
        if (input.file) given.file = input.file->path;
        given.headline_folded = part.prepared.headline_folded;
        const auto removed = removed_.find(given);
        if (!removed) continue;
        const auto is_part = [&](const store::FilePart& former) {
            return former.given_uid == article.uid || former.uid == article.uid ||
                   (former.headline_folded && former.headline_folded == part.prepared.headline_folded);
        };
        if (target.file && std::ranges::any_of(target.file->parts, is_part)) continue;
        if (known_.with_uid(article.uid) || (article.key && known_.with_key(*article.key))) continue;
        part.removed = removed;
    }
}

std::vector<AddResult> Keeper::keep_parts(PreparedInput& input, Target& target, const std::string& added) {
    std::vector<const store::FilePart*> former(input.articles.size(), nullptr);
    if (target.file) {
        for (const store::FilePart& part : target.file->parts) {
            if (part.shared || !part.has_path) continue;
            const auto origin = passages_.of(part.article);
            if (origin && !target.former) target.former = origin->original;
        }
        former = match(input.articles, target.file->parts);
    }
    std::vector<AddResult> results;
    for (std::size_t i = 0; i < input.articles.size(); ++i) {
        Article& article = input.articles[i].prepared.article;
        if (!article.added) article.added = added;
        results.push_back(keep_article(input, input.articles[i], target, former[i], added));
        // A file can hold thousands: what has been stored is not kept in memory twice.
        article.body = std::string();
        input.articles[i].prepared.text = {};
    }
    return results;
}

AddResult Keeper::keep_article(PreparedInput& input, PreparedPart& part, Target& target,
                               const store::FilePart* former, const std::string& moment) {
    const Article& article = part.prepared.article;
    if (part.removed && !options_.again) return removed_before(article);
    if (former != nullptr && (former->given_uid == article.uid || former->uid == article.uid)) {
        // What the file says now as a hand had set it is no edit any more.
        if (former->given_uid != article.uid && !edits_.of(former->article).empty())
            revise(former->article, part.prepared, moment);
        return unchanged(*former, article);
    }
    const auto same_content = known_.with_uid(article.uid);
    if (const auto known = article.key ? known_.with_key(*article.key) : std::nullopt) {
        const bool same_text = same_content == known;
        if (same_content && !(same_text && says_more(article, *store::find_article(connection_, *known))))
            return keep_key(*known, *same_content, article);
        return revise(*known, part.prepared, moment);
    }
    if (same_content) {
        if (article.key && !rehearsal_) known_.give_key(*same_content, *article.key);
        return duplicate_of(*same_content, article);
    }
    // An article that another file gave as well stays as that file has it.
    if (former == nullptr || former->shared) {
        if (const auto edited = edits_.with_given(article.uid)) return duplicate_of(*edited, article);
        return keep_new(input, part, target, moment);
    }
    AddResult result = revise(former->article, part.prepared, moment);
    result.unchanged = result.status == AddStatus::duplicate && result.id == former->article;
    if (!rehearsal_ && result.status == AddStatus::updated)
        passages_.set(former->article, origin_of(input, part, target));
    result.key = former->key;
    return result;
}

/// Gives an article what its source says from now on; what a hand set in it stays.
AddResult Keeper::revise(std::int64_t id, const store::PreparedArticle& source, const std::string& moment) {
    const store::Edits edits = edits_.of(id);
    if (edits.empty()) {
        replace(id, source, moment);
        return result_for(AddStatus::updated, id, source.article);
    }
    const Article now = *store::find_article(connection_, id);
    const Corrected corrected = correct(source.article, now, edits);
    const store::PreparedArticle prepared = preparer_.prepare(admitted(corrected.article, Misfit::keep));
    const Article& article = prepared.article;
    if (const auto same = known_.with_uid(article.uid); same && *same != id)
        return duplicate_of(*same, article);
    const bool stays = article.uid == now.uid;
    if (!stays || says_more(article, now)) replace(id, prepared, moment);
    if (!rehearsal_) edits_.put(id, corrected.edits, source.article.uid);
    AddResult result = stays ? duplicate_of(id, article) : result_for(AddStatus::updated, id, article);
    result.kept = corrected.kept;
    result.undone = corrected.undone;
    return result;
}

/// Two articles cannot say the same: where the text that a key now has is another article's, that one takes
/// the key, so that the next text under it updates what this one said.
AddResult Keeper::keep_key(std::int64_t known, std::int64_t same, const Article& article) {
    AddResult result = duplicate_of(same, article);
    if (known == same) return result;
    const std::string former =
        "article " + std::to_string(known) + ", which had this key, keeps its former text";
    if (known_.has_key(same)) {
        result.warnings.push_back(former + ": its new one is that of article " + std::to_string(same) +
                                  ", which has another key");
        return result;
    }
    if (!rehearsal_) {
        known_.take_key(known);
        known_.give_key(same, *article.key);
    }
    result.warnings.push_back(former + " without it");
    return result;
}

Article Keeper::with_settings(Article article) const {
    for (const auto& [name, value] : options_.set)
        input::set_field(article, name, value);
    article.tags.insert(article.tags.end(), options_.tags.begin(), options_.tags.end());
    return article;
}

AddResult Keeper::keep_new(PreparedInput& input, PreparedPart& part, Target& target,
                           const std::string& moment) {
    const Article& source = part.prepared.article;
    store::Edits edits = edits_stated_by(source);
    if (options_.set.empty() && options_.tags.empty()) {
        AddResult result = store_new(input, part, part.prepared, target, moment);
        if (!rehearsal_ && result.id && !edits.empty()) edits_.put(*result.id, edits, source.uid);
        return result;
    }
    store::PreparedArticle prepared;
    try {
        prepared = preparer_.prepare(admitted(with_settings(source), Misfit::keep));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::input) throw;
        return failed(source.path, error);
    }
    if (const auto same = known_.with_uid(prepared.article.uid)) return duplicate_of(*same, source);
    AddResult result = store_new(input, part, prepared, target, moment);
    if (!rehearsal_ && result.id)
        edits_.put(*result.id, edits_after(std::move(edits), source, prepared.article), source.uid);
    return result;
}

AddResult Keeper::store_new(PreparedInput& input, PreparedPart& part, const store::PreparedArticle& prepared,
                            Target& target, const std::string& moment) {
    const store::Comparison comparison = articles_.compare(prepared);
    if (!comparison.like.empty() && options_.near_duplicates == NearDuplicatePolicy::skip) {
        return added_or_like(std::nullopt, prepared.article, comparison);
    }
    if (rehearsal_) return rehearse(part, comparison, moment);
    std::optional<store::Origin> origin;
    if (input.original) origin = origin_of(input, part, target);
    if (part.removed) removed_.forget(*part.removed);
    return added_or_like(articles_.insert(prepared, origin, comparison), prepared.article, comparison);
}

/// What the archive does not hold may still be the second of its kind among what it would get.
AddResult Keeper::rehearse(const PreparedPart& part, const store::Comparison& comparison,
                           const std::string& moment) {
    PreparedInput alone;
    alone.articles.push_back(part);
    AddResult result = rehearsal_->keeper->keep(alone, moment).front();
    if (result.status != AddStatus::duplicate && !comparison.like.empty())
        return added_or_like(std::nullopt, part.prepared.article, comparison);
    // Articles have no numbers before they are stored.
    result.id.reset();
    result.of.reset();
    return result;
}

store::Origin Keeper::origin_of(const PreparedInput& input, const PreparedPart& part, Target& target) {
    if (!target.original) {
        target.original = target.former ? originals_.put_in_place_of(*target.former, *input.original)
                                        : originals_.put(*input.original);
    }
    return {*target.original, part.offset, part.length};
}

void Keeper::replace(std::int64_t id, const store::PreparedArticle& prepared, const std::string& moment) {
    if (rehearsal_) return;
    if (known_.with_uid(prepared.article.uid) != id) versions_.keep(id, moment);
    articles_.update(id, prepared);
}

/// What did not change in a file that did is kept once, in the file as it is now: so an article's bytes are
/// where the article is, and go with it.
void Keeper::move_unchanged(const PreparedInput& input, std::vector<AddResult>& results, Target& target) {
    if (!target.former || !target.original) return;
    std::vector<store::Origin> left;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (!results[i].unchanged) continue;
        const auto origin = passages_.of(*results[i].id);
        if (!origin || origin->original != *target.former) continue;
        passages_.set(*results[i].id, {*target.original, input.articles[i].offset, input.articles[i].length});
        left.push_back(*origin);
    }
    const std::vector<std::string> damaged = passages_.release(std::move(left));
    const auto changed = std::ranges::find(results, false, &AddResult::unchanged);
    if (changed == results.end()) return;
    for (const std::string& name : damaged)
        changed->warnings.push_back("the file as it was before, now " + name +
                                    ", is damaged in the archive; newsarc check tells more");
}

void Keeper::record_file(const PreparedInput& input, const Target& target,
                         const std::vector<AddResult>& results) {
    std::vector<store::GivenPart> parts;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].id) parts.push_back({*results[i].id, input.articles[i].prepared.article.uid, i});
    }
    const auto passed_over =
        static_cast<std::size_t>(std::ranges::count(results, AddStatus::removed_before, &AddResult::status));
    const bool whole = parts.size() + passed_over == results.size();
    files_.put(target.file ? std::optional(target.file->id) : std::nullopt, *input.file,
               whole ? std::optional(input.original->sha256) : std::nullopt, input.reading, parts,
               passed_over);
}

}  // namespace newsarc::archive
