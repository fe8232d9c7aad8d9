#include "parse/document.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/assemble.hpp"
#include "parse/classify.hpp"
#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/date/meta.hpp"
#include "parse/label/labels.hpp"
#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/jobs.hpp"
#include "parse/name/name_words.hpp"
#include "parse/page/stamp.hpp"
#include "parse/page/writer.hpp"
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
        article.updated = first_moment(document_.updated);
        if (article.updated && article.published &&
            to_unix_seconds(*article.updated) <= to_unix_seconds(*article.published))
            article.updated.reset();
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
        std::optional<DateTime> other;
        for (const DateTime& found : shown_days()) {
            const std::int64_t shown = to_unix_seconds(day_of(found)) / day;
            if (shown == stated) return moment;
            const bool may_be = (shown == stated + 1 && moment.hour >= evening) ||
                                (shown == stated - 1 && moment.hour < morning);
            if (!other && may_be) other = found;
        }
        return other.value_or(moment);
    }

    /// The days of publication that lines by the headline tell, and the address.
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

    /// The first statement that names somebody whom the page shows by its headline. Where it shows none of
    /// those that are stated, a line there that says who wrote goes before them: systems of editing state who
    /// typed. The outlet itself counts only when none names another.
    void set_byline(Article& article) const {
        constexpr std::size_t most_typists = 2;
        std::vector<Author> stated;
        for (const std::vector<std::string>& group : document_.authors) {
            std::vector<Author> found = authors_of(group, article.credit);
            if (found.empty()) continue;
            if (stated.size() <= most_typists && is_shown(found))
                return set_authors(article, std::move(found));
            if (stated.empty()) stated = std::move(found);
        }
        if (stated.size() <= most_typists && read_line_of_names(article, document_.lines_below)) return;
        if (!stated.empty()) return set_authors(article, std::move(stated));
        if (read_line_of_names(article, document_.lines.size())) return;
        for (const auto read : {&DocumentReader::signed_by, &DocumentReader::named_below}) {
            std::vector<Author> found = (this->*read)(article.credit);
            if (!found.empty()) return set_authors(article, std::move(found));
        }
        for (const std::vector<std::string>& group : document_.authors) {
            std::vector<Author> found = authors_of(group, std::nullopt);
            if (!found.empty()) return set_authors(article, std::move(found));
        }
    }

    static void set_authors(Article& article, std::vector<Author> found) {
        std::string all;
        for (const Author& author : found)
            all.append(all.empty() ? "" : ", ").append(author.name);
        article.byline = std::move(all);
        article.authors = std::move(found);
    }

    /// Whether a line by the headline has one of the names; true where there are no lines.
    [[nodiscard]] bool is_shown(const std::vector<Author>& authors) const {
        if (document_.lines.empty()) return true;
        return std::ranges::any_of(document_.lines, [&](const std::string& line) {
            const std::string folded = text::fold(line);
            return std::ranges::any_of(authors, [&](const Author& author) {
                return folded.find(text::fold(author.name)) != std::string::npos;
            });
        });
    }

    /// The first of so many lines by the headline that names somebody after a word such as `By`.
    bool read_line_of_names(Article& article, std::size_t count) const {
        for (std::size_t i = 0; i < std::min(count, document_.lines.size()); ++i) {
            const std::string& line = document_.lines[i];
            const auto meta = read_meta(line, labels());
            std::string names = meta && meta->labelled ? std::string(meta->names) : std::string();
            const std::vector<StampPart> parts =
                names.empty() ? read_stamp(line, labels()) : std::vector<StampPart>();
            const bool is_dated = std::ranges::any_of(parts, [](const StampPart& part) {
                return part.type == LineType::published || part.type == LineType::updated;
            });
            for (const StampPart& part : parts) {
                if (is_dated && part.type == LineType::byline && part.told && names.empty())
                    names = without_tail(part.text);
            }
            if (names.empty()) continue;
            std::vector<Author> found = authors_of({names}, article.credit);
            if (found.empty()) continue;
            set_authors(article, std::move(found));
            return true;
        }
        return false;
    }

    /// Those whom lines name that the page marks as the writers'.
    [[nodiscard]] std::vector<Author> signed_by(const std::optional<std::string>& outlet) const {
        std::vector<Author> out;
        for (const std::vector<std::string>& line : document_.signatures) {
            std::vector<std::string> names;
            for (const StampPart& part : read_stamp(line.front(), labels())) {
                if (part.type == LineType::byline) names.emplace_back(without_tail(part.text));
            }
            if (names.empty()) {
                for (const std::string_view part : name_parts(line.front()))
                    names.emplace_back(part);
            }
            // `ByJane Roe` of two elements.
            for (std::string& name : names) {
                const auto part = std::find_if(line.begin() + 1, line.end(), [&](const std::string& each) {
                    return each.size() < name.size() && name.ends_with(each) && !name_parts(each).empty();
                });
                if (part != line.end()) name = *part;
            }
            if (names.empty()) names.assign(line.begin() + 1, line.end());
            for (const Author& author : authors_of(names, outlet))
                take(author, outlet, out);
        }
        return out;
    }

    /// A line between headline and story that is a name and nothing else: one that people are called by, or
    /// one beside a date.
    [[nodiscard]] std::vector<Author> named_below(const std::optional<std::string>& outlet) const {
        const std::size_t count = std::min(document_.lines_below, document_.lines.size());
        const auto is_dated = [&](std::size_t i) {
            return i < count && read_date(document_.lines[i]).has_value();
        };
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& line = document_.lines[i];
            std::vector<std::string> names;
            for (const std::string_view part : name_parts(line))
                names.emplace_back(part);
            if (names.empty()) continue;
            const std::string first = text::fold(line.substr(0, line.find(' ')));
            const bool is_whole = line.find(' ') != std::string::npos;
            if (!is_given_name(first) && !(is_whole && (is_dated(i + 1) || (i > 0 && is_dated(i - 1)))))
                continue;
            std::vector<Author> found = authors_of(names, outlet);
            if (!found.empty()) return found;
        }
        return {};
    }

    [[nodiscard]] std::vector<Author> authors_of(const std::vector<std::string>& group,
                                                 const std::optional<std::string>& outlet) const {
        std::vector<Author> out;
        for (const std::string& each : group) {
            const auto whole = read_names(each);
            const bool is_told =
                whole && whole->all_told && !has_word(std::string_view(each).substr(whole->length));
            if (is_told) {
                // What stands beside a name, a job or a place, is told with it.
                for (const Author& author : whole->authors)
                    take(author, outlet, out);
                continue;
            }
            for (const std::string_view part : parts_of(each)) {
                for (const Author& author : read_author(part))
                    take(author, outlet, out);
            }
        }
        return out;
    }

    static void take(const Author& author, const std::optional<std::string>& outlet,
                     std::vector<Author>& out) {
        const std::string folded = text::fold(author.name);
        const bool is_outlet = outlet && folded == text::fold(*outlet);
        const bool is_name = !is_job_title(author.name) && !month_of(folded) && !is_weekday(folded) &&
                             !is_never_name(folded) && !is_name_particle(folded);
        if (!is_outlet && is_name && std::ranges::find(out, author.name, &Author::name) == out.end())
            out.push_back(author);
    }

    /// `By Jane Roe and Ali Khan` names two.
    [[nodiscard]] std::vector<std::string_view> parts_of(std::string_view stated) const {
        std::string_view rest = trim(stated);
        if (const auto match = labels().match(rest); match && match->kind == LabelKind::byline)
            rest = match->value;
        std::vector<std::string_view> out;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < rest.size();) {
            const std::size_t end = std::min(rest.find_first_of(" ,;&", at), rest.size());
            const bool is_sign = end < rest.size() && rest[end] != ' ';
            const bool joins = at > begin && joins_names(text::fold(rest.substr(at, end - at)));
            if (joins || is_sign) {
                out.push_back(trim(rest.substr(begin, (joins ? at : end) - begin)));
                begin = std::min(end + 1, rest.size());
            }
            at = end + 1;
        }
        if (begin < rest.size()) out.push_back(trim(rest.substr(begin)));
        return out;
    }

    [[nodiscard]] static std::vector<Author> read_author(std::string_view text) {
        const std::string folded = text::fold(text);
        if (folded.empty() || is_job_title(text) || month_of(folded) || is_weekday(folded) ||
            is_never_name(folded) || ends_names(folded))
            return {};
        if (auto names = read_names(text)) return std::move(names->authors);
        // What a field of names holds is one, whatever it looks like, if it is short.
        const bool is_field = text.size() <= 60 && std::ranges::count(text, ' ') <= 4 &&
                              text.find_first_of("@/0123456789:|") == std::string_view::npos;
        if (!is_field || read_date(text) || !has_word(text)) return {};
        return read_byline(text).authors;
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
