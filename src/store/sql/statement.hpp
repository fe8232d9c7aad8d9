#pragma once

#include <newsarc/error.hpp>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::store {

/// What an SQLite error means to a user of newsarc.
Error to_error(const SQLite::Exception& exception);

/// What to tell when the file of an archive that is open is not where it was any more.
Error moved_error();

/// Runs a piece of work with SQLite so that only newsarc::Error leaves it.
template <typename Work>
decltype(auto) guarded(Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw to_error(exception);
    }
}

/// A long text to be bound without a copy: it must stay until the statement has run.
struct Borrowed {
    const std::string& text;
};

/// What a value in a row is, whatever its column is declared as.
enum class ValueType { null, integer, real, text, blob };

/// A prepared statement that binds in order and knows about absence. For use within the store,
/// inside guarded().
class Statement {
public:
    Statement(const SQLite::Database& database, const std::string& sql) : statement_(database, sql) {}

    /// Binds all parameters, in order. Texts are copied unless they are Borrowed.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        statement_.reset();
        next_ = 1;
        (bind_next(values), ...);
        return *this;
    }

    /// Binds one parameter more, after bind().
    template <typename Value>
    Statement& next(const Value& value) {
        bind_next(value);
        return *this;
    }

    /// Binds the bytes of one parameter, counted from 1; after bind().
    void bind_blob(int parameter, std::string_view bytes);

    /// The next row; false when there is none left.
    bool step() { return statement_.executeStep(); }

    /// Runs a statement that gives no rows. The statement can then be bound again.
    void run() {
        statement_.exec();
        reset();
    }

    /// Ends what the statement was doing, and lets its locks go.
    void reset() { statement_.reset(); }

    [[nodiscard]] ValueType type(int column) const;
    [[nodiscard]] bool is_null(int column) const { return statement_.isColumnNull(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    [[nodiscard]] double real(int column) const { return statement_.getColumn(column).getDouble(); }
    [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    [[nodiscard]] std::optional<std::string> optional_text(int column) const;

    /// The bytes of a value; valid until the next step or bind.
    [[nodiscard]] std::string_view blob(int column) const;

private:
    void bind_next(std::int64_t value) { statement_.bind(next_++, value); }
    void bind_next(double value) { statement_.bind(next_++, value); }
    void bind_next(const std::string& value) { statement_.bind(next_++, value); }
    void bind_next(std::string_view value) { bind_next(std::string(value)); }
    void bind_next(Borrowed value) { statement_.bindNoCopy(next_++, value.text); }
    void bind_next(const char* value) { bind_next(std::string(value)); }
    void bind_next(std::nullopt_t) { statement_.bind(next_++); }
    void bind_next(const std::optional<std::string>& value);
    void bind_next(const std::optional<std::int64_t>& value);

    SQLite::Statement statement_;
    int next_ = 1;
};

}  // namespace newsarc::store
