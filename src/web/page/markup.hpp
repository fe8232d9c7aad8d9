#pragma once

#include <newsarc/search.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::web {

/// An attribute of an element: with a value, or there without one, or not there.
struct Attribute {
    Attribute(std::string_view its_name, std::string_view its_value) : name(its_name), value(its_value) {}
    Attribute(std::string_view its_name, const char* its_value) : name(its_name), value(its_value) {}
    Attribute(std::string_view its_name, const std::string& its_value) : name(its_name), value(its_value) {}
    Attribute(std::string_view its_name, std::size_t its_value)
        : name(its_name), value(std::to_string(its_value)) {}
    Attribute(std::string_view its_name, const std::optional<std::string>& its_value)
        : name(its_name), value(its_value.value_or("")), there(its_value.has_value()) {}
    Attribute(std::string_view its_name, std::same_as<bool> auto is_there)
        : name(its_name), value(its_name), there(is_there) {}

    std::string_view name;
    std::string value;
    bool there = true;
};

using Attributes = std::vector<Attribute>;

/// Builds a document of HTML or XML. Elements end where they have to, and every text and value of an
/// attribute is escaped on its way in, so that what comes out of an article or a query is never markup. Names
/// of elements and attributes are the program's own.
class Markup {
public:
    /// An element with what `content` writes in it.
    template <std::invocable Content>
    void in(std::string_view name, const Attributes& attributes, const Content& content) {
        begin(name, attributes, ">");
        content();
        end(name);
    }

    template <std::invocable Content>
    void in(std::string_view name, const Content& content) {
        in(name, {}, content);
    }

    /// An element with text alone.
    void element(std::string_view name, const Attributes& attributes, std::string_view text);
    void element(std::string_view name, std::string_view text) { element(name, {}, text); }

    /// An element that holds nothing, such as `input`.
    void single(std::string_view name, const Attributes& attributes) { begin(name, attributes, "/>"); }

    void text(std::string_view text);

    /// Text with each of the ranges in a `mark` element.
    void marked(std::string_view text, const std::vector<Range>& marks);

    /// Markup of the program's own, as it stands.
    void raw(std::string_view markup) { out_ += markup; }

    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    void begin(std::string_view name, const Attributes& attributes, std::string_view end);
    void end(std::string_view name);

    std::string out_;
};

}  // namespace newsarc::web
