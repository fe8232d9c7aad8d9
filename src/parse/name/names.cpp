#include "parse/name/names.hpp"

#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/jobs.hpp"
#include "parse/name/name_tokens.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::size_t most_words = 6;        // of one name
constexpr std::size_t longest_byline = 400;  // bytes
constexpr std::size_t longest_aside = 10;    // words

class NameReader {
public:
    explicit NameReader(std::string_view text) : text_(text.substr(0, longest_byline)), tokens_(text_) {}

    std::optional<NamesFound> run() {
        if (!person(0)) return std::nullopt;
        while (another()) {
        }
        const std::size_t first_names = end_;
        while ((placed_ && another()) || helper() || aside() || another()) {
        }
        finish(first_names);
        return std::move(out_);
    }

private:
    /// `Staff Writer Jane Roe`, `记者 王小明`: what stands before a name of two words, or of one in
    /// writing without capitals.
    std::string role_before(std::size_t at) {
        std::size_t end = at;
        bool role = false;
        auto word = tokens_.at(at);
        for (; word && !word->closed && is_job_word(word->folded); word = tokens_.at(word->next)) {
            role = role || is_role_word(word->folded);
            end = word->end;
        }
        const auto next = word ? tokens_.at(word->next) : std::nullopt;
        const bool named = word && is_name_word(*word, true) && !is_joiner(*word) && !ends_names(*word) &&
                           (!has_case(word->text) || (!word->closed && next && is_name_word(*next, false) &&
                                                      !is_job_word(next->folded)));
        role_end_ = role && named ? end : at;
        return role_end_ == at ? std::string() : text::squeeze(text_.substr(at, end - at));
    }

    /// A name from `at`, and a role before it.
    bool person(std::size_t at) {
        const std::string role = role_before(at);
        if (!name(role_end_)) return false;
        if (role.empty()) return true;
        out_.authors.back().role = role;
        interrupted_ = interrupted_ || out_.authors.size() > 1;
        told_ = true;
        return true;
    }

    /// One name from `at`, made an author; `end_` becomes its end.
    bool name(std::size_t at) {
        std::vector<NameToken> words;
        bool substance = false;
        for (auto word = tokens_.at(at); word; word = tokens_.at(word->next)) {
            // `Ministry of Health and Trade`: one word and `of` begin the name of a body.
            if (words.size() == 1 && word->text == "of" && out_.authors.empty())
                return body(words[0].begin, *word);
            if (!words.empty()) {
                const bool begun = words.size() == 1 || is_initial(words.back());
                const bool ends = ends_names(*word) && !(begun && tokens_.leads_to_family_name(*word));
                if (is_joiner(*word) || ends) break;
                if (tokens_.is_address(word->begin, word->end)) break;
                // A day of a month without its year ends a name too.
                if (labels_date(word->folded) || read_day(text_.substr(word->begin))) break;
            }
            if (!is_name_word(*word, words.empty())) {
                if (words.empty() || begins_lower(word->text)) return false;
                break;
            }
            if (words.size() == most_words) return false;
            substance = substance || !is_name_particle(word->folded) || begins_upper(word->text);
            words.push_back(std::move(*word));
            if (words.back().closed || tokens_.stops_at(words.back().end)) break;
        }
        if (!substance) return false;
        take(words);
        return true;
    }

    /// The name of a body from `begin`: all words up to a comma or a bar that begin with a capital or join
    /// these.
    bool body(std::size_t begin, const NameToken& of) {
        std::size_t end = begin;
        for (auto word = std::optional(of); word; word = tokens_.at(word->next)) {
            const bool joins =
                word->folded == "of" || word->folded == "the" || word->folded == "for" || is_joiner(*word);
            if (!joins && !begins_upper(word->text)) break;
            if (!joins) end = word->end;
            if (word->closed || tokens_.stops_at(word->end)) break;
        }
        if (end == begin) return false;
        begin_ = begin;
        out_.authors.push_back({text::squeeze(text_.substr(begin, end - begin))});
        names_end_ = end_ = end;
        return true;
    }

    /// Makes an author of the words of a name, and of those behind it that are a job's or an outlet's:
    /// `Jane Roe Staff Writer`.
    void take(const std::vector<NameToken>& words) {
        std::size_t count = words.size();
        for (std::size_t first = has_case(words[0].text) ? 2 : 1; first < words.size(); ++first) {
            if (!tells_of_writer(words, first)) continue;
            count = first;
            break;
        }
        const std::size_t begin = words.front().begin;
        if (out_.authors.empty()) begin_ = begin;
        std::size_t end = words[count - 1].end;
        if (count == 1) end -= fused_role(words[0].text);
        begin_group();
        out_.authors.push_back({text::squeeze(strip_name(text_.substr(begin, end - begin)))});
        names_end_ = end_ = end;
        interrupted_ = interrupted_ || (end < text_.size() && is_digit(text_[end]));
        if (end == words.back().end) {
            end_ = std::min(text_.find_first_not_of("0123456789", end), text_.size());
            return;
        }
        const std::string_view aside = strip_name(text_.substr(end, words.back().end - end));
        told_ = tell_of(out_.authors.back(), aside, Aside::comma);
        end_ = words.back().end;
    }

    /// What was said of authors so far is not said of the next.
    void begin_group() {
        if (!told_) return;
        group_ = out_.authors.size();
        told_ = placed_ = false;
        interrupted_ = true;
    }

    /// The words from `first` on are a job, an agency or an outlet, and none that a person is called.
    [[nodiscard]] bool tells_of_writer(const std::vector<NameToken>& words, std::size_t first) const {
        const std::string_view rest =
            strip_name(text_.substr(words[first].begin, words.back().end - words[first].begin));
        const std::string& word = words[first].folded;
        if (is_job_word(word) && is_job_title(rest)) return true;
        if (is_known_agency(text::fold(rest)) && (first > 1 || rest.find(' ') != std::string_view::npos))
            return true;
        if (word == "the" && first + 1 < words.size()) return true;
        if (first + 1 == words.size() && is_degree(word) && word.size() > 1 && rest != "Ma" && rest != "Do")
            return std::count_if(rest.begin(), rest.end(), is_ascii_upper) > 1;
        return first + 2 == words.size() && first >= 2 && is_outlet_word(words.back().folded) &&
               is_affiliation(rest);
    }

    /// Bytes of a job's word that sticks to a name written without blanks: `田中太郎記者`.
    static std::size_t fused_role(std::string_view name) {
        for (std::size_t at = 3; at + 3 <= name.size(); at += code_point_at(name, at).length) {
            if (at >= 6 && static_cast<unsigned char>(name[at]) >= 0xE0 && is_role_word(name.substr(at)))
                return name.size() - at;
        }
        return 0;
    }

    /// A further name, behind `and` or a comma.
    bool another() {
        std::size_t at = end_;
        const auto mark = code_point_at(text_, at);
        bool comma = is_name_comma(mark.value);
        if (comma) at += mark.length;
        if (const std::size_t space = leading_space(text_.substr(at));
            !comma &&
            (text_.substr(at + space).starts_with("/ ") || text_.substr(at + space).starts_with("／"))) {
            comma = true;  // `Jane Roe / Tom Reed`
            at += space + code_point_at(text_, at + space).length;
        }
        auto word = tokens_.at(at);
        if (!word) return false;
        const bool joined = is_joiner(*word);
        if (!joined && !comma) return false;
        if (joined) {
            joiner_ = word->text;
            at = word->next;
            word = tokens_.at(at);
            if (!word) return false;
        }
        if (agency(*word, joined)) return true;
        const NameReader before = *this;
        if (!person(at)) {
            *this = before;
            return false;
        }
        const std::string& found = out_.authors.back().name;
        const bool suffix = is_suffix(found);
        // After a comma a name has two words, none of them of a job or an outlet.
        if (joined || (!suffix && is_person_after_comma(found))) return true;
        const std::size_t end = end_;
        *this = before;
        if (!suffix) return false;
        out_.authors.back().name.append(text_.substr(end_, end - end_));
        names_end_ = end_ = end;
        return true;
    }

    static bool is_person_after_comma(const std::string& name) {
        const std::string folded = text::fold(name);
        if (is_known_city(folded) || is_known_agency(folded) || is_degree(folded)) return false;
        if (!has_case(name)) return name.size() > 3 && !names_role(name);
        return name.find(' ') != std::string::npos && !holds_job_word(folded);
    }

    /// `and agencies`, `und dpa`, `, dpa`: an agency may be written in small letters.
    bool agency(const NameToken& word, bool joined) {
        if (begins_upper(word.text)) return false;
        if (!is_known_agency(word.folded) && !(joined && is_desk(word.text))) return false;
        begin_group();
        out_.authors.push_back({std::string(word.text)});
        names_end_ = end_ = word.end;
        return true;
    }

    /// `with Ali Khan`.
    bool helper() {
        const auto word = tokens_.at(end_);
        if (!word || !adds_names(word->folded) || !tokens_.is_person(word->next)) return false;
        return name(word->next);
    }

    /// What is said of the names before: in brackets, behind a comma or a bar, behind `in` or `for`.
    bool aside() {
        const std::size_t space = leading_space(text_.substr(end_));
        const auto mark = code_point_at(text_, end_ + space);
        const std::size_t behind = end_ + space + mark.length;
        if (mark.value == '(' || mark.value == U'\uFF08' || mark.value == '[') return in_brackets(behind);
        if (is_name_comma(mark.value)) return words_from(behind, Aside::comma);
        const bool dash = mark.value == '-' || (mark.value >= 0x2012 && mark.value <= 0x2015);
        const bool point = mark.value == U'\u00B7' || mark.value == U'\u2022';
        if (mark.value == '|' || mark.value == '/' || mark.value == U'\uFF0F' ||
            (space > 0 && (dash || point)))
            return words_from(behind, Aside::bar);
        const auto word = tokens_.at(end_);
        if (!word || !ends_names(*word) || labels_date(word->folded)) return false;
        if (leads_to_place(word->folded)) return place(word->next);
        if (leads_to_outlet(word->folded)) return outlet(word->next);
        return words_from(word->begin, Aside::comma);
    }

    bool in_brackets(std::size_t begin) {
        const std::size_t end =
            std::min({text_.find(')', begin), text_.find("）", begin), text_.find(']', begin)});
        if (end == std::string_view::npos || end - begin > 80) return false;
        std::string_view rest = text_.substr(begin, end - begin);
        if (read_date(rest)) return false;
        bool told = false;
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find_first_of(",/|;"));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            if (has_word(part)) told = tell(part, Aside::bracket) || told;
        }
        if (told) end_ = end + code_point_at(text_, end).length;
        return told;
    }

    /// Words from `begin` up to a comma, a bar, a dash, a date or a further name.
    bool words_from(std::size_t begin, Aside how) {
        std::size_t end = begin;
        std::size_t count = 0;
        for (auto word = tokens_.at(begin); word; word = tokens_.at(word->next)) {
            const bool stamp = labels_date(word->folded) || word->folded == "on";
            if (stamp || read_date(text_.substr(word->begin))) break;
            if (is_joiner(*word) && tokens_.is_person(word->next)) break;
            end = word->end;
            if (++count > longest_aside) break;
            if (word->closed || tokens_.stops_at(word->end)) break;
        }
        const std::string_view words = strip_name(trim(text_.substr(begin, end - begin)));
        if (count == 0 || !has_word(words)) return false;
        if (count <= longest_aside && tell(words, how)) {
            end_ = end;
            return true;
        }
        if (how == Aside::bar) return false;
        out_.all_told = false;
        told_ = true;
        end_ = end;
        return true;
    }

    /// The place behind `in`: capitalised words, and one more behind a comma (`Kyiv, Ukraine`).
    bool place(std::size_t begin) {
        const std::size_t end = tokens_.end_of_capitals(begin);
        if (end == begin) return false;
        std::size_t place_end = end;
        if (end < text_.size() && text_[end] == ',') {
            const std::size_t region = tokens_.end_of_capitals(end + 1);
            const std::string_view word = trim(text_.substr(end + 1, region - end - 1));
            if (!word.empty() && word.find(' ') == std::string_view::npos &&
                !holds_job_word(text::fold(word)))
                place_end = region;
        }
        const std::string words = text::squeeze(text_.substr(begin, place_end - begin));
        for_group([&](Author& author) { author.place = words; });
        end_ = place_end;
        placed_ = true;
        return true;
    }

    bool outlet(std::size_t begin) {
        const auto first = tokens_.at(begin);
        const bool article =
            first && (first->folded == "the" || first->folded == "la" || first->folded == "le");
        const std::size_t end = tokens_.end_of_capitals(article ? first->next : begin);
        if (end == begin || (article && end == first->next)) return words_from(begin, Aside::comma);
        const std::string words = text::squeeze(text_.substr(begin, end - begin));
        for_group([&](Author& author) { author.outlet = words; });
        end_ = end;
        return true;
    }

    bool tell(std::string_view words, Aside how) {
        std::string folded = text::fold(trim(words));
        while (folded.ends_with('.'))
            folded.pop_back();
        bool told = true;
        // A degree is of one person.
        if (is_degree(folded)) {
            told_ = true;
            auto& role = out_.authors.back().role;
            role = role ? *role + ", " + std::string(trim(words)) : std::string(trim(words));
        } else {
            for_group([&](Author& author) { told = tell_of(author, words, how) && told; });
            placed_ = is_known_city(folded);
        }
        return told;
    }

    template <typename Change>
    void for_group(Change change) {
        for (std::size_t i = group_; i < out_.authors.size(); ++i)
            change(out_.authors[i]);
        told_ = true;
    }

    void finish(std::size_t first_names) {
        out_.length = end_;
        out_.title = trim(text_.substr(first_names, end_ - first_names));
        while (!out_.title.empty() && is_name_comma(code_point_at(out_.title, 0).value))
            out_.title = trim(out_.title.substr(code_point_at(out_.title, 0).length));
        out_.title = strip_name(out_.title);
        if (!interrupted_) {
            out_.names = text::squeeze(strip_name(text_.substr(begin_, names_end_ - begin_)));
            return;
        }
        for (std::size_t i = 0; i < out_.authors.size(); ++i) {
            const bool last = i > 0 && i + 1 == out_.authors.size();
            if (last && !joiner_.empty())
                out_.names.append(" ").append(joiner_).append(" ");
            else if (i > 0)
                out_.names += ", ";
            out_.names += out_.authors[i].name;
        }
    }

    std::string_view text_;
    NameTokens tokens_;
    std::size_t begin_ = 0;      ///< of the first name
    std::size_t role_end_ = 0;   ///< of the role that role_before() read
    std::size_t end_ = 0;        ///< of what was read
    std::size_t names_end_ = 0;  ///< of the last name
    std::size_t group_ = 0;      ///< the first author of whom the next aside is said
    bool told_ = false;          ///< something was said of these
    bool placed_ = false;  ///< the last thing said of these was their place: `Jane Roe in Kabul, Ali Khan`
    bool interrupted_ = false;  ///< more than names stands between the first and the last
    std::string_view joiner_;   ///< the last `and`
    NamesFound out_;
};

}  // namespace

std::optional<NamesFound> read_names(std::string_view text) {
    return NameReader(text).run();
}

}  // namespace newsarc::parsing
