#include <newsarc/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Megabytes of text that one core parses in a second of its time, for forms of news text and for text made to
// be slow. `bench_parse [MEGABYTES [NAME]]`: 32 when not given; NAME runs the
// cases whose name holds it. The text is generated, the same each time.
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20U;

/// Made-up sentences, the same for the same seed (an xorshift generator).
class Writer {
public:
    std::string sentence() {
        static constexpr std::string_view words[] = {
            "council", "harbour", "ferry",     "the",       "of",        "and",     "to",     "a",
            "in",      "bridge",  "said",      "that",      "would",     "river",   "spring", "after",
            "market",  "people",  "yesterday", "timetable", "officials", "winter",  "report", "which",
            "had",     "been",    "with",      "for",       "its",       "“fares”",
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
    std::string out =
        "Credit: Bench Wire\n\nCouncil Freezes Ferry Fares Until the Spring\n\nBy Jane Roe, Staff Writer\n\n"
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
    const std::clock_t begin = std::clock();
    for (const std::string& text : texts)
        newsarc::parse(text);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

struct Case {
    std::string_view name;
    std::function<std::vector<std::string>(std::size_t size)> texts;
};

std::vector<std::string> one(std::string text) {
    return {std::move(text)};
}

std::vector<std::string> articles(std::size_t size) {
    Writer writer;
    std::vector<std::string> out;
    for (std::size_t bytes = 0; bytes < size; bytes += out.back().size())
        out.push_back(article(writer));
    return out;
}

std::vector<std::string> long_article(std::size_t size) {
    Writer writer;
    std::string out = "Council Freezes Ferry Fares\n\n";
    while (out.size() < size)
        out += writer.paragraph() + "\n\n";
    return one(out);
}

std::vector<std::string> wrapped_article(std::size_t size) {
    Writer writer;
    return one(wrapped(writer, size));
}

std::function<std::vector<std::string>(std::size_t)> repeat(std::string_view text) {
    return [text](std::size_t size) { return one(repeated(text, size)); };
}

const Case cases[] = {
    {"articles, a file each", articles},
    {"one long article", long_article},
    {"one long article, hard-wrapped", wrapped_article},
    {"one line", repeat("The council froze the fares of the ferry. ")},
    {"one word", repeat("fare")},
    {"empty lines", repeat("\n")},
    {"READ ALSO: lines", repeat("READ ALSO:\n")},
    {"READ ALSO: titles", repeat("READ ALSO: Storm Damages Two Piers\n")},
    {"rules of signs", repeat("***\n")},
    {"links", repeat("https://example.com/(a)_b ")},
    {"brackets", repeat("](http://-")},
    {"Chinese", repeat("市议会周一冻结了渡轮票价。\n")},
    {"Windows-1252", repeat("The council\x92s fares \x96 frozen.\n")},
};

}  // namespace

int main(int argc, char** argv) {
    const std::size_t size = (argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 32) * megabyte;
    const std::string_view wanted = argc > 2 ? argv[2] : "";
    for (const Case& test : cases) {
        if (test.name.find(wanted) == std::string_view::npos) continue;
        const std::vector<std::string> texts = test.texts(size);
        std::size_t bytes = 0;
        for (const std::string& text : texts)
            bytes += text.size();
        const double seconds = std::min(seconds_for(texts), seconds_for(texts));
        std::printf("%-34s %8.1f MB/s\n", test.name.data(),
                    static_cast<double>(bytes) / static_cast<double>(megabyte) / seconds);
    }
    return 0;
}
