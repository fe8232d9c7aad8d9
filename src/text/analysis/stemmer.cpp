#include "text/analysis/stemmer.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>

#include "text/analysis/fold_word.hpp"
#include "text/analysis/light_stemmers.hpp"
#include "text/load/libstemmer.hpp"

namespace newsarc::text {
namespace {

/// Where a stemmer does without the accents of its language it is given the folded word, so that a word typed
/// without them has the same stem.
enum class Order { fold_first, stem_first };

struct Row {
    std::string_view language;
    const char* algorithm;
    Order order;
};

constexpr std::array<Row, 29> snowball{{
    {"ca", "catalan", Order::fold_first},    {"da", "danish", Order::fold_first},
    {"de", "german", Order::fold_first},     {"el", "greek", Order::stem_first},
    {"en", "porter", Order::fold_first},     {"es", "spanish", Order::fold_first},
    {"eu", "basque", Order::fold_first},     {"fi", "finnish", Order::fold_first},
    {"fr", "french", Order::fold_first},     {"ga", "irish", Order::stem_first},
    {"hr", "serbian", Order::stem_first},    {"bs", "serbian", Order::stem_first},
    {"hu", "hungarian", Order::stem_first},  {"hy", "armenian", Order::stem_first},
    {"id", "indonesian", Order::fold_first}, {"ms", "indonesian", Order::fold_first},
    {"it", "italian", Order::fold_first},    {"lt", "lithuanian", Order::stem_first},
    {"nb", "norwegian", Order::fold_first},  {"nn", "norwegian", Order::fold_first},
    {"no", "norwegian", Order::fold_first},  {"ne", "nepali", Order::stem_first},
    {"nl", "dutch", Order::fold_first},      {"pt", "portuguese", Order::fold_first},
    {"ro", "romanian", Order::stem_first},   {"ru", "russian", Order::stem_first},
    {"sr", "serbian", Order::stem_first},    {"sv", "swedish", Order::fold_first},
    {"ta", "tamil", Order::stem_first},
}};

const Row* row_of(std::string_view language) {
    const auto row = std::ranges::find(snowball, language, &Row::language);
    return row == snowball.end() ? nullptr : &*row;
}

/// The composed letters in lower case that Snowball's stemmers are written for.
std::string composed(std::string_view word) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                     static_cast<utf8proc_ssize_t>(word.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    if (length < 0) return std::string(word);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

struct EndSnowball {
    void operator()(sb_stemmer* stemmer) const { Libstemmer::get().end(stemmer); }
};

/// `eleições` as `eleição`: plurals that Snowball's Portuguese stemmer takes for other words.
void mend_plural(std::string& word) {
    constexpr std::size_t shortest = 6;
    if (word.size() < shortest || (!word.ends_with("oes") && !word.ends_with("aes"))) return;
    word.replace(word.size() - 3, 3, "ao");
}

/// Leaves out the second letter of these pairs, which stand for a letter whose mark was folded away:
/// `mueller` as `muller`.
void mend_pairs(std::string& word, std::initializer_list<std::string_view> pairs) {
    constexpr std::string_view no_umlaut_behind = "aeiouyq";  // neue, quer
    for (std::size_t at = 0; at + 1 < word.size(); ++at) {
        const std::string_view pair = std::string_view(word).substr(at, 2);
        if (std::ranges::find(pairs, pair) == pairs.end()) continue;
        const bool vowels =
            pair == "ue" && at > 0 && no_umlaut_behind.find(word[at - 1]) != std::string_view::npos;
        if (!vowels) word.erase(at + 1, 1);
    }
}

/// `Mueller` as `Müller`, as Lucene's GermanNormalizationFilter does.
void mend_umlauts(std::string& word) {
    mend_pairs(word, {"ae", "oe", "ue"});
}

/// `Aalborg` as `Ålborg`.
void mend_rings(std::string& word) {
    mend_pairs(word, {"aa", "oe"});
}

/// Ways of writing that are made one before a word is stemmed.
struct Mend {
    std::string_view language;
    void (*run)(std::string& folded);
};
constexpr std::array<Mend, 6> mends{{
    {"da", mend_rings},
    {"de", mend_umlauts},
    {"nb", mend_rings},
    {"nn", mend_rings},
    {"no", mend_rings},
    {"pt", mend_plural},
}};

}  // namespace

struct Stemmer::State {
    Order order = Order::fold_first;
    const Libstemmer* library = nullptr;
    std::unique_ptr<sb_stemmer, EndSnowball> snowball;
    LightStemmer light = nullptr;
    const Mend* mend = nullptr;

    [[nodiscard]] std::string run_snowball(const std::string& word) const {
        const auto* stem = library->stem(snowball.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                         static_cast<int>(word.size()));
        if (stem == nullptr) return word;
        return {reinterpret_cast<const char*>(stem),
                static_cast<std::size_t>(library->length(snowball.get()))};
    }
};

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>()) {
    state_->light = light_stemmer(language);
    const auto mend = std::ranges::find(mends, language, &Mend::language);
    if (mend != mends.end()) state_->mend = &*mend;
    if (state_->light != nullptr) return;
    if (const Row* row = row_of(language)) {
        state_->order = row->order;
        state_->library = &Libstemmer::get();
        state_->snowball.reset(state_->library->make(row->algorithm, "UTF_8"));
    }
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) const {
    if (state_->snowball != nullptr && state_->order == Order::stem_first)
        return fold_word(state_->run_snowball(composed(word)));
    std::string out = fold_word(word);
    if (state_->mend != nullptr) state_->mend->run(out);
    if (state_->light != nullptr) state_->light(out);
    if (state_->snowball != nullptr) out = state_->run_snowball(out);
    return out;
}

bool Stemmer::knows(std::string_view language) {
    return light_stemmer(language) != nullptr || row_of(language) != nullptr;
}

}  // namespace newsarc::text
