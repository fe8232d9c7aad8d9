#include "cli/option/query_words.hpp"

#include "cli/result/saved_searches.hpp"

namespace newsarc::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string out;
    for (std::size_t i = from; i < words.size(); ++i)
        out.append(i == from ? "" : " ").append(words[i]);
    return out;
}

}  // namespace

AskedQuery asked_query(Context& context, const Archive& archive, const std::vector<std::string>& words) {
    if (words.empty() || words[0].size() < 2 || words[0][0] != '@') return {joined(words, 0), std::nullopt};
    const std::string name = words[0].substr(1);
    const std::optional<SavedSearch> saved = archive.saved_search(name);
    if (!saved) {
        // An argument with blanks in it is text that somebody quoted.
        if (name.find(' ') == std::string::npos) {
            const Error error = no_such_search(archive, name);
            context.note(std::string(error.what()) + ", so @" + name + " is text; " + error.hint());
        }
        return {joined(words, 0), std::nullopt};
    }
    const std::string rest = joined(words, 1);
    if (rest.empty()) return {saved->query, saved};
    if (saved->query == "*") return {rest, saved};
    return {"(" + saved->query + ") " + rest, saved};
}

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

}  // namespace newsarc::cli
