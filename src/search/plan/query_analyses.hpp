#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "query/tree.hpp"
#include "store/index/analyses.hpp"

namespace newsarc::search {

/// How the words of a query are analysed: in the languages that the archive holds, or that the query asks
/// for.
class QueryAnalyses {
public:
    /// `analyses` are those of the archive's articles. `words` must outlive it.
    QueryAnalyses(const store::Analyses& words, std::span<const text::Analysis> analyses,
                  const query::Node& tree);

    [[nodiscard]] const store::Tokenizer& tokenizer() const { return words_.tokenizer(); }

    /// The language of the query as its stop words tell it: that of most of them where there are two, or of
    /// one where most of the archive is in it. English where none is told.
    [[nodiscard]] std::string_view stop_language(std::string_view query) const;

    /// Those beside the stock one.
    [[nodiscard]] const std::vector<const text::Analyser*>& analysers() const { return analysers_; }

    /// Those of them in which many articles are: parts of words, which only order what is found, are not
    /// worth their time for few.
    [[nodiscard]] std::span<const text::Analyser* const> with_parts() const {
        return std::span(analysers_).first(with_parts_);
    }

private:
    const store::Analyses& words_;
    std::vector<const text::Analyser*> analysers_;
    std::size_t with_parts_ = 0;
    std::vector<std::string_view> languages_;  ///< of the analysers, most frequent first
    bool one_language_ = false;                ///< the first is that of most articles, or asked for
};

}  // namespace newsarc::search
