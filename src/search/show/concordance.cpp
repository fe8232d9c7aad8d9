#include "search/show/concordance.hpp"

#include <algorithm>
#include <ranges>

#include "search/plan/selection.hpp"
#include "search/show/marks.hpp"
#include "store/select/chronology.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::search {
namespace {

/// Places that are put in order; more would fill the memory.
constexpr std::size_t most_sorted = 200'000;

std::size_t before(std::string_view text, std::size_t at, std::size_t characters) {
    while (at > 0 && characters > 0) {
        at = text::character_begin(text, at - 1);
        --characters;
    }
    return at;
}

std::size_t behind(std::string_view text, std::size_t at, std::size_t characters) {
    for (; at < text.size() && characters > 0; --characters)
        at += text::code_point_at(text, at).length;
    return at;
}

/// White space as one blank, also that at the ends.
std::string on_a_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) {
            out += c;
        } else if (!out.ends_with(' ')) {
            out += ' ';
        }
    }
    return out;
}

/// What a place is put in order by.
std::string key_of(const ConcordanceLine& line, ConcordanceOrder order) {
    if (order == ConcordanceOrder::right) return text::fold(line.right);
    std::string out;
    const std::string left = text::fold(line.left);
    for (std::size_t end = left.size(); end > 0;) {
        const std::size_t blank = left.rfind(' ', end - 1);
        const std::size_t begin = blank == std::string::npos ? 0 : blank + 1;
        if (begin < end) out += left.substr(begin, end - begin) + " ";
        end = blank == std::string::npos ? 0 : blank;
    }
    return out;
}

class Collector {
public:
    Collector(Session& session, const ConcordanceRequest& request, const Selection& selection)
        : session_(session),
          request_(request),
          selection_(selection),
          marker_(selection.terms, session.words) {
        most_ = request.limit.value_or(SIZE_MAX);
        if (request.order != ConcordanceOrder::newest) most_ = most_sorted;
    }

    Concordance run() {
        out_.articles = selection_.articles.count();
        out_.notes = selection_.notes;
        store::visit_in_order(session_.connection, ListOrder::newest, [&](std::int64_t id) {
            if (!selection_.articles.contains(static_cast<std::size_t>(id))) return true;
            session_.watch.check();
            add(id);
            return !out_.more;
        });
        if (request_.order != ConcordanceOrder::newest) sort();
        return std::move(out_);
    }

private:
    void add(std::int64_t id) {
        const std::optional<store::ArticleText> text = session_.reader.text(id);
        const std::optional<Hit> hit = session_.reader.hit(id);
        if (!text || !hit) return;
        ConcordanceLine line;
        line.id = id;
        line.headline = hit->headline;
        line.credit = hit->credit;
        line.published = hit->published;
        const text::Analysis analysis = session_.analyses[static_cast<std::size_t>(id)];
        for (const bool in_headline : {true, false}) {
            line.in_headline = in_headline;
            add_places(in_headline ? text->headline : text->body, analysis, line);
        }
    }

    void add_places(const std::string& text, text::Analysis analysis, ConcordanceLine& line) {
        for (const Range& place : ranges(marker_.find(text, analysis))) {
            if (out_.lines.size() >= most_) {
                out_.more = true;
                return;
            }
            const std::size_t begin = before(text, place.begin, request_.context);
            const std::size_t end = behind(text, place.end, request_.context);
            line.left = on_a_line(std::string_view(text).substr(begin, place.begin - begin));
            line.word = on_a_line(std::string_view(text).substr(place.begin, place.end - place.begin));
            line.right = on_a_line(std::string_view(text).substr(place.end, end - place.end));
            out_.lines.push_back(line);
        }
    }

    void sort() {
        if (out_.more)
            out_.notes.push_back("only the first " + std::to_string(most_sorted) +
                                 " places, in the newest articles, were put in order");
        std::vector<std::pair<std::string, std::size_t>> keys;
        for (const ConcordanceLine& line : out_.lines)
            keys.emplace_back(key_of(line, request_.order), keys.size());
        std::ranges::sort(keys);
        const std::size_t count = std::min(request_.limit.value_or(SIZE_MAX), keys.size());
        std::vector<ConcordanceLine> sorted;
        for (const auto& [key, number] : std::views::take(keys, static_cast<std::ptrdiff_t>(count)))
            sorted.push_back(std::move(out_.lines[number]));
        out_.more = out_.more || count < keys.size();
        out_.lines = std::move(sorted);
    }

    Session& session_;
    const ConcordanceRequest& request_;
    const Selection& selection_;
    Marker marker_;
    std::size_t most_ = 0;
    Concordance out_;
};

}  // namespace

Concordance concordance(const store::Connection& connection, const ConcordanceRequest& request) {
    return within(connection, request.limits, [&](Session& session) {
        const Selection selection = select(session, request.query, request.now);
        return Collector(session, request, selection).run();
    });
}

}  // namespace newsarc::search
