#include "parse/name/name_words.hpp"

#include "text/lexicon/lexicon.hpp"

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
    return words.holds(folded);
}

bool is_outlet_word(std::string_view folded) {
    static const text::WordList words("outlet");
    return words.holds(folded);
}

bool is_never_name(std::string_view folded) {
    static const text::WordList words("no-name");
    return words.holds(folded);
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
