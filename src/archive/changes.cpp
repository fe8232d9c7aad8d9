#include "archive/changes.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <optional>
#include <string>

#include "parse/line/links.hpp"
#include "store/article/article_writer.hpp"
#include "store/article/articles.hpp"
#include "store/article/removal.hpp"
#include "store/article/tags.hpp"
#include "store/article/versions.hpp"
#include "store/index/vocabulary.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::archive {
namespace {

void require_tag(const std::string& name) {
    const bool controls =
        std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    const bool blank = name.empty() || name.front() == ' ' || name.back() == ' ';
    if (!controls && !blank && text::is_valid_utf8(name)) return;
    throw Error(ErrorCode::usage, "'" + name + "' cannot be a tag",
                "a tag is a line of text with no blank at its ends");
}

void require_no_other(const std::optional<std::int64_t>& known, std::int64_t id, const std::string& what) {
    if (!known || *known == id) return;
    throw Error(ErrorCode::usage, what + " article " + std::to_string(*known),
                "newsarc show " + std::to_string(*known) + " shows it");
}

}  // namespace

std::size_t remove(const store::Connection& connection, std::span<const std::int64_t> ids) {
    store::Transaction transaction(connection);
    const std::size_t removed = store::ArticleRemover(connection).remove(ids);
    store::refresh_vocabulary(connection);
    transaction.commit();
    return removed;
}

void replace(const store::Connection& connection, const Article& article, const Article& former,
             const std::string& moment) {
    const std::int64_t id = former.id.value_or(0);
    if (!article.headline && article.body.empty()) {
        throw Error(ErrorCode::input, "an article needs a headline or a body");
    }
    std::ranges::for_each(article.tags, require_tag);
    Article changed = article;
    changed.uid = text::content_uid(changed);
    changed.words = text::count_words(changed);
    for (Link& link : changed.links)
        link.host = link.url ? parsing::host_of(*link.url) : std::nullopt;

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
    store::put_key(connection, id, changed.key);
    store::TagWriter tags(connection);
    tags.clear(id);
    for (const std::string& name : changed.tags)
        tags.add(id, name);
    store::refresh_vocabulary(connection);
    transaction.commit();
}

std::vector<std::int64_t> tag(const store::Connection& connection, const TagRequest& request) {
    std::ranges::for_each(request.add, require_tag);
    store::Transaction transaction(connection);
    store::TagWriter tags(connection);
    std::vector<std::int64_t> changed;
    for (const std::int64_t id : request.ids) {
        bool any = false;
        for (const std::string& name : request.remove) {
            const bool stays = std::ranges::find(request.add, name) != request.add.end();
            if (!stays) any = tags.remove(id, name) || any;
        }
        for (const std::string& name : request.add)
            any = tags.add(id, name) || any;
        if (any) changed.push_back(id);
    }
    if (!request.dry_run) transaction.commit();
    return changed;
}

}  // namespace newsarc::archive
