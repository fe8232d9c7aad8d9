#include "fuzz/promises.hpp"

#include <newsarc/date.hpp>
#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include "parse/label/labels.hpp"
#include "parse/line/paragraphs.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace newsarc::fuzz {
namespace {

using Words = std::unordered_map<std::string, std::ptrdiff_t>;

void add_words(Words& words, std::string_view text, std::ptrdiff_t count) {
    std::string word;
    for (std::size_t at = 0; at <= text.size();) {
        const auto point = text::code_point_at(text, at);
        if (point.length > 0 && text::is_word_character(point.value)) {
            word.append(text, at, point.length);
        } else if (!word.empty()) {
            // A link that sticks to the word before it is a link of its own.
            for (const std::string_view scheme : {"https", "http", "ftp"}) {
                if (word.size() <= scheme.size() || !word.ends_with(scheme) || text.substr(at, 3) != "://")
                    continue;
                words[word.substr(0, word.size() - scheme.size())] += count;
                word.erase(0, word.size() - scheme.size());
            }
            words[word] += count;
            word.clear();
        }
        at += point.length == 0 ? 1 : point.length;
    }
}

void add_words(Words& words, const std::optional<std::string>& text) {
    if (text) add_words(words, *text, 1);
}

std::vector<std::string_view> texts_of(const Article& article) {
    std::vector<std::string_view> out{article.body};
    for (const auto* field :
         {&article.headline, &article.deck, &article.credit, &article.byline, &article.language}) {
        if (*field) out.emplace_back(**field);
    }
    if (article.dateline) {
        out.emplace_back(article.dateline->text);
        for (const auto* field :
             {&article.dateline->place, &article.dateline->date, &article.dateline->agency}) {
            if (*field) out.emplace_back(**field);
        }
    }
    for (const Link& link : article.links) {
        for (const auto* field : {&link.url, &link.title, &link.host, &link.label}) {
            if (*field) out.emplace_back(**field);
        }
    }
    for (const Author& author : article.authors) {
        out.emplace_back(author.name);
        for (const auto* field : {&author.role, &author.place, &author.outlet}) {
            if (*field) out.emplace_back(**field);
        }
    }
    for (const Note& note : article.notes)
        out.emplace_back(note.text);
    for (const std::string& warning : article.warnings)
        out.emplace_back(warning);
    return out;
}

Words words_of(const Article& article) {
    Words words;
    add_words(words, article.headline);
    add_words(words, article.deck);
    add_words(words, article.credit);
    add_words(words, article.byline);
    for (const Author& author : article.authors) {
        if (!article.byline) add_words(words, author.name, 1);
        add_words(words, author.role);
        add_words(words, author.place);
        add_words(words, author.outlet);
    }
    if (article.dateline) add_words(words, article.dateline->text, 1);
    if (article.published) add_words(words, to_iso(*article.published), 1);
    if (article.updated) add_words(words, to_iso(*article.updated), 1);
    add_words(words, article.body, 1);
    for (const Link& link : article.links) {
        add_words(words, link.url);
        add_words(words, link.title);
        add_words(words, link.label);
    }
    for (const Note& note : article.notes)
        add_words(words, note.text, 1);
    return words;
}

std::string_view label_at_front(std::string_view text) {
    const auto match = parsing::LabelSet::built_in().match(text);
    return match ? match->label : std::string_view();
}

/// The words between names, places and outlets, which an author's fields do not repeat.
void add_joining_words(Words& words, std::string_view text) {
    Words all;
    add_words(all, text, 1);
    for (const auto& [word, count] : all) {
        const std::string folded = text::fold(word);
        if (parsing::joins_names(folded) || parsing::adds_names(folded) || parsing::leads_to_place(folded) ||
            parsing::leads_to_outlet(folded))
            words[word] += count;
    }
}

/// The words of a line that need not be kept: its label's. Lines of an export that only tell the
/// place in it are labels as a whole; its fields have a label to their colon, and another may follow.
void add_label(Words& words, const ExplainedLine& line) {
    const std::string_view text = line.text;
    if (line.type == "separator") {
        add_words(words, text, 1);
    } else if (line.rule.starts_with("field")) {
        const std::size_t colon = std::min(text.find(':'), text.size());
        add_words(words, text.substr(0, colon), 1);
        add_words(words, label_at_front(text.substr(colon)), 1);
    } else {
        add_words(words, label_at_front(text), 1);
    }
    if (line.type == "byline" || line.type == "job title") add_joining_words(words, text);
}

/// The lines, with a word that was divided at the end of one whole where the record has it so.
std::vector<std::string> lines_of(const ParsedArticle& parsed, const Words& kept) {
    std::vector<std::string> out;
    for (const ExplainedLine& line : parsed.lines) {
        const std::string before = out.empty() ? std::string() : out.back();
        if (before.ends_with('-')) {
            parsing::append_line(out.back(), line.text, true);
            Words whole;
            add_words(whole, out.back(), 1);
            const bool has = std::ranges::all_of(whole, [&](const auto& word) {
                const auto found = kept.find(word.first);
                return found != kept.end() && found->second >= word.second;
            });
            if (has) continue;
            out.back() = before;
        }
        out.push_back(line.text);
    }
    return out;
}

std::optional<std::string> lost_word(const ParsedArticle& parsed) {
    Words words = words_of(parsed.article);
    for (const ExplainedLine& line : parsed.lines)
        add_label(words, line);
    for (const std::string& line : lines_of(parsed, words))
        add_words(words, line, -1);
    for (const auto& [word, count] : words) {
        if (count < 0) return "lost word: " + word + " of " + std::to_string(parsed.lines.size()) + " lines";
    }
    return std::nullopt;
}

bool is_clean(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = text::code_point_at(text, at);
        const bool control =
            (point.value < 0x20 && point.value != '\n') || (point.value >= 0x7F && point.value < 0xA0);
        if (!point.valid || control) return false;
        at += point.length;
    }
    return true;
}

}  // namespace

std::optional<std::string> broken_promise(std::string_view bytes) {
    std::vector<ParsedArticle> articles;
    try {
        articles = explain(bytes);
    } catch (const Error&) {
        return std::nullopt;
    }
    std::size_t end = 0;
    for (const ParsedArticle& parsed : articles) {
        if (parsed.offset < end || parsed.offset + parsed.length > bytes.size())
            return "an article lies outside the input";
        end = parsed.offset + parsed.length;
        for (const std::string_view text : texts_of(parsed.article)) {
            if (text.empty() && text.data() != parsed.article.body.data())
                return "an empty text that should be absent";
            if (!is_clean(text)) return "a text that is not clean UTF-8: " + std::string(text);
        }
        if (auto lost = lost_word(parsed)) return lost;
    }
    return std::nullopt;
}

}  // namespace newsarc::fuzz
