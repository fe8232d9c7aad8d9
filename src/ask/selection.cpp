#include "ask/selection.hpp"

#include <algorithm>
#include <set>

#include "query/dates.hpp"
#include "text/wording.hpp"

namespace newsarc::ask {

std::string filter(std::string_view field, std::string_view value) {
    std::string out(field);
    out += ':';
    // A value of one word needs no quotes, and reads better where the query is printed back.
    const bool quoted = value.find_first_of(" \t\n\"()") != std::string_view::npos;
    if (quoted) out += '"';
    for (const char c : value)
        out += c == '"' ? ' ' : c;
    if (quoted) out += '"';
    return out;
}

Error no_such_search(const Archive& archive, const std::string& name) {
    const std::vector<SavedSearch> saved = archive.saved_searches();
    const std::string hint = text::did_you_mean(name, text::names_of(saved, &SavedSearch::name), {}, "@");
    return {ErrorCode::not_found, "no saved search has the name " + name,
            hint.empty() ? "newsarc search --saved lists them" : hint};
}

Error no_such_article(const std::string& name) {
    return {ErrorCode::not_found, "no article has the id " + name,
            "newsarc list shows the articles with their ids"};
}

AskedQuery asked_query(const Archive& archive, const Reply& reply, const std::vector<std::string>& words,
                       UnknownSearch unknown) {
    const std::string text = text::joined(words, " ");
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    if (end < 2 || text[0] != '@') return {text, std::nullopt};
    const std::string name = text.substr(1, end - 1);
    const std::optional<SavedSearch> saved = archive.saved_search(name);
    if (!saved) {
        const Error error = no_such_search(archive, name);
        if (unknown == UnknownSearch::refuse) throw error;
        // A word with blanks in it is text that somebody quoted.
        if (words[0].size() == end) {
            reply.note(std::string(error.what()) + ", so @" + name + " is text; " + error.hint());
        }
        return {text, std::nullopt};
    }
    const std::size_t more = text.find_first_not_of(" \t\n", end);
    if (more == std::string::npos) return {saved->query, saved};
    const std::string rest = text.substr(more);
    if (saved->query == "*") return {rest, saved};
    return {"(" + saved->query + ") " + rest, saved};
}

void QueryWords::declare_filters(Parameters& parameters) {
    for (Filter& each : filters_)
        parameters.text(each.option, each.metavar, each.help, each.value);
}

void QueryWords::declare_words(Parameters& parameters, std::string help) {
    parameters.query(std::move(help), words_);
}

bool QueryWords::filtered() const {
    return std::ranges::any_of(filters_, [](const Filter& each) { return each.value.has_value(); });
}

bool QueryWords::given() const {
    return !words_.empty() || filtered();
}

std::optional<AskedQuery> QueryWords::query(const Archive& archive, const Reply& reply) const {
    if (!given()) return std::nullopt;
    AskedQuery asked = asked_query(archive, reply, words_, unknown_);
    asked.text = filtered(std::move(asked.text), reply);
    return asked;
}

std::string QueryWords::filtered(std::string query, const Reply& reply) const {
    for (const Filter& each : filters_) {
        if (!each.value) continue;
        if (each.date && !query::parse_interval(*each.value, reply.now)) {
            throw Error(ErrorCode::usage,
                        std::string(each.option) + " takes a date, not '" + *each.value + "'",
                        std::string(query::date_forms));
        }
        query += (query.empty() ? "" : " ") + filter(each.field, *each.value);
    }
    return query;
}

namespace {

/// No number, and no beginning of a uid.
bool is_word(const std::string& name) {
    return name.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos;
}

Error no_id(const std::string& name) {
    return {ErrorCode::not_found, "no article has the id " + name,
            "articles are named by their ids here; --query '" + name + "' names those that a query finds"};
}

}  // namespace

void ArticleNames::declare_query(Parameters& parameters) {
    parameters.text("--query", "QUERY",
                    "every article that a query finds, all of its words matched; @NAME is "
                    "a saved search",
                    query_);
    words_.declare_filters(parameters);
}

void ArticleNames::settle(std::vector<std::string> ids, bool needed) {
    ids_ = std::move(ids);
    if (by_query() && !ids_.empty()) {
        throw Error(ErrorCode::usage, "ids and a query do not go together",
                    "name articles by their ids, or by --query QUERY");
    }
    if (needed && !given()) {
        throw Error(ErrorCode::usage, "no article was named",
                    "name articles by their ids, or by --query QUERY");
    }
}

std::vector<std::int64_t> ArticleNames::ids(const Archive& archive, const Reply& reply,
                                            std::vector<std::string>& missing) const {
    if (by_query()) {
        std::string text;
        if (query_) text = asked_query(archive, reply, {*query_}, UnknownSearch::refuse).text;
        text = words_.filtered(std::move(text), reply);
        Matches found = archive.matching({.query = text, .now = reply.now});
        tell(reply, found.notes);
        if (found.ids.empty()) reply.note("no article matches: " + text);
        return std::move(found.ids);
    }
    std::vector<std::int64_t> out;
    std::set<std::int64_t> seen;
    for (const std::string& name : ids_) {
        if (const std::optional<std::int64_t> id = archive.resolve(name)) {
            if (seen.insert(*id).second) out.push_back(*id);
        } else {
            reply.error(is_word(name) ? no_id(name) : no_such_article(name));
            missing.push_back(name);
        }
    }
    return out;
}

NamedArticles ArticleNames::articles(const Archive& archive, const Reply& reply) const {
    NamedArticles out;
    archive.visit(ids(archive, reply, out.missing), [&](const Article& article) {
        out.articles.push_back(article);
        return true;
    });
    return out;
}

}  // namespace newsarc::ask
