#include "archive/prepared_input.hpp"

#include <newsarc/error.hpp>
#include <newsarc/read.hpp>

#include <utility>

#include "archive/admission.hpp"
#include "archive/results.hpp"
#include "text/address.hpp"
#include "text/analysis/language.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::archive {

PreparedInput prepare(const store::Preparer& preparer, const Source& source, const ParseOptions& options) {
    PreparedInput out;
    ParseOptions own = options;
    out.named = source.path.empty() ? std::nullopt : std::optional(text::readable_path(source.path));
    own.path = source.file ? std::optional(text::readable_path(source.file->path)) : out.named;
    try {
        Reading reading = read(source, own);
        for (ParsedArticle& parsed : reading.articles) {
            out.articles.push_back(
                {preparer.prepare(std::move(parsed.article)), parsed.offset, parsed.length, {}});
        }
        for (const Reading::Failure& each : reading.failures)
            out.failures.push_back(failed(text::readable_path(each.path), each.error));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::input) throw;
        out.failure = failed(out.named, error);
        return out;
    }
    if (out.articles.empty() && out.failures.empty()) {
        out.failure = failed(
            out.named, Error(ErrorCode::input, "there is no text in it", "an article needs at least a word"));
        return out;
    }
    out.original = store::prepare_original(source);
    out.file = source.file;
    if (out.file) out.reading = reading_of(options);
    return out;
}

std::string reading_of(const ParseOptions& options) {
    std::string all = options.encoding.value_or("") + (options.single ? "\n1" : "\n0");
    if (options.date_order) all += *options.date_order == DateOrder::day_first ? "\ndmy" : "\nmdy";
    if (!options.kind.empty()) all += "\nkind " + options.kind;
    for (const Label& label : options.labels)
        all += "\n" + std::string(to_string(label.kind)) + " " + label.language + " " + label.pattern;
    return text::hex(text::sha256(all), 8);
}

PreparedInput prepare(const store::Preparer& preparer, Article record) {
    PreparedInput out;
    const std::optional<std::string> path = record.path;
    try {
        Article article = admitted(std::move(record), Misfit::keep);
        if (!article.language)
            article.language = text::identify_language(article.headline.value_or(""), article.body);
        out.articles.push_back({preparer.prepare(std::move(article)), 0, 0, {}});
    } catch (const Error& error) {
        if (error.code() != ErrorCode::input) throw;
        out.failure = failed(path, error);
    }
    return out;
}

}  // namespace newsarc::archive
