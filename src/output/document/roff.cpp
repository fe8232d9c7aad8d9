#include "output/document/document.hpp"
#include "output/exchange/formats.hpp"
#include "text/unicode/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace newsarc::output {
namespace {

using Kind = MarkdownBlock::Kind;

// groff_char(7): signs that would come out as typographic ones, or command.
constexpr std::array<std::pair<char, std::string_view>, 6> signs{{
    {'\\', "\\e"},
    {'-', "\\-"},
    {'\'', "\\(aq"},
    {'`', "\\(ga"},
    {'^', "\\(ha"},
    {'~', "\\(ti"},
}};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto sign = std::ranges::find(signs, c, &std::pair<char, std::string_view>::first);
        if (sign == signs.end()) {
            out += c;
        } else {
            out += sign->second;
        }
    }
    return out;
}

/// Text with code in backticks, which becomes bold.
std::string inline_text(std::string_view text) {
    std::string out;
    for (bool code = false; !text.empty(); code = !code) {
        const std::size_t end = std::min(text.find('`'), text.size());
        const std::string_view piece = text.substr(0, end);
        if (!piece.empty()) out += code ? roff_bold(piece) : escaped(piece);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(), text::ascii_upper);
    return text;
}

void print_table(std::ostream& out, const MarkdownBlock& table) {
    for (std::size_t k = 1; k < table.rows.size(); ++k) {
        out << ".TP\n" << roff_bold(table.rows[k].front()) << "\n";
        std::string text;
        for (std::size_t i = 1; i < table.rows[k].size(); ++i) {
            const std::string cell = table.labelled_cell(k, i);
            if (cell.empty()) continue;
            if (!text.empty()) text += "\n.br\n";
            text += inline_text(cell);
        }
        out << (text.empty() ? "\\&" : text) << "\n";
    }
}

}  // namespace

std::string roff_text(std::string_view text) {
    const std::string out = escaped(text);
    return out.starts_with('.') ? "\\&" + out : out;
}

std::string roff_bold(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string roff_italic(std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

void print_roff_document(std::ostream& out, std::string_view markdown) {
    bool after_heading = true;
    for (const MarkdownBlock& block : read_markdown(markdown)) {
        if (block.kind == Kind::heading && block.depth == 1) continue;
        switch (block.kind) {
            case Kind::heading:
                if (block.depth == 2) {
                    out << ".SH " << escaped(upper_case(block.text())) << "\n";
                } else {
                    out << ".SS " << escaped(block.text()) << "\n";
                }
                break;
            case Kind::paragraph:
                out << (after_heading ? "" : ".PP\n") << inline_text(block.text()) << "\n";
                break;
            case Kind::item:
                out << ".IP " << (block.mark == "-" ? "\\(bu" : block.mark) << " 4\n"
                    << inline_text(block.text()) << "\n";
                break;
            case Kind::code:
                out << (after_heading ? "" : ".PP\n") << ".nf\n.RS 4\n";
                for (const std::string& line : block.lines)
                    out << roff_text(line) << "\n";
                out << ".RE\n.fi\n";
                break;
            case Kind::table: print_table(out, block); break;
        }
        after_heading = block.kind == Kind::heading;
    }
}

}  // namespace newsarc::output
