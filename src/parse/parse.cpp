#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include "parse/assemble.hpp"
#include "parse/classify.hpp"
#include "parse/labels.hpp"
#include "parse/lines.hpp"
#include "parse/paragraphs.hpp"
#include "text/charset.hpp"
#include "text/fingerprint.hpp"

#include <deque>
#include <string>
#include <utility>

// The steps, in order: bytes to UTF-8 (text/charset), lines (lines), articles of one file (split),
// passages (paragraphs), classed passages (classify), article (assemble).
namespace newsarc {
namespace {

std::string rule_of(const parsing::Classed& classed) {
    std::string rule(classed.rule);
    if (classed.pattern.empty()) return rule;
    rule.append(": `").append(classed.pattern).append("`");
    if (!classed.language.empty()) rule.append(" (").append(classed.language).append(")");
    return rule;
}

std::vector<ParsedArticle> run(std::string_view bytes, const ParseOptions& options, bool explained) {
    if (const auto kind = text::binary_kind(bytes)) {
        throw Error(ErrorCode::input, "not text but " + std::string(*kind),
                    "give text files; export the article as plain text first");
    }
    const text::Decoded decoded = text::decode(bytes, options.encoding);
    std::optional<parsing::LabelSet> own;
    if (!options.labels.empty()) own.emplace(options.labels);
    const parsing::LabelSet& labels = own ? *own : parsing::LabelSet::built_in();
    const parsing::Lines lines = parsing::split_lines(decoded.utf8);
    std::vector<ParsedArticle> out;
    if (lines.lines.empty()) return out;
    std::deque<std::string> joined;
    const auto passages = parsing::join_lines(lines.lines, labels, joined);
    const auto classed = parsing::classify(passages, labels);
    ParsedArticle parsed;
    parsed.article = parsing::assemble(passages, classed, labels);
    parsed.article.uid = text::content_uid(parsed.article);
    parsed.article.path = options.path;
    parsed.length = bytes.size();
    parsed.article.warnings.insert(parsed.article.warnings.begin(), decoded.warnings.begin(),
                                   decoded.warnings.end());
    if (explained) {
        for (std::size_t i = 0; i < passages.size(); ++i) {
            for (std::size_t line = passages[i].first; line < passages[i].first + passages[i].lines; ++line) {
                parsed.lines.push_back({lines.lines[line].number, parsing::type_name(classed[i]),
                                        rule_of(classed[i]), std::string(lines.lines[line].text)});
            }
        }
    }
    out.push_back(std::move(parsed));
    return out;
}

}  // namespace

std::vector<ParsedArticle> parse(std::string_view bytes, const ParseOptions& options) {
    return run(bytes, options, false);
}

std::vector<ParsedArticle> explain(std::string_view bytes, const ParseOptions& options) {
    return run(bytes, options, true);
}

}  // namespace newsarc
