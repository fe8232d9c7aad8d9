#include "store/file/schema.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/article/derived.hpp"
#include "store/article/edits.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "store/index/index.hpp"
#include "store/sql/statement.hpp"
#include "text/address.hpp"

namespace newsarc::store {
namespace {

// docs/storage.md tells what each column means; keep the two together.

constexpr const char* tables_of_format_1 = R"sql(
-- SQLite's own archive format, so that `sqlite3 ARCHIVE -A -x` extracts the originals.
CREATE TABLE sqlar(name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB);

CREATE TABLE original(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE TABLE article(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
    key TEXT UNIQUE,
    headline TEXT,
    headline_folded TEXT,
    deck TEXT,
    credit TEXT,
    byline TEXT,
    dateline TEXT,
    dateline_place TEXT,
    dateline_date TEXT,
    dateline_agency TEXT,
    published TEXT,
    published_at INTEGER,
    updated TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    headline_terms TEXT,
    body_terms TEXT,
    body TEXT NOT NULL,
    path TEXT,
    original INTEGER REFERENCES original(id),
    original_offset INTEGER,
    original_length INTEGER,
    added TEXT NOT NULL
) STRICT;
CREATE INDEX article_headline ON article(headline_folded);
CREATE INDEX article_published ON article(published_at, id, published);
CREATE INDEX article_added ON article(added);
CREATE INDEX article_credit ON article(credit) WHERE credit IS NOT NULL;
CREATE INDEX article_byline ON article(byline) WHERE byline IS NOT NULL;
CREATE INDEX article_place ON article(dateline_place) WHERE dateline_place IS NOT NULL;
CREATE INDEX article_language ON article(language) WHERE language IS NOT NULL;
CREATE INDEX article_path ON article(path) WHERE path IS NOT NULL;
CREATE INDEX article_original ON article(original);

CREATE TABLE link(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('body', 'related', 'promotion')),
    label TEXT,
    url TEXT,
    title TEXT,
    title_folded TEXT,
    host TEXT,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_host ON link(host) WHERE host IS NOT NULL;
CREATE INDEX link_url ON link(url) WHERE url IS NOT NULL;
CREATE INDEX link_title ON link(title_folded) WHERE title_folded IS NOT NULL;

CREATE TABLE note(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_name ON tag(name);

CREATE TABLE warning(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search(
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    saved TEXT NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* versions_and_files = R"sql(
CREATE TABLE version(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    uid TEXT NOT NULL CHECK (length(uid) = 32),
    headline TEXT,
    deck TEXT,
    credit TEXT,
    byline TEXT,
    dateline TEXT,
    dateline_place TEXT,
    dateline_date TEXT,
    dateline_agency TEXT,
    published TEXT,
    updated TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    body TEXT NOT NULL,
    links TEXT NOT NULL,
    notes TEXT NOT NULL,
    warnings TEXT NOT NULL,
    path TEXT,
    original INTEGER REFERENCES original(id),
    original_offset INTEGER,
    original_length INTEGER,
    replaced TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX version_original ON version(original) WHERE original IS NOT NULL;

CREATE TABLE file(
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified INTEGER,
    inode INTEGER NOT NULL,
    sha256 BLOB CHECK (length(sha256) = 32),
    reading TEXT NOT NULL
) STRICT;

CREATE TABLE file_article(
    file INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_article_article ON file_article(article);
)sql";

void step_to_format_2(SQLite::Database& database) {
    database.exec(versions_and_files);
    create_signatures(database);
}

constexpr const char* authors_and_more = R"sql(
ALTER TABLE article ADD COLUMN url TEXT;
CREATE INDEX article_url ON article(url) WHERE url IS NOT NULL;

CREATE TABLE author(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    place TEXT,
    outlet TEXT,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX author_name ON author(name);

CREATE TABLE title(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE extra(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX extra_name ON extra(name, text);

ALTER TABLE version ADD COLUMN url TEXT;
ALTER TABLE version ADD COLUMN authors TEXT NOT NULL DEFAULT '[]';
ALTER TABLE version ADD COLUMN titles TEXT NOT NULL DEFAULT '[]';
ALTER TABLE version ADD COLUMN extra TEXT NOT NULL DEFAULT '{}';

-- In the order of ids, and so written at the end: what counts the words of all articles, or asks which have a
-- dateline, reads this instead of the articles.
CREATE INDEX article_words ON article(id, words, dateline);
)sql";

/// Dates are of the day that people read, and that of the last change stands in for none.
void date_again(SQLite::Database& database) {
    Statement select(database,
                     "SELECT id, published, updated FROM article WHERE length(published) > 10 OR "
                     "(published IS NULL AND updated IS NOT NULL)");
    Statement update(database, "UPDATE article SET published_at = ? WHERE id = ?");
    const auto moment = [&](int column) {
        const auto text = select.optional_text(column);
        return text ? from_iso(*text) : std::nullopt;
    };
    while (select.step())
        update.bind(date_of(moment(1), moment(2)), select.integer(0)).run();
}

void step_to_format_3(SQLite::Database& database) {
    database.exec(authors_and_more);
    date_again(database);
    create_index_of_format_3(database);
}

constexpr const char* edits_and_removals = R"sql(
ALTER TABLE article ADD COLUMN given TEXT;
CREATE INDEX article_agency ON article(dateline_agency) WHERE dateline_agency IS NOT NULL;
CREATE INDEX article_given ON article(given) WHERE given IS NOT NULL;

CREATE TABLE edited(
    article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    given TEXT,
    PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed(
    article INTEGER PRIMARY KEY,
    uid TEXT NOT NULL CHECK (length(uid) = 32),
    headline TEXT,
    key TEXT,
    path TEXT,
    removed TEXT NOT NULL
) STRICT;

CREATE TABLE removed_mark(
    mark BLOB NOT NULL CHECK (length(mark) = 16),
    article INTEGER NOT NULL REFERENCES removed(article) ON DELETE CASCADE,
    PRIMARY KEY (mark, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_mark_article ON removed_mark(article);

ALTER TABLE file ADD COLUMN passed_over INTEGER NOT NULL DEFAULT 0;
)sql";

/// Paths were kept as they were named, which says nothing elsewhere: those of files on record get the path
/// that the file is known by.
void complete_paths(SQLite::Database& database) {
    Statement select(database,
                     "SELECT article.id, article.path, file.path FROM article "
                     "JOIN file_article ON file_article.article = article.id "
                     "JOIN file ON file.id = file_article.file "
                     "WHERE article.path IS NOT NULL AND substr(article.path, 1, 1) <> '/'");
    Statement update(database, "UPDATE article SET path = ? WHERE id = ?");
    while (select.step()) {
        const std::string named = select.text(1), whole = text::readable_path(select.text(2));
        const std::string name = named.substr(named.find_last_of('/') + 1);
        if (whole.ends_with("/" + name)) update.bind(whole, select.integer(0)).run();
    }
}

void step_to_format_4(SQLite::Database& database) {
    database.exec(edits_and_removals);
    create_index_of_format_4(database);
    find_former_edits(database);
    complete_paths(database);
}

/// The tables are the same. What is in them says other words of a text: migrate() makes that anew.
void step_to_format_5(SQLite::Database&) {}

/// A format is the one before and what its step makes. What was released is never changed, here and where
/// the index is made: a new format is a new step, and a sample of the one before among the tests.
struct Step {
    std::int32_t from;
    void (*take)(SQLite::Database&);
};

constexpr Step steps[] = {
    {1, step_to_format_2},
    {2, step_to_format_3},
    {3, step_to_format_4},
    {4, step_to_format_5},
    // Not released yet: what format 6 brings besides is added to this step, and usual_schema_hash is
    // made anew where it changes tables.
    {5, create_index_of_format_6},
};

void take_steps(SQLite::Database& database, std::int32_t from, std::int32_t to) {
    for (const Step& step : steps) {
        if (step.from < from || step.from >= to) continue;
        step.take(database);
    }
    database.exec("PRAGMA user_version = " + std::to_string(to));
}

}  // namespace

void create_schema(SQLite::Database& database, std::int32_t format) {
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec(tables_of_format_1);
    create_index(database);
    take_steps(database, 1, format);
}

void bring_up(SQLite::Database& database, std::int32_t from) {
    take_steps(database, from, schema_version);
}

}  // namespace newsarc::store
