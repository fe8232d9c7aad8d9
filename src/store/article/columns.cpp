#include "store/article/columns.hpp"

namespace newsarc::store {
namespace {

template <typename Wanted>
Fields those(const Wanted& wanted) {
    Fields out;
    for (const model::Field& field : model::fields()) {
        if (field.name != "id" && !model::is_list(field) && wanted(field)) out.push_back(&field);
    }
    return out;
}

void bind(Statement& statement, const std::string& text) {
    statement.next(Borrowed{text});
}

template <typename Value>
void bind(Statement& statement, const Value& value) {
    if constexpr (std::is_same_v<Value, std::optional<DateTime>>) {
        statement.next(value ? model::Text(to_iso(*value)) : std::nullopt);
    } else if constexpr (!requires { value.begin(); }) {
        statement.next(value);
    }
}

void read_value(const Statement& row, int column, std::string& out) {
    out = row.text(column);
}

void read_value(const Statement& row, int column, model::Text& out) {
    out = row.optional_text(column);
}

void read_value(const Statement& row, int column, std::optional<DateTime>& out) {
    const model::Text text = row.optional_text(column);
    out = text ? from_iso(*text) : std::nullopt;
}

void read_value(const Statement& row, int column, std::int64_t& out) {
    out = row.integer(column);
}

}  // namespace

const Fields& article_columns() {
    static const Fields columns = those([](const model::Field&) { return true; });
    return columns;
}

const Fields& version_columns() {
    static const Fields columns =
        those([](const model::Field& field) { return field.standing != model::Standing::article; });
    return columns;
}

std::string names_of(const Fields& columns, std::string_view after, std::string_view between) {
    std::string out;
    for (const model::Field* field : columns) {
        if (!out.empty()) out += between;
        out.append(field->column).append(after);
    }
    return out;
}

void bind_columns(Statement& statement, const Fields& columns, const Article& article) {
    for (const model::Field* field : columns) {
        if (!field->object.empty() && !article.dateline) {
            statement.next(std::nullopt);
        } else if (field->member == model::Member(&Article::added)) {
            // Never absent in an archive.
            statement.next(article.added.value_or(""));
        } else {
            model::read(*field, article, [&](const auto& value) { bind(statement, value); });
        }
    }
}

void read_columns(const Statement& row, int first, const Fields& columns, Article& article) {
    article.dateline.reset();
    for (int column = first; const model::Field* field : columns) {
        // A part of a dateline that is not there makes none.
        if (field->object.empty() || !row.is_null(column)) {
            model::write(*field, article, [&](auto& value) {
                if constexpr (requires { read_value(row, column, value); }) read_value(row, column, value);
            });
        }
        ++column;
    }
}

}  // namespace newsarc::store
