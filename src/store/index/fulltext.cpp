#include "store/index/fulltext.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

#include "store/index/index.hpp"
#include "store/index/stemmed_text.hpp"
#include "store/sql/fulltext_api.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

unsigned times_at(Column column, unsigned offset, bool stock) {
    switch (column) {
        case Column::headline:
        case Column::headline_terms: return headline_times;
        case Column::body: break;
        case Column::body_terms:
            if (stock) return body_times;  // acronyms and units, wherever they stand
    }
    return offset < lead_words ? lead_times : body_times;
}

namespace {

/// Postings between two looks at whether to stop.
constexpr std::size_t stop_interval = 4096;

constexpr const char* pointer_type = "newsarc-postings";

/// What one statement collects, and when it is to end.
struct Collector {
    std::span<Postings> phrases;
    Positions positions = Positions::yes;
    std::span<const text::Analysis> analyses;
    const std::function<bool()>* stopped = nullptr;
    std::size_t until_asked = stop_interval;
    std::size_t current = 0;

    bool should_stop() {
        if (--until_asked > 0) return false;
        until_asked = stop_interval;
        return (*stopped)();
    }
};

// Exceptions must not cross SQLite, which is written in C: those of a full memory become SQLITE_NOMEM.
int collect_article(const Fts5ExtensionApi* api, Fts5Context* context, void* data) noexcept try {
    auto& collector = *static_cast<Collector*>(data);
    if (collector.should_stop()) return SQLITE_INTERRUPT;
    Postings& postings = collector.phrases[collector.current];
    Posting posting;
    posting.article = static_cast<std::uint32_t>(api->xRowid(context));
    const bool stock = posting.article >= collector.analyses.size() ||
                       collector.analyses[posting.article] == text::stock_analysis;
    const auto first_position = static_cast<std::ptrdiff_t>(postings.positions.size());
    Fts5PhraseIter iterator{};
    int column = 0;
    int offset = 0;
    const int status = api->xPhraseFirst(context, 0, &iterator, &column, &offset);
    if (status != SQLITE_OK) return status;
    bool in_order = true;
    unsigned times = 0;
    // An article of a million equal words must not cost more than others.
    for (unsigned place = 0; column >= 0 && place < most_times;
         api->xPhraseNext(context, &iterator, &column, &offset)) {
        const auto part = static_cast<Column>(column);
        // The stock tokenizer's words of a text that is analysed otherwise are for other programs.
        if (!stock && (part == Column::headline || part == Column::body)) continue;
        ++place;
        const bool body = part == Column::body || part == Column::body_terms;
        times += times_at(part, static_cast<unsigned>(offset), stock);
        ++postings.occurrences;
        if (collector.positions == Positions::yes) {
            postings.positions.push_back(static_cast<std::uint32_t>(offset) + (body ? body_offset : 0));
            ++posting.places;
        }
        in_order = in_order && (part == Column::headline || part == Column::body);
    }
    if (times == 0) return SQLITE_OK;
    posting.times = static_cast<std::uint16_t>(std::min(times, most_times));
    // The columns of further terms come after those of the text.
    if (!in_order) std::sort(postings.positions.begin() + first_position, postings.positions.end());
    postings.articles.push_back(posting);
    return SQLITE_OK;
} catch (...) {
    return SQLITE_NOMEM;
}

Collector* collector_of(sqlite3_context* result, int count, sqlite3_value** values) {
    Collector* collector =
        count == 1 ? static_cast<Collector*>(sqlite3_value_pointer(values[0], pointer_type)) : nullptr;
    if (collector == nullptr) sqlite3_result_error(result, "for use by newsarc only", -1);
    return collector;
}

/// An SQL function, run on the first row that holds any of the phrases: from there FTS5 walks
/// through all rows of each without going through SQL for every one.
void collect_phrases(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                     sqlite3_value** values) noexcept {
    Collector* collector = collector_of(result, count, values);
    if (collector == nullptr) return;
    for (std::size_t i = 0; i < collector->phrases.size(); ++i) {
        collector->current = i;
        const int status = api->xQueryPhrase(context, static_cast<int>(i), collector, collect_article);
        if (status != SQLITE_OK) return sqlite3_result_error_code(result, status);
    }
}

/// An SQL function, run on each row that holds one phrase.
void collect_row(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                 sqlite3_value** values) noexcept {
    Collector* collector = collector_of(result, count, values);
    if (collector == nullptr) return;
    const int status = collect_article(api, context, collector);
    if (status != SQLITE_OK) return sqlite3_result_error_code(result, status);
    sqlite3_result_int(result, 1);
}

/// Runs a statement that collects, as long as it gives rows with a value other than 0.
void collect(sqlite3* handle, const char* sql, const std::string& match, Collector& collector) {
    const RawStatement statement = prepare_raw(handle, sql);
    sqlite3_bind_text(statement.get(), 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
    sqlite3_bind_pointer(statement.get(), 2, &collector, pointer_type, nullptr);
    int status = SQLITE_ROW;
    while (status == SQLITE_ROW) {
        status = sqlite3_step(statement.get());
        if (status == SQLITE_ROW && sqlite3_column_int(statement.get(), 0) == 0) return;
    }
    if (status != SQLITE_DONE) throw SQLite::Exception(handle, status);
}

constexpr const char* collect_all =
    "SELECT newsarc_phrases(article_fts, ?2) FROM article_fts WHERE article_fts MATCH ?1";
constexpr const char* collect_rows =
    "SELECT newsarc_row(article_fts, ?2) FROM article_fts WHERE article_fts MATCH ?1";

void register_function(SQLite::Database& database, fts5_api* api, const char* name,
                       fts5_extension_function function) {
    const int status = api->xCreateFunction(api, name, nullptr, function, nullptr);
    if (status != SQLITE_OK) throw SQLite::Exception(database.getHandle(), status);
}

std::string_view columns_of(const Phrase& phrase) {
    switch (phrase.part) {
        case Part::headline: return phrase.further ? "headline_terms : " : "{headline headline_terms} : ";
        case Part::body: return phrase.further ? "body_terms : " : "{body body_terms} : ";
        case Part::any: break;
    }
    return phrase.further ? "{headline_terms body_terms} : " : "";
}

/// A phrase in FTS5's query syntax.
std::string match_of(const Phrase& phrase) {
    std::string out(columns_of(phrase));
    out += '"';
    for (const char c : phrase.words) {
        if (c == '"') out += '"';
        if (c != '\0') out += c;
    }
    out += '"';
    if (phrase.prefix) out += " *";
    return out;
}

}  // namespace

void register_fulltext(SQLite::Database& database) {
    fts5_api* api = fulltext_api(database.getHandle());
    register_function(database, api, "newsarc_phrases", collect_phrases);
    register_function(database, api, "newsarc_row", collect_row);
    register_stemmed_text(database);
}

std::vector<Postings> find_postings(const Connection& connection, std::span<const Phrase> phrases,
                                    std::span<const text::Analysis> analyses, Positions positions,
                                    const std::function<bool()>& stopped) {
    std::vector<Postings> out(phrases.size());
    std::string any;
    std::vector<std::size_t> together;
    guarded([&] {
        sqlite3* handle = connection.database().getHandle();
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            if (phrases[i].prefix) {
                // FTS5 merges all words of a prefix each time it begins: it must begin once only.
                Collector collector{std::span(out).subspan(i, 1), positions, analyses, &stopped};
                collect(handle, collect_rows, match_of(phrases[i]), collector);
            } else {
                any += (any.empty() ? "" : " OR ") + match_of(phrases[i]);
                together.push_back(i);
            }
        }
        if (together.empty()) return;
        std::vector<Postings> found(together.size());
        Collector collector{found, positions, analyses, &stopped};
        collect(handle, collect_all, any, collector);
        for (std::size_t i = 0; i < together.size(); ++i)
            out[together[i]] = std::move(found[i]);
    });
    return out;
}

}  // namespace newsarc::store
