#include <newsarc/read.hpp>

#include <iterator>
#include <utility>

#include "input/kinds.hpp"
#include "parse/document.hpp"
#include "text/address.hpp"
#include "text/unpacking.hpp"

namespace newsarc {
namespace {

class SourceReader {
public:
    SourceReader(const ParseOptions& options, std::size_t size, bool explained)
        : outer_(options), size_(size), explained_(explained) {}

    void read(const Source& source) {
        read_file(source, {outer_.encoding, {}, {}, outer_.single}, outer_.kind, outer_);
    }

    Reading take() { return std::move(out_); }

private:
    void read_file(const Source& source, const input::Given& given, std::string_view name,
                   const ParseOptions& options) {
        const input::Kind& kind = name.empty() ? input::kind_of(source.bytes, source.path) : named(name);
        if (kind.open == nullptr) {
            append(explained_ ? explain(std::string_view(source.bytes), options)
                              : parse(source.bytes, options));
            return;
        }
        kind.open(source, given,
                  {.document =
                       [&](const Document& document) {
                           out_.articles.push_back(parsing::read_document(document, options, explained_));
                       },
                   .file = [&](const input::InnerFile& inner) { read_inner(inner, options); },
                   .failure = [&](const std::string& path, const Error& error) { fail(path, error); }});
    }

    static const input::Kind& named(std::string_view name) {
        if (const input::Kind* kind = input::kind_named(name)) return *kind;
        throw Error(ErrorCode::unsupported, "unknown kind of file '" + std::string(name) + "'",
                    "newsarc help inputs lists them");
    }

    /// What is wrong with one file in a file keeps nobody from the others.
    void read_inner(const input::InnerFile& inner, const ParseOptions& outer) {
        const std::size_t before = out_.articles.size();
        ++depth_;
        try {
            check_limits(inner.source.bytes.size());
            input::Given given = inner.given;
            if (!given.encoding) given.encoding = outer.encoding;
            given.single = outer.single;
            ParseOptions options = outer;
            options.encoding = given.encoding;
            if (!inner.source.path.empty()) options.path = text::readable_path(inner.source.path);
            read_file(inner.source, given, inner.kind, options);
            if (out_.articles.size() == before + 1)
                parsing::fill_gaps(out_.articles.back(), inner.stated, options);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
            fail(inner.given.address.empty() ? inner.source.path
                                             : inner.source.path + ", " + inner.given.address,
                 error);
        }
        --depth_;
        for (std::size_t i = before; i < out_.articles.size(); ++i) {
            ParsedArticle& parsed = out_.articles[i];
            // The bytes that are kept are those of the outermost file.
            parsed.offset = depth_ == 0 ? inner.offset : 0;
            parsed.length = depth_ == 0 ? inner.length : 0;
            std::vector<std::string>& warnings = parsed.article.warnings;
            warnings.insert(warnings.begin(), inner.warnings.begin(), inner.warnings.end());
        }
    }

    void check_limits(std::size_t bytes) {
        inner_bytes_ += bytes;
        if (depth_ > input::deepest_nesting)
            throw Error(ErrorCode::input, "files within files too deep", "unpack it, and give what is in it");
        if (inner_bytes_ > input::most_inner_bytes || text::unpacks_too_far(inner_bytes_, size_))
            throw Error(ErrorCode::input,
                        "more within the file than is read: it " + text::unpacks_too_far_message(),
                        "unpack it, and give what is in it");
    }

    void fail(const std::string& path, const Error& error) { out_.failures.push_back({path, error}); }

    void append(std::vector<ParsedArticle> more) {
        out_.articles.insert(out_.articles.end(), std::make_move_iterator(more.begin()),
                             std::make_move_iterator(more.end()));
    }

    const ParseOptions& outer_;
    std::size_t size_;  ///< bytes of the outermost file
    bool explained_;
    int depth_ = 0;
    std::size_t inner_bytes_ = 0;
    Reading out_;
};

Reading read(const Source& source, const ParseOptions& options, bool explained) {
    SourceReader reader(options, source.bytes.size(), explained);
    reader.read(source);
    return reader.take();
}

}  // namespace

Reading read(const Source& source, const ParseOptions& options) {
    return read(source, options, false);
}

Reading explain(const Source& source, const ParseOptions& options) {
    return read(source, options, true);
}

}  // namespace newsarc
