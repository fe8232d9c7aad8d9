#include "web/page/markup.hpp"

#include "output/text/layout.hpp"
#include "text/markup.hpp"

namespace newsarc::web {

void Markup::begin(std::string_view name, const Attributes& attributes, std::string_view end) {
    out_ += '<';
    out_ += name;
    for (const Attribute& each : attributes) {
        if (!each.there) continue;
        out_ += ' ';
        out_ += each.name;
        out_ += "=\"";
        out_ += text::escaped_for_markup(each.value);
        out_ += '"';
    }
    out_ += end;
}

void Markup::end(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += '>';
}

void Markup::element(std::string_view name, const Attributes& attributes, std::string_view text) {
    begin(name, attributes, ">");
    out_ += text::escaped_for_markup(text);
    end(name);
}

void Markup::text(std::string_view text) {
    out_ += text::escaped_for_markup(text);
}

void Markup::marked(std::string_view text, const std::vector<Range>& marks) {
    out_ += output::marked_up(text, marks);
}

}  // namespace newsarc::web
