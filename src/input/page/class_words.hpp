#pragma once

#include <cstdint>
#include <string_view>

#include "input/page/tree.hpp"

namespace newsarc::input {

/// What the names that a page gives an element (class, id, role, test names) say of it. Only words that
/// sites at large use are known: those of one publisher mislead on the next.
struct Signs {
    bool hidden = false;     ///< for screen readers alone, or not shown
    bool furniture = false;  ///< of the site: navigation, sharing, advertisements, other stories
    bool comments = false;   ///< what readers say
    bool consent = false;    ///< about cookies and the like; often longer than the story
    bool embed = false;      ///< a post from elsewhere
    bool caption = false;
    bool byline = false;
    bool date = false;
    bool deck = false;
    bool headline = false;
    bool logo = false;
};

Signs signs_of(const Tree& tree, std::uint32_t node);

/// A list of classes that hides what bears it.
bool names_hidden(std::string_view classes);

}  // namespace newsarc::input
