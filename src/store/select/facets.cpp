#include "store/select/facets.hpp"

#include <SQLiteCpp/Database.h>

#include <array>

#include "store/sql/statement.hpp"

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
    FacetSource{FacetField::byline,
                "SELECT id, byline FROM article WHERE byline IS NOT NULL ORDER BY byline"},
    FacetSource{FacetField::place,
                "SELECT id, dateline_place FROM article WHERE dateline_place IS NOT NULL "
                "ORDER BY dateline_place"},
    FacetSource{FacetField::site,
                "SELECT DISTINCT article, host FROM link WHERE host IS NOT NULL ORDER BY host"},
    FacetSource{FacetField::tag, "SELECT article, name FROM tag ORDER BY name"},
    FacetSource{FacetField::lang,
                "SELECT id, language FROM article WHERE language IS NOT NULL ORDER BY language"},
    FacetSource{FacetField::year,
                "SELECT id, substr(published, 1, 4) FROM article WHERE published_at IS NOT NULL "
                "ORDER BY published_at"},
    FacetSource{FacetField::month,
                "SELECT id, substr(published, 1, 7) FROM article WHERE published_at IS NOT NULL "
                "AND length(published) >= 7 ORDER BY published_at"},
};

}  // namespace

void visit_facet(const Connection& connection, FacetField field,
                 const std::function<void(std::int64_t id, std::string_view value)>& visit) {
    guarded([&] {
        const FacetSource& source = facet_sources.at(static_cast<std::size_t>(field));
        Statement select(connection.database(), source.values);
        while (select.step())
            visit(select.integer(0), select.blob(1));
    });
}

}  // namespace newsarc::store
