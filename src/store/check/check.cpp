#include "store/check/check.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "store/check/check_steps.hpp"
#include "store/index/lengths.hpp"
#include "store/sql/statement.hpp"
#include "store/sql/watch.hpp"

namespace newsarc::store {
namespace {

/// Articles and files that a quick check looks at, evenly spread.
constexpr std::size_t sample_size = 200;

std::vector<std::int64_t> sample(const std::vector<std::int64_t>& ids) {
    if (ids.size() <= sample_size) return ids;
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < sample_size; ++i)
        out.push_back(ids[i * (ids.size() - 1) / (sample_size - 1)]);
    return out;
}

/// Takes one step after another: damage that keeps one from going on is a finding, and the next is taken
/// all the same.
class Steps {
public:
    explicit Steps(const Report& report) : report_(report) {}

    template <typename Step>
    void take(CheckArea area, const Step& step) const {
        try {
            guarded(step);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
            const bool derived =
                area != CheckArea::file && area != CheckArea::article && area != CheckArea::original;
            report_({area, std::nullopt, error.what(), derived});
        }
    }

private:
    const Report& report_;
};

}  // namespace

std::vector<std::int64_t> ids_of(const Connection& connection, const char* select) {
    std::vector<std::int64_t> ids;
    Statement rows(connection.database(), select);
    while (rows.step())
        ids.push_back(rows.integer(0));
    std::sort(ids.begin(), ids.end());
    return ids;
}

CheckSummary check(const Connection& connection, const CheckOptions& options, const Report& visit) {
    const Snapshot snapshot(connection);
    CheckSummary summary;
    const Report report = [&](const Finding& finding) {
        ++summary.findings;
        visit(finding);
    };
    const Steps steps(report);
    std::vector<std::int64_t> articles;
    std::vector<std::int64_t> originals;
    std::vector<std::uint8_t> lengths;
    std::vector<text::Analysis> analyses;
    steps.take(CheckArea::file, [&] { check_size(connection, report); });
    if (!options.quick) steps.take(CheckArea::file, [&] { check_pages(connection, report); });
    steps.take(CheckArea::article, [&] { articles = ids_of(connection, "SELECT id FROM article"); });
    steps.take(CheckArea::original, [&] { originals = ids_of(connection, "SELECT id FROM original"); });
    summary.articles = articles.size();
    summary.originals = originals.size();
    steps.take(CheckArea::index, [&] { check_index_list(connection, articles, report); });
    steps.take(CheckArea::lengths, [&] {
        lengths = load_lengths(connection);
        check_length_list(articles, lengths, report);
        analyses = load_analyses(connection);
    });
    if (options.quick) {
        articles = sample(articles);
        originals = sample(originals);
    }
    steps.take(CheckArea::article, [&] { check_articles(connection, articles, lengths, analyses, report); });
    steps.take(CheckArea::article, [&] { check_versions(connection, articles, report); });
    steps.take(CheckArea::original, [&] { check_originals(connection, originals, report); });
    if (options.quick) return summary;
    steps.take(CheckArea::file, [&] { check_values(connection, report); });
    steps.take(CheckArea::reference, [&] { check_references(connection, report); });
    steps.take(CheckArea::duplicates, [&] { check_duplicates(connection, report); });
    steps.take(CheckArea::index, [&] { check_words(connection, report); });
    steps.take(CheckArea::postings, [&] { check_postings(connection, articles, report); });
    return summary;
}

}  // namespace newsarc::store
