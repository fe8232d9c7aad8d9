#include "parse/name/byline.hpp"

#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace newsarc::parsing {
namespace {

constexpr std::size_t most_words = 6;        // of one name
constexpr std::size_t longest_byline = 400;  // bytes

/// A run of characters between blanks, without the punctuation that ends a name.
struct Token {
    std::string_view text;  ///< without a comma, semicolon or bracket at its ends
    std::string folded;
    std::size_t begin = 0;
    std::size_t end = 0;    ///< of `text`
    std::size_t next = 0;   ///< where the next token may begin
    char closed_by = '\0';  ///< `,` or `;` right after it
};

bool splits_bylines(char32_t c) {
    return std::u32string_view(U"|/(<[\u00B7\u2022\u2013\u2014\u2015@\u060C").find(c) !=
           std::u32string_view::npos;
}

class NameReader {
public:
    explicit NameReader(std::string_view text) : text_(text.substr(0, longest_byline)) {}

    std::optional<NamesFound> run() {
        std::size_t end = 0;
        if (!name(0, end)) return std::nullopt;
        std::size_t title = end;
        while (const std::size_t next = another(end))
            end = title = next;
        NamesFound found;
        found.names = strip(text_.substr(begin_, end - begin_));
        found.title = title_after(end, title);
        found.length = title;
        return found;
    }

private:
    std::optional<Token> token(std::size_t at) const {
        at += leading_space(text_.substr(at));
        if (at >= text_.size()) return std::nullopt;
        Token token;
        token.begin = token.end = at;
        while (token.end < text_.size()) {
            const auto point = code_point_at(text_, token.end);
            if (is_space(point.value) || splits_bylines(point.value) || point.value == ',' ||
                point.value == ';')
                break;
            // A hyphen with a blank after it is a dash.
            if (point.value == '-' && token.end == token.begin) break;
            token.end += point.length;
        }
        token.next = token.end;
        if (token.end < text_.size() && (text_[token.end] == ',' || text_[token.end] == ';')) {
            token.closed_by = text_[token.end];
            ++token.next;
        }
        token.text = text_.substr(token.begin, token.end - token.begin);
        if (token.text.empty()) return std::nullopt;
        token.folded = text::fold(token.text);
        while (!token.folded.empty() && token.folded.back() == '.')
            token.folded.pop_back();
        return token;
    }

    static bool is_name_word(const Token& token, bool first) {
        const std::string_view word = token.text;
        if (std::any_of(word.begin(), word.end(), [](char c) {
                return is_digit(c) || std::string_view(":!?%$#=+*\"").find(c) != std::string_view::npos;
            }))
            return false;
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

    /// One name from `at`; `end` becomes its end.
    bool name(std::size_t at, std::size_t& end) {
        std::size_t words = 0;
        bool substance = false;
        for (auto word = token(at); word; word = token(word->next)) {
            if (words > 0 && (joins_names(word->folded) || word->text == "&" || ends_names(word->folded)))
                break;
            if (words > 0 && word->end < text_.size() && text_[word->end] == '@') break;
            if (!is_name_word(*word, words == 0)) {
                if (words == 0 || begins_lower(word->text)) return false;
                break;
            }
            if (words > 0 && read_date(text_.substr(word->begin))) break;
            if (words == 0 && at == 0) begin_ = word->begin;
            if (++words > most_words) return false;
            substance = substance || !is_name_particle(word->folded) || begins_upper(word->text);
            end = word->end;
            if (word->closed_by != '\0' || stops_at(word->end)) break;
        }
        return words > 0 && substance;
    }

    [[nodiscard]] bool stops_at(std::size_t at) const {
        const std::string_view rest = text_.substr(at);
        const std::size_t space = leading_space(rest);
        const auto point = code_point_at(rest, space);
        return splits_bylines(point.value) || (point.value == '-' && space > 0);
    }

    /// A further name after `at`, behind `and` or a comma; its end, or 0.
    std::size_t another(std::size_t at) {
        bool comma = at < text_.size() && (text_[at] == ',' || text_[at] == ';');
        if (const std::size_t space = leading_space(text_.substr(at));
            text_.substr(at + space).starts_with("/ ")) {
            comma = true;  // `Jane Roe / Tom Reed`
            at += space;
        }
        auto word = token(comma ? at + 1 : at);
        if (!word) return 0;
        const bool joined = joins_names(word->folded) || word->text == "&";
        if (!joined && !comma) return 0;
        const std::size_t begin = joined ? word->next : word->begin;
        std::size_t end = 0;
        if (!name(begin, end)) return 0;
        const std::string_view found = text_.substr(begin, end - begin);
        if (joined) return end;
        // After a comma a name has two words, none of them of a job or an outlet.
        return is_suffix(found) || (trim(found).find(' ') != std::string_view::npos &&
                                    !holds_job_word(found) && !is_known_city(text::fold(trim(found))))
                   ? end
                   : 0;
    }

    static bool is_suffix(std::string_view text) {
        const std::string folded = text::fold(text);
        return folded == "jr." || folded == "jr" || folded == "sr." || folded == "sr" || folded == "ii" ||
               folded == "iii" || folded == "iv";
    }

    static bool holds_job_word(std::string_view text) {
        const std::string folded = text::fold(text);
        std::string_view rest = folded;
        while (!rest.empty()) {
            const std::size_t begin = rest.find_first_not_of(" -.,/&");
            if (begin == std::string_view::npos) return false;
            rest.remove_prefix(begin);
            const std::string_view word = rest.substr(0, rest.find_first_of(" -.,/&"));
            if (is_job_word(word)) return true;
            rest.remove_prefix(word.size());
        }
        return false;
    }

    /// What follows the names up to a bar, a dash, a date or the end. `end` becomes where it stops.
    std::string_view title_after(std::size_t from, std::size_t& end) const {
        std::size_t at = from;
        if (at < text_.size() && (text_[at] == ',' || text_[at] == ';')) ++at;
        const std::size_t begin = at;
        std::size_t words = 0;
        while (auto word = token(at)) {
            if (read_date(text_.substr(word->begin)) || (words > 0 && is_stamp(word->folded))) break;
            if (words == 0 && begin == from && !ends_names(word->folded)) break;
            if (words == 0 && is_stamp(word->folded)) break;
            end = at = word->next;
            if (++words > 10 || stops_at(word->end)) break;
        }
        return strip(trim(text_.substr(begin, words == 0 ? 0 : end - begin)));
    }

    static bool is_stamp(std::string_view folded) {
        return folded == "published" || folded == "updated" || folded == "posted" || folded == "last" ||
               folded == "on";
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
    std::size_t begin_ = 0;
};

}  // namespace

std::optional<NamesFound> read_names(std::string_view text) {
    return NameReader(text).run();
}

bool is_desk(std::string_view text) {
    if (text.empty() || text.size() > 60 || ends_as_sentence(text)) return false;
    const std::string folded = text::fold(text);
    std::string_view rest = folded;
    for (const std::string_view article : {"the ", "our ", "a ", "an ", "la ", "el ", "le ", "die "}) {
        if (rest.starts_with(article)) rest.remove_prefix(article.size());
    }
    if (is_known_agency(rest)) return true;
    const std::size_t skipped = folded.size() - rest.size();
    bool job = false;
    bool all_jobs = true;
    std::size_t at = skipped;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find_first_of(" /&,", at), folded.size());
        const std::string_view word = std::string_view(folded).substr(at, end - at);
        // Folding keeps the words; where it does not keep their bytes, no capital is asked for.
        const bool capital = folded.size() == text.size() && begins_upper(text.substr(at));
        if (!word.empty() && is_job_word(word))
            job = true;
        else if (!word.empty() && !joins_names(word) && word != "of" && !is_known_agency(word))
            all_jobs = all_jobs && capital && skipped > 0;
        at = end + 1;
    }
    return job && (all_jobs || (skipped > 0 && begins_upper(text)));
}

bool is_job_title(std::string_view text) {
    if (text.size() > 80 || ends_as_sentence(text)) return false;
    const std::string folded = text::fold(text);
    std::size_t words = 0;
    std::size_t job = 0;
    for (std::string_view rest = folded; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find_first_of(" ,/&-"));
        words += !word.empty();
        job += is_job_word(word);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    constexpr std::string_view jobs[] = {"writer",       "reporter",    "correspondent", "editor",
                                         "columnist",    "contributor", "journalist",    "producer",
                                         "photographer", "analyst"};
    const bool named = std::any_of(std::begin(jobs), std::end(jobs), [&](std::string_view job_name) {
        return folded.find(job_name) != std::string::npos;
    });
    return words <= 8 && named && job * 2 >= words;
}

}  // namespace newsarc::parsing
