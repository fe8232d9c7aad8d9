#include "parse/name/jobs.hpp"

#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

constexpr std::string_view word_ends = " -.,/&";

/// Calls `take` with each word of a folded text until it answers true; whether it did.
template <typename Take>
bool any_word(std::string_view folded, std::string_view ends, Take take) {
    while (!folded.empty()) {
        const std::string_view word = folded.substr(0, folded.find_first_of(ends));
        if (!word.empty() && take(word)) return true;
        folded.remove_prefix(std::min(folded.size(), word.size() + 1));
    }
    return false;
}

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool all_begin_upper(std::string_view text) {
    return !any_word(text, " ", [](std::string_view word) {
        return !begins_upper(word) && !is_name_particle(text::fold(word));
    });
}

bool is_shouted_or_mixed(std::string_view text) {
    const auto upper = std::count_if(text.begin(), text.end(), is_ascii_upper);
    return upper > 1 && text.find(' ') == std::string_view::npos;
}

void add(std::optional<std::string>& field, std::string_view words) {
    if (field)
        field->append(", ").append(text::squeeze(words));
    else
        field = text::squeeze(words);
}

}  // namespace

bool holds_job_word(std::string_view folded) {
    return any_word(folded, word_ends, is_job_word);
}

bool names_role(std::string_view text) {
    return any_word(text::fold(text), word_ends, is_role_word);
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
    std::size_t words = 0;
    std::size_t job = 0;
    any_word(text::fold(text), " ,/&-", [&](std::string_view word) {
        ++words;
        job += is_job_word(word);
        return false;
    });
    return words <= 8 && job * 2 >= words && names_role(text);
}

bool is_affiliation(std::string_view text) {
    if (text.empty() || text.size() > 60 || ends_as_sentence(text) || words_in(text) > 7) return false;
    const std::string folded = text::fold(text);
    if (is_known_agency(folded)) return true;
    for (const std::string_view lead : {"special to ", "special for ", "for ", "in "}) {
        if (folded.starts_with(lead)) return all_begin_upper(text.substr(text.find(' ', lead.size() - 1)));
    }
    return all_begin_upper(text) && any_word(folded, " ,/", is_outlet_word);
}

bool tell_of(Author& author, std::string_view words, Aside how) {
    words = trim(words);
    const std::string folded = text::fold(words);
    if (words.empty() || words.size() > 80 || words_in(words) > 9) return false;
    if (names_role(words) || folded.starts_with("special ")) {
        if (how == Aside::bar && !is_job_title(words) && !is_affiliation(words)) return false;
        add(author.role, words);
    } else if (is_affiliation(words) || folded.starts_with("the ") || is_known_agency(folded)) {
        add(author.outlet, words);
    } else if (is_known_city(folded)) {
        add(author.place, words);
    } else if (how == Aside::bar) {
        return false;
    } else if (holds_job_word(folded) || begins_lower(words)) {
        add(author.role, words);
    } else if (how == Aside::bracket && !is_shouted_or_mixed(words)) {
        add(author.place, words);
    } else {
        add(author.outlet, words);
    }
    return true;
}

}  // namespace newsarc::parsing
