#include "model/fields.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <utility>

#include "model/parts.hpp"
#include "model/settle.hpp"

namespace newsarc::model {
namespace {

std::string escaped(std::string_view text, bool bars) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\\': out += "\\\\"; break;
            case '|': out += bars ? "\\|" : "|"; break;
            default: out += c;
        }
    }
    return out;
}

/// The parts between bars, up to `most`; the last one keeps what it holds.
std::vector<Text> split_parts(std::string_view line, std::size_t most) {
    std::vector<Text> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '\\') {
            ++i;
            continue;
        }
        const bool ends = i >= line.size() || (line[i] == '|' && out.size() + 1 < most);
        if (!ends) continue;
        const std::string part = from_one_line(cleaned(line.substr(begin, i - begin)));
        out.push_back(part.empty() ? std::nullopt : Text(part));
        begin = i + 1;
    }
    out.resize(most);
    return out;
}

std::string joined_parts(const std::vector<Text>& parts) {
    std::string out;
    std::size_t written = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i]) continue;
        for (; written < i; ++written)
            out += " |";
        out += (i == 0 ? "" : " ") + escaped(*parts[i], true);
    }
    return out;
}

/// The parts that a line tells, in their places.
template <typename Whole>
std::vector<const Part<Whole>*> told_parts() {
    std::vector<const Part<Whole>*> out;
    for (const Part<Whole>& part : parts<Whole>()) {
        if (!part.shown.empty()) out.push_back(&part);
    }
    std::ranges::sort(out, {}, &Part<Whole>::place);
    return out;
}

std::string line_of(const std::string& member) {
    return escaped(member, false);
}

std::string line_of(const Extra::value_type& member) {
    return joined_parts({member.first, member.second});
}

template <typename Whole>
std::string line_of(const Whole& whole) {
    std::vector<Text> values;
    for (const Part<Whole>* part : told_parts<Whole>())
        values.push_back(part->get(whole));
    return joined_parts(values);
}

void add(Texts& list, const Field& field, std::string_view line) {
    std::string value = from_one_line(cleaned(line));
    if (field.settle != nullptr) field.settle(value);
    if (!value.empty()) list.push_back(std::move(value));
}

void add(Extra& list, const Field& field, std::string_view line) {
    const std::vector<Text> values = split_parts(line, 2);
    if (!values[0] || !values[1]) {
        throw Error(ErrorCode::input, "a name or its text is missing",
                    "write it as: " + std::string(field.column) + ": " + line_form(field));
    }
    list.insert_or_assign(*values[0], *values[1]);
}

template <typename Whole>
void add(std::vector<Whole>& list, const Field& field, std::string_view line) {
    const std::string hint = "write it as: " + std::string(field.column) + ": " + line_form(field);
    const auto told = told_parts<Whole>();
    const std::vector<Text> values = split_parts(line, told.size());
    Whole whole;
    for (std::size_t i = 0; i < told.size(); ++i) {
        try {
            told[i]->set(whole, values[i]);
        } catch (const Error& error) {
            throw Error(ErrorCode::input, error.what(), hint);
        }
    }
    if (const std::string_view missing = what_is_missing(whole); !missing.empty())
        throw Error(ErrorCode::input, std::string(missing), hint);
    list.push_back(std::move(whole));
}

template <typename Value>
concept List = requires(Value value) {
    value.clear();
}
&&!std::is_same_v<Value, std::string>;

std::string text_of(const std::string& value, const Field&) {
    return value;
}

std::string text_of(const Text& value, const Field&) {
    return value.value_or("");
}

std::string text_of(const std::optional<DateTime>& value, const Field&) {
    return value ? to_iso(*value) : "";
}

std::string text_of(std::int64_t value, const Field&) {
    return std::to_string(value);
}

std::string text_of(const std::optional<std::int64_t>& value, const Field&) {
    return value ? std::to_string(*value) : "";
}

std::string text_of(const Texts& list, const Field& field) {
    std::string out;
    for (const std::string& member : list)
        out += (out.empty() ? "" : field.is_set ? ";" : "\n") + member;
    return out;
}

template <List Members>
std::string text_of(const Members& list, const Field&) {
    std::string out;
    for (const auto& member : list)
        out += (out.empty() ? "" : "\n") + line_of(member);
    return out;
}

void settled(std::string& value, const Field& field) {
    if (field.settle != nullptr && !value.empty()) field.settle(value);
}

void set_value(std::string& member, const Field& field, std::string value) {
    settled(value, field);
    member = std::move(value);
}

void set_value(Text& member, const Field& field, std::string value) {
    settled(value, field);
    member = value.empty() ? std::nullopt : Text(std::move(value));
}

void set_value(std::optional<DateTime>& member, const Field&, const std::string& value) {
    member = value.empty() ? std::nullopt : std::optional(read_moment(value));
}

/// The numbers of an article are newsarc's own.
void set_value(std::int64_t&, const Field&, const std::string&) {}
void set_value(std::optional<std::int64_t>&, const Field&, const std::string&) {}

void set_value(Texts& list, const Field& field, const std::string& value) {
    Texts members;
    const std::string_view ends = field.is_set ? ";\n" : "\n";
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of(ends, at), value.size());
        std::string member = cleaned(std::string_view(value).substr(at, end - at));
        settled(member, field);
        if (!member.empty()) members.push_back(std::move(member));
        at = end + 1;
    }
    list = std::move(members);
}

template <List Members>
void set_value(Members& list, const Field& field, const std::string& value) {
    Members members;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        const std::string line = cleaned(std::string_view(value).substr(at, end - at));
        if (!line.empty()) add(members, field, line);
        at = end + 1;
    }
    list = std::move(members);
}

template <typename Whole>
std::string form_of(const std::vector<Whole>&) {
    std::string out;
    for (const Part<Whole>* part : told_parts<Whole>())
        out += (out.empty() ? "" : " | ") + std::string(part->shown);
    return out;
}

std::string form_of(const Texts&) {
    return "TEXT";
}

std::string form_of(const Extra&) {
    return "NAME | TEXT";
}

}  // namespace

std::string to_text(const Field& field, const Article& article) {
    return read(field, article, [&](const auto& value) { return text_of(value, field); });
}

void set_text(const Field& field, Article& article, std::string_view text) {
    const std::string value = cleaned(text);
    if (value.empty() && field.part == "text") article.dateline.reset();
    if (value.empty() && !field.object.empty() && !article.dateline) return;
    write(field, article, [&](auto& member) { set_value(member, field, value); });
}

std::vector<std::string> lines(const Field& field, const Article& article) {
    std::vector<std::string> out;
    read(field, article, [&]<typename Value>(const Value& value) {
        if constexpr (List<Value>) {
            for (const auto& member : value)
                out.push_back(line_of(member));
        }
    });
    return out;
}

void add_line(const Field& field, Article& article, std::string_view line) {
    write(field, article, [&]<typename Value>(Value& value) {
        if constexpr (List<Value>) add(value, field, line);
    });
}

std::string line_form(const Field& field) {
    return read(field, Article{}, []<typename Value>(const Value& value) -> std::string {
        if constexpr (List<Value>) return form_of(value);
        return {};
    });
}

std::string on_one_line(std::string_view text) {
    return escaped(text, false);
}

std::string from_one_line(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            out += line[i];
            continue;
        }
        const char c = line[++i];
        out += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return out;
}

}  // namespace newsarc::model
