#include "input/page/head.hpp"

#include "input/page/page.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>

namespace newsarc::input {
namespace {

/// `saved from url=(0042)https://…` (Chrome, Firefox, IE), `Page saved with SingleFile url: …`.
std::string saved_address(std::string_view comment) {
    std::size_t at = comment.find("saved from url=(");
    if (at != std::string_view::npos) {
        at = comment.find(')', at);
    } else if (comment.find("SingleFile") != std::string_view::npos) {
        at = comment.find("url:");
        if (at != std::string_view::npos) at += 3;
    }
    if (at == std::string_view::npos) return {};
    const std::size_t begin = comment.find_first_not_of(" \t\r\n", at + 1);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = std::min(comment.find_first_of(" \t\r\n", begin), comment.size());
    const std::string_view url = comment.substr(begin, end - begin);
    return url.starts_with("http") ? std::string(url) : std::string();
}

}  // namespace

std::string_view Head::value(std::string_view name) const {
    for (const auto& [known, content] : meta) {
        if (known == name && !content.empty()) return content;
    }
    return {};
}

std::string_view Head::first(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        if (const std::string_view found = value(name); !found.empty()) return found;
    }
    return {};
}

std::vector<std::string> Head::all(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& [known, content] : meta) {
        if (known == name && !content.empty() && std::ranges::find(out, content) == out.end())
            out.push_back(content);
    }
    return out;
}

Head read_head(const Tree& tree) {
    constexpr std::size_t most_meta = 2000;
    Head out;
    std::vector<std::string_view> data;
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
        switch (tree.nodes[i].tag) {
            case Tag::title:
                if (out.title.empty()) out.title = plain_text(tree.all_text(i));
                break;
            case Tag::meta: {
                if (out.meta.size() >= most_meta) break;
                std::string content = plain_text(tree.value(i, Key::content));
                // Some savers of pages write it so.
                if (content.empty()) content = plain_text(tree.value(i, Key::value));
                // Either is used for either.
                for (const Key key : {Key::property, Key::name, Key::itemprop}) {
                    if (const std::string_view name = tree.value(i, key); !name.empty())
                        out.meta.emplace_back(
                            (key == Key::itemprop ? "itemprop:" : "") + text::in_ascii_lower_case(name),
                            content);
                }
                break;
            }
            case Tag::link:
                if (out.canonical.empty() &&
                    text::in_ascii_lower_case(tree.value(i, Key::rel)) == "canonical")
                    out.canonical = text::squeeze(tree.value(i, Key::href));
                break;
            case Tag::base:
                if (out.base.empty()) out.base = text::squeeze(tree.value(i, Key::href));
                break;
            case Tag::html:
                if (out.language.empty()) out.language = tree.value(i, Key::lang);
                if (out.language.empty()) out.language = tree.value(i, Key::xml_lang);
                break;
            case Tag::script:
                for (std::uint32_t j = i + 1; j < tree.nodes[i].end; ++j) {
                    if (tree.nodes[j].tag == Tag::text) data.push_back(tree.text(j));
                }
                break;
            default: break;
        }
    }
    for (const std::string& comment : tree.comments) {
        if (out.saved_from.empty()) out.saved_from = saved_address(comment);
    }
    const std::vector<std::string> titles{text::fold(out.title), text::fold(out.value("og:title"))};
    out.article = read_json_ld(data, titles);
    return out;
}

}  // namespace newsarc::input
