#include "store/index/stemmed_text.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "store/sql/fulltext_api.hpp"

namespace newsarc::store {
namespace {

using TokenVisit = int (*)(void* context, int flags, const char* token, int length, int begin, int end);

/// The stock tokenizer of a name, which ours stands in front of.
struct Stock {
    fts5_tokenizer module{};
    void* context = nullptr;
};

/// What FTS5 knows as an Fts5Tokenizer of ours.
struct Instance {
    fts5_tokenizer module{};
    Fts5Tokenizer* stock = nullptr;
};

int create(void* context, const char** arguments, int count, Fts5Tokenizer** out) noexcept {
    const Stock& stock = *static_cast<const Stock*>(context);
    auto instance = std::unique_ptr<Instance>(new (std::nothrow) Instance{stock.module});
    if (!instance) return SQLITE_NOMEM;
    const int status = stock.module.xCreate(stock.context, arguments, count, &instance->stock);
    if (status == SQLITE_OK) *out = reinterpret_cast<Fts5Tokenizer*>(instance.release());
    return status;
}

void destroy(Fts5Tokenizer* tokenizer) noexcept {
    const std::unique_ptr<Instance> instance(reinterpret_cast<Instance*>(tokenizer));
    instance->module.xDelete(instance->stock);
}

constexpr unsigned char long_stem = 255;

/// FTS5 has no use for where in the text a word stands, only for which one it is. Bytes of a damaged archive,
/// of which nothing is known, may begin as ours do.
int visit_stems(void* context, const char* at, const char* end, TokenVisit visit) noexcept {
    int status = SQLITE_OK;
    while (status == SQLITE_OK && at < end) {
        std::size_t size = static_cast<unsigned char>(*at++);
        const auto left = [&] { return static_cast<std::size_t>(end - at); };
        if (size == long_stem && left() >= sizeof size) {
            std::memcpy(&size, at, sizeof size);
            at += sizeof size;
        }
        size = std::min(size, left());
        status = visit(context, 0, at, static_cast<int>(size), 0, 0);
        at += size;
    }
    return status;
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
             TokenVisit visit) noexcept {
    if ((flags & FTS5_TOKENIZE_DOCUMENT) != 0 && size > 0 && text[0] == stemmed_text_mark) {
        return visit_stems(context, text + 1, text + size, visit);
    }
    const Instance& instance = *reinterpret_cast<const Instance*>(tokenizer);
    return instance.module.xTokenize(instance.stock, context, flags, text, size, visit);
}

}  // namespace

void append_stem(std::string& text, std::string_view stem) {
    const std::size_t size = stem.size();
    text += static_cast<char>(std::min<std::size_t>(size, long_stem));
    if (size >= long_stem) text.append(reinterpret_cast<const char*>(&size), sizeof size);
    text += stem;
}

void register_stemmed_text(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    fts5_api* api = fulltext_api(handle);
    auto stock = std::make_unique<Stock>();
    int status = api->xFindTokenizer(api, "porter", &stock->context, &stock->module);
    if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
    fts5_tokenizer ours{create, destroy, tokenize};
    // On failure FTS5 does not take the context over.
    status = api->xCreateTokenizer(api, "porter", stock.get(), &ours,
                                   [](void* context) { delete static_cast<Stock*>(context); });
    if (status != SQLITE_OK) throw SQLite::Exception(handle, status);
    stock.release();
}

}  // namespace newsarc::store
