#include "store/index/tokenizer.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <limits>

#include "store/index/fulltext_api.hpp"
#include "store/index/term_numbers.hpp"
#include "store/sql/statement.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::store {
namespace {

struct Visitor {
    const Tokenizer::Visit* visit = nullptr;
    std::size_t offset = 0;  ///< of what FTS5 was given in the text
    bool more = true;
    std::exception_ptr thrown;
};

int visit_token(void* data, int, const char* stem, int length, int begin, int end) noexcept {
    auto& visitor = *static_cast<Visitor*>(data);
    try {
        visitor.more = (*visitor.visit)({stem, static_cast<std::size_t>(length)},
                                        visitor.offset + static_cast<std::size_t>(begin),
                                        visitor.offset + static_cast<std::size_t>(end));
        return visitor.more ? SQLITE_OK : SQLITE_DONE;
    } catch (...) {
        visitor.thrown = std::current_exception();
        return SQLITE_ABORT;
    }
}

enum class Kind : std::uint8_t { parts_words, of_word, not_ascii };

/// What a byte is: of ASCII all but letters and digits part words.
constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
        const auto c = static_cast<char>(byte);
        if (!text::is_ascii(c)) {
            out[byte] = Kind::not_ascii;
        } else if (text::is_ascii_alpha(c) || text::is_digit(c)) {
            out[byte] = Kind::of_word;
        }
    }
    return out;
}();

/// Behind the end of a text words are parted.
Kind kind_at(std::string_view text, std::size_t at) {
    return at < text.size() ? kinds[static_cast<unsigned char>(text[at])] : Kind::parts_words;
}

/// The stems of words that were met before: of a text most words come again, and to stem one takes ten times
/// as long as to look here.
class KnownStems {
public:
    /// The number of a word; size() where it is new.
    std::uint32_t number(std::string_view word) {
        if (stems_.size() == most || stems_.size() < words_.size()) *this = {};
        return words_.number(word);
    }

    [[nodiscard]] std::size_t size() const { return stems_.size(); }
    [[nodiscard]] const std::string& stem(std::uint32_t number) const { return stems_[number]; }

    /// To be called after number() for each new word.
    void add(std::string_view stem) { stems_.emplace_back(stem); }

private:
    static constexpr std::size_t most = 32768;

    TermNumbers words_;
    std::vector<std::string> stems_;
};

}  // namespace

struct Tokenizer::State {
    SQLite::Database database{":memory:"};  // the way to FTS5
    fts5_tokenizer module{};
    Fts5Tokenizer* instance = nullptr;
    KnownStems known;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (instance != nullptr) module.xDelete(instance);
    }

    /// False when the visitor wants no more.
    bool tokenize(std::string_view text, std::size_t offset, const Visit& visit) const {
        constexpr std::size_t longest = std::numeric_limits<int>::max();
        Visitor visitor{&visit, offset, true, nullptr};
        // The flags matter to tokenizers with synonyms only, which the stock ones are not.
        module.xTokenize(instance, &visitor, FTS5_TOKENIZE_DOCUMENT, text.data(),
                         static_cast<int>(std::min(text.size(), longest)), visit_token);
        if (visitor.thrown) std::rethrow_exception(visitor.thrown);
        return visitor.more;
    }

    /// The stem of a word of ASCII letters and digits.
    std::string stem(std::string_view word) {
        const std::uint32_t number = known.number(word);
        if (number == known.size()) {
            std::string stem;
            tokenize(word, 0, [&](std::string_view found, std::size_t, std::size_t) {
                stem = found;
                return true;
            });
            known.add(stem);
        }
        return known.stem(number);
    }
};

Tokenizer::Tokenizer() {
    guarded([&] {
        state_ = std::make_unique<State>();
        sqlite3* handle = state_->database.getHandle();
        fts5_api* api = fulltext_api(handle);
        void* context = nullptr;
        int status = api->xFindTokenizer(api, "porter", &context, &state_->module);
        if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
        std::array<const char*, 5> arguments{"unicode61", "remove_diacritics", "2", "categories",
                                             "L* N* Co M*"};
        status = state_->module.xCreate(context, arguments.data(), static_cast<int>(arguments.size()),
                                        &state_->instance);
        if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
    });
}

Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

void Tokenizer::tokenize(std::string_view text, const Visit& visit) const {
    constexpr std::size_t longest_known = 40;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        end = begin;
        while (kind_at(text, end) == Kind::of_word)
            ++end;
        const bool ascii = kind_at(text, end) == Kind::parts_words;
        while (kind_at(text, end) != Kind::parts_words)
            ++end;
        if (end == begin) continue;
        const std::string_view run = text.substr(begin, end - begin);
        const bool more = ascii && run.size() <= longest_known ? visit(state_->stem(run), begin, end)
                                                               : state_->tokenize(run, begin, visit);
        if (!more) return;
    }
}

std::vector<std::string> Tokenizer::stems(std::string_view text) const {
    std::vector<std::string> out;
    tokenize(text, [&](std::string_view stem, std::size_t, std::size_t) {
        out.emplace_back(stem);
        return true;
    });
    return out;
}

}  // namespace newsarc::store
