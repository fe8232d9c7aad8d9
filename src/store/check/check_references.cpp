#include <SQLiteCpp/Database.h>

#include <array>
#include <string>

#include "store/check/check_steps.hpp"
#include "store/check/stray_rows.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

void check_references(const Connection& connection, const Report& report) {
    for (const StrayRows& stray : stray_rows()) {
        for (const std::int64_t id : ids_of(connection, stray.articles))
            report({CheckArea::reference, id, std::string(stray.what), true});
    }
    Statement unused(connection.database(),
                     "SELECT name FROM original WHERE id NOT IN "
                     "(SELECT original FROM article WHERE original IS NOT NULL "
                     "UNION ALL SELECT original FROM version WHERE original IS NOT NULL) ORDER BY name");
    while (unused.step())
        report({CheckArea::reference, std::nullopt, "no article came from the stored file " + unused.text(0),
                false});
    Statement unlisted(connection.database(),
                       "SELECT name FROM sqlar WHERE name NOT IN (SELECT name FROM original) ORDER BY name");
    while (unlisted.step())
        report({CheckArea::reference, std::nullopt, "no hash is noted of the stored file " + unlisted.text(0),
                false});
}

}  // namespace newsarc::store
