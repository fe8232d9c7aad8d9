#include <newsarc/parse.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// Megabytes of text that one core parses in a second, for forms of news text and for text made to
// be slow. `bench_parse [MEGABYTES]`, 32 when not given. The text is generated, the same each time.
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20U;

/// Made-up sentences, the same for the same seed (an xorshift generator).
class Writer {
public:
    std::string sentence() {
        static constexpr std::string_view words[] = {
            "council", "harbour", "ferry",  "the",   "of",    "and",   "to",     "a",      "in",       "bridge",
            "said",    "that",    "would",  "river", "spring", "after", "market", "people", "yesterday", "timetable",
            "officials", "winter", "report", "which", "had",   "been",  "with",   "for",    "its",      "“fares”",
        };
        std::string out = "The";
        const std::size_t count = 8 + next() % 14;
        for (std::size_t i = 0; i < count; ++i)
            out.append(" ").append(words[next() % std::size(words)]);
        return out + ". ";
    }

    std::string paragraph() {
        std::string out;
        const std::size_t count = 1 + next() % 3;
        for (std::size_t i = 0; i < count; ++i)
            out += sentence();
        out.pop_back();
        return out;
    }

private:
    std::size_t next() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ >> 11U);
    }

    unsigned long long state_ = 88172645463325252ULL;
};

std::string article(Writer& writer) {
    std::string out = "Credit: Bench Wire\n\nCouncil Freezes Ferry Fares Until the Spring\n\nBy Jane Roe, Staff Writer\n\n"
                      "Published: January 21, 2025\n\n";
    for (int i = 0; i < 14; ++i) {
        out += writer.paragraph() + "\n\n";
        if (i == 6) out += "READ ALSO: Storm Damages Two Piers\n\n";
    }
    return out + "Follow the Bench Wire channel on WhatsApp: https://whatsapp.com/channel/0000\n";
}

std::string wrapped(Writer& writer, std::size_t size) {
    std::string out = "COUNCIL FREEZES FERRY FARES\n\n";
    while (out.size() < size) {
        std::string paragraph = "    " + writer.paragraph();
        std::size_t begin = 0;
        while (paragraph.size() - begin > 64) {
            const std::size_t blank = paragraph.rfind(' ', begin + 64);
            paragraph[blank] = '\n';
            begin = blank + 1;
        }
        out += paragraph + "\n";
    }
    return out;
}

std::string repeated(std::string_view text, std::size_t size) {
    std::string out;
    out.reserve(size + text.size());
    while (out.size() < size)
        out += text;
    return out;
}

double seconds_for(const std::vector<std::string>& texts) {
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string& text : texts)
        newsarc::parse(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void report(const char* name, const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts)
        bytes += text.size();
    const double seconds = std::min(seconds_for(texts), seconds_for(texts));
    std::printf("%-34s %8.1f MB/s\n", name, static_cast<double>(bytes) / static_cast<double>(megabyte) / seconds);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t size = (argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 32) * megabyte;
    Writer writer;
    std::vector<std::string> articles;
    for (std::size_t bytes = 0; bytes < size; bytes += articles.back().size())
        articles.push_back(article(writer));
    report("articles, a file each", articles);
    std::string paragraphs = "Council Freezes Ferry Fares\n\n";
    while (paragraphs.size() < size)
        paragraphs += writer.paragraph() + "\n\n";
    report("one long article", {paragraphs});
    report("one long article, hard-wrapped", {wrapped(writer, size)});
    report("one line", {repeated("The council froze the fares of the ferry. ", size)});
    report("one word", {repeated("fare", size)});
    report("empty lines", {repeated("\n", size)});
    report("READ ALSO: lines", {repeated("READ ALSO:\n", size)});
    report("READ ALSO: titles", {repeated("READ ALSO: Storm Damages Two Piers\n", size)});
    report("rules of signs", {repeated("***\n", size)});
    report("links", {repeated("https://example.com/(a)_b ", size)});
    report("brackets", {repeated("](http://-", size)});
    report("Chinese", {repeated("市议会周一冻结了渡轮票价。\n", size)});
    report("Windows-1252", {repeated("The council\x92s fares \x96 frozen.\n", size)});
    return 0;
}
