#include "text/likeness/fingerprint.hpp"

#include "text/likeness/hash.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::text {
namespace {

/// Fields end in U+001F and records in U+001E; squeezed text cannot hold a line end, and the
/// name before each field keeps an absent field from posing as another.
class Digest {
public:
    void field(std::string_view name, std::string_view value) {
        const std::string squeezed = squeeze(value);
        if (squeezed.empty()) return;
        bytes_.append(name).append(1, '=').append(squeezed).append(1, '\x1F');
    }

    void field(std::string_view name, const std::optional<std::string>& value) {
        if (value) field(name, std::string_view(*value));
    }

    void field(std::string_view name, const std::optional<DateTime>& value) {
        if (value) field(name, std::string_view(to_iso(*value)));
    }

    void end_of_record() { bytes_ += '\x1E'; }

    [[nodiscard]] std::string uid() const { return hex(sha256(bytes_), 16); }

private:
    std::string bytes_;
};

}  // namespace

std::string content_uid(const Article& article) {
    Digest digest;
    digest.field("headline", article.headline);
    digest.field("deck", article.deck);
    digest.field("credit", article.credit);
    digest.field("byline", article.byline);
    if (article.dateline) digest.field("dateline", std::string_view(article.dateline->text));
    digest.field("published", article.published);
    digest.field("updated", article.updated);
    digest.field("body", std::string_view(article.body));
    // What came with later formats adds nothing where it says nothing: uids stay as they were.
    for (const Author& author : article.authors) {
        if (!author.role && !author.place && !author.outlet) continue;
        digest.end_of_record();
        digest.field("author", std::string_view(author.name));
        digest.field("role", author.role);
        digest.field("place", author.place);
        digest.field("outlet", author.outlet);
    }
    for (const std::string& title : article.titles) {
        digest.end_of_record();
        digest.field("title", std::string_view(title));
    }
    for (const Link& link : article.links) {
        digest.end_of_record();
        digest.field("link", to_string(link.kind));
        digest.field("url", link.url);
        digest.field("title", link.title);
    }
    for (const Note& note : article.notes) {
        digest.end_of_record();
        digest.field("note", to_string(note.kind));
        digest.field("text", std::string_view(note.text));
    }
    return digest.uid();
}

}  // namespace newsarc::text
