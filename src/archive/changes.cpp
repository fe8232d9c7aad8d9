#include "archive/changes.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <optional>
#include <string>

#include "archive/admission.hpp"
#include "archive/corrections.hpp"
#include "model/settle.hpp"
#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/article/edits.hpp"
#include "store/article/removal.hpp"
#include "store/article/removed.hpp"
#include "store/article/tags.hpp"
#include "store/article/versions.hpp"
#include "store/posting/postings.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::archive {
namespace {

std::vector<std::string> settled_tags(std::vector<std::string> names) {
    for (std::string& name : names) {
        if (!text::is_valid_utf8(name)) throw Error(ErrorCode::input, "a tag is not text in UTF-8");
        model::settle_tag(name);
    }
    return names;
}

void require_no_other(const std::optional<std::int64_t>& known, std::int64_t id, const std::string& what) {
    if (!known || *known == id) return;
    throw Error(ErrorCode::usage, what + " article " + std::to_string(*known),
                "newsarc show " + std::to_string(*known) + " shows it");
}

}  // namespace

std::size_t remove(const store::Connection& connection, std::span<const std::int64_t> ids,
                   const std::string& moment) {
    store::Transaction transaction(connection);
    const std::size_t removed = store::ArticleRemover(connection).remove(ids, moment);
    store::merge_postings(connection, store::Merge::small);
    transaction.commit();
    return removed;
}

std::size_t forget_removals(const store::Connection& connection, std::span<const std::int64_t> ids) {
    store::Transaction transaction(connection);
    const std::size_t forgotten = store::forget_removed(connection, ids);
    transaction.commit();
    return forgotten;
}

void replace(const store::Connection& connection, const Article& article, const Article& former,
             const std::string& moment) {
    const std::int64_t id = former.id.value_or(0);
    const Article changed = admitted(article, Misfit::refuse);

    store::Transaction transaction(connection);
    const auto now = store::find_article(connection, id);
    if (!now) throw Error(ErrorCode::not_found, "no article has the id " + std::to_string(id));
    if (now->uid != former.uid || now->tags != former.tags || now->key != former.key) {
        throw Error(ErrorCode::usage, "article " + std::to_string(id) + " was changed by another meanwhile",
                    "look at it again and repeat the change");
    }
    store::KnownArticles known(connection);
    require_no_other(known.with_uid(changed.uid), id, "with this change it would be the same as");
    if (changed.key) {
        require_no_other(known.with_key(*changed.key), id, "the key " + *changed.key + " is that of");
    }
    if (changed.uid != now->uid) store::VersionWriter(connection).keep(id, moment);
    store::ArticleWriter(connection).update(id, changed);
    store::EditWriter edits(connection);
    const std::string given = edits.given_of(id).value_or(now->uid);
    edits.put(id, edits_after(edits.of(id), *now, changed), given);
    store::put_key(connection, id, changed.key);
    store::TagWriter tags(connection);
    tags.clear(id);
    for (const std::string& name : changed.tags)
        tags.add(id, name);
    store::merge_postings(connection, store::Merge::small);
    transaction.commit();
}

std::vector<std::int64_t> tag(const store::Connection& connection, const TagRequest& request) {
    const std::vector<std::string> added = settled_tags(request.add);
    store::Transaction transaction(connection);
    store::TagWriter tags(connection);
    std::vector<std::int64_t> changed;
    for (const std::int64_t id : request.ids) {
        bool any = false;
        for (const std::string& name : request.remove) {
            const bool stays = std::ranges::find(added, name) != added.end();
            if (!stays) any = tags.remove(id, name) || any;
        }
        for (const std::string& name : added)
            any = tags.add(id, name) || any;
        if (any) changed.push_back(id);
    }
    if (!request.dry_run) transaction.commit();
    return changed;
}

}  // namespace newsarc::archive
