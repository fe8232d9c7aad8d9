#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include "parse/assemble.hpp"
#include "parse/classify.hpp"
#include "parse/database/database.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/lines.hpp"
#include "parse/line/offsets.hpp"
#include "parse/line/paragraphs.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/split.hpp"
#include "parse/page/page.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/unicode/charset.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <span>
#include <string>
#include <utility>

// The steps, in order: bytes to UTF-8 (text/charset), lines (lines), articles of one file (split),
// passages (paragraphs), classed passages (classify), article (assemble).
namespace newsarc {
namespace {

std::string rule_of(const parsing::Classed& classed) {
    std::string rule(classed.rule);
    if (classed.story) {
        char odds[32];
        std::snprintf(odds, sizeof odds, " (%.1f)", static_cast<double>(classed.story->score));
        rule += odds;
        for (const std::string_view feature : classed.story->features)
            if (!feature.empty())
                rule.append(&feature == classed.story->features.data() ? ": " : ", ").append(feature);
    }
    if (classed.pattern.empty()) return rule;
    rule.append(": `").append(classed.pattern).append("`");
    if (!classed.language.empty()) rule.append(" (").append(classed.language).append(")");
    return rule;
}

/// Characters of a web page that some program wrote as it does: `&eacute;`, `&#8217;`.
std::size_t count_references(std::string_view text) {
    constexpr std::size_t longest = 10;
    std::size_t count = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::string_view name = text.substr(at + 1, longest);
        const std::size_t end = name.find(';');
        if (end == std::string_view::npos || end < 2) continue;
        const bool number = name[0] == '#';
        const std::string_view rest = name.substr(number, end - number);
        count += std::ranges::all_of(
            rest, [&](char c) { return parsing::is_digit(c) || (!number && parsing::is_ascii_alpha(c)); });
    }
    return count;
}

class Parser {
public:
    Parser(std::string_view bytes, const ParseOptions& options, bool explained)
        : options_(options),
          explained_(explained),
          decoded_(text::decode(bytes, options.encoding)),
          lines_(parsing::split_lines(decoded_.utf8)),
          offsets_(bytes, decoded_) {
        if (!options.labels.empty()) own_labels_.emplace(options.labels);
    }

    std::vector<ParsedArticle> run(std::size_t input_size) {
        std::vector<ParsedArticle> out;
        if (lines_.lines.empty()) return out;
        const std::span<const parsing::Line> lines = lines_.lines;
        const auto sections = options_.single
                                  ? std::vector<parsing::Section>{{0, lines.size(), parsing::Format::plain}}
                                  : parsing::split_articles(lines, labels());
        for (const parsing::Section& section : sections) {
            if (section.first == section.last) continue;
            ParsedArticle parsed =
                read(lines.subspan(section.first, section.last - section.first), section.format);
            if (sections.size() == 1) {
                parsed.length = input_size;
            } else {
                parsed.offset = offsets_.at(lines[section.first].offset);
                parsed.length = offsets_.at(lines[section.last - 1].end) - parsed.offset;
            }
            out.push_back(std::move(parsed));
        }
        return out;
    }

private:
    const parsing::LabelSet& labels() const {
        return own_labels_ ? *own_labels_ : parsing::LabelSet::built_in();
    }

    ParsedArticle read(std::span<const parsing::Line> lines, parsing::Format format) {
        std::deque<std::string> joined;
        const parsing::ClassedText text = classed(lines, format, joined);
        ParsedArticle parsed;
        parsed.article = parsing::assemble(text, labels(), options_);
        parsed.article.uid = text::content_uid(parsed.article);
        parsed.article.path = options_.path;
        warn(parsed.article);
        if (format == parsing::Format::plain && parsing::repeats_fields(lines)) {
            parsed.article.warnings.emplace_back(
                "fields stand in it several times: several articles, in a form of export that is not known?");
        }
        if (explained_) explain_lines(parsed, lines, text);
        return parsed;
    }

    parsing::ClassedText classed(std::span<const parsing::Line> lines, parsing::Format format,
                                 std::deque<std::string>& joined) const {
        switch (format) {
            case parsing::Format::nexis: return parsing::read_nexis(lines, labels(), joined);
            case parsing::Format::proquest: return parsing::read_proquest(lines, labels(), joined);
            case parsing::Format::factiva: return parsing::read_factiva(lines, labels(), joined);
            case parsing::Format::plain: break;
        }
        parsing::ClassedText text;
        text.passages = parsing::join_lines(lines, labels(), joined);
        text.classed = parsing::classify(text.passages, labels());
        if (parsing::has_loose_lines(text.passages, text.classed) &&
            !parsing::find_layout(lines).hard_wrapped) {
            if (auto page = parsing::read_page(text.passages, labels())) return std::move(*page);
        }
        return text;
    }

    /// What was doubtful in the file is said of each of its articles.
    void warn(Article& article) const {
        auto warnings = decoded_.warnings;
        if (lines_.controls > 0)
            warnings.push_back("control characters left out of the fields: " +
                               std::to_string(lines_.controls));
        if (lines_.invisible > 0)
            warnings.push_back("invisible characters left out of the fields: " +
                               std::to_string(lines_.invisible));
        if (const std::size_t references = count_references(decoded_.utf8); references > 0)
            warnings.push_back("characters written as on a web page (`&amp;`), left as they are: " +
                               std::to_string(references));
        article.warnings.insert(article.warnings.begin(), warnings.begin(), warnings.end());
    }

    static void explain_lines(ParsedArticle& parsed, std::span<const parsing::Line> lines,
                              const parsing::ClassedText& text) {
        for (std::size_t i = 0; i < text.passages.size(); ++i) {
            const parsing::Passage& passage = text.passages[i];
            for (std::size_t line = passage.first; line < passage.first + passage.lines; ++line) {
                // A passage may be a part of its line.
                const bool part = passage.lines == 1 && passage.text.size() < lines[line].text.size();
                parsed.lines.push_back({lines[line].number, parsing::type_name(text.classed[i]),
                                        rule_of(text.classed[i]),
                                        std::string(part ? passage.text : lines[line].text)});
            }
        }
    }

    const ParseOptions& options_;
    bool explained_;
    text::Decoded decoded_;
    parsing::Lines lines_;
    parsing::InputOffsets offsets_;
    std::optional<parsing::LabelSet> own_labels_;
};

std::vector<ParsedArticle> run(std::string_view bytes, const ParseOptions& options, bool explained) {
    if (const auto kind = text::binary_kind(bytes)) {
        throw Error(ErrorCode::input, "not text but " + std::string(*kind),
                    "give text files; export the article as plain text first");
    }
    return Parser(bytes, options, explained).run(bytes.size());
}

}  // namespace

std::vector<ParsedArticle> parse(std::string_view bytes, const ParseOptions& options) {
    return run(bytes, options, false);
}

std::vector<ParsedArticle> explain(std::string_view bytes, const ParseOptions& options) {
    return run(bytes, options, true);
}

}  // namespace newsarc
