#include "parse/document.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/assemble.hpp"
#include "parse/classify.hpp"
#include "parse/date/dates.hpp"
#include "parse/date/meta.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "parse/page/stamp.hpp"
#include "parse/stated_authors.hpp"
#include "text/analysis/language.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"

namespace newsarc::parsing {
namespace {

/// As an article states no date of its own before newspapers were, nor one far ahead.
bool is_likely(const DateTime& moment) {
    return moment.year >= 1600 && moment.year <= 2200;
}

/// Seconds or milliseconds since 1970, as some pages state a date.
std::optional<DateTime> from_number(std::string_view text) {
    if ((text.size() != 10 && text.size() != 13) || !std::ranges::all_of(text, is_digit)) return std::nullopt;
    return from_unix_seconds(std::stoll(std::string(text.substr(0, 10))));
}

class DocumentReader {
public:
    DocumentReader(const Document& document, const ParseOptions& options)
        : document_(document), options_(options) {
        if (!options.labels.empty()) own_labels_.emplace(options.labels);
    }

    ParsedArticle run(bool explained) {
        make_passages();
        text_.classed = classify(text_.passages, labels(), Part::body);
        for (std::size_t i = 0; i < text_.passages.size(); ++i)
            obey(i);
        ParsedArticle out;
        out.article = assemble(text_, labels(), options_);
        out.offset = document_.offset;
        out.length = document_.length;
        fill(out.article);
        out.article.words = text::count_words(out.article);
        out.article.uid = text::content_uid(out.article);
        if (explained) explain(out);
        return out;
    }

    void fill_gaps(Article& article) const {
        if (!article.headline && document_.headline) {
            article.headline = document_.headline;
            std::erase(article.warnings, no_headline_warning);
        }
        if (!article.byline) set_byline(article);
        if (!article.published) article.published = first_moment(document_.published);
        article.words = text::count_words(article);
        article.uid = text::content_uid(article);
    }

private:
    [[nodiscard]] const LabelSet& labels() const { return own_labels_ ? *own_labels_ : LabelSet::built_in(); }

    void make_passages() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const newsarc::Block& block = document_.blocks[i];
            if (block.role == BlockRole::furniture || block.role == BlockRole::related) continue;
            Passage passage;
            passage.text = block.text;
            passage.first = static_cast<std::uint32_t>(i);
            passage.blanks = 1;
            text_.passages.push_back(passage);
        }
    }

    /// What the markup says goes before what the words say.
    void obey(std::size_t i) {
        const newsarc::Block& block = document_.blocks[text_.passages[i].first];
        if (block.role != BlockRole::caption) return;
        text_.classed[i] = {LineType::note, NoteKind::caption, block.rule, {}, {}, {}, block.text};
    }

    void fill(Article& article) const {
        const auto set = [](std::optional<std::string>& field, const std::optional<std::string>& stated) {
            if (stated) field = stated;
        };
        set(article.headline, document_.headline);
        set(article.deck, document_.deck);
        set(article.credit, document_.credit);
        set(article.key, document_.key);
        set(article.url, document_.url);
        article.titles = document_.titles;
        article.tags = document_.tags;
        article.path = options_.path;
        if (auto moment = first_moment(document_.published)) article.published = as_shown(*moment);
        if (!article.published) article.published = first_moment(document_.lines);
        if (!article.published) article.published = day_below();
        article.updated = first_moment(document_.updated);
        if (article.updated && article.published &&
            to_unix_seconds(*article.updated) <= to_unix_seconds(*article.published))
            article.updated.reset();
        if (!article.published && article.updated) article.published = shown_day(*article.updated);
        set_byline(article);
        article.language = text::identify_language(article.headline.value_or(""), article.body);
        if (!article.language && document_.language) article.language = stated_language();
        article.notes.insert(article.notes.end(), document_.notes.begin(), document_.notes.end());
        add_links(article);
        std::erase(article.warnings, no_headline_warning);
        std::erase(article.warnings, no_body_warning);
        article.warnings.insert(article.warnings.begin(), document_.warnings.begin(),
                                document_.warnings.end());
        if (!article.headline) article.warnings.emplace_back(no_headline_warning);
        if (article.body.empty()) article.warnings.emplace_back(no_body_warning);
    }

    [[nodiscard]] std::optional<std::string> stated_language() const {
        std::string primary = document_.language->substr(0, document_.language->find_first_of("-_"));
        std::ranges::transform(primary, primary.begin(), ascii_lower);
        const bool is_code =
            (primary.size() == 2 || primary.size() == 3) && std::ranges::all_of(primary, is_ascii_alpha);
        return is_code ? std::optional(primary) : std::nullopt;
    }

    /// A moment in UTC may be of the day before or after for those who read the page: the day that it shows
    /// by the headline, or that its address has, is then the one of publication.
    [[nodiscard]] DateTime as_shown(const DateTime& moment) const {
        if (!moment.offset_minutes || *moment.offset_minutes != 0) return moment;
        constexpr std::int64_t day = 86400;
        // East of UTC the next day has begun in the evening, west of it the last one goes on in the morning.
        constexpr int evening = 14;
        constexpr int morning = 10;
        const std::int64_t stated = to_unix_seconds(day_of(moment)) / day;
        for (const DateTime& found : shown_days()) {
            const std::int64_t shown = to_unix_seconds(day_of(found)) / day;
            if (shown == stated) break;
            const bool may_be = (shown == stated + 1 && moment.hour >= evening) ||
                                (shown == stated - 1 && moment.hour < morning);
            if (may_be) return found;
        }
        return moment;
    }

    /// The days of publication that lines by the headline tell, those below it first, and the address.
    [[nodiscard]] std::vector<DateTime> shown_days() const {
        std::vector<DateTime> out;
        const auto add = [&](std::string_view text) {
            const auto moment = moment_of(std::string(text));
            if (moment && moment->precision <= Precision::day) out.push_back(*moment);
        };
        for (const std::string& line : document_.lines) {
            const std::vector<StampPart> parts = read_stamp(line, labels());
            for (const StampPart& part : parts) {
                if (part.type == LineType::published) add(part.text);
            }
        }
        for (const std::string& statement : document_.published) {
            const auto moment = from_iso(statement);
            if (moment && moment->precision == Precision::day) out.push_back(*moment);
        }
        return out;
    }

    static DateTime day_of(DateTime moment) {
        moment.hour = moment.minute = moment.second = 0;
        moment.offset_minutes = 0;
        moment.precision = Precision::day;
        return moment;
    }

    /// The first statement that is a date.
    [[nodiscard]] std::optional<DateTime> first_moment(const std::vector<std::string>& statements) const {
        for (const std::string& statement : statements) {
            const auto moment = moment_of(statement);
            if (moment && is_likely(*moment)) return moment;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<DateTime> moment_of(const std::string& statement) const {
        if (auto moment = from_iso(statement)) return moment;
        if (auto moment = from_number(statement)) return moment;
        if (const auto found = read_date(statement)) return found->moment;
        if (const auto meta = read_meta(statement, labels())) {
            if (meta->published) return meta->published->moment;
        }
        return std::nullopt;
    }

    /// The date that stands somewhere in a short line by the headline: `Topics 21 January 2025 09:43`.
    [[nodiscard]] std::optional<DateTime> day_below() const {
        constexpr std::size_t longest = 80;
        for (const std::string& line : document_.lines) {
            if (line.size() > longest) continue;
            for (std::size_t at = line.find(' '); at != std::string::npos; at = line.find(' ', at + 1)) {
                const auto found = read_date(std::string_view(line).substr(at + 1));
                if (found && found->has_year && is_likely(found->moment)) return found->moment;
            }
        }
        return std::nullopt;
    }

    void set_byline(Article& article) const {
        std::vector<Author> found = find_authors(document_, labels(), article.credit);
        if (found.empty()) return;
        std::string all;
        for (const Author& author : found)
            all.append(all.empty() ? "" : ", ").append(author.name);
        article.byline = std::move(all);
        article.authors = std::move(found);
    }

    void add_links(Article& article) const {
        for (std::size_t i = 0; i < text_.passages.size(); ++i) {
            const newsarc::Block& block = document_.blocks[text_.passages[i].first];
            for (const BlockLink& link : block.links) {
                if (link.url.empty()) continue;
                if (text_.classed[i].type == LineType::related) {
                    give_address(article, link);
                } else if (text_.classed[i].type == LineType::paragraph) {
                    article.links.push_back(link_of(LinkKind::body, link));
                }
            }
        }
        for (const newsarc::Block& block : document_.blocks) {
            if (block.role != BlockRole::related) continue;
            for (const BlockLink& link : block.links) {
                if (has_word(link.title)) article.links.push_back(link_of(LinkKind::related, link));
            }
        }
    }

    static Link link_of(LinkKind kind, const BlockLink& link) {
        Link out;
        out.kind = kind;
        if (!link.url.empty()) {
            out.url = link.url;
            out.host = host_of(link.url);
        }
        if (!link.title.empty()) out.title = link.title;
        return out;
    }

    /// A related line names the title; the markup has its address.
    static void give_address(Article& article, const BlockLink& link) {
        for (Link& known : article.links) {
            if (known.kind == LinkKind::related && !known.url && known.title &&
                (known.title->find(link.title) != std::string::npos ||
                 link.title.find(*known.title) != std::string::npos)) {
                known.url = link.url;
                known.host = host_of(link.url);
                return;
            }
        }
    }

    void explain(ParsedArticle& out) const {
        std::size_t passage = 0;
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const newsarc::Block& block = document_.blocks[i];
            const bool is_passage = passage < text_.passages.size() && text_.passages[passage].first == i;
            ExplainedLine line{i + 1, "furniture", std::string(block.rule), block.text};
            if (is_passage) {
                line.type = type_name(text_.classed[passage]);
                if (text_.classed[passage].type != LineType::paragraph)
                    line.rule = text_.classed[passage].rule;
                ++passage;
            } else if (block.role == BlockRole::related) {
                line.type = "related";
            }
            out.lines.push_back(std::move(line));
        }
    }

    const Document& document_;
    const ParseOptions& options_;
    std::optional<LabelSet> own_labels_;
    ClassedText text_;  ///< `first` of a passage is the number of its block
};

}  // namespace

ParsedArticle read_document(const Document& document, const ParseOptions& options, bool explained) {
    return DocumentReader(document, options).run(explained);
}

void fill_gaps(ParsedArticle& parsed, const Document& stated, const ParseOptions& options) {
    DocumentReader(stated, options).fill_gaps(parsed.article);
}

}  // namespace newsarc::parsing
