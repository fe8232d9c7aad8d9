#include "store/index/tokenizer.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <limits>
#include <utility>

#include "store/index/term_numbers.hpp"
#include "store/sql/fulltext_api.hpp"
#include "store/sql/statement.hpp"

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
    std::unique_ptr<SQLite::Database> own;  ///< the way to FTS5 where there is no other
    fts5_tokenizer module{};
    Fts5Tokenizer* instance = nullptr;
    KnownStems known;

    explicit State(SQLite::Database& database) {
        sqlite3* handle = database.getHandle();
        fts5_api* api = fulltext_api(handle);
        void* context = nullptr;
        int status = api->xFindTokenizer(api, "porter", &context, &module);
        if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
        std::array<const char*, 5> arguments{"unicode61", "remove_diacritics", "2", "categories",
                                             "L* N* Co M*"};
        status = module.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &instance);
        if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { module.xDelete(instance); }

    /// False when the visitor wants no more.
    bool tokenize(std::string_view text, std::size_t offset, const Visit& visit) const {
        constexpr std::size_t longest = std::numeric_limits<int>::max();
        Visitor visitor{&visit, offset, true, nullptr};
        // As a query, so that the tokenizer of our connections takes it for a text (stemmed_text.hpp).
        module.xTokenize(instance, &visitor, FTS5_TOKENIZE_QUERY, text.data(),
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
        auto own = std::make_unique<SQLite::Database>(":memory:");
        state_ = std::make_unique<State>(*own);
        state_->own = std::move(own);
    });
}

Tokenizer::Tokenizer(SQLite::Database& database)
    : state_(guarded([&] { return std::make_unique<State>(database); })) {}

Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

void Tokenizer::tokenize(std::string_view text, const Visit& visit) const {
    constexpr std::size_t longest_known = 40;
    for_each_stretch(text, [&](std::size_t begin, std::size_t end) {
        const std::string_view stretch = text.substr(begin, end - begin);
        const bool is_word = stretch.size() <= longest_known && std::ranges::all_of(stretch, text::is_ascii);
        return is_word ? visit(state_->stem(stretch), begin, end) : state_->tokenize(stretch, begin, visit);
    });
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
