#include "parse/page/page.hpp"

#include "parse/date/relative_date.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "parse/page/frame.hpp"
#include "parse/page/headline.hpp"
#include "parse/page/writer.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

/// Where a block goes.
enum class Place : std::uint8_t {
    story,  ///< to be read as a line of an article, by its label or as a paragraph
    fixed,  ///< known
    stamp,  ///< part by part
};

class PageReader : private PageFrame {
public:
    PageReader(std::span<const Passage> passages, const LabelSet& labels)
        : PageFrame(passages, labels), place_(passages.size()), fixed_(passages.size()) {}

    std::optional<ClassedText> run() {
        if (!find()) return std::nullopt;
        read_above();
        read_head();
        read_story();
        if (!has_byline_) find_bio();
        return join();
    }

private:
    void fix(std::size_t i, LineType type, std::string_view rule, NoteKind note = NoteKind::other) {
        place_[i] = Place::fixed;
        fixed_[i].type = type;
        fixed_[i].note = note;
        fixed_[i].rule = rule;
        fixed_[i].value = text(i);
    }

    void fix_note(std::size_t i, std::string_view rule) {
        const bool caption =
            blocks_[i].credit || (i + 1 < blocks_.size() && blocks_[i + 1].credit &&
                                  !blocks_[i + 1].look.sentence && blocks_[i + 1].look.width < 60);
        const bool promotion = blocks_[i].pages > 0 && blocks_[i].look.width >= 40;
        fix(i, LineType::note, rule,
            caption     ? NoteKind::caption
            : promotion ? NoteKind::promotion
                        : NoteKind::other);
        fixed_[i].story = reason(i);
    }

    /// The trail, the section, buttons and dates above the headline.
    void read_above() {
        bool dated = false;
        for (std::size_t i = headline_.value_or(0); i < begin_; ++i)
            dated = dated || is_dated(i);
        for (std::size_t i = 0; i < headline_.value_or(0); ++i) {
            const bool near = *headline_ - i <= 8;
            if (!blocks_[i].stamp.empty() && near && !dated) {
                place_[i] = Place::stamp;
            } else if (!blocks_[i].label || *blocks_[i].label == LabelKind::other) {
                fix_note(i, "above the headline");
            }
        }
        if (headline_) fix(*headline_, LineType::headline, "the title that most speaks for");
    }

    /// Deck, byline, date and captions between headline and story.
    void read_head() {
        bool stamped = false;
        for (std::size_t i = headline_ ? *headline_ + 1 : 0; i < begin_; ++i) {
            const Block& block = blocks_[i];
            if (is_byline_word(i)) {
                fix(i, LineType::note, "a byline word; the name is on the next line");
                while (i + 1 < begin_ && (is_name(i + 1) || is_one_word_name(i + 1)) &&
                       (!has_byline_ || !is_job(i + 1))) {
                    fix(++i, LineType::byline, "a name after a byline word");
                    has_byline_ = has_told_byline_ = true;
                }
                stamped = true;
            } else if (!block.stamp.empty()) {
                place_[i] = Place::stamp;
                stamped = true;
            } else if (is_small_byline(i)) {
                fix(i, LineType::byline, "a name in small letters after a byline word, beside a date");
                has_byline_ = has_told_byline_ = stamped = true;
            } else if (block.label) {
                continue;
            } else if (headline_ && !stamped && is_deck(i)) {
                fix(i, LineType::deck, "between the headline and the story");
            } else {
                fix_note(i, "between the headline and the story");
            }
        }
        for (std::size_t i = 0; i < begin_; ++i)
            if (place_[i] == Place::stamp) note_stamp(i);
        if (!has_byline_ || (!has_told_byline_ && !stamp_calls_)) find_bare_byline();
    }

    void note_stamp(std::size_t i) {
        place_[i] = Place::stamp;
        for (const StampPart& part : blocks_[i].stamp) {
            has_byline_ = has_byline_ || part.type == LineType::byline;
            has_told_byline_ = has_told_byline_ || (part.type == LineType::byline && part.told);
            stamp_calls_ =
                stamp_calls_ || (part.type == LineType::byline &&
                                 is_given_name(text::fold(part.text.substr(0, part.text.find(' ')))));
            has_date_ = has_date_ || part.type == LineType::published;
        }
    }

    /// `Eurosport`, between a byline word and a date.
    [[nodiscard]] bool is_one_word_name(std::size_t i) const {
        return blocks_[i].look.words == 1 && blocks_[i].look.capitals == 1 && !blocks_[i].label &&
               !has_byline_ && text(i).find(' ') == std::string_view::npos && i + 1 < blocks_.size() &&
               is_dated(i + 1);
    }

    /// Names that stand alone near the headline, or right after the story: the line that most speaks for, and
    /// those beside it that do too.
    void find_bare_byline() {
        auto lines = writer_candidates(passages_, blocks_, scores_, headline_, begin_);
        const auto most = std::ranges::max_element(lines, {}, &WriterCandidate::score);
        constexpr float least = -0.7F;
        // A name that people are called by, against one beside a date that is rather an outlet's.
        constexpr float least_against = 2;
        if (most == lines.end() || most->score < (has_byline_ ? least_against : least)) return;
        const WriterCandidate chosen = *most;
        has_told_byline_ = has_told_byline_ || has_byline_;
        std::erase_if(lines, [&](const WriterCandidate& line) {
            constexpr float least_beside = 0;
            constexpr float most_behind = 2.5F;
            const bool another = line.score >= std::max(least_beside, chosen.score - most_behind) &&
                                 blocks_[line.block].echo < 0.5F && !is_job_title(text(line.block)) &&
                                 !is_known_agency(text::fold(text(line.block)));
            return line.block != chosen.block && !another;
        });
        // Each may have a line of her own, her job or address below it.
        const auto follows = [&](const WriterCandidate& line, const WriterCandidate& other) {
            return other.block == line.block + 1 ||
                   (other.block == line.block + 2 && hangs_on_name(text(line.block + 1)));
        };
        const auto best = std::ranges::find(lines, chosen.block, &WriterCandidate::block);
        auto first = best;
        while (first != lines.begin() && follows(*(first - 1), *first))
            --first;
        for (auto line = first; line != lines.end(); ++line) {
            if (line != first && !follows(*(line - 1), *line)) break;
            fix(line->block, LineType::byline, "a name that stands alone beside headline or date");
            has_byline_ = true;
        }
    }

    /// `Jane Roe is a reporter …`: a paragraph that begins with the name of who wrote.
    [[nodiscard]] bool tells_of_writer(std::size_t i) const {
        return std::ranges::any_of(writers_, [&](std::string_view name) {
            return text(i).size() > name.size() + 1 && text(i).starts_with(name) &&
                   text(i)[name.size()] == ' ';
        });
    }

    /// `Jane Roe is a reporter of Coast Radio.` at the end, where nothing else names who wrote.
    void find_bio() {
        constexpr std::size_t reach = 5;
        std::size_t last = blocks_.size();
        while (last > begin_ && !is_story(last - 1))
            --last;
        const std::size_t first = std::max(begin_ + 2, last - std::min(last, reach));
        for (std::size_t i = std::min(blocks_.size(), last + reach); i-- > first;) {
            if (place_[i] == Place::stamp || name_in_bio(text(i)).empty()) continue;
            return fix(i, LineType::byline, "says what its writer is");
        }
    }

    /// The names of who wrote, from what was read of them above the story.
    void find_writers() {
        const auto take = [&](std::string_view line) {
            if (const auto match = labels_.match(line);
                match && match->kind == LabelKind::byline && !match->value.empty())
                line = match->value;
            const auto found = read_names(line);
            if (!found) return;
            for (const Author& author : found->authors)
                if (author.name.find(' ') != std::string::npos) writers_.push_back(author.name);
        };
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (place_[i] == Place::fixed && fixed_[i].type == LineType::byline)
                for (const std::string_view part : name_parts(text(i)))
                    take(part);
            if (place_[i] != Place::stamp) continue;
            for (const StampPart& part : blocks_[i].stamp)
                if (part.type == LineType::byline) take(part.text);
        }
    }

    /// A line that no story has, whatever stands around it: one that stands on the page again and again, a
    /// time.
    [[nodiscard]] bool is_furniture(std::size_t i) const {
        const Look& look = blocks_[i].look;
        const bool cried = look.words > 5 && look.shouted == look.words && !look.sentence && !look.speech;
        return (blocks_[i].seen > 2 && !look.sentence && look.width < 60) || cried ||
               tells_time(text(i), look);
    }

    /// `14 hours ago`, `Duration 1:30`.
    static bool tells_time(std::string_view line, const Look& look) {
        if (look.words == 0 || look.words > 5) return false;
        const std::size_t last = line.rfind(' ') == std::string_view::npos ? 0 : line.rfind(' ') + 1;
        return relative_date_length(line) == line.size() || is_clock_alone(line.substr(last));
    }

    void read_story() {
        find_writers();
        constexpr std::size_t reach_of_bio = 4;
        bool leads_away = false;
        std::size_t last = blocks_.size();
        while (last > begin_ && !is_story(last - 1))
            --last;
        for (std::size_t i = begin_; i < blocks_.size(); ++i) {
            if (place_[i] == Place::fixed) continue;
            const Block& block = blocks_[i];
            if (i + reach_of_bio >= last && tells_of_writer(i)) {
                fix(i, LineType::note, "tells of who wrote", NoteKind::other);
                continue;
            }
            if (block.label) {
                leads_away = *block.label == LabelKind::related && block.look.width < 60;
                continue;
            }
            if (is_story(i) && !is_furniture(i)) {
                leads_away = false;
                continue;
            }
            // Who and when may stand below the first sentences, or below the story.
            const bool near = i < begin_ + 8 || (i >= last && i < last + 4) || follows_name(i);
            if (near && ((is_dated(i) && !has_date_) || (tells_writer(i) && !has_byline_))) {
                if (!has_byline_ && follows_name(i)) {
                    fix(i - 1, LineType::byline, "a name above a date");
                    has_byline_ = true;
                }
                note_stamp(i);
                continue;
            }
            const bool title = !block.look.sentence && block.look.width >= 20 && block.look.width <= 220 &&
                               block.stamp.empty();
            if (leads_away && title)
                fix(i, LineType::related, "a title after a label of related stories");
            else
                fix_note(i, "not of the story");
        }
    }

    /// A date below a name, as a long deck or a list of key points puts both far down.
    [[nodiscard]] bool follows_name(std::size_t i) const {
        constexpr std::size_t reach = 24;
        return i > 0 && i < begin_ + reach && is_dated(i) && !is_story(i - 1) && is_name(i - 1);
    }

    ClassedText join() {
        std::vector<Passage> story;
        for (std::size_t i = 0; i < passages_.size(); ++i)
            if (place_[i] == Place::story) story.push_back(passages_[i]);
        const std::vector<Classed> read = classify(story, labels_, Part::body);
        ClassedText out;
        out.from_page = true;
        std::size_t next = 0;
        for (std::size_t i = 0; i < passages_.size(); ++i) {
            switch (place_[i]) {
                case Place::story: add_read(out, i, read[next++]); break;
                case Place::fixed: add_fixed(out, i); break;
                case Place::stamp: add_stamp(out, i); break;
            }
        }
        return out;
    }

    static void add(ClassedText& out, const Passage& passage, const Classed& classed) {
        out.passages.push_back(passage);
        out.classed.push_back(classed);
    }

    /// A button's word alone, which may be a crosshead in an article, is none where a page has its buttons.
    void add_read(ClassedText& out, std::size_t i, const Classed& read) const {
        const Block& block = blocks_[i];
        const bool button = read.type == LineType::paragraph && block.label && !is_story(i) &&
                            !block.look.sentence && block.look.width < 40;
        if (!button) return add(out, passages_[i], read);
        add_part(out, i, text(i), LineType::note, "a button");
    }

    void add_part(ClassedText& out, std::size_t i, std::string_view part, LineType type,
                  std::string_view rule) const {
        Passage passage = passages_[i];
        passage.text = part;
        Classed classed;
        classed.type = type;
        classed.rule = rule;
        classed.value = part;
        add(out, passage, classed);
    }

    void add_fixed(ClassedText& out, std::size_t i) const {
        if (fixed_[i].type == LineType::byline) {
            const auto parts = name_parts(text(i));
            for (const std::string_view part : parts)
                add_part(out, i, part, LineType::byline, fixed_[i].rule);
            if (const auto name = name_in_bio(text(i)); !name.empty()) {
                add_part(out, i, name, LineType::byline, fixed_[i].rule);
                return add_part(out, i, text(i), LineType::note, "tells of who wrote");
            }
            if (parts.empty()) return add(out, passages_[i], fixed_[i]);
            const auto end =
                static_cast<std::size_t>(parts.back().data() + parts.back().size() - text(i).data());
            if (const std::string_view rest = trim(text(i).substr(end)); has_word(rest))
                add_part(out, i, rest, LineType::note, "joined to the names");
            return;
        }
        if (fixed_[i].type != LineType::headline) return add(out, passages_[i], fixed_[i]);
        const std::string_view title = title_in(passages_, blocks_, i);
        const auto before = static_cast<std::size_t>(title.data() - text(i).data());
        if (const std::string_view kicker = trim(text(i).substr(0, before)); has_word(kicker))
            add_part(out, i, kicker, LineType::note, "joined to the headline");
        add_part(out, i, title, LineType::headline, fixed_[i].rule);
        if (const std::string_view rest = trim(text(i).substr(before + title.size())); has_word(rest))
            add_part(out, i, rest, LineType::note, "joined to the headline");
    }

    /// `Published 2 hours ago`, `heute um 12:19 Uhr`.
    [[nodiscard]] bool tells_near_day(const StampPart& part) const {
        if (part.type != LineType::note) return false;
        const auto meta = read_meta(part.text, labels_);
        return meta && meta->relative && meta->names.empty();
    }

    void add_stamp(ClassedText& out, std::size_t i) const {
        for (const StampPart& part : blocks_[i].stamp) {
            if (tells_near_day(part)) {
                add_part(out, i, part.text, LineType::published, "a date that only its day could tell");
                continue;
            }
            const std::string_view rule =
                part.type == LineType::byline      ? "who wrote, among what tells who and when"
                : part.type == LineType::published ? "a date, among what tells who and when"
                : part.type == LineType::updated   ? "a date of change, among what tells who and when"
                                                   : "among what tells who and when";
            // Beside a byline that says so, another name is an outlet or a desk.
            const bool outlet = part.type == LineType::byline && !part.told && has_told_byline_;
            add_part(out, i, part.text, outlet ? LineType::note : part.type, rule);
        }
    }

    std::vector<Place> place_;
    std::vector<Classed> fixed_;
    std::vector<std::string> writers_;
    bool has_byline_ = false;
    bool has_told_byline_ = false;
    bool stamp_calls_ = false;  ///< a name beside a date is one that people are called by
    bool has_date_ = false;
};

/// A question or an exclamation is a sentence too.
bool ends_sentence(std::string_view text) {
    return ends_as_sentence(text) ||
           look_at(text.substr(text.size() - std::min<std::size_t>(text.size(), 40))).sentence;
}

}  // namespace

bool has_loose_lines(std::span<const Passage> passages, std::span<const Classed> classed) {
    for (std::size_t i = 0; i < classed.size(); ++i)
        if (classed[i].type == LineType::paragraph && !ends_sentence(passages[i].text)) return true;
    return false;
}

std::optional<ClassedText> read_page(std::span<const Passage> passages, const LabelSet& labels) {
    if (passages.size() < 4) return std::nullopt;
    return PageReader(passages, labels).run();
}

}  // namespace newsarc::parsing
