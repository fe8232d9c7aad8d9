#include "input/page/page.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "input/charset.hpp"
#include "input/page/address.hpp"
#include "input/page/blocks.hpp"
#include "input/page/fields.hpp"
#include "input/page/head.hpp"
#include "input/page/story.hpp"
#include "input/page/tree.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t largest_page = 64'000'000;

Block block_of(const TextBlock& from, const Story::Judged& judged, const std::string& base) {
    Block out{judged.role, from.text, {}, judged.rule};
    for (const TextBlock::Link& link : from.links) {
        std::string url = unwrapped(resolve(link.href, base));
        if (!url.empty() || judged.role == BlockRole::related)
            out.links.push_back({std::move(url), link.title});
    }
    return out;
}

/// The page does not show its story; its data for machines has it.
void take_stated_body(std::string_view body, Document& out) {
    for (Block& block : out.blocks)
        block = {BlockRole::furniture, std::move(block.text), {}, "the story is in the page's data"};
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string text = text::squeeze(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
        if (!text.empty())
            out.blocks.push_back(
                {BlockRole::paragraph, std::move(text), {}, "the story as the page's data has it"});
    }
}

void take_description(const Head& head, Document& out) {
    constexpr std::uint32_t worth_keeping = 80;
    const std::string_view description = head.first({"og:description", "description", "twitter:description"});
    if (reading_size(description) < worth_keeping) {
        throw Error(ErrorCode::input,
                    out.headline ? "no story in this page, only its title: " + *out.headline
                                 : "no story in this page",
                    "save the page of the story itself, once it is shown in full");
    }
    out.blocks.push_back({BlockRole::paragraph, text::squeeze(description), {}, "the page's description"});
    out.warnings.emplace_back("only the description could be read");
}

/// A copy of nothing but what a page states of its article for machines (JSON-LD), whole, the story in it.
bool is_linked_data(std::string_view bytes) {
    bytes = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    if (!bytes.starts_with("{\"@") && !bytes.starts_with("[{\"@")) return false;
    const auto article = read_json_ld({bytes}, {});
    return article && !article->headline.empty() && !article->body.empty();
}

/// A page that shows nothing and states this.
std::string page_of(std::string_view linked_data) {
    std::string out = "<script type=\"application/ld+json\">";
    for (std::size_t i = 0; i < linked_data.size(); ++i) {
        out += linked_data[i];
        if (linked_data.substr(i).starts_with("</")) out += '\\';
    }
    return out + "</script>";
}

}  // namespace

bool begins_page(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    if (is_linked_data(start)) return true;
    while (true) {
        const std::size_t first = start.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return false;
        start.remove_prefix(first);
        const bool is_comment = start.starts_with("<!--");
        if (!is_comment && !text::begins_in_any_case(start, "<?xml")) break;
        const std::string_view mark = is_comment ? "-->" : "?>";
        const std::size_t end = start.find(mark);
        if (end == std::string_view::npos)
            return is_comment && start.find("saved from url") != std::string_view::npos;
        start.remove_prefix(end + mark.size());
    }
    constexpr std::array<std::string_view, 6> begins{"<!doctype html", "<html", "<head",
                                                     "<body",          "<meta", "<title"};
    return std::ranges::any_of(begins,
                               [&](std::string_view each) { return text::begins_in_any_case(start, each); });
}

Document read_page(std::string_view bytes, const Given& given) {
    if (is_linked_data(bytes)) return read_page(page_of(bytes), given);
    const text::Decoded decoded = decode_declared(bytes, given, declared_charset(bytes, "charset="));
    const Tree tree = read_tree(decoded.utf8);
    if (tree.bytes.size() > largest_page)
        throw Error(ErrorCode::input, "a page of more than 64 MB", "save the article alone");
    Head head = read_head(tree);
    if (head.saved_from.empty()) head.saved_from = given.address;
    const std::vector<TextBlock> blocks = read_blocks(tree);
    StoryHints hints;
    if (head.article) hints.stated_body = head.article->body;
    hints.titles = stated_titles(head);
    hints.authors = head.all("author");
    if (head.article)
        hints.authors.insert(hints.authors.end(), head.article->people.begin(), head.article->people.end());
    const Story story = find_story(tree, blocks, hints);

    Document out;
    out.warnings = decoded.warnings;
    if (tree.is_cut) out.warnings.emplace_back("the page has more elements than are read");
    fill_fields({tree, head, blocks, story}, out);
    if (head.article && head.article->is_partial)
        out.warnings.emplace_back("the page shows only a part (paywall)");
    const std::string base =
        resolve(head.base.empty() ? out.url.value_or("") : head.base, out.url.value_or(""));
    for (std::size_t i = 0; i < blocks.size(); ++i)
        out.blocks.push_back(block_of(blocks[i], story.blocks[i], base));
    if (story.first < blocks.size() && out.deck == blocks[story.first].text)
        out.blocks[story.first] = {BlockRole::furniture, *out.deck, {}, "the deck"};
    const std::uint32_t stated = head.article ? reading_size(head.article->body) : 0;
    if (stated > 2 * std::max(story.size, 200U) || (story.size == 0 && stated > 0))
        take_stated_body(head.article->body, out);
    else if (story.size == 0)
        take_description(head, out);
    return out;
}

}  // namespace newsarc::input
