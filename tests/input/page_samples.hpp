#pragma once

#include <string>

namespace newsarc::tests {

inline const std::string first_paragraph =
    "The swing bridge at Portvale will stay closed until the end of May, the harbour office said on Monday, "
    "because its bearings have to be made anew.";
inline const std::string second_paragraph =
    "Lorries have to drive by the northern road, which takes half an hour longer. \"We had hoped for better "
    "news,\" said the harbour master, who expects the first ship to pass in June.";
inline const std::string third_paragraph =
    "The council had been told two years ago that the bearings were worn. It voted then to wait for money "
    "from "
    "the county, which never came.";

inline std::string paragraph(const std::string& text) {
    return "<p>" + text + "</p>\n";
}

inline const std::string story =
    paragraph(first_paragraph) + paragraph(second_paragraph) + paragraph(third_paragraph);

/// A page as papers make them: the story between menus, a box, other stories and comments.
inline const std::string whole_page =
    "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
    "<title>Bridge Closed Until May | The Harbour Post</title>"
    "<link rel=\"canonical\" href=\"https://post.example/2025/01/21/bridge-closed\">"
    "<meta property=\"og:title\" content=\"Portvale bridge shut for months\">"
    "<meta property=\"og:site_name\" content=\"The Harbour Post\">"
    "<meta property=\"article:published_time\" content=\"2025-01-21T08:00:00+01:00\">"
    "<meta property=\"article:modified_time\" content=\"2025-01-22T09:30:00+01:00\">"
    "<meta name=\"author\" content=\"Jane Roe\">"
    "<style>p { color: red }</style><script>var story = '<p>never</p>';</script></head>\n"
    "<body><nav><ul><li><a href=\"/news\">News</a><li><a href=\"/sport\">Sport</a></ul></nav>\n"
    "<div class=\"page\"><article><h1>Bridge Closed Until May</h1>\n"
    "<p class=\"standfirst\">Ships and lorries have to wait or take the long way round.</p>\n"
    "<div class=\"byline\">By <a href=\"/jane\">Jane Roe</a></div>\n"
    "<figure><img src=\"bridge.jpg\"><figcaption>The bridge on Sunday. Photo: Ali "
    "Khan</figcaption></figure>\n"
    "<div class=\"text\">" +
    paragraph(first_paragraph) + "<h2>Half an hour longer</h2>\n" + paragraph(second_paragraph) +
    "<div class=\"newsletter-box\"><p>Sign up for our letter, which brings you the news of the harbour every "
    "morning before the first ferry leaves.</p></div>\n"
    "<p>See <a href=\"/tides\">the tables of tides</a> for what it means for yachts, which pass at high "
    "water.</p>\n" +
    paragraph(third_paragraph) +
    "<p><a href=\"/2024/ferry\">Ferry sold to an island in the north</a></p></div></article>\n"
    "<section><div class=\"card\"><h3><a href=\"/a\">Lighthouse to be painted</a></h3><p>The old lighthouse "
    "gets its "
    "first coat of paint in twenty years, and a new lamp that needs less power.</p></div>"
    "<div class=\"card\"><h3><a href=\"/b\">Market moves to the quay</a></h3><p>From Saturday on the weekly "
    "market "
    "is held on the quay, where there is more room for the stalls.</p></div></section>\n"
    "<div id=\"comments\"><p>I have been saying this for years, and nobody on the council ever listened to "
    "me.</p></div>\n"
    "</div><footer><p>Copyright 2025 The Harbour Post. All rights reserved. Do not "
    "copy.</p></footer></body></html>\n";

}  // namespace newsarc::tests
