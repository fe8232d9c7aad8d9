#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "store/article/articles.hpp"
#include "store/article/derived.hpp"
#include "store/check/check_steps.hpp"
#include "store/index/lengths.hpp"
#include "store/sql/statement.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

class ArticleChecker {
public:
    ArticleChecker(const Connection& connection, std::span<const std::uint8_t> lengths,
                   std::span<const text::Analysis> analyses, const Report& report)
        : connection_(connection),
          lengths_(lengths),
          stored_analyses_(analyses),
          report_(report),
          derived_(connection) {}

    void check(std::int64_t id) {
        try {
            const auto article = find_article(connection_, id);
            if (article) check(id, *article);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
            report_({CheckArea::article, id, error.what(), false});
        }
    }

private:
    void check(std::int64_t id, const Article& article) {
        const std::string uid = text::content_uid(article);
        if (uid != article.uid) {
            report_({CheckArea::article, id,
                     "its uid is " + article.uid + ", and what it says has the uid " + uid, true});
        }
        const Derived ours = derive(article, analyses_);
        for (const std::string& column : derived_.differing(id, ours)) {
            report_({CheckArea::article, id, column + " is not what its text gives", true});
        }
        const auto index = static_cast<std::size_t>(id);
        const std::uint8_t stored = index < lengths_.size() ? lengths_[index] : std::uint8_t{0};
        // No length at all is told by check_length_list().
        if (stored != 0 && stored != encode_length(ours.length)) {
            report_({CheckArea::lengths, id, "its length for ranking is not that of its text", true});
        }
        if (stored != 0 && (index >= stored_analyses_.size() || stored_analyses_[index] != ours.analysis)) {
            report_({CheckArea::lengths, id, "how its words are analysed is not what its text gives", true});
        }
    }

    const Connection& connection_;
    std::span<const std::uint8_t> lengths_;
    std::span<const text::Analysis> stored_analyses_;
    const Report& report_;
    StoredDerived derived_;
    Analyses analyses_;
};

}  // namespace

void check_articles(const Connection& connection, std::span<const std::int64_t> ids,
                    std::span<const std::uint8_t> lengths, std::span<const text::Analysis> analyses,
                    const Report& report) {
    ArticleChecker checker(connection, lengths, analyses, report);
    for (const std::int64_t id : ids)
        checker.check(id);
}

}  // namespace newsarc::store
