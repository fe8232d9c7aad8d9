#include "input/press/europresse.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "input/charset.hpp"
#include "input/page/blocks.hpp"
#include "input/page/page.hpp"
#include "input/page/tree.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::input {
namespace {

constexpr std::string_view opening = "<article";

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

/// An element and what is in it; nothing where the page has no such element.
struct Part {
    std::uint32_t node = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool holds(std::uint32_t other) const { return other > node && other < end; }
    [[nodiscard]] bool is_before(std::uint32_t other) const { return end != 0 && other >= end; }
};

/// Reads one article, a piece of HTML:
///
///     <header> <span class="DocPublicationName">paper, no. 12</span>
///       <span class="DocHeader">section, day, p. 3</span> <div>kicker</div>
///       <div class="titreArticle"> <p>kicker</p> <p class="titreArticleVisu">title</p> <p>deck</p> </div>
///       <div>writers</div> </header>
///     <section> <div class="DocText"> <div class="docOcurrContainer"> story </div> </div> </section>
///     <aside> captions and notes, each list behind a line that ends in a colon </aside>
///     <footer> <small>© …</small> <span id="PubliC_lblNodoc">number</span> </footer>
class ArticleReader {
public:
    ArticleReader(std::string_view html, Document& out) : tree_(read_tree(html)), out_(out) {}

    void run() {
        paper_ = part_of(Key::class_, "DocPublicationName");
        place_ = part_of(Key::class_, "DocHeader");
        titles_ = part_of(Key::class_, "titreArticle");
        title_ = part_of(Key::class_, "titreArticleVisu");
        if (titles_.end == 0) titles_ = title_;
        story_ = part_of(Key::class_, "docOcurrContainer");
        if (story_.end == 0) story_ = part_of(Key::class_, "DocText");
        if (story_.end == 0) story_ = part_of(Tag::section);
        head_ = part_of(Tag::header);
        aside_ = part_of(Tag::aside);
        foot_ = part_of(Tag::footer);

        take_source();
        out_.headline = optional(text_of(title_));
        out_.key = optional(text_of(part_of(Key::id, "PubliC_lblNodoc")));
        for (const TextBlock& block : read_blocks(tree_))
            take(block);
        if (!writers_.empty()) out_.authors.push_back({writers_});
    }

private:
    static std::optional<std::string> optional(std::string text) {
        return text.empty() ? std::nullopt : std::optional(std::move(text));
    }

    template <typename Matches>
    [[nodiscard]] Part first(const Matches& matches) const {
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            if (tree_.nodes[node].tag != Tag::text && matches(node)) return {node, tree_.nodes[node].end};
        }
        return {};
    }

    [[nodiscard]] Part part_of(Tag tag) const {
        return first([&](std::uint32_t node) { return tree_.nodes[node].tag == tag; });
    }

    [[nodiscard]] Part part_of(Key key, std::string_view word) const {
        return first([&](std::uint32_t node) { return has_word(tree_.value(node, key), word); });
    }

    [[nodiscard]] std::string text_of(const Part& part) const {
        return part.end == 0 ? std::string() : tree_.all_text(part.node);
    }

    /// `La Voix du Port, no. 4301` and `Économie, mardi 21 janvier 2025 670 mots, p. 12`.
    void take_source() {
        std::string source = text_of(paper_);
        out_.credit = optional(source.substr(0, std::min(source.find(", no"), source.size())));
        const std::string place = text_of(place_);
        // The day stands behind none or more commas.
        for (std::size_t at = 0; at < place.size();) {
            out_.published.push_back(place.substr(at));
            const std::size_t comma = place.find(", ", at);
            if (comma == std::string::npos) break;
            at = comma + 2;
        }
        source.append(source.empty() || place.empty() ? "" : ", ").append(place);
        if (!source.empty()) note(NoteKind::other, source);
    }

    void take(const TextBlock& block) {
        const std::uint32_t node = block.first;
        if (story_.holds(node)) {
            out_.blocks.push_back(story_block(block));
        } else if (paper_.holds(node) || place_.holds(node) || title_.holds(node)) {
            return;
        } else if (titles_.holds(node) && title_.is_before(node)) {
            out_.deck = out_.deck ? *out_.deck + " " + block.text : block.text;
        } else if (head_.holds(node) && titles_.is_before(node)) {
            writers_.append(writers_.empty() ? "" : ", ").append(block.text);
        } else if (head_.holds(node)) {
            note(NoteKind::other, block.text);
        } else if (aside_.holds(node)) {
            take_aside(block.text);
        } else if (foot_.holds(node) && block.text.starts_with("©")) {
            note(NoteKind::copyright, block.text);
        }
    }

    void take_aside(const std::string& text) {
        const bool is_label = text.ends_with(':');
        if (is_label) has_pictures_ = text::begins_in_any_case(text, "illustration");
        if (!is_label) note(has_pictures_ ? NoteKind::caption : NoteKind::other, text);
    }

    void note(NoteKind kind, std::string text) { out_.notes.push_back({kind, std::move(text)}); }

    Tree tree_;
    Document& out_;
    Part paper_, place_, titles_, title_, story_, head_, aside_, foot_;
    std::string writers_;
    bool has_pictures_ = false;
};

}  // namespace

bool begins_europresse(std::string_view start) {
    return begins_page(start) && start.find("DocPublicationName") != std::string_view::npos &&
           start.find(opening) != std::string_view::npos;
}

void read_europresse(std::string_view bytes, const Given& given,
                     const std::function<void(Document)>& document) {
    const std::optional<std::string> declared = declared_charset(bytes, "charset=");
    bool is_empty = true;
    for (std::size_t at = bytes.find(opening); at != std::string_view::npos;) {
        const std::size_t next = std::min(bytes.find(opening, at + opening.size()), bytes.size());
        Document out;
        out.offset = at;
        out.length = next - at;
        const text::Decoded decoded = decode_declared(bytes.substr(at, out.length), given, declared);
        out.warnings = decoded.warnings;
        ArticleReader(decoded.utf8, out).run();
        at = next == bytes.size() ? std::string_view::npos : next;
        if (!out.headline && out.blocks.empty()) continue;
        is_empty = false;
        document(std::move(out));
    }
    if (is_empty)
        throw Error(ErrorCode::input, "an export of Europresse without an article",
                    "export the documents as HTML, in full");
}

}  // namespace newsarc::input
