#include "input/page/fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "input/page/address.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

class Fields {
public:
    Fields(const PageParts& page, Document& out)
        : page_(page),
          tree_(page.tree),
          head_(page.head),
          blocks_(page.blocks),
          story_(page.story),
          out_(out) {}

    void run() {
        addresses();
        deck();
        authors();
        dates();
        lines();
        credit();
        out_.language =
            optional(head_.language.empty() && head_.article ? head_.article->language : head_.language);
    }

private:
    static std::optional<std::string> optional(std::string_view text) {
        std::string out = text::squeeze(text);
        return out.empty() ? std::nullopt : std::optional(std::move(out));
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
            const bool says_so = has_sign(page_, block.first, &Signs::deck);
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
    /// in an element called byline or author. First the line, then the parts of it that nothing but their
    /// elements keep apart: a name, a job, a date. A box beside the story, such as <aside>, counts where
    /// nothing else names one by its property.
    [[nodiscard]] std::vector<std::vector<std::string>> visible_authors(bool by_property) const {
        std::vector<std::vector<std::string>> out = signed_lines(by_property, false);
        if (out.empty() && by_property) out = signed_lines(true, true);
        return out;
    }

    [[nodiscard]] std::vector<std::vector<std::string>> signed_lines(bool by_property, bool in_boxes) const {
        constexpr std::size_t most = 12;
        std::vector<std::vector<std::string>> out;
        const std::size_t begin = std::max<std::size_t>(story_.headline.value_or(0), 6) - 6;
        const std::size_t end = std::min(blocks_.size(), story_.last + 12);
        for (std::size_t i = begin; i < end && out.size() < (in_boxes ? 1 : most); ++i) {
            const TextBlock& block = blocks_[i];
            const bool is_above = story_.headline && i > *story_.headline && i < story_.first;
            if ((story_.blocks[i].is_site && !is_above && !in_boxes) || block.text.size() > 300) continue;
            if (!by_property && !out.empty() && i > story_.first) break;
            std::vector<std::string> parts = signed_parts(i, by_property);
            if (!parts.empty()) out.push_back(std::move(parts));
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> signed_parts(std::size_t i, bool by_property) const {
        constexpr std::uint32_t most_nodes = 40;
        const TextBlock& block = blocks_[i];
        const std::uint32_t past =
            i + 1 < blocks_.size() ? blocks_[i + 1].first : static_cast<std::uint32_t>(tree_.nodes.size());
        std::vector<std::string> parts{{}};
        for (std::uint32_t node = block.first; node < std::min(past, block.first + most_nodes); ++node) {
            if (tree_.nodes[node].tag != Tag::text) continue;
            if (by_property ? !is_author_element(node) : !has_sign(page_, node, &Signs::byline)) continue;
            std::string part = text::squeeze(tree_.text(node));
            parts.front().append(parts.front().empty() ? "" : " ").append(part);
            if (reading_size(part) > 2) parts.push_back(std::move(part));
        }
        if (has_sign(page_, block.first, &Signs::byline)) parts.front() = block.text;
        // A word alone beside whole names is a date's, a job's or a link's.
        const auto is_word = [](const std::string& part) {
            return part.find(' ') == std::string::npos && reading_size(part) == part.size();
        };
        if (!std::all_of(parts.begin() + 1, parts.end(), is_word))
            parts.erase(std::remove_if(parts.begin() + 1, parts.end(), is_word), parts.end());
        if (parts.size() == 1) parts.clear();
        return parts;
    }

    [[nodiscard]] bool is_author_element(std::uint32_t node) const {
        node = tree_.nodes[node].parent;
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
            if (blocks_[i].text.size() < 160 && has_sign(page_, blocks_[i].first, &Signs::date))
                out_.lines.push_back(blocks_[i].text);
        }
    }

    void credit() {
        std::string_view name =
            head_.article ? std::string_view(head_.article->publisher) : std::string_view();
        if (name.empty()) name = head_.first({"og:site_name", "application-name", "dc.publisher"});
        if (!name.starts_with("http")) out_.credit = optional(name);
    }

    const PageParts& page_;
    const Tree& tree_;
    const Head& head_;
    const std::vector<TextBlock>& blocks_;
    const Story& story_;
    Document& out_;
};

}  // namespace

bool has_sign(const PageParts& page, std::uint32_t node, bool Signs::*sign) {
    node = page.tree.nodes[node].parent;
    for (int i = 0; i < 4 && node > 0; ++i, node = page.tree.nodes[node].parent) {
        const bool holds_story =
            node <= page.story.container && page.story.container < page.tree.nodes[node].end;
        if (holds_story && i > 0) return false;
        if (signs_of(page.tree, node).*sign) return true;
    }
    return false;
}

void fill_fields(const PageParts& page, Document& out) {
    fill_titles(page, out);
    Fields(page, out).run();
}

}  // namespace newsarc::input
