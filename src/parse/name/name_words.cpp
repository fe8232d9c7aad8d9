#include "parse/name/name_words.hpp"

#include "parse/line/scan.hpp"
#include "text/lexicon/lexicon.hpp"

#include <algorithm>

namespace newsarc::parsing {

bool is_name_particle(std::string_view folded) {
    static const text::WordList words("particle");
    return words.holds(folded);
}

bool is_job_word(std::string_view folded) {
    static const text::WordList words("job");
    return words.holds(folded) || is_role_word(folded);
}

bool is_role_word(std::string_view folded) {
    static const text::WordList words("role");
    if (words.holds(folded)) return true;
    const std::size_t hyphen = folded.rfind('-');
    return hyphen != std::string_view::npos && words.holds(folded.substr(hyphen + 1));
}

bool is_outlet_word(std::string_view folded) {
    static const text::WordList words("outlet");
    return words.holds(folded);
}

bool is_never_name(std::string_view folded) {
    static const text::WordList words("no-name");
    return words.holds(folded);
}

bool may_be_small_name(std::string_view word) {
    constexpr std::size_t shortest = 3;
    static const text::WordList stop_words("stop");
    return word.size() >= shortest && begins_lower(word) &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return is_ascii_alpha(c) || !is_ascii(c) || c == '-'; }) &&
           !stop_words.holds(word) && !is_never_name(word);
}

bool ends_names(std::string_view folded) {
    static const text::WordList words("after-names");
    return words.holds(folded) || leads_to_place(folded) || leads_to_outlet(folded) || adds_names(folded);
}

bool joins_names(std::string_view folded) {
    static const text::WordList words("and");
    return words.holds(folded);
}

bool adds_names(std::string_view folded) {
    static const text::WordList words("with");
    return words.holds(folded);
}

bool leads_to_place(std::string_view folded) {
    static const text::WordList words("before-place");
    return words.holds(folded);
}

bool leads_to_outlet(std::string_view folded) {
    static const text::WordList words("before-outlet");
    return words.holds(folded);
}

bool is_name_suffix(std::string_view folded) {
    static const text::WordList words("name-suffix");
    return words.holds(folded);
}

bool is_given_name(std::string_view folded) {
    static const text::WordList words("given-name");
    const std::size_t hyphen = folded.find('-');
    return words.holds(folded) || (hyphen != std::string_view::npos && words.holds(folded.substr(0, hyphen)));
}

bool is_degree(std::string_view folded) {
    static const text::WordList words("degree");
    return words.holds(folded);
}

bool is_known_city(std::string_view folded) {
    static const text::WordList words("city");
    return words.holds(folded);
}

bool is_known_agency(std::string_view folded) {
    static const text::WordList words("agency");
    return words.holds(folded);
}

bool is_never_place(std::string_view folded) {
    static const text::WordList words("no-place");
    return words.holds(folded);
}

}  // namespace newsarc::parsing
