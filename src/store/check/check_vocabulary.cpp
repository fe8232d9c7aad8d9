#include <SQLiteCpp/Database.h>

#include "store/check/check_steps.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

void check_vocabulary(const Connection& connection, const Report& report) {
    Statement counts(connection.database(), "SELECT articles FROM common_word_count");
    const std::int64_t counted = counts.step() ? counts.integer(0) : -1;
    if (counted < 0 || counts.step()) {
        report({CheckArea::vocabulary, std::nullopt, "it is not noted when common words were counted", true});
        return;
    }
    Statement all(connection.database(), "SELECT count(*) FROM article_fts_docsize");
    all.step();
    // Fewer than there are: an import that was cut off left the counting to the next change.
    if (counted - all.integer(0) > counted / 4) {
        report({CheckArea::vocabulary, std::nullopt, "the common words were not counted when they should",
                true});
    }
    Statement wrong(connection.database(), "SELECT stem FROM common_word WHERE articles < 1 OR articles > ?");
    wrong.bind(counted);
    while (wrong.step()) {
        report({CheckArea::vocabulary, std::nullopt,
                "the common word " + wrong.text(0) + " is said to be in more articles than there were",
                true});
    }
}

}  // namespace newsarc::store
