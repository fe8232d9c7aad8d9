#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsarc::output {

/// How text for a person is dressed. Without colour and links it is plain. Of the terminal's own
/// palette only what can be read on a light background as well as on a dark one is used: bold, faint,
/// and red, in which grep and ripgrep show what matched too.
struct Style {
    bool color = false;  ///< SGR sequences (ECMA-48)
    bool links = false;  ///< OSC 8 hyperlinks

    [[nodiscard]] std::string heading(std::string_view text) const { return dress("1", text); }
    [[nodiscard]] std::string mark(std::string_view text) const { return dress("1;31", text); }
    [[nodiscard]] std::string faint(std::string_view text) const { return dress("2", text); }
    [[nodiscard]] std::string error(std::string_view text) const { return dress("1;31", text); }
    [[nodiscard]] std::string hint(std::string_view text) const { return dress("1", text); }

    /// The text as a hyperlink, when the address is one that a browser opens and links are on.
    [[nodiscard]] std::string link(std::string_view url, std::string_view text) const;

private:
    [[nodiscard]] std::string dress(std::string_view sgr, std::string_view text) const;
};

}  // namespace newsarc::output
