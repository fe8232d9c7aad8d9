#pragma once

namespace newsarc::input {

/// What the names that a page gives an element (class, id, role, test names) say of it. Only words that
/// sites at large use are known: those of one publisher mislead on the next.
struct Signs {
    bool is_read = false;
    bool furniture = false;  ///< of the site: navigation, sharing, advertisements, other stories
    bool footer = false;     ///< the foot of the site, which is furniture as well
    bool comments = false;   ///< what readers say
    bool consent = false;    ///< about cookies and the like; often longer than the story
    bool embed = false;      ///< a post from elsewhere
    bool caption = false;
    bool byline = false;
    bool date = false;
    bool deck = false;
    bool headline = false;
    bool logo = false;
    bool trail = false;  ///< the way from the site's first page to this one
};

}  // namespace newsarc::input
