#include "input/page/fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "input/page/address.hpp"
#include "input/page/class_words.hpp"
#include "input/page/plain_text.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::input {
namespace {

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
            return site.size() > 2 &&
                   (behind == site || (behind.size() > 3 && (site.find(behind) != std::string::npos ||
                                                             behind.find(site) != std::string::npos)));
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
        if (!name.empty()) out.push_back(joined(name));
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

class Fields {
public:
    Fields(const PageParts& page, Document& out)
        : tree_(page.tree), head_(page.head), blocks_(page.blocks), story_(page.story), out_(out) {}

    void run() {
        headline();
        addresses();
        deck();
        authors();
        dates();
        lines();
        credit();
        out_.language =
            optional(head_.language.empty() && head_.article ? head_.article->language : head_.language);
        if (head_.article && head_.article->is_partial) is_partial_ = true;
    }

private:
    struct Title {
        std::string text;
        std::string folded;
        double votes = 0;
    };

    static std::optional<std::string> optional(std::string_view text) {
        std::string out = text::squeeze(text);
        return out.empty() ? std::nullopt : std::optional(std::move(out));
    }

    /// Whether the element or one around it has a sign, three elements up.
    [[nodiscard]] bool has_sign(const TextBlock& block, bool Signs::*sign) const {
        std::uint32_t node = tree_.nodes[block.first].parent;
        for (int i = 0; i < 4 && node > 0; ++i, node = tree_.nodes[node].parent) {
            if (node <= story_.container && i > 0) return false;
            if (signs_of(tree_, node).*sign) return true;
        }
        return false;
    }

    void vote(std::string_view text, double weight) {
        std::string squeezed = text::squeeze(text);
        if (squeezed.empty() || squeezed.size() > 500) return;
        std::string folded = text::fold(squeezed);
        for (Title& title : titles_) {
            if (title.folded != folded) continue;
            title.votes += weight;
            return;
        }
        titles_.push_back({std::move(squeezed), std::move(folded), weight});
    }

    void headline() {
        const std::vector<std::string> sites = site_names(head_);
        // The visible ones first: of equals the first one's form is kept.
        int visible = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const TextBlock& block = blocks_[i];
            if (block.heading != 1 || story_.blocks[i].is_site) continue;
            if (has_sign(block, &Signs::logo)) continue;
            const bool before = story_.first == blocks_.size() || i < story_.first;
            const std::string title = without_site(block.text, sites);
            double weight = has_sign(block, &Signs::headline) ? 1.5 : 1.3;
            // What the page shows goes before what it tells machines, if it is about the same.
            if (before && visible == 0 && shares_words(title)) weight += 2;
            vote(title, before && visible == 0 ? weight : weight / 3);
            ++visible;
        }
        if (visible == 0 && story_.headline && !story_.blocks[*story_.headline].is_site)
            vote(blocks_[*story_.headline].text, 1.0);
        if (head_.article) vote(without_site(head_.article->headline, sites), 1);
        vote(without_site(std::string(head_.value("og:title")), sites), 1);
        vote(head_.value("itemprop:headline"), 1);
        vote(without_site(head_.title, sites), 0.8);
        vote(without_site(std::string(head_.value("twitter:title")), sites), 0.5);
        vote(without_site(std::string(head_.first({"parsely-title", "sailthru.title", "dc.title", "title"})),
                          sites),
             0.5);
        // A site's name is no headline.
        for (Title& title : titles_) {
            if (std::ranges::find(sites, joined(title.text)) != sites.end()) title.votes /= 10;
        }
        if (head_.article) vote(head_.article->alternative, 0);
        join_prefixes();
        part_kickers();
        const auto best = std::ranges::max_element(titles_, {}, &Title::votes);
        if (best == titles_.end()) return;
        out_.headline = best->text;
        for (const Title& title : titles_) {
            if (&title != &*best && title.votes >= 0.3 && title.folded != best->folded)
                out_.titles.push_back(title.text);
        }
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
        for (const std::string& stated : stated_titles(head_)) {
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

    /// `Olympic Games: Runner Wins` where the page states `Runner Wins`: what stands before is a kicker.
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
                if (sign == std::string_view::npos ||
                    std::string_view(":|-/\"").find(kicker[sign]) == std::string_view::npos)
                    continue;
                title.votes += longer.votes;
                longer.votes = 0.3;
            }
        }
    }

    void addresses() {
        const std::string url = page_address(head_);
        if (url.empty()) return;
        out_.url = url;
        out_.key = url;
    }

    void deck() {
        const std::string description =
            text::fold(!head_.value("og:description").empty() ? head_.value("og:description")
                                                              : head_.value("description"));
        for (std::size_t i = story_.headline.value_or(0); i < std::min(story_.first + 1, blocks_.size());
             ++i) {
            const TextBlock& block = blocks_[i];
            if (story_.blocks[i].is_site || block.heading == 1 || block.chars < 20 ||
                block.text.size() > 1200)
                continue;
            const std::string folded = text::fold(block.text);
            const bool says_so = has_sign(block, &Signs::deck);
            const bool described = description.size() > 30 && folded.size() > 30 &&
                                   (folded.starts_with(description.substr(0, 100)) ||
                                    description.starts_with(folded.substr(0, 100)));
            if (says_so || (described && i < story_.first)) {
                out_.deck = block.text;
                return;
            }
        }
    }

    void author_group(std::vector<std::string> names) {
        std::erase_if(names, [](const std::string& name) {
            return name.empty() || name.starts_with("http") || name.starts_with("@") || name.size() > 300;
        });
        if (!names.empty()) out_.authors.push_back(std::move(names));
    }

    void authors() {
        if (head_.article && !head_.article->people.empty()) {
            // An agency that signs with them is one of them.
            std::vector<std::string> all = head_.article->people;
            all.insert(all.end(), head_.article->organizations.begin(), head_.article->organizations.end());
            author_group(std::move(all));
        }
        for (const std::string_view name :
             {"parsely-author", "sailthru.author", "author", "byl", "article:author_name", "dc.creator",
              "dcterms.creator", "article:author", "itemprop:author", "twitter:creator_name"})
            author_group(head_.all(name));
        std::vector<std::string> by_property;
        for (std::vector<std::string>& parts : visible_authors(true))
            std::move(parts.begin() + 1, parts.end(), std::back_inserter(by_property));
        author_group(std::move(by_property));
        out_.signatures = visible_authors(false);
        if (head_.article) author_group(head_.article->organizations);
    }

    /// Names that the page shows around the story: what microdata or a link names the author, or what stands
    /// in an element called byline or author.
    [[nodiscard]] std::vector<std::vector<std::string>> visible_authors(bool by_property) const {
        constexpr std::size_t most = 12;
        std::vector<std::vector<std::string>> out;
        const std::size_t begin = std::max<std::size_t>(story_.headline.value_or(0), 6) - 6;
        const std::size_t end = std::min(blocks_.size(), story_.last + 12);
        for (std::size_t i = begin; i < end; ++i) {
            const TextBlock& block = blocks_[i];
            const bool is_above = story_.headline && i > *story_.headline && i < story_.first;
            if ((story_.blocks[i].is_site && !is_above) || block.text.size() > 300) continue;
            if (by_property ? !is_author_element(block) : !has_sign(block, &Signs::byline)) continue;
            if (!by_property && !out.empty() && i > story_.first) break;
            // Parts that nothing but their elements keep apart: a name, a job, a date.
            std::vector<std::string> parts{block.text};
            const std::uint32_t past = i + 1 < blocks_.size()
                                           ? blocks_[i + 1].first
                                           : static_cast<std::uint32_t>(tree_.nodes.size());
            for (std::uint32_t node = block.first; node < std::min(past, block.first + 40); ++node) {
                if (tree_.nodes[node].tag != Tag::text) continue;
                std::string part = text::squeeze(tree_.text(node));
                if (reading_size(part) > 2) parts.push_back(std::move(part));
            }
            // A word alone beside whole names is a date's, a job's or a link's.
            const auto is_word = [](const std::string& part) {
                return part.find(' ') == std::string::npos && reading_size(part) == part.size();
            };
            if (!std::all_of(parts.begin() + 1, parts.end(), is_word))
                parts.erase(std::remove_if(parts.begin() + 1, parts.end(), is_word), parts.end());
            if (parts.size() > 1) out.push_back(std::move(parts));
            if (out.size() >= most) break;
        }
        return out;
    }

    [[nodiscard]] bool is_author_element(const TextBlock& block) const {
        std::uint32_t node = tree_.nodes[block.first].parent;
        for (int i = 0; i < 4 && node > 0; ++i, node = tree_.nodes[node].parent) {
            if (tree_.value(node, Key::itemprop) == "author" || tree_.value(node, Key::rel) == "author")
                return true;
        }
        return false;
    }

    void date(std::vector<std::string>& to, std::string_view stated) const {
        std::string squeezed = text::squeeze(stated);
        if (!squeezed.empty() && squeezed.size() < 200) to.push_back(std::move(squeezed));
    }

    void dates() {
        std::vector<std::string>& published = out_.published;
        if (head_.article) date(published, head_.article->published);
        for (const std::string_view name : {"article:published_time",
                                            "og:article:published_time",
                                            "parsely-pub-date",
                                            "sailthru.date",
                                            "dc.date.issued",
                                            "dcterms.issued",
                                            "dcterms.created",
                                            "datepublished",
                                            "itemprop:datepublished",
                                            "publish-date",
                                            "publish_date",
                                            "publication_date",
                                            "pubdate",
                                            "article.published",
                                            "rnews:datepublished",
                                            "dc.date",
                                            "dcterms.date",
                                            "date",
                                            "cxenseparse:recs:publishtime",
                                            "cxenseparse:publishtime",
                                            "og:pubdate",
                                            "og:published_time",
                                            "article:published",
                                            "timestamp"})
            date(published, head_.value(name));
        visible_dates(published, {"datePublished"});
        if (head_.article) date(published, head_.article->created);
        visible_times(published);
        date(published, date_in_address(out_.url.value_or("")));

        std::vector<std::string>& updated = out_.updated;
        if (head_.article) date(updated, head_.article->updated);
        for (const std::string_view name : {"article:modified_time", "og:updated_time", "datemodified",
                                            "itemprop:datemodified", "last-modified"})
            date(updated, head_.value(name));
        visible_dates(updated, {"dateModified"});
    }

    [[nodiscard]] std::string moment_of(std::uint32_t node) const {
        for (const Key key : {Key::datetime, Key::content, Key::title}) {
            if (const std::string_view value = tree_.value(node, key); !value.empty())
                return std::string(value);
        }
        return tree_.all_text(node);
    }

    void visible_dates(std::vector<std::string>& to,
                       std::initializer_list<std::string_view> properties) const {
        for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
            const std::string_view property = tree_.value(i, Key::itemprop);
            if (property.empty() || std::ranges::find(properties, property) == properties.end()) continue;
            date(to, moment_of(i));
            return;
        }
    }

    /// The first <time> around the headline, else of the page.
    void visible_times(std::vector<std::string>& to) const {
        const std::uint32_t from = story_.headline ? blocks_[*story_.headline].first : 0;
        std::vector<std::string> later;
        for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
            if (tree_.nodes[i].tag != Tag::time) continue;
            const std::string moment = moment_of(i);
            if (tree_.has(i, Key::pubdate) || i > from) {
                date(to, moment);
                if (later.size() > 3) break;
            }
            later.push_back(moment);
        }
        if (!later.empty()) date(to, later.front());
    }

    /// Short lines around the headline, then those before the story: where pages say who and when.
    void lines() {
        const auto take = [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < std::min(end, blocks_.size()); ++i) {
                if (blocks_[i].text.size() < 160) out_.lines.push_back(blocks_[i].text);
            }
        };
        if (story_.headline) {
            take(*story_.headline + 1, std::min(story_.first, *story_.headline + 20));
            out_.lines_below = out_.lines.size();
            take(story_.first, std::min(story_.first + 2, *story_.headline + 20));
            take(std::max<std::size_t>(*story_.headline, 8) - 8, *story_.headline);
        }
        take(std::max<std::size_t>(story_.first, 12) - 12, story_.first + 2);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].text.size() < 160 && has_sign(blocks_[i], &Signs::date))
                out_.lines.push_back(blocks_[i].text);
        }
    }

    void credit() {
        std::string_view name =
            head_.article ? std::string_view(head_.article->publisher) : std::string_view();
        if (name.empty()) name = head_.first({"og:site_name", "application-name", "dc.publisher"});
        if (!name.starts_with("http")) out_.credit = optional(name);
    }

    const Tree& tree_;
    const Head& head_;
    const std::vector<TextBlock>& blocks_;
    const Story& story_;
    Document& out_;
    std::vector<Title> titles_;
    bool is_partial_ = false;
};

}  // namespace

std::vector<std::string> stated_titles(const Head& head) {
    const std::vector<std::string> sites = site_names(head);
    std::vector<std::string> out;
    if (head.article && !head.article->headline.empty())
        out.push_back(without_site(head.article->headline, sites));
    for (const std::string_view name : {"og:title", "twitter:title"}) {
        if (const std::string_view title = head.value(name); !title.empty())
            out.push_back(without_site(std::string(title), sites));
    }
    if (!head.title.empty()) out.push_back(without_site(head.title, sites));
    return out;
}

void fill_fields(const PageParts& page, Document& out) {
    Fields(page, out).run();
}

}  // namespace newsarc::input
