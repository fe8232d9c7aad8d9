#include "output/stats/usage.hpp"

#include "output/exchange/csv.hpp"
#include "output/json.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace newsarc::output {
namespace {

std::string rounded(double value) {
    char buffer[64];
    const int length = std::snprintf(buffer, sizeof buffer, "%.2f", value);
    return {buffer, static_cast<std::size_t>(length)};
}

}  // namespace

double per_million(std::size_t times, std::int64_t words) {
    return words > 0 ? static_cast<double>(times) * 1e6 / static_cast<double>(words) : 0;
}

std::vector<FacetCount> rates_of(const Usage& usage, std::size_t word) {
    std::vector<FacetCount> out;
    for (const UsageRow& row : usage.rows) {
        const double rate = per_million(row.times[word], row.words);
        out.push_back({row.value, static_cast<std::size_t>(std::lround(rate))});
    }
    return out;
}

void print_usage(std::ostream& out, std::span<const std::string> words, const Usage& usage, Drawing drawing,
                 const Layout& layout) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t times = 0;
        for (const UsageRow& row : usage.rows)
            times += row.times[i];
        print_bars(out, on_one_line(words[i]) + ": " + counted(times, "time") + ", here of a million words",
                   rates_of(usage, i), drawing, layout);
    }
    if (usage.without > 0)
        out << "\n"
            << layout.style.faint(counted(usage.without, "article") + " of which this is not known") << "\n";
}

std::string usage_json(std::span<const std::string> words, const Usage& usage) {
    Json rows = Json::array();
    for (const UsageRow& row : usage.rows) {
        Json rates = Json::array();
        for (const std::size_t times : row.times)
            rates.push_back(per_million(times, row.words));
        rows.push_back({{"value", row.value},
                        {"articles", row.articles},
                        {"words", row.words},
                        {"times", row.times},
                        {"per_million", std::move(rates)}});
    }
    Json out;
    out["words"] = std::vector<std::string>(words.begin(), words.end());
    out["rows"] = std::move(rows);
    out["without"] = usage.without;
    return one_line(out);
}

void print_usage_csv(std::ostream& out, std::span<const std::string> words, const Usage& usage) {
    std::vector<std::string> names{"value", "articles", "words"};
    for (const std::string& word : words) {
        names.push_back(word);
        names.push_back(word + " per million");
    }
    out << csv_row(names);
    for (const UsageRow& row : usage.rows) {
        std::vector<std::string> fields{row.value, std::to_string(row.articles), std::to_string(row.words)};
        for (std::size_t i = 0; i < words.size(); ++i) {
            fields.push_back(std::to_string(row.times[i]));
            fields.push_back(rounded(per_million(row.times[i], row.words)));
        }
        out << csv_row(fields);
    }
}

void print_keywords(std::ostream& out, const Keywords& keywords, const Layout& layout) {
    constexpr std::size_t widest_word = 24;
    constexpr std::size_t number_width = 9;
    if (keywords.words.empty()) return;
    std::size_t width = 4;
    for (const Keyword& each : keywords.words)
        width = std::max(width, std::min(widest_word, text::display_width(on_one_line(each.word))));
    const auto row = [&](const std::string& word, const std::string& here, const std::string& elsewhere,
                         const std::string& score) {
        return padded(text::cut_to_width(word, width), width) + right(here, number_width) +
               right(elsewhere, number_width + 2) + right(score, number_width);
    };
    out << layout.style.faint("times in a million words; the score is the log-likelihood") << "\n";
    out << layout.style.faint(row("", "here", "elsewhere", "score")) << "\n";
    for (const Keyword& each : keywords.words) {
        out << row(on_one_line(each.word),
                   std::to_string(std::lround(per_million(each.times, keywords.here))),
                   std::to_string(std::lround(per_million(each.others, keywords.elsewhere))),
                   std::to_string(std::lround(each.score)))
            << "\n";
    }
}

void print_keywords_jsonl(std::ostream& out, const Keywords& keywords) {
    for (const Keyword& each : keywords.words) {
        Json line;
        line["word"] = each.word;
        line["times"] = each.times;
        line["per_million"] = per_million(each.times, keywords.here);
        line["elsewhere"] = each.others;
        line["per_million_elsewhere"] = per_million(each.others, keywords.elsewhere);
        line["score"] = each.score;
        out << one_line(line) << "\n";
    }
}

void print_keywords_csv(std::ostream& out, const Keywords& keywords) {
    out << csv_row(std::vector<std::string>{"word", "times", "per million", "elsewhere",
                                            "per million elsewhere", "score"});
    for (const Keyword& each : keywords.words) {
        out << csv_row(std::vector<std::string>{
            each.word, std::to_string(each.times), rounded(per_million(each.times, keywords.here)),
            std::to_string(each.others), rounded(per_million(each.others, keywords.elsewhere)),
            rounded(each.score)});
    }
}

}  // namespace newsarc::output
