#include "cli/help/topics.hpp"

#include <array>

namespace newsarc::cli {
namespace {

// A new topic is a row here and a document in src/cli/CMakeLists.txt.
constexpr std::array table{
    Topic{"reporters", "a day's work with an archive", "docs/reporters.md"},
    Topic{"researchers", "corpora, citations, and the archive in other programs", "docs/researchers.md"},
    Topic{"browser", "an archive in the browser: who can see it, and limits", "docs/serve.md"},
    Topic{"assistants", "an archive that an assistant searches, reads and cites", "docs/assistants.md"},
    Topic{"coming-from", "the way from notmuch, recoll, or a folder and grep", "docs/coming-from.md"},
    Topic{"query-language", "operators, fields and dates of a query", "docs/query-language.md"},
    Topic{"languages", "words of every language, and how well they are found", "docs/languages.md"},
    Topic{"formats", "forms of output, and templates for one's own", "docs/formats.md"},
    Topic{"exchange", "export to other programs, and import from them", "docs/exchange.md"},
    Topic{"inputs", "what is read from text, web pages and other kinds of file", "docs/inputs.md"},
    Topic{"parsing", "how news text is read, and labels of one's own", "docs/parsing.md"},
    Topic{"configuration", "the configuration file, environment variables, exit status",
          "docs/configuration.md"},
    Topic{"near-duplicates", "what counts as nearly the same text", "docs/duplicates.md"},
    Topic{"ranking", "how hits are ordered", "docs/ranking.md"},
    Topic{"reliability", "what an archive can be trusted with", "docs/reliability.md"},
    Topic{"storage", "the format of the archive file", "docs/storage.md"},
};

}  // namespace

std::span<const Topic> topics() {
    return table;
}

const Topic* find_topic(std::string_view name) {
    const Topic* found = nullptr;
    for (const Topic& topic : table) {
        if (topic.name == name) return &topic;
        if (name.empty() || !topic.name.starts_with(name)) continue;
        if (found != nullptr) return nullptr;
        found = &topic;
    }
    return found;
}

}  // namespace newsarc::cli
