#include "faults/sample.hpp"

#include <vector>

#include "support/effort.hpp"

namespace newsarc::test::sample {

AddOptions options() {
    AddOptions out;
    out.added = "2026-11-23T10:00:00Z";
    return out;
}

Article record(const std::string& key, const std::string& headline, const std::string& body) {
    Article out;
    out.key = key;
    out.headline = headline;
    out.body = body;
    out.tags = {"ports"};
    return out;
}

const std::string port_file =
    "Credit: Mill Post\n\nRiver Port Reopens\n\nThe ferry came back on Monday.\n\n***\n\n"
    "Credit: Mill Post\n\nNight Market Moves\n\nThe stalls stand on the quay now.\n";

FileState file_state(std::int64_t changes) {
    return {.path = "/in/port.txt", .size = 100, .modified = changes, .inode = 1};
}

void add_first(Archive& archive) {
    const std::vector<Source> sources{
        {.path = "in/port.txt", .bytes = port_file, .file = file_state(1)},
        {.path = "in/dykes.txt", .bytes = "Council Votes for Dykes\n\nFarmers fear for their meadows.\n"}};
    archive.add(sources, options());
    archive.add_records(std::vector<Article>{record("k", "Market Grows", "Stalls reach the old bridge.")},
                        options());
    std::vector<Article> more;
    for (std::size_t i = 0; i < 50 * (test::effort() - 1); ++i) {
        const std::string number = std::to_string(i);
        more.push_back(record("more-" + number, "Train " + number + " Is Late",
                              "It is said to come " + number + " minutes late."));
    }
    archive.add_records(more, options());
}

std::string told(const Archive& archive) {
    std::string out;
    archive.list({}, [&](const Article& article) {
        out += std::to_string(*article.id) + " " + article.uid + " " + article.headline.value_or("") + "\n" +
               article.body;
        for (const std::string& tag : article.tags)
            out += " #" + tag;
        for (const std::string& field : article.edited)
            out += " edited " + field;
        out += " " + article.path.value_or("");
        const auto original = archive.original(*article.id);
        out += "\n" + (original ? original->bytes : "") + "\n";
        for (const Version& version : archive.versions(*article.id))
            out += std::to_string(version.number) + " " + version.uid + "\n";
        return true;
    });
    for (const Removal& removal : archive.removals())
        out += "removed " + std::to_string(removal.id) + " " + removal.headline.value_or("") + "\n";
    for (const SavedSearch& search : archive.saved_searches())
        out += search.name + " " + search.query + " " + std::to_string(search.seen) + "\n";
    for (const char* word : {"ferry", "stalls", "read", "tag:read"})
        out += std::string(word) + " " + std::to_string(archive.search({.query = word}).total) + "\n";
    return out;
}

}  // namespace newsarc::test::sample
