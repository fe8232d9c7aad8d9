#include "store/select/facets.hpp"

#include <SQLiteCpp/Database.h>

#include <array>
#include <string>

#include "store/sql/statement.hpp"
#include "text/byline.hpp"

namespace newsarc::store {
namespace {

struct FacetSource {
    FacetField field;
    const char* values;  ///< an article and a value a row; read from an index alone
};

// In the order of the enumeration.
constexpr std::array facet_sources{
    FacetSource{FacetField::credit,
                "SELECT id, credit FROM article WHERE credit IS NOT NULL ORDER BY credit"},
    FacetSource{FacetField::byline, "SELECT article, name FROM author ORDER BY name"},
    FacetSource{FacetField::place,
                "SELECT id, dateline_place FROM article WHERE dateline_place IS NOT NULL "
                "ORDER BY dateline_place"},
    FacetSource{FacetField::site,
                "SELECT DISTINCT article, host FROM link WHERE host IS NOT NULL ORDER BY host"},
    FacetSource{FacetField::tag, "SELECT article, name FROM tag ORDER BY name"},
    FacetSource{FacetField::lang,
                "SELECT id, language FROM article WHERE language IS NOT NULL ORDER BY language"},
    FacetSource{FacetField::year,
                "SELECT id, substr(published, 1, 4) FROM article WHERE published IS NOT NULL "
                "ORDER BY published_at"},
    FacetSource{FacetField::month,
                "SELECT id, substr(published, 1, 7) FROM article WHERE published IS NOT NULL "
                "AND length(published) >= 7 ORDER BY published_at"},
};

/// The names in the bylines of articles whose authors are not known one by one.
void visit_bylines(const Connection& connection,
                   const std::function<void(std::int64_t id, std::string_view value)>& visit) {
    Statement select(connection.database(),
                     "SELECT id, byline FROM article WHERE byline IS NOT NULL AND NOT EXISTS "
                     "(SELECT 1 FROM author WHERE author.article = article.id)");
    while (select.step()) {
        for (const std::string& name : text::names_in_byline(select.blob(1)))
            visit(select.integer(0), name);
    }
}

}  // namespace

void visit_facet(const Connection& connection, FacetField field,
                 const std::function<void(std::int64_t id, std::string_view value)>& visit) {
    guarded([&] {
        const FacetSource& source = facet_sources.at(static_cast<std::size_t>(field));
        Statement select(connection.database(), source.values);
        while (select.step())
            visit(select.integer(0), select.blob(1));
        if (field == FacetField::byline) visit_bylines(connection, visit);
    });
}

}  // namespace newsarc::store
