#include "store/check/stray_rows.hpp"

namespace newsarc::store {
namespace {

constexpr StrayRows rows[] = {
    {"SELECT DISTINCT article FROM link WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM link WHERE article NOT IN (SELECT id FROM article)",
     "it has a link, and there is no such article"},
    {"SELECT DISTINCT article FROM note WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM note WHERE article NOT IN (SELECT id FROM article)",
     "it has a note, and there is no such article"},
    {"SELECT DISTINCT article FROM tag WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM tag WHERE article NOT IN (SELECT id FROM article)",
     "it has a tag, and there is no such article"},
    {"SELECT DISTINCT article FROM warning WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM warning WHERE article NOT IN (SELECT id FROM article)",
     "it has a warning, and there is no such article"},
    {"SELECT DISTINCT article FROM author WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM author WHERE article NOT IN (SELECT id FROM article)",
     "it has an author, and there is no such article"},
    {"SELECT DISTINCT article FROM title WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM title WHERE article NOT IN (SELECT id FROM article)",
     "it has a title, and there is no such article"},
    {"SELECT DISTINCT article FROM extra WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM extra WHERE article NOT IN (SELECT id FROM article)",
     "it has an extra field, and there is no such article"},
    {"SELECT DISTINCT article FROM edited WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM edited WHERE article NOT IN (SELECT id FROM article)",
     "a field of it was set by hand, and there is no such article"},
    {"SELECT DISTINCT article FROM removed_mark WHERE article NOT IN (SELECT article FROM removed)",
     "DELETE FROM removed_mark WHERE article NOT IN (SELECT article FROM removed)",
     "it is known as removed, and its removal is not on record"},
    {"SELECT DISTINCT article FROM version WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM version WHERE article NOT IN (SELECT id FROM article)",
     "it has a former version, and there is no such article"},
    {"SELECT DISTINCT article FROM file_article WHERE article NOT IN (SELECT id FROM article)",
     "DELETE FROM file_article WHERE article NOT IN (SELECT id FROM article)",
     "a file is to have given it, and there is no such article"},
    {"SELECT DISTINCT article FROM file_article WHERE file NOT IN (SELECT id FROM file)",
     "DELETE FROM file_article WHERE file NOT IN (SELECT id FROM file)",
     "a file is to have given it, and there is no such file on record"},
    {"SELECT DISTINCT article FROM version WHERE original IS NOT NULL "
     "AND original NOT IN (SELECT id FROM original)",
     "UPDATE version SET original = NULL, original_offset = NULL, original_length = NULL "
     "WHERE original IS NOT NULL AND original NOT IN (SELECT id FROM original)",
     "the file that a former version of it came from is not there"},
    {"SELECT id FROM article WHERE original IS NOT NULL AND original NOT IN (SELECT id FROM original)",
     "UPDATE article SET original = NULL, original_offset = NULL, original_length = NULL "
     "WHERE original IS NOT NULL AND original NOT IN (SELECT id FROM original)",
     "the file that it came from is not there"},
};

}  // namespace

std::span<const StrayRows> stray_rows() {
    return rows;
}

}  // namespace newsarc::store
