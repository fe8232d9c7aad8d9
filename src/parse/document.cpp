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

private:
    [[nodiscard]] const LabelSet& labels() const { return own_labels_ ? *own_labels_ : LabelSet::built_in(); }

    void make_passages() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const Block& block = document_.blocks[i];
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
        const Block& block = document_.blocks[text_.passages[i].first];
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
        article.path = options_.path;
        if (auto moment = first_moment(document_.published)) article.published = moment;
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

    /// The first statement that names somebody; the outlet itself only when none names another.
    void set_byline(Article& article) const {
        for (const bool outlet_counts : {false, true}) {
            for (const std::vector<std::string>& group : document_.authors) {
                std::vector<Author> found = authors_of(group, outlet_counts ? std::nullopt : article.credit);
                if (found.empty()) continue;
                std::string all;
                for (const Author& author : found)
                    all.append(all.empty() ? "" : ", ").append(author.name);
                article.byline = std::move(all);
                article.authors = std::move(found);
                return;
            }
            if (!outlet_counts && read_line_of_names(article)) return;
        }
    }

    /// A line by the headline that names somebody after a word such as `By`.
    bool read_line_of_names(Article& article) const {
        for (const std::string& line : document_.lines) {
            const auto meta = read_meta(line, labels());
            if (!meta || meta->names.empty() || !meta->labelled) continue;
            article.authors = authors_of({std::string(meta->names)}, article.credit);
            if (article.authors.empty()) continue;
            article.byline = text::squeeze(meta->names);
            return true;
        }
        return false;
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
        const bool is_outlet = outlet && text::fold(author.name) == text::fold(*outlet);
        if (!is_outlet && !is_job_title(author.name) &&
            std::ranges::find(out, author.name, &Author::name) == out.end())
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
            const Block& block = document_.blocks[text_.passages[i].first];
            for (const BlockLink& link : block.links) {
                if (link.url.empty()) continue;
                if (text_.classed[i].type == LineType::related) {
                    give_address(article, link);
                } else if (text_.classed[i].type == LineType::paragraph) {
                    article.links.push_back(link_of(LinkKind::body, link));
                }
            }
        }
        for (const Block& block : document_.blocks) {
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
            const Block& block = document_.blocks[i];
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

}  // namespace newsarc::parsing
