#include "parse/stated_authors.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/date/meta.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/jobs.hpp"
#include "parse/name/name_words.hpp"
#include "parse/page/stamp.hpp"
#include "parse/page/writer.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"

namespace newsarc::parsing {
namespace {

bool is_called(std::string_view name) {
    return is_given_name(text::fold(name.substr(0, name.find(' '))));
}

/// What a field of names may hold whatever it looks like: it is short, and no number, no address, no date.
bool may_be_field(std::string_view text) {
    return !text.empty() && text.size() <= 60 && std::ranges::count(text, ' ') <= 4 && has_word(text) &&
           !std::ranges::all_of(text, is_digit) && text.find_first_of("@/:|") == std::string_view::npos &&
           !read_date(text);
}

/// `/u/jane-roe`, as forums name who wrote.
bool is_account(std::string_view text) {
    return text.starts_with('/') && text.size() <= 60 && text.find(' ') == std::string_view::npos &&
           has_word(text);
}

class AuthorFinder {
public:
    AuthorFinder(const Document& document, const LabelSet& labels, const std::optional<std::string>& outlet)
        : document_(document), labels_(labels), outlet_(outlet) {}

    /// The first statement that names somebody whom the page shows by its headline. Where it shows none of
    /// those that are stated, or only an agency is, a line there that says who wrote goes before them:
    /// systems of editing state who typed. The outlet itself counts only when none names another.
    std::vector<Author> run() const {
        constexpr std::size_t most_typists = 2;
        std::vector<Author> stated;
        for (const std::vector<std::string>& group : document_.authors) {
            std::vector<Author> found = authors_of(group, outlet_);
            if (found.empty()) continue;
            if (stated.size() <= most_typists && is_shown(found) && !are_agencies(found)) return found;
            if (stated.empty()) stated = std::move(found);
        }
        std::vector<Author> out;
        if (stated.size() <= most_typists) out = line_of_names(document_.lines_below);
        if (out.empty()) out = std::move(stated);
        if (out.empty()) out = signed_by();
        if (out.empty()) out = line_of_names(document_.lines.size());
        if (out.empty()) out = named_below();
        if (out.empty()) out = outlet_itself();
        return out;
    }

private:
    static bool are_agencies(const std::vector<Author>& authors) {
        return std::ranges::all_of(
            authors, [](const Author& author) { return is_known_agency(text::fold(author.name)); });
    }

    /// Whether a line by the headline has one of the names; true where there are no lines.
    [[nodiscard]] bool is_shown(const std::vector<Author>& authors) const {
        if (document_.lines.empty()) return true;
        return std::ranges::any_of(document_.lines, [&](const std::string& line) {
            const std::string folded = text::fold(line);
            return std::ranges::any_of(authors, [&](const Author& author) {
                return folded.find(text::fold(author.name)) != std::string::npos;
            });
        });
    }

    /// Those whom the first of so many lines by the headline names after a word such as `By`.
    [[nodiscard]] std::vector<Author> line_of_names(std::size_t count) const {
        for (std::size_t i = 0; i < std::min(count, document_.lines.size()); ++i) {
            const std::string& line = document_.lines[i];
            const auto meta = read_meta(line, labels_);
            std::string names = meta && meta->labelled ? std::string(meta->names) : std::string();
            const std::vector<StampPart> parts =
                names.empty() ? read_stamp(line, labels_) : std::vector<StampPart>();
            const bool is_dated = std::ranges::any_of(parts, [](const StampPart& part) {
                return part.type == LineType::published || part.type == LineType::updated;
            });
            for (const StampPart& part : parts) {
                if (is_dated && part.type == LineType::byline && part.told && names.empty())
                    names = without_tail(part.text);
            }
            if (names.empty()) continue;
            std::vector<Author> found = authors_of({names}, outlet_);
            if (!found.empty()) return found;
        }
        return {};
    }

    /// Those whom lines name that the page marks as the writers'.
    [[nodiscard]] std::vector<Author> signed_by() const {
        std::vector<Author> out;
        for (const std::vector<std::string>& line : document_.signatures) {
            for (const Author& author : authors_of(names_in(line), outlet_))
                take(author, outlet_, out);
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> names_in(const std::vector<std::string>& line) const {
        const auto parts = line.begin() + 1;
        std::vector<std::string> names;
        // Elements that are a name each and nothing else.
        std::copy_if(parts, line.end(), std::back_inserter(names), [](const std::string& part) {
            return read_name_line(part) == NameLine::name && part.find(' ') != std::string::npos &&
                   is_called(part);
        });
        if (!names.empty()) return names;
        for (const StampPart& part : read_stamp(line.front(), labels_)) {
            if (part.type == LineType::byline) names.emplace_back(without_tail(part.text));
        }
        if (names.empty()) {
            for (const std::string_view part : name_parts(line.front()))
                names.emplace_back(part);
        }
        // `ByJane Roe` of two elements.
        for (std::string& name : names) {
            const auto part = std::find_if(parts, line.end(), [&](const std::string& each) {
                return each.size() < name.size() && name.ends_with(each) && !name_parts(each).empty();
            });
            if (part != line.end()) name = *part;
        }
        if (names.empty()) names.assign(parts, line.end());
        return names;
    }

    /// A line between headline and story that is a name and nothing else: one that people are called by, or
    /// one beside a date.
    [[nodiscard]] std::vector<Author> named_below() const {
        const std::size_t count = std::min(document_.lines_below, document_.lines.size());
        const auto is_dated = [&](std::size_t i) {
            return i < count && read_date(document_.lines[i]).has_value();
        };
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& line = document_.lines[i];
            std::vector<std::string> names;
            for (const std::string_view part : name_parts(line))
                names.emplace_back(part);
            if (names.empty()) continue;
            const bool is_whole = line.find(' ') != std::string::npos;
            if (!is_called(line) && !(is_whole && (is_dated(i + 1) || (i > 0 && is_dated(i - 1))))) continue;
            std::vector<Author> found = authors_of(names, outlet_);
            if (!found.empty()) return found;
        }
        return {};
    }

    /// What is stated when it is the outlet, or a desk of its own.
    [[nodiscard]] std::vector<Author> outlet_itself() const {
        for (const std::vector<std::string>& group : document_.authors) {
            std::vector<Author> found = authors_of(group, std::nullopt);
            if (!found.empty()) return found;
        }
        for (const std::vector<std::string>& group : document_.authors) {
            for (const std::string& each : group) {
                if (may_be_field(each) || is_account(each)) return {Author{text::squeeze(each)}};
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<Author> authors_of(const std::vector<std::string>& group,
                                                 const std::optional<std::string>& outlet) const {
        std::vector<Author> out;
        for (const std::string& each : group) {
            if (is_whole(each)) {
                take({text::squeeze(each)}, outlet, out);
                continue;
            }
            const auto names = read_names(each);
            const bool is_told =
                names && names->all_told && !has_word(std::string_view(each).substr(names->length));
            if (is_told) {
                // What stands beside a name, a job or a place, is told with it.
                for (const Author& author : names->authors)
                    take(author, outlet, out);
                continue;
            }
            for (const std::string_view part : parts_of(each)) {
                for (const Author& author : read_author(part))
                    take(author, outlet, out);
            }
        }
        return out;
    }

    /// The outlet's own name, and that of a desk: `Staff and news service reports` is no two.
    [[nodiscard]] bool is_whole(std::string_view stated) const {
        if (outlet_ && text::fold(stated) == text::fold(*outlet_)) return true;
        const std::vector<std::string_view> parts = parts_of(stated);
        return parts.size() > 1 && std::ranges::all_of(parts, [](std::string_view part) {
                   return is_desk(part) && !is_known_agency(text::fold(part));
               });
    }

    static void take(const Author& author, const std::optional<std::string>& outlet,
                     std::vector<Author>& out) {
        const std::string folded = text::fold(author.name);
        const bool is_outlet = outlet && folded == text::fold(*outlet);
        const bool is_name = !is_job_title(author.name) && !month_of(folded) && !is_weekday(folded) &&
                             !is_never_name(folded) && !is_name_particle(folded) && !labels_date(folded);
        if (!is_outlet && is_name && std::ranges::find(out, author.name, &Author::name) == out.end())
            out.push_back(author);
    }

    /// `By Jane Roe and Ali Khan` names two.
    [[nodiscard]] std::vector<std::string_view> parts_of(std::string_view stated) const {
        std::string_view rest = trim(stated);
        if (const auto match = labels_.match(rest); match && match->kind == LabelKind::byline)
            rest = match->value;
        std::vector<std::string_view> out;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < rest.size();) {
            const std::size_t end = std::min(rest.find_first_of(" ,;&", at), rest.size());
            const bool is_sign = end < rest.size() && rest[end] != ' ';
            const bool joins = at > begin && joins_names(text::fold(rest.substr(at, end - at)));
            if (joins || is_sign) {
                out.push_back(trim(rest.substr(begin, (joins ? at : end) - begin)));
                begin = std::min(end + 1, rest.size());
            }
            at = end + 1;
        }
        if (begin < rest.size()) out.push_back(trim(rest.substr(begin)));
        return out;
    }

    [[nodiscard]] static std::vector<Author> read_author(std::string_view text) {
        const std::string folded = text::fold(text);
        if (folded.empty() || is_job_title(text) || month_of(folded) || is_weekday(folded) ||
            is_never_name(folded) || ends_names(folded))
            return {};
        if (auto names = read_names(text)) return std::move(names->authors);
        if (!may_be_field(text) || std::ranges::any_of(text, is_digit)) return {};
        return read_byline(text).authors;
    }

    const Document& document_;
    const LabelSet& labels_;
    const std::optional<std::string>& outlet_;
};

}  // namespace

std::vector<Author> find_authors(const Document& document, const LabelSet& labels,
                                 const std::optional<std::string>& outlet) {
    return AuthorFinder(document, labels, outlet).run();
}

}  // namespace newsarc::parsing
