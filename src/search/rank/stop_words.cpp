#include "search/rank/stop_words.hpp"

#include "text/lexicon/lexicon.hpp"

namespace newsarc::search {
bool is_stop_word(std::string_view word) {
    static const text::WordList words("stop");
    return words.holds(word);
}

bool is_asking_word(std::string_view word) {
    static const text::WordList words("asking");
    return words.holds(word);
}

}  // namespace newsarc::search
