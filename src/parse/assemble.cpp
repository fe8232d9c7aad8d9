#include "parse/assemble.hpp"

#include "parse/date/date_order.hpp"
#include "parse/date/meta.hpp"
#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/dateline.hpp"
#include "parse/related.hpp"
#include "text/analysis/language.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

class Assembler {
public:
    /// The body is of at most `size` bytes.
    Assembler(const LabelSet& labels, const ParseOptions& options, std::size_t size)
        : labels_(labels), options_(options) {
        article_.body.reserve(size);
    }

    void take(const Passage& passage, const Classed& classed) {
        switch (classed.type) {
            case LineType::headline: set(article_.headline, classed.value); break;
            case LineType::deck: set(article_.deck, classed.value); break;
            case LineType::credit: set(article_.credit, classed.value); break;
            case LineType::byline:
            case LineType::published:
            case LineType::updated: meta(passage, classed); break;
            case LineType::dateline: set(field_dateline_, classed.value); break;
            case LineType::paragraph: paragraph(passage.text); return;
            case LineType::related: related(classed); return;
            case LineType::note: note(classed.note, passage.text); break;
            case LineType::job_title:
                // An export's field says what they are, whatever it says.
                if (!add_to_authors(article_.authors, classed.value,
                                    classed.pattern.empty() ? Aside::bar : Aside::comma))
                    note(NoteKind::other, passage.text);
                break;
            case LineType::link:
                if (says_more_than_links(classed.value)) note(NoteKind::other, passage.text);
                break;
            case LineType::separator: return;
        }
        const bool promotion = classed.type == LineType::note && classed.note == NoteKind::promotion;
        links(passage.text, promotion ? LinkKind::promotion : LinkKind::body);
    }

    Article finish(bool from_page) {
        finish_dateline();
        article_.language = text::identify_language(article_.headline.value_or(""), article_.body);
        settle_dates();
        if (!article_.published && article_.dateline && article_.dateline->date)
            article_.published = from_iso(*article_.dateline->date);
        // A page often tells no day but that of its last change, which its readers take for its date.
        if (!article_.published && article_.updated && from_page)
            article_.published = shown_day(*article_.updated);
        if (day_ && article_.published) article_.dateline->date = date_near(*day_, *article_.published);
        article_.words = text::count_words(article_);
        if (!article_.headline) article_.warnings.emplace_back(no_headline_warning);
        if (article_.body.empty()) article_.warnings.emplace_back(no_body_warning);
        return std::move(article_);
    }

private:
    static void set(std::optional<std::string>& field, std::string_view value) {
        std::string text = text::squeeze(value);
        if (text.empty()) return;
        if (field)
            field->append(" ").append(text);
        else
            field = std::move(text);
    }

    void note(NoteKind kind, std::string_view text) { article_.notes.push_back({kind, text::squeeze(text)}); }

    static bool says_more_than_links(std::string_view text) {
        std::size_t at = 0;
        for (const LinkFound& link : find_links(text)) {
            if (has_word(text.substr(at, link.begin - at)) || link.title) return true;
            at = link.end;
        }
        return has_word(text.substr(at));
    }

    void links(std::string_view text, LinkKind kind) {
        for (LinkFound& found : find_links(text)) {
            auto host = host_of(found.url);
            article_.links.push_back({kind, std::move(found.url), std::move(found.title), std::move(host),
                                      std::nullopt, std::nullopt});
        }
    }

    void meta(const Passage& passage, const Classed& classed) {
        if (classed.type == LineType::byline && !classed.pattern.empty()) {
            // An export's field holds the names whatever they look like; after a byline word that
            // stands alone there is nothing yet.
            if (const auto value = without_by(classed.value); !value.empty()) {
                const NamesFound found = read_byline(value);
                writers(found.names, found.authors);
            }
            return;
        }
        const auto again = classed.meta ? std::nullopt : read_meta(passage.text, labels_);
        const Meta* const found = classed.meta ? classed.meta.get() : again ? &*again : nullptr;
        if (found == nullptr) {
            auto names =
                is_desk(passage.text) ? std::optional(read_byline(passage.text)) : read_names(passage.text);
            // `by flerche`.
            if (const auto value = without_by(passage.text); !names && value.size() < passage.text.size()) {
                writers(text::squeeze(value), read_byline(value).authors);
                return;
            }
            if (names) writers(names->names, names->authors);
            if (!names || !names->all_told || has_word(passage.text.substr(names->length)))
                note(NoteKind::other, passage.text);
            return;
        }
        // A name beside a date alone, below the byline, is a town's or an outlet's.
        if (classed.type == LineType::byline || !found->bare) writers(found->names, found->authors);
        // The label of a date may stand on the line before it.
        const bool changed = classed.type == LineType::updated && !found->labelled;
        bool told = date(found->published, changed ? article_.updated : article_.published);
        told = date(found->updated, article_.updated) && told;
        const bool plain_name = !found->published && !found->updated;
        const bool plain_date = found->names.empty() && found->published &&
                                text::squeeze(passage.text) == to_iso(found->published->moment);
        if (found->relative) {
            article_.warnings.push_back("a date that only its day could tell: " +
                                        text::squeeze(passage.text));
        }
        // A date or a title may be told in more words than its field holds.
        if (!told || found->relative || found->other || !(plain_name || plain_date)) {
            note(NoteKind::other, passage.text);
        }
    }

    /// A page may name each on a line of its own.
    void writers(std::string_view names, const std::vector<Author>& authors) {
        if (names.empty()) return;
        if (article_.byline) article_.byline->append(", ");
        article_.byline = article_.byline.value_or("").append(names);
        article_.authors.insert(article_.authors.end(), authors.begin(), authors.end());
    }

    std::string_view without_by(std::string_view text) const {
        const auto match = labels_.match(text);
        return match && match->kind == LabelKind::byline && !match->value.empty() ? match->value : text;
    }

    /// A dateline that stood in a field of its own; one in the text says more and goes before it.
    void finish_dateline() {
        if (!field_dateline_) return;
        if (article_.dateline) {
            note(NoteKind::other, *field_dateline_);
            return;
        }
        auto found = read_dateline(*field_dateline_ + " —");
        article_.dateline = Dateline{*field_dateline_, std::nullopt, std::nullopt, std::nullopt};
        if (found) {
            article_.dateline = std::move(found->dateline);
            article_.dateline->text = *field_dateline_;
            day_ = found->day;
        } else {
            article_.dateline->place = *field_dateline_;
        }
    }

    /// False when the field was taken already.
    bool date(const std::optional<DateFound>& found, std::optional<DateTime>& field) {
        if (!found) return true;
        if (field) return false;
        field = found->moment;
        dates_.emplace_back(&field, *found);
        return true;
    }

    /// Reads day and month of the dates that may be read two ways, by what the article tells.
    void settle_dates() {
        // Published before updated, though the line may tell them the other way round.
        std::ranges::sort(dates_, [&](const auto& a, const auto& b) {
            return a.first == &article_.published && b.first != &article_.published;
        });
        std::vector<DateFound> found;
        for (const auto& [field, date] : dates_)
            found.push_back(date);
        if (std::ranges::none_of(found, &DateFound::ambiguous)) return;
        std::vector<std::string_view> hosts;
        for (const Link& link : article_.links)
            if (link.host) hosts.push_back(*link.host);
        auto order = options_.date_order;
        if (!order)
            order = order_told(found, article_.language.value_or(""), article_.credit.value_or(""), hosts);
        for (const auto& [field, date] : dates_) {
            if (order == DateOrder::month_first) *field = month_first(date).moment;
            if (!order && date.ambiguous)
                article_.warnings.push_back("ambiguous date, read day first: " + to_iso(date.moment));
        }
    }

    void paragraph(std::string_view text) {
        if (article_.body.empty() && !article_.dateline) {
            if (auto found = read_dateline(text)) {
                article_.dateline = std::move(found->dateline);
                day_ = found->day;
                text.remove_prefix(found->length);
                if (text.empty()) return;
            }
        }
        if (!article_.body.empty()) article_.body += "\n\n";
        append_squeezed(article_.body, text);
        links(text, LinkKind::body);
    }

    void related(const Classed& classed) {
        if (!classed.label.empty()) {
            label_ = text::squeeze(classed.label);
            titles_ = 0;
        }
        if (classed.value.empty()) return;
        const bool item = classed.label.empty();
        for (Link& link : read_related(item ? without_number(classed.value, ++titles_) : classed.value)) {
            const bool url_alone = link.url && !link.title;
            if (url_alone && classed.label.empty() && !article_.links.empty() &&
                article_.links.back().kind == LinkKind::related && !article_.links.back().url) {
                article_.links.back().url = std::move(link.url);
                article_.links.back().host = std::move(link.host);
                continue;
            }
            // A link without a title leads to no story that is told of.
            if (url_alone) link.kind = LinkKind::promotion;
            link.label = std::exchange(label_, std::nullopt);
            article_.links.push_back(std::move(link));
        }
    }

    /// `2. Title` for the second title below a label; a title may begin with another number.
    static std::string_view without_number(std::string_view title, int number) {
        const std::string digits = std::to_string(number);
        if (!title.starts_with(digits)) return title;
        const std::string_view rest = title.substr(digits.size());
        return rest.starts_with(". ") || rest.starts_with(") ") ? rest.substr(2) : title;
    }

    const LabelSet& labels_;
    const ParseOptions& options_;
    Article article_;
    std::vector<std::pair<std::optional<DateTime>*, DateFound>> dates_;  ///< with the fields they went to
    std::optional<DateTime> day_;  ///< of the dateline, its year not known
    std::optional<std::string> field_dateline_;
    std::optional<std::string> label_;  ///< that waits for its first title
    int titles_ = 0;                    ///< below the last label
};

}  // namespace

Article assemble(const ClassedText& text, const LabelSet& labels, const ParseOptions& options) {
    std::size_t size = 0;
    for (const Passage& passage : text.passages)
        size += passage.text.size() + 2;
    Assembler assembler(labels, options, size);
    for (std::size_t i = 0; i < text.passages.size(); ++i)
        assembler.take(text.passages[i], text.classed[i]);
    return assembler.finish(text.from_page);
}

}  // namespace newsarc::parsing
