#include "store/article/lists.hpp"

#include <newsarc/error.hpp>

#include <type_traits>

#include "model/parts.hpp"
#include "store/article/links.hpp"
#include "store/article/prepared_article.hpp"

namespace newsarc::store {
namespace {

using model::Extra;
using model::Field;
using model::Part;
using model::Texts;
using Names = std::vector<std::string>;

/// What the table of a list has a column for.
Names columns_of(const Texts&, const Field& field) {
    return {field.is_set ? "name" : "text"};
}

Names columns_of(const Extra&, const Field&) {
    return {"name", "text"};
}

template <typename Whole>
Names columns_of(const std::vector<Whole>&, const Field&) {
    Names out;
    for (const Part<Whole>& part : model::parts<Whole>()) {
        if (!part.is_number) out.emplace_back(part.name);
    }
    return out;
}

void bind(Statement& insert, const std::string& member) {
    insert.next(member);
}

void bind(Statement& insert, const Extra::value_type& member) {
    insert.next(member.first).next(member.second);
}

template <typename Whole>
void bind(Statement& insert, const Whole& whole) {
    for (const Part<Whole>& part : model::parts<Whole>()) {
        if (!part.is_number) insert.next(part.get(whole));
    }
    if constexpr (std::is_same_v<Whole, Link>) {
        insert.next(whole.kind == LinkKind::related ? folded(whole.title) : std::nullopt);
    }
}

void add(Texts& list, const Statement& row) {
    list.push_back(row.text(0));
}

void add(Extra& list, const Statement& row) {
    list.emplace(row.text(0), row.text(1));
}

template <typename Whole>
void add(std::vector<Whole>& list, const Statement& row) {
    Whole& whole = list.emplace_back();
    int column = 0;
    for (const Part<Whole>& part : model::parts<Whole>()) {
        if (part.is_number) continue;
        try {
            part.set(whole, row.optional_text(column++));
        } catch (const Error&) {
            // A kind that this program does not know: it stays the general one.
        }
    }
    if constexpr (std::is_same_v<Whole, Link>) whole.article = row.optional_integer(column);
}

template <typename Value>
concept List = requires(Value list, const Statement& row) {
    add(list, row);
};

template <typename Visit>
void visit_lists(const Visit& visit) {
    for (const Field& field : model::fields()) {
        model::read(field, Article{}, [&]<typename Value>(const Value& value) {
            if constexpr (List<Value>) visit(field, columns_of(value, field));
        });
    }
}

bool has_position(const Field& field) {
    return !field.is_set && !std::holds_alternative<Extra Article::*>(field.member);
}

std::string joined(const Names& names, const std::string& before, const std::string& between = ", ") {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : between) + before + name;
    return out;
}

std::string insert_sql(const Field& field, Names columns) {
    if (field.column == "link") columns.emplace_back("title_folded");
    if (has_position(field)) columns.insert(columns.begin(), "position");
    std::string marks = "?";
    for (std::size_t i = 0; i < columns.size(); ++i)
        marks += ", ?";
    return (field.is_set ? "INSERT OR IGNORE INTO " : "INSERT INTO ") + std::string(field.column) +
           "(article, " + joined(columns, "") + ") VALUES (" + marks + ")";
}

std::string order_of(const Field& field) {
    return has_position(field) ? "position" : "name";
}

}  // namespace

ListWriter::ListWriter(const SQLite::Database& database) {
    visit_lists([&](const Field& field, const Names& columns) {
        tables_.push_back(
            {&field, Statement(database, insert_sql(field, columns)),
             Statement(database, "DELETE FROM " + std::string(field.column) + " WHERE article = ?")});
    });
}

void ListWriter::put(std::int64_t id, const Article& article) {
    for (Table& table : tables_) {
        if (table.field->derived) continue;
        model::read(*table.field, article, [&]<typename Value>(const Value& list) {
            if constexpr (List<Value>) {
                for (std::int64_t position = 0; const auto& member : list) {
                    table.insert.bind(id);
                    if (has_position(*table.field)) table.insert.next(position++);
                    bind(table.insert, member);
                    table.insert.run();
                }
            }
        });
    }
}

void ListWriter::remove(std::int64_t id) {
    for (Table& table : tables_) {
        if (table.field->standing != model::Standing::article) table.remove.bind(id).run();
    }
}

ListReader::ListReader(const SQLite::Database& database) {
    visit_lists([&](const Field& field, const Names& columns) {
        const std::string target = field.column == "link" ? ", " + link_target() : "";
        const std::string sql = "SELECT " + joined(columns, "") + target + " FROM " +
                                std::string(field.column) + " WHERE article = ? ORDER BY " + order_of(field);
        tables_.push_back({&field, Statement(database, sql)});
    });
}

void ListReader::read(std::int64_t id, Article& article) {
    for (Table& table : tables_) {
        table.select.bind(id);
        read_list(table.select, *table.field, article);
    }
}

void read_list(Statement& rows, const Field& field, Article& article) {
    model::write(field, article, [&]<typename Value>(Value& list) {
        if constexpr (List<Value>) {
            list.clear();
            while (rows.step())
                add(list, rows);
        }
    });
}

std::vector<const Field*> version_lists() {
    std::vector<const Field*> out;
    visit_lists([&](const Field& field, const Names&) {
        if (field.standing != model::Standing::article) out.push_back(&field);
    });
    return out;
}

std::string list_as_json(const Field& field) {
    std::string out;
    visit_lists([&](const Field& each, const Names& columns) {
        if (&each != &field) return;
        const std::string table(field.column);
        std::string member = columns.front();
        std::string group = "json_group_array";
        if (std::holds_alternative<Extra Article::*>(field.member)) {
            member = joined(columns, "");
            group = "json_group_object";
        } else if (columns.size() > 1) {
            member.clear();
            for (const std::string& column : columns)
                member += (member.empty() ? "json_object('" : ", '") + column + "', " + column;
            member += ")";
        }
        out = "(SELECT " + group + "(" + member + ") FROM (SELECT * FROM " + table + " WHERE " + table +
              ".article = article.id ORDER BY " + order_of(field) + "))";
    });
    return out;
}

std::string members_of_version(const Field& field) {
    std::string out;
    visit_lists([&](const Field& each, const Names& columns) {
        if (&each != &field) return;
        std::string values = "part.value";
        if (std::holds_alternative<Extra Article::*>(field.member)) {
            values = "part.key, part.value";
        } else if (columns.size() > 1) {
            values.clear();
            for (const std::string& column : columns)
                values += (values.empty() ? "" : ", ") + ("part.value ->> '" + column + "'");
        }
        // Links of a former version point at no article.
        const std::string target = field.column == "link" ? ", NULL" : "";
        out = "SELECT " + values + target + " FROM version, json_each(version." + std::string(field.name) +
              ") AS part WHERE article = ? AND number = ? ORDER BY part.key";
    });
    return out;
}

std::string form_of_version_fits(const Field& field) {
    std::string out;
    visit_lists([&](const Field& each, const Names& columns) {
        if (&each != &field) return;
        const bool named = std::holds_alternative<Extra Article::*>(field.member);
        const std::string column = "version." + std::string(field.name);
        const std::string member = named || columns.size() == 1 ? "text" : "object";
        out = "SELECT CASE WHEN json_valid(" + column + ") THEN json_type(" + column + ") = '" +
              (named ? "object" : "array") + "' AND NOT EXISTS (SELECT 1 FROM json_each(" + column +
              ") WHERE type <> '" + member + "') ELSE 0 END FROM version WHERE article = ? AND number = ?";
    });
    return out;
}

}  // namespace newsarc::store
