#include "store/index/stemmed_text.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

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

/// FTS5 has no use for where in the text a word stands, only for which one it is.
int visit_stems(void* context, const char* at, const char* end, TokenVisit visit) noexcept {
    int status = SQLITE_OK;
    while (status == SQLITE_OK && at < end) {
        const void* found = std::memchr(at, end_of_stem, static_cast<std::size_t>(end - at));
        const char* stop = found != nullptr ? static_cast<const char*>(found) : end;
        status = visit(context, 0, at, static_cast<int>(stop - at), 0, 0);
        at = stop + 1;
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
