#include "output/text/terminal_text.hpp"

#include "text/terminal.hpp"

namespace newsarc::output {

void TerminalStream::Buffer::send() {
    if (line_.ends_with("\r\n")) line_.erase(line_.size() - 2, 1);
    out_ << text::clean_for_terminal(line_);
    line_.clear();
}

TerminalStream::Buffer::int_type TerminalStream::Buffer::overflow(int_type character) {
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
        const char c = traits_type::to_char_type(character);
        xsputn(&c, 1);
    }
    return traits_type::not_eof(character);
}

int TerminalStream::Buffer::sync() {
    send();
    return 0;
}

std::streamsize TerminalStream::Buffer::xsputn(const char* text, std::streamsize count) {
    for (std::streamsize i = 0; i < count; ++i) {
        line_ += text[i];
        if (text[i] == '\n') send();
    }
    return count;
}

}  // namespace newsarc::output
