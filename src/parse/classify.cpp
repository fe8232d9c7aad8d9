#include "parse/classify.hpp"

#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/dateline.hpp"
#include "parse/page/picture.hpp"
#include "parse/passage_reader.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::parsing {
namespace {

NoteKind note_of(LabelKind kind) {
    return note_kind_from_string(to_string(kind)).value_or(NoteKind::other);
}

bool is_note(LabelKind kind) {
    return note_kind_from_string(to_string(kind)).has_value();
}

class Classifier {
public:
    Classifier(std::span<const Passage> passages, const LabelSet& labels)
        : passages_(passages), reader_(passages, labels), out_(passages.size()) {}

    std::vector<Classed> run(Part part) {
        const std::size_t body = part == Part::article ? read_top() : 0;
        const std::size_t end = read_bottom(body);
        for (std::size_t i = body; i < end;)
            i = read_middle(i, body, end);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string_view text(std::size_t i) const { return reader_.text(i); }
    [[nodiscard]] std::optional<LabelMatch> label_of(std::size_t i) const { return reader_.label_of(i); }
    [[nodiscard]] std::optional<Meta> meta_of(std::size_t i) const { return reader_.meta_of(i); }
    [[nodiscard]] bool may_be_headline(std::size_t i) const {
        return parsing::may_be_headline(passages_[i], i + 1 == passages_.size());
    }

    [[nodiscard]] static bool is_picture(std::string_view line) {
        return is_picture_credit(line) || is_signed_caption(line);
    }

    void set(std::size_t i, LineType type, std::string_view rule) {
        out_[i].type = type;
        out_[i].rule = rule;
        out_[i].value = text(i);
    }

    void set_note(std::size_t i, NoteKind kind, std::string_view rule) {
        set(i, LineType::note, rule);
        out_[i].note = kind;
    }

    void set_labelled(std::size_t i, LineType type, std::string_view rule, const LabelMatch& match) {
        out_[i] = {type, note_of(match.kind), rule, match.pattern, match.language, match.label, match.value};
    }

    /// From the top to where the body begins.
    std::size_t read_top() {
        std::size_t i = 0;
        while (i < passages_.size()) {
            const std::size_t next = read_top_line(i);
            if (next == i) break;
            i = next;
        }
        return i;
    }

    /// One passage of the top and what hangs on it; `i` itself when the body begins there.
    std::size_t read_top_line(std::size_t i) {
        if (is_separator(text(i))) {
            set(i, LineType::separator, "a rule of signs");
            return i + 1;
        }
        if (!headline_ && is_page_place(text(i)) && i + 1 < passages_.size() && may_be_headline(i + 1) &&
            text(i + 1).size() > text(i).size()) {
            set(i, LineType::note, "the place of the story on its site");
            return i + 1;
        }
        if (const std::size_t next = read_meta_line(i, true)) return next;
        if (const auto match = label_of(i); match && !is_lone_headline(i, *match)) {
            if (const std::size_t next = read_labelled(i, *match, true)) return next;
        }
        if (is_link_alone(text(i))) {
            set(i, LineType::link, "a link alone on its line");
            return i + 1;
        }
        if (read_by_shape(i)) return i + 1;
        if (!has_headline_) return read_headline(i);
        if (is_deck(i)) {
            has_deck_ = true;
            set(i, LineType::deck, "between the headline and the byline or date");
            return i + 1;
        }
        return i;
    }

    /// What stands around a headline without a label.
    bool read_by_shape(std::size_t i) {
        const std::string_view line = text(i);
        if (has_byline_ && last_top_ == LineType::byline && reader_.hangs_on_names(i)) {
            set(i, LineType::job_title, "a job or an outlet on the line after a byline");
        } else if (last_top_ == LineType::published && is_clock_alone(line)) {
            set(i, LineType::note, "a time on the line after a date");
        } else if (headline_ && !has_byline_ && reader_.is_bare_byline(i)) {
            has_byline_ = true;
            set(i, LineType::byline, "a name under the headline, with a job, a place or a date");
            last_top_ = LineType::byline;
        } else if (headline_ && (is_page_place(line) || is_contact(line))) {
            set(i, LineType::note, "a section or an address under the headline");
        } else if (headline_ && is_picture(line)) {
            set_note(i, NoteKind::caption, "names whom a picture is by");
        } else {
            return false;
        }
        return true;
    }

    std::size_t read_headline(std::size_t i) {
        if (!may_be_headline(i)) {
            has_headline_ = true;  // there is none: what follows is no headline either
            return i;
        }
        has_headline_ = true;
        headline_ = i;
        set(i, LineType::headline, "the first line that nothing else claims");
        return i + 1;
    }

    /// `Watch: dog saves man` at the very top is the headline when the next line is none.
    [[nodiscard]] bool is_lone_headline(std::size_t i, const LabelMatch& match) const {
        if (has_headline_ || match.kind == LabelKind::headline) return false;
        // `Subscribe to hope`: a label of several words alone may be one, `Advertisement` is none.
        if (match.value.empty() && std::ranges::count(trim(match.label), ' ') < 2) return false;
        // `Source: Club to sell striker`: what a clause follows is no outlet, unless a headline comes.
        if (match.kind == LabelKind::credit && !reads_as_clause(match.value)) return false;
        if (names_genre(match)) return true;
        for (std::size_t next = i + 1; next < std::min(passages_.size(), i + 6); ++next) {
            if (meta_of(next) || label_of(next)) continue;
            return !may_be_headline(next) || ends_as_sentence(text(next));
        }
        return false;
    }

    /// A line between the headline and the byline or date, or right under the headline without an
    /// empty line when paragraphs have one.
    [[nodiscard]] bool is_deck(std::size_t i) const {
        if (!headline_ || has_deck_ || has_byline_ || has_date_ || i != *headline_ + 1 ||
            i + 1 >= passages_.size())
            return false;
        if (length_up_to(text(i), 301) > 300 || read_dateline(text(i))) return false;
        if (meta_of(i + 1) || reader_.is_bare_byline(i + 1)) return true;
        return passages_[i].blanks == 0 && passages_[i + 1].blanks > 0 && !ends_as_sentence(text(i)) &&
               passages_[i].lines == 1 && length_up_to(text(i), 251) <= 250;
    }

    /// A byline or date line; the passage after it, or 0 when it is none.
    std::size_t read_meta_line(std::size_t i, bool top) {
        const auto meta = meta_of(i);
        if (!meta) return read_split_byline(i);
        if (top && !has_headline_ && names_after_noun(i) && i + 1 < passages_.size()) {
            // `Author: Council Bans Book` above `By Jane Roe` is a headline.
            const auto next = meta_of(i + 1);
            if (next && next->labelled && !next->names.empty() && may_be_headline(i)) return 0;
        }
        if (!top && !meta->labelled) return 0;
        // Without a word that says so, a name or a town is one only under the headline.
        if (meta->bare && !headline_) return 0;
        // Beside a date below the byline it is a town or an outlet.
        const bool named = !meta->names.empty() && !(meta->bare && has_byline_);
        if (named && has_byline_) {
            set_note(i, NoteKind::reporting, "names after a second byline word");
        } else if (named) {
            has_byline_ = true;
            set(i, LineType::byline, "names after a byline word");
        } else if (meta->published || meta->relative) {
            has_date_ = true;
            set(i, LineType::published,
                !meta->published ? "a date that only its day could tell"
                : meta->labelled ? "a date after its label"
                                 : "a date and nothing else");
        } else {
            has_date_ = true;
            set(i, LineType::updated, "a date after its label");
        }
        last_top_ = out_[i].type;
        out_[i].meta = std::make_shared<const Meta>(*meta);
        return i + 1;
    }

    /// A byline whose label is a word with a colon: `Author: …`.
    [[nodiscard]] bool names_after_noun(std::size_t i) const {
        const auto& match = reader_.matched(i);
        return match && match->kind == LabelKind::byline && match->mark == Mark::hard;
    }

    /// `By` on one line, the name on the next.
    std::size_t read_split_byline(std::size_t i) {
        const auto match = reader_.matched(i);
        if (!match || !match->value.empty() || i + 1 >= passages_.size() || text(i + 1).size() > 120)
            return 0;
        if (match->kind == LabelKind::published || match->kind == LabelKind::updated)
            return read_split_date(i, *match);
        if (match->kind != LabelKind::byline || has_byline_) return 0;
        const auto names = read_names(text(i + 1));
        if (!names || names->length != text(i + 1).size()) return 0;
        has_byline_ = true;
        set_labelled(i, LineType::byline, "a byline word; the name is on the next line", *match);
        set(i + 1, LineType::byline, "the name after a byline word");
        last_top_ = LineType::byline;
        return i + 2;
    }

    /// `Updated` on one line, the date on the next.
    std::size_t read_split_date(std::size_t i, const LabelMatch& match) {
        const auto meta = meta_of(i + 1);
        if (!meta || !meta->names.empty() || meta->labelled || !(meta->published || meta->relative)) return 0;
        const bool updated = match.kind == LabelKind::updated;
        const LineType type = updated ? LineType::updated : LineType::published;
        has_date_ = true;
        set_labelled(i, type, "the label of a date; the date is on the next line", match);
        set(i + 1, type, "the date after its label");
        last_top_ = type;
        return i + 2;
    }

    /// A labelled passage and what hangs on it; the passage after, or 0 when it is not taken here.
    std::size_t read_labelled(std::size_t i, const LabelMatch& match, bool top) {
        switch (match.kind) {
            case LabelKind::headline:
                if (!top || headline_ || match.value.empty()) return 0;
                has_headline_ = true;
                headline_ = i;
                set_labelled(i, LineType::headline, "headline label", match);
                return i + 1;
            case LabelKind::deck:
                if (!top || has_deck_ || match.value.empty()) return 0;
                has_deck_ = true;
                set_labelled(i, LineType::deck, "deck label", match);
                return i + 1;
            case LabelKind::credit: return read_credit(i, match);
            case LabelKind::related: return read_related(i, match);
            default: break;
        }
        if (!is_note(match.kind)) return 0;
        set_labelled(i, LineType::note, "label", match);
        const bool goes_on = match.value.empty() && i + 1 < passages_.size() &&
                             match.pattern.ends_with(':') &&
                             (match.kind == LabelKind::editor || match.kind == LabelKind::correction ||
                              (match.kind != LabelKind::advertisement && passages_[i + 1].blanks == 0 &&
                               length_up_to(text(i + 1), 201) <= 200 && !ends_as_sentence(text(i + 1))));
        if (!goes_on || label_of(i + 1)) return i + 1;
        set(i + 1, LineType::note, "the passage after a label that stands alone");
        out_[i + 1].note = out_[i].note;
        return i + 2;
    }

    std::size_t read_credit(std::size_t i, const LabelMatch& match) {
        if (has_credit_) {
            set_labelled(i, LineType::note, "a second credit", match);
            return i + 1;
        }
        if (!match.value.empty()) {
            has_credit_ = true;
            set_labelled(i, LineType::credit, "credit label", match);
            return i + 1;
        }
        if (i + 1 >= passages_.size() || length_up_to(text(i + 1), 81) > 80 || ends_as_sentence(text(i + 1)))
            return 0;
        has_credit_ = true;
        set_labelled(i, LineType::credit, "credit label; the name is on the next line", match);
        set(i + 1, LineType::credit, "the name after a credit label");
        return i + 2;
    }

    /// A related line; when its label stands alone, the titles after it too.
    std::size_t read_related(std::size_t i, const LabelMatch& match) {
        set_labelled(i, LineType::related, "label of a related story", match);
        std::size_t next = i + 1;
        if (match.value.empty()) {
            while (next < passages_.size() && reader_.is_related_title(next, next - i)) {
                set(next, LineType::related, "a title after a label of related stories");
                ++next;
            }
        }
        // The link of a title may stand on a line of its own.
        if (next < passages_.size() && passages_[next].blanks == 0 && is_link_alone(text(next))) {
            set(next, LineType::related, "the link of the related story before it");
            ++next;
        }
        return next;
    }

    /// From the end upwards, past lines that are not the story; where they begin.
    std::size_t read_bottom(std::size_t body) {
        std::size_t end = passages_.size();
        while (end > body) {
            const std::size_t i = end - 1;
            if (!read_bottom_line(i, body)) break;
            end = i;
        }
        return end;
    }

    bool read_bottom_line(std::size_t i, std::size_t body) {
        if (is_separator(text(i))) {
            set(i, LineType::separator, "a rule of signs");
            return true;
        }
        if (const auto match = label_of(i)) {
            const bool taken = read_labelled(i, *match, false) != 0;
            if (taken && match->kind == LabelKind::other && match->value.empty())
                out_[i].rule = "a sign-off at the end";
            return taken;
        }
        if (i == body) return false;  // one paragraph at least stays one
        if (is_link_alone(text(i)) && !reader_.follows_link_label(i)) {
            set(i, LineType::link, "a link alone on its line");
            return true;
        }
        if (leads_to_link(text(i), false) || is_contact(text(i))) {
            set_note(i, NoteKind::promotion, "words that lead to a link");
            return true;
        }
        if (is_picture(text(i))) {
            set_note(i, NoteKind::caption, "names whom a picture is by");
            return true;
        }
        if (meta_of(i)) return read_meta_line(i, true) != 0;
        if (reader_.follows_link_label(i)) {
            set(i, LineType::related, "the link of the line before it");
            return true;
        }
        return false;
    }

    /// One passage between paragraphs and what hangs on it; the next to read.
    std::size_t read_middle(std::size_t i, std::size_t body, std::size_t end) {
        const std::string_view line = text(i);
        if (is_separator(line)) {
            set(i, LineType::separator, "a rule of signs");
            return i + 1;
        }
        if (const auto match = label_of(i)) {
            // One word alone (`Reuters`, `Comments`) may be a crosshead of the story.
            const bool sign_off = match->kind == LabelKind::other && match->value.empty() &&
                                  match->mark == Mark::none &&
                                  match->label.find(' ') == std::string_view::npos;
            const bool alone = match->kind == LabelKind::headline || match->kind == LabelKind::deck;
            // In the middle it is the source of a chart or a picture, not of the story.
            const bool at_an_end = i < body + 3 || i + 3 >= end;
            if (match->kind == LabelKind::credit && !at_an_end && !match->value.empty()) {
                set_labelled(i, LineType::note, "a credit in the middle of the story", *match);
                return i + 1;
            }
            if (!sign_off && !alone) {
                if (const std::size_t next = read_labelled(i, *match, false)) return next;
            }
        }
        if (i < body + 3 && headline_) {
            if (const std::size_t next = read_meta_line(i, false)) return next;
        }
        if (leads_to_link(line, true) || is_picture(line)) {
            set(i, LineType::note, "words that lead to a link, or names whom a picture is by");
            out_[i].note = is_picture(line) ? NoteKind::caption : NoteKind::promotion;
            return i + 1;
        }
        set(i, LineType::paragraph, i == body ? "where the story begins" : "a passage of the story");
        return i + 1;
    }

    std::span<const Passage> passages_;
    PassageReader reader_;
    std::vector<Classed> out_;
    std::optional<std::size_t> headline_;
    LineType last_top_ = LineType::paragraph;
    bool has_headline_ = false;  // found, or known to be missing
    bool has_deck_ = false;
    bool has_credit_ = false;
    bool has_byline_ = false;
    bool has_date_ = false;
};

}  // namespace

std::vector<Classed> classify(std::span<const Passage> passages, const LabelSet& labels, Part part) {
    return Classifier(passages, labels).run(part);
}

}  // namespace newsarc::parsing
