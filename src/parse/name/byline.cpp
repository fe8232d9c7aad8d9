#include "parse/name/byline.hpp"

#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::size_t most_words = 6;        // of one name
constexpr std::size_t longest_byline = 400;  // bytes
constexpr std::size_t longest_aside = 10;    // words

/// A run of characters between blanks, without the punctuation that ends a name.
struct Token {
    std::string_view text;  ///< without a comma, semicolon or bracket at its ends
    std::string folded;     ///< without full stops at its end
    std::size_t begin = 0;
    std::size_t end = 0;   ///< of `text`
    std::size_t next = 0;  ///< where the next token may begin
    bool closed = false;   ///< by a comma or a semicolon
};

bool splits_bylines(char32_t c) {
    return std::u32string_view(U"|/(<[\u00B7\u2022\u2013\u2014\u2015@\uFF08\uFF0F").find(c) !=
           std::u32string_view::npos;
}

bool is_comma(char32_t c) {
    return std::u32string_view(U",;\u060C\u061B\u3001\uFF0C").find(c) != std::u32string_view::npos;
}

/// `and`, `y`: but no initial (`I.`) of a name.
bool is_joiner(const Token& token) {
    const bool initial = begins_upper(token.text) && token.folded.size() == 1;
    return token.text == "&" || (joins_names(token.folded) && !initial);
}

/// The `A.` of `Jane A. Roe`.
bool is_initial(const Token& token) {
    return begins_upper(token.text) && token.folded.size() == 1 && token.text.ends_with('.');
}

/// `in`, `a`, `for`: but no initial.
bool ends_names(const Token& token) {
    return !is_initial(token) && parsing::ends_names(token.folded);
}

bool has_case(std::string_view text) {
    return begins_upper(text) || begins_lower(text);
}

class NameReader {
public:
    explicit NameReader(std::string_view text) : text_(text.substr(0, longest_byline)) {}

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
    [[nodiscard]] std::optional<Token> token(std::size_t at) const {
        at += leading_space(text_.substr(at));
        if (at >= text_.size()) return std::nullopt;
        Token token;
        token.begin = token.end = at;
        while (token.end < text_.size()) {
            const auto point = code_point_at(text_, token.end);
            if (is_space(point.value) || is_comma(point.value)) break;
            if (splits_bylines(point.value) && !joins_ideographs(token.end, point.length)) break;
            // A hyphen with a blank after it is a dash.
            if (point.value == '-' && token.end == token.begin) break;
            token.end += point.length;
        }
        token.next = token.end;
        if (const auto mark = code_point_at(text_, token.end); is_comma(mark.value)) {
            token.closed = true;
            token.next += mark.length;
        }
        token.text = text_.substr(token.begin, token.end - token.begin);
        if (token.text.empty()) return std::nullopt;
        token.folded = text::fold(token.text);
        while (!token.folded.empty() && token.folded.back() == '.')
            token.folded.pop_back();
        return token;
    }

    /// `jane.roe@example.com`; `Roe@janeroe` is a name that a handle runs into.
    [[nodiscard]] bool is_address(std::size_t begin, std::size_t end) const {
        if (end >= text_.size() || text_[end] != '@') return false;
        const std::string_view behind = text_.substr(end, text_.substr(end).find(' '));
        return !begins_upper(text_.substr(begin)) || behind.find('.') != std::string_view::npos;
    }

    /// The point of a foreign name in Chinese.
    [[nodiscard]] bool joins_ideographs(std::size_t at, std::size_t length) const {
        return text_.substr(at, length) == "·" && at > 2 &&
               text::is_ideograph(code_point_at(text_, at - 3).value) &&
               text::is_ideograph(code_point_at(text_, at + length).value);
    }

    static bool is_name_word(const Token& token, bool first) {
        const std::string_view word = token.text;
        if (std::any_of(word.begin(), word.end(), [](char c) {
                return is_digit(c) || std::string_view(":!?%$#=+*\"").find(c) != std::string_view::npos;
            }))
            return false;
        // `'Harbour Lights'` is quoted; `'t` begins a name.
        for (const std::string_view mark : {"'", "‘", "“", "„", "«"}) {
            if (word.starts_with(mark) && begins_upper(word.substr(mark.size()))) return false;
        }
        const bool initial = word.size() == 2 && is_ascii_upper(word[0]) && word[1] == '.';
        if (first && !initial && is_never_name(token.folded)) return false;
        if (begins_upper(word)) return true;
        if (is_name_particle(token.folded)) return true;
        // `d'Arcy`, `al-Rashid`: a small particle before a capital.
        const std::size_t joint = word.find_first_of("'-");
        if (joint != std::string_view::npos && joint <= 3) return begins_upper(word.substr(joint + 1));
        if (const std::size_t curly = word.find("’"); curly != std::string_view::npos && curly <= 2)
            return begins_upper(word.substr(curly));
        return !begins_lower(word) && has_word(word);
    }

    /// `Staff Writer Jane Roe`, `记者 王小明`: what stands before a name of two words, or of one in
    /// writing without capitals.
    std::string role_before(std::size_t at) {
        std::size_t end = at;
        bool role = false;
        auto word = token(at);
        for (; word && !word->closed && is_job_word(word->folded); word = token(word->next)) {
            role = role || is_role_word(word->folded);
            end = word->end;
        }
        const auto next = word ? token(word->next) : std::nullopt;
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
        std::vector<Token> words;
        bool substance = false;
        for (auto word = token(at); word; word = token(word->next)) {
            // `Ministry of Health and Trade`: one word and `of` begin the name of a body.
            if (words.size() == 1 && word->text == "of" && out_.authors.empty())
                return body(words[0].begin, *word);
            if (!words.empty()) {
                const bool begun = words.size() == 1 || is_initial(words.back());
                const bool ends = ends_names(*word) && !(begun && leads_to_family_name(*word));
                if (is_joiner(*word) || ends) break;
                if (is_address(word->begin, word->end)) break;
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
            if (words.back().closed || stops_at(words.back().end)) break;
        }
        if (!substance) return false;
        take(words);
        return true;
    }

    /// `da` of `Ana da Silva`, which leads to a place in another language.
    [[nodiscard]] bool leads_to_family_name(const Token& word) const {
        const auto next = token(word.next);
        return is_name_particle(word.folded) && next && !is_known_city(next->folded);
    }

    /// The name of a body from `begin`: all words up to a comma or a bar that begin with a capital or join
    /// these.
    bool body(std::size_t begin, const Token& of) {
        std::size_t end = begin;
        for (auto word = std::optional(of); word; word = token(word->next)) {
            const bool joins =
                word->folded == "of" || word->folded == "the" || word->folded == "for" || is_joiner(*word);
            if (!joins && !begins_upper(word->text)) break;
            if (!joins) end = word->end;
            if (word->closed || stops_at(word->end)) break;
        }
        if (end == begin) return false;
        begin_ = begin;
        out_.authors.push_back({text::squeeze(text_.substr(begin, end - begin))});
        names_end_ = end_ = end;
        return true;
    }

    /// Makes an author of the words of a name, and of those behind it that are a job's or an outlet's:
    /// `Jane Roe Staff Writer`.
    void take(const std::vector<Token>& words) {
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
        out_.authors.push_back({text::squeeze(strip(text_.substr(begin, end - begin)))});
        names_end_ = end_ = end;
        if (end == words.back().end) return;
        const std::string_view aside = strip(text_.substr(end, words.back().end - end));
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
    [[nodiscard]] bool tells_of_writer(const std::vector<Token>& words, std::size_t first) const {
        const std::string_view rest =
            strip(text_.substr(words[first].begin, words.back().end - words[first].begin));
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

    [[nodiscard]] bool stops_at(std::size_t at) const {
        const std::string_view rest = text_.substr(at);
        const std::size_t space = leading_space(rest);
        const auto point = code_point_at(rest, space);
        return splits_bylines(point.value) || (point.value == '-' && space > 0);
    }

    /// A further name, behind `and` or a comma.
    bool another() {
        std::size_t at = end_;
        const auto mark = code_point_at(text_, at);
        bool comma = is_comma(mark.value);
        if (comma) at += mark.length;
        if (const std::size_t space = leading_space(text_.substr(at));
            !comma &&
            (text_.substr(at + space).starts_with("/ ") || text_.substr(at + space).starts_with("／"))) {
            comma = true;  // `Jane Roe / Tom Reed`
            at += space + code_point_at(text_, at + space).length;
        }
        auto word = token(at);
        if (!word) return false;
        const bool joined = is_joiner(*word);
        if (!joined && !comma) return false;
        if (joined) {
            joiner_ = word->text;
            at = word->next;
            word = token(at);
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
    bool agency(const Token& word, bool joined) {
        if (begins_upper(word.text)) return false;
        if (!is_known_agency(word.folded) && !(joined && is_desk(word.text))) return false;
        begin_group();
        out_.authors.push_back({std::string(word.text)});
        names_end_ = end_ = word.end;
        return true;
    }

    /// `with Ali Khan`.
    bool helper() {
        const auto word = token(end_);
        if (!word || !adds_names(word->folded) || !is_person(word->next)) return false;
        return name(word->next);
    }

    static bool is_suffix(std::string_view text) {
        std::string folded = text::fold(text);
        while (folded.ends_with('.'))
            folded.pop_back();
        return is_name_suffix(folded);
    }

    static bool holds_job_word(std::string_view folded) {
        while (!folded.empty()) {
            const std::size_t begin = folded.find_first_not_of(" -.,/&");
            if (begin == std::string_view::npos) return false;
            folded.remove_prefix(begin);
            const std::string_view word = folded.substr(0, folded.find_first_of(" -.,/&"));
            if (is_job_word(word)) return true;
            folded.remove_prefix(word.size());
        }
        return false;
    }

    /// What is said of the names before: in brackets, behind a comma or a bar, behind `in` or `for`.
    bool aside() {
        const std::size_t space = leading_space(text_.substr(end_));
        const auto mark = code_point_at(text_, end_ + space);
        const std::size_t behind = end_ + space + mark.length;
        if (mark.value == '(' || mark.value == U'\uFF08' || mark.value == '[') return in_brackets(behind);
        if (is_comma(mark.value)) return words_from(behind, Aside::comma);
        const bool dash = mark.value == '-' || (mark.value >= 0x2012 && mark.value <= 0x2015);
        const bool point = mark.value == U'\u00B7' || mark.value == U'\u2022';
        if (mark.value == '|' || mark.value == '/' || mark.value == U'\uFF0F' ||
            (space > 0 && (dash || point)))
            return words_from(behind, Aside::bar);
        const auto word = token(end_);
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
        for (auto word = token(begin); word; word = token(word->next)) {
            const bool stamp = labels_date(word->folded) || word->folded == "on";
            if (stamp || read_date(text_.substr(word->begin))) break;
            if (is_joiner(*word) && is_person(word->next)) break;
            end = word->end;
            if (++count > longest_aside) break;
            if (word->closed || stops_at(word->end)) break;
        }
        const std::string_view words = strip(trim(text_.substr(begin, end - begin)));
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

    /// A name of two words or more begins here.
    [[nodiscard]] bool is_person(std::size_t at) const {
        const auto first = token(at);
        if (!first || !is_name_word(*first, true) || is_job_word(first->folded)) return false;
        if (!has_case(first->text)) return true;
        const auto second = first->closed ? std::nullopt : token(first->next);
        return second && is_name_word(*second, false) && !is_job_word(second->folded);
    }

    /// The place behind `in`: capitalised words, and one more behind a comma (`Kyiv, Ukraine`).
    bool place(std::size_t begin) {
        const std::size_t end = capitals(begin);
        if (end == begin) return false;
        std::size_t place_end = end;
        if (end < text_.size() && text_[end] == ',') {
            const std::size_t region = capitals(end + 1);
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
        const auto first = token(begin);
        const bool article =
            first && (first->folded == "the" || first->folded == "la" || first->folded == "le");
        const std::size_t end = capitals(article ? first->next : begin);
        if (end == begin || (article && end == first->next)) return words_from(begin, Aside::comma);
        const std::string words = text::squeeze(text_.substr(begin, end - begin));
        for_group([&](Author& author) { author.outlet = words; });
        end_ = end;
        return true;
    }

    /// The end of capitalised words from `begin`.
    [[nodiscard]] std::size_t capitals(std::size_t begin) const {
        std::size_t end = begin;
        std::size_t count = 0;
        for (auto word = token(begin); word && count < most_words; word = token(word->next), ++count) {
            const bool small = begins_lower(word->text) && !is_name_particle(word->folded);
            if (small || is_joiner(*word) || labels_date(word->folded)) break;
            if (read_date(text_.substr(word->begin))) break;
            end = word->end;
            if (word->closed || stops_at(word->end)) break;
        }
        if (end > begin && text_[end - 1] == '.' &&
            text_.substr(begin, end - begin).find('.') + 1 == end - begin)
            --end;
        return end;
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
        while (!out_.title.empty() && is_comma(code_point_at(out_.title, 0).value))
            out_.title = trim(out_.title.substr(code_point_at(out_.title, 0).length));
        out_.title = strip(out_.title);
        if (!interrupted_) {
            out_.names = text::squeeze(strip(text_.substr(begin_, names_end_ - begin_)));
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

    static std::string_view strip(std::string_view text) {
        text = trim(text);
        while (!text.empty() && (text.back() == ',' || text.back() == ';'))
            text.remove_suffix(1);
        // A full stop stays on an initial and on `Jr.`; elsewhere it only closes the line.
        const std::string_view last =
            text.substr(text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1);
        const bool initial = last.size() < 3 || last.find('.') + 1 < last.size() || is_suffix(last);
        if (last.ends_with('.') && !initial) text.remove_suffix(1);
        return text;
    }

    std::string_view text_;
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

/// `Roe, Jane; Khan, Ali`, as databases write names.
std::optional<NamesFound> read_family_names_first(std::string_view text) {
    NamesFound found;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view part = trim(rest.substr(0, rest.find(';')));
        // `Roe, Jane 1`: a number leads to a note on her.
        while (!part.empty() && is_digit(part.back()))
            part = trim(part.substr(0, part.size() - 1));
        // `Roe, Jane.`, but `Roe, Jane B.`
        if (part.ends_with('.') && part.size() > 3 && is_ascii_alpha(part[part.size() - 3]) &&
            !is_name_suffix(text::fold(part.substr(part.rfind(' ') + 1, part.size() - part.rfind(' ') - 2))))
            part.remove_suffix(1);
        rest.remove_prefix(std::min(
            rest.size(), rest.find(';') == std::string_view::npos ? rest.size() : rest.find(';') + 1));
        const std::size_t comma = part.find(", ");
        if (comma == std::string_view::npos || part.find(',', comma + 1) != std::string_view::npos)
            return std::nullopt;
        const std::string_view family = part.substr(0, comma);
        const std::string_view given = trim(part.substr(comma + 1));
        const std::string folded = text::fold(given);
        // A name of one word alone is a family's; else several of them must say so.
        const bool one_word = family.find(' ') == std::string_view::npos;
        const bool name = begins_upper(family) && begins_upper(given) &&
                          std::count(given.begin(), given.end(), ' ') < 3 && !names_role(given) &&
                          !is_affiliation(given) && !is_known_city(folded) && !is_degree(folded) &&
                          !is_name_suffix(folded.substr(0, folded.find('.')));
        if (!name || (!one_word && text.find(';') == std::string_view::npos)) return std::nullopt;
        found.authors.push_back({text::squeeze(given) + " " + text::squeeze(family)});
        found.names.append(found.names.empty() ? "" : "; ").append(text::squeeze(part));
    }
    if (found.authors.empty()) return std::nullopt;
    found.length = text.size();
    return found;
}

}  // namespace

std::optional<NamesFound> read_names(std::string_view text) {
    return NameReader(text).run();
}

NamesFound read_byline(std::string_view text) {
    text = trim(text);
    if (auto found = read_family_names_first(text)) return std::move(*found);
    if (!is_desk(text)) {
        auto found = read_names(text);
        const std::string_view rest = found ? trim(text.substr(found->length)) : std::string_view();
        if (found && found->all_told && (!has_word(rest) || read_day(rest))) return std::move(*found);
    }
    NamesFound whole;
    whole.names = text::squeeze(text);
    whole.authors.push_back({whole.names});
    whole.length = text.size();
    return whole;
}

bool add_to_authors(std::vector<Author>& authors, std::string_view text, Aside how) {
    const std::size_t comma = text.find(", ");
    const bool two = comma != std::string_view::npos && is_job_title(text.substr(0, comma)) &&
                     !names_role(text.substr(comma));
    bool told = !authors.empty();
    for (Author& author : authors) {
        if (two)
            told = tell_of(author, text.substr(0, comma), Aside::comma) &&
                   tell_of(author, text.substr(comma + 2), Aside::comma) && told;
        else
            told = tell_of(author, text, how) && told;
    }
    return told;
}

}  // namespace newsarc::parsing
