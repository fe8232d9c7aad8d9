#include "input/page/fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "input/page/address.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t longest_title = 500;  // bytes

/// What is equal to a reader, blanks aside: `The Evening Post`, `theeveningpost`.
std::string joined(std::string_view text) {
    std::string out = text::fold(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '.'; });
    return out;
}

/// The title without what names the site before or behind it: `Bridge closed | The Evening Post`.
std::string without_site(const std::string& title, const std::vector<std::string>& sites) {
    // Those without blanks are also signs of the title itself: only the site's very name counts behind them.
    constexpr std::size_t apart = 11;
    constexpr std::array<std::string_view, 15> separators{
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "| ", " |", "｜", "|", ":", "_", "-"};
    std::string out = title;
    for (int round = 0; round < 3; ++round) {
        std::size_t at = std::string::npos;
        std::size_t width = 0;
        bool is_apart = true;
        for (std::size_t i = 0; i < separators.size(); ++i) {
            const std::size_t found = out.rfind(separators[i]);
            if (found == std::string::npos || found == 0 || (at != std::string::npos && found <= at))
                continue;
            // The blank before a sign is a part of what was found already.
            if (at != std::string::npos && found < at + width) continue;
            at = found;
            width = separators[i].size();
            is_apart = i < apart;
        }
        if (at == std::string::npos) break;
        const std::string behind = joined(std::string_view(out).substr(at + width));
        const bool names_site = std::ranges::any_of(sites, [&](const std::string& site) {
            if (site.size() <= 2) return false;
            // With a word more, but no title that the site's name begins.
            const bool names_little_else = is_apart || behind.size() <= 2 * site.size();
            return behind == site ||
                   (behind.size() > 3 && (site.find(behind) != std::string::npos ||
                                          (names_little_else && behind.find(site) != std::string::npos)));
        });
        // A few words behind many are the site's, or the section's.
        const auto words = [](std::string_view text) { return std::ranges::count(text, ' ') + 1; };
        const std::string_view before = std::string_view(out).substr(0, at);
        const bool is_short = is_apart && words(std::string_view(out).substr(at + width)) <= 3 &&
                              words(before) >= 5 && out.compare(at, width, " - ") != 0 &&
                              out.compare(at, width, " – ") != 0;
        if (!names_site && !is_short) break;
        out = text::squeeze(before);
    }
    return out;
}

std::vector<std::string> site_names(const Head& head) {
    std::vector<std::string> out;
    const auto take = [&](std::string_view name) {
        if (!name.empty() && name.size() < longest_title) out.push_back(joined(name));
    };
    take(head.value("og:site_name"));
    take(head.value("application-name"));
    take(head.value("twitter:site"));
    if (head.article) take(head.article->publisher);
    const std::string host = host_of_address(page_address(head));
    take(host);
    const std::size_t dot = host.rfind('.');
    if (dot != std::string::npos) {
        const std::size_t before = host.rfind('.', dot - 1);
        take(std::string_view(host).substr(before == std::string::npos ? 0 : before + 1,
                                           dot - (before == std::string::npos ? 0 : before + 1)));
    }
    return out;
}

/// The titles that a page gives its article, each with what speaks for it.
class Titles {
public:
    Titles(const PageParts& page, Document& out)
        : page_(page),
          head_(page.head),
          blocks_(page.blocks),
          story_(page.story),
          out_(out),
          stated_(stated_titles(page.head)) {}

    void run() {
        const std::vector<std::string> sites = site_names(head_);
        // The visible ones first: of equals the first one's form is kept.
        visible(sites);
        const auto state = [&](std::string_view title, double weight) {
            vote(without_site(std::string(title), sites), weight);
        };
        if (head_.article) state(head_.article->headline, 1);
        state(head_.value("og:title"), 1);
        vote(head_.value("itemprop:headline"), 1);
        state(head_.title, 0.8);
        state(head_.value("twitter:title"), 0.5);
        state(head_.first({"parsely-title", "sailthru.title", "dc.title", "title"}), 0.5);
        // A site's name is no headline.
        for (Title& title : titles_) {
            if (std::ranges::find(sites, joined(title.text)) != sites.end()) title.votes /= 10;
        }
        if (head_.article) vote(head_.article->alternative, 0);
        join_prefixes();
        part_kickers();
        part_joints();
        const auto best = std::ranges::max_element(titles_, {}, &Title::votes);
        if (best == titles_.end()) return;
        out_.headline = best->text;
        for (const Title& title : titles_) {
            if (&title != &*best && title.votes >= 0.3 && title.folded != best->folded)
                out_.titles.push_back(title.text);
        }
    }

private:
    struct Title {
        std::string text;
        std::string folded;
        double votes = 0;
    };

    /// The headings of the first rank, and what stands for one. One of them is the page's: the first above
    /// the story that is about what the page's titles are about, else the first.
    void visible(const std::vector<std::string>& sites) {
        struct Shown {
            std::size_t block;
            std::string title;
            bool is_about;
        };
        std::vector<Shown> shown;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const TextBlock& block = blocks_[i];
            if (block.heading != 1 || has_sign(page_, block.first, &Signs::logo)) continue;
            std::string title = without_site(block.text, sites);
            const bool is_stated = std::ranges::find(stated_, title) != stated_.end();
            if (story_.blocks[i].is_site && !is_stated) continue;
            const bool is_about = is_above(i) && shares_words(title);
            shown.push_back({i, std::move(title), is_about});
        }
        if (shown.empty()) {
            if (story_.headline && !story_.blocks[*story_.headline].is_site)
                vote(blocks_[*story_.headline].text, 1.0);
            return;
        }
        auto first = std::ranges::find(shown, true, &Shown::is_about);
        if (first == shown.end()) first = shown.begin();
        const bool trail = ends_trail(first->block);
        const std::optional<std::size_t> below = trail ? heading_below(first->block) : std::nullopt;
        if (below) vote(blocks_[*below].text, 3.5);
        for (Shown& each : shown) {
            const TextBlock& block = blocks_[each.block];
            double weight = has_sign(page_, block.first, &Signs::headline) ? 1.5 : 1.3;
            // What the page shows goes before what it tells machines, if it is about the same.
            if (each.is_about) weight += 2;
            const bool leads_home = !stated_.empty() && !each.is_about && link_share(block) > 0.9;
            const bool in_trail = below || (trail && story_.blocks[each.block].is_site);
            if (&each != &*first || !is_above(each.block) || in_trail || leads_home) weight /= 3;
            vote(each.title, weight);
        }
    }

    [[nodiscard]] bool is_above(std::size_t i) const {
        return story_.first == blocks_.size() || i < story_.first;
    }

    /// `Home > World > Bridge closed`: a heading at the end of a row of links.
    [[nodiscard]] bool ends_trail(std::size_t i) const {
        if (has_sign(page_, blocks_[i].first, &Signs::trail)) return true;
        // Nothing but links, two or more, stands with it in an element, and all before it.
        const Tree& tree = page_.tree;
        std::size_t links = 0;
        std::size_t first = i;
        for (std::uint32_t node = tree.nodes[blocks_[i].first].parent; node > 0;
             node = tree.nodes[node].parent) {
            if (i + 1 < blocks_.size() && blocks_[i + 1].first < tree.nodes[node].end) break;
            while (first > 0 && blocks_[first - 1].first > node && link_share(blocks_[first - 1]) > 0.9)
                links += blocks_[--first].links.size();
            if (first > 0 && blocks_[first - 1].first > node) break;
            if (links > 1) return true;
        }
        return false;
    }

    /// The heading between one that ends a trail and the story that is about the same.
    [[nodiscard]] std::optional<std::size_t> heading_below(std::size_t i) const {
        const TextBlock& top = blocks_[i];
        std::optional<std::size_t> out;
        for (++i; i < std::min(story_.first, blocks_.size()); ++i) {
            const TextBlock& block = blocks_[i];
            if (out && block.heading != blocks_[*out].heading) break;
            if (block.heading == 0 || block.heading > 2 || block.chars < 20 || link_share(block) > 0.5 ||
                block.chars > 2 * top.chars)
                continue;
            if (shares_words(block.text)) out = i;
        }
        return out;
    }

    /// Each is compared with each: those beyond a number that no page needs are left out.
    void vote(std::string_view text, double weight) {
        constexpr std::size_t most = 40;
        std::string squeezed = text::squeeze(text);
        if (squeezed.empty() || squeezed.size() > longest_title) return;
        std::string folded = text::fold(squeezed);
        for (Title& title : titles_) {
            if (title.folded != folded) continue;
            title.votes += weight;
            return;
        }
        if (titles_.size() < most) titles_.push_back({std::move(squeezed), std::move(folded), weight});
    }

    /// A good part of its words stand in a title that the page states.
    [[nodiscard]] bool shares_words(const std::string& title) const {
        const auto words_of = [](const std::string& text) {
            const std::string folded = text::fold(text);
            std::vector<std::string> out;
            for (const text::Word& word : text::words(folded))
                out.push_back(folded.substr(word.begin, word.end - word.begin));
            return out;
        };
        const std::vector<std::string> own = words_of(title);
        for (const std::string& stated : stated_) {
            const std::vector<std::string> other = words_of(stated);
            const auto shared = std::ranges::count_if(
                own, [&](const std::string& word) { return std::ranges::find(other, word) != other.end(); });
            if (shared * 3 >= static_cast<std::ptrdiff_t>(own.size()) && shared > 0) return true;
        }
        return false;
    }

    /// `Bridge closed` and `Bridge closed - News - The Post`: what goes on in signs is the site's.
    void join_prefixes() {
        for (Title& shorter : titles_) {
            if (shorter.text.size() < 15) continue;
            for (Title& longer : titles_) {
                if (longer.text.size() <= shorter.text.size() + 2 || !longer.text.starts_with(shorter.text))
                    continue;
                const std::string_view rest = std::string_view(longer.text).substr(shorter.text.size());
                const std::size_t sign = rest.find_first_not_of(' ');
                if (sign == std::string_view::npos ||
                    std::string_view("-|:·•»").find(rest[sign]) == std::string_view::npos) {
                    if (!rest.starts_with(" –") && !rest.starts_with(" —") && !rest.starts_with(" ·"))
                        continue;
                }
                shorter.votes += longer.votes;
                longer.votes = 0;
            }
        }
    }

    /// `Olympic Games: Runner Wins` where the page states `Runner Wins`: what stands before is a kicker, but
    /// not what somebody said: `"It is over": Runner Retires`.
    void part_kickers() {
        constexpr std::size_t shortest = 20;
        for (Title& longer : titles_) {
            for (Title& title : titles_) {
                if (title.folded.size() < shortest || longer.folded.size() <= title.folded.size() ||
                    longer.folded.size() > 2 * title.folded.size() || !longer.folded.ends_with(title.folded))
                    continue;
                const std::string_view kicker =
                    std::string_view(longer.folded).substr(0, longer.folded.size() - title.folded.size());
                const std::size_t sign = kicker.find_last_not_of(' ');
                constexpr std::string_view quotes = "'\"";
                if (sign == std::string_view::npos ||
                    std::string_view(":|-/\"").find(kicker[sign]) == std::string_view::npos ||
                    (kicker[sign] == ':' && quotes.find(kicker.front()) != std::string_view::npos))
                    continue;
                title.votes += longer.votes;
                longer.votes = 0.3;
            }
        }
    }

    /// `Harbour strikeFerries stay in port`, which the page states as `Harbour strike: Ferries stay in port`:
    /// two lines of one heading, and the form that keeps them apart.
    void part_joints() {
        struct Letters {
            std::string all;
            std::size_t words = 0;
        };
        const auto letters = [](const std::string& folded) {
            Letters out;
            for (const text::Word& word : text::words(folded)) {
                out.all.append(folded, word.begin, word.end - word.begin);
                ++out.words;
            }
            return out;
        };
        for (Title& shown : titles_) {
            const Letters joined = letters(shown.folded);
            for (Title& title : titles_) {
                const Letters parted = letters(title.folded);
                if (parted.all != joined.all) continue;
                if (std::ranges::count(title.folded, ':') <= std::ranges::count(shown.folded, ':') &&
                    parted.words <= joined.words)
                    continue;
                title.votes += shown.votes;
                shown.votes = 0;
            }
        }
    }

    const PageParts& page_;
    const Head& head_;
    const std::vector<TextBlock>& blocks_;
    const Story& story_;
    Document& out_;
    std::vector<std::string> stated_;
    std::vector<Title> titles_;
};

}  // namespace

std::vector<std::string> stated_titles(const Head& head) {
    const std::vector<std::string> sites = site_names(head);
    std::vector<std::string> out;
    const auto take = [&](std::string_view title) {
        std::string own = without_site(std::string(title), sites);
        if (!own.empty() && own.size() <= longest_title) out.push_back(std::move(own));
    };
    if (head.article) take(head.article->headline);
    take(head.value("og:title"));
    take(head.value("twitter:title"));
    take(head.title);
    return out;
}

void fill_titles(const PageParts& page, Document& out) {
    Titles(page, out).run();
}

}  // namespace newsarc::input
