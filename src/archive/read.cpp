#include <newsarc/read.hpp>

#include <iterator>
#include <utility>

#include "input/kinds.hpp"
#include "parse/document.hpp"

namespace newsarc {
namespace {

class SourceReader {
public:
    SourceReader(const ParseOptions& options, bool explained) : options_(options), explained_(explained) {}

    void read(const Source& source, std::string_view name) {
        const input::Kind& kind = name.empty() ? input::kind_of(source.bytes, source.path) : named(name);
        if (kind.open == nullptr) {
            append(explained_ ? explain(std::string_view(source.bytes), options_)
                              : parse(source.bytes, options_));
            return;
        }
        if (depth_ == input::deepest_nesting) {
            throw Error(ErrorCode::input, "files within files too deep", "unpack it, and give what is in it");
        }
        ++depth_;
        kind.open(source, options_.encoding,
                  {.document =
                       [this](const Document& document) {
                           out_.articles.push_back(parsing::read_document(document, options_, explained_));
                       },
                   .file = [this](const Source& inner) { read_inner(inner); },
                   .failure =
                       [this](const std::string& path, const Error& error) {
                           out_.failures.push_back({path, error});
                       }});
        --depth_;
    }

    Reading take() { return std::move(out_); }

private:
    static const input::Kind& named(std::string_view name) {
        if (const input::Kind* kind = input::kind_named(name)) return *kind;
        throw Error(ErrorCode::unsupported, "unknown kind of file '" + std::string(name) + "'",
                    "newsarc help inputs lists them");
    }

    /// What is wrong with one file in a file keeps nobody from the others.
    void read_inner(const Source& inner) {
        const int depth = depth_;
        try {
            read(inner, {});
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
            depth_ = depth;
            out_.failures.push_back({inner.path, error});
        }
    }

    void append(std::vector<ParsedArticle> more) {
        out_.articles.insert(out_.articles.end(), std::make_move_iterator(more.begin()),
                             std::make_move_iterator(more.end()));
    }

    const ParseOptions& options_;
    bool explained_;
    int depth_ = 0;
    Reading out_;
};

Reading read(const Source& source, const ParseOptions& options, std::string_view kind, bool explained) {
    SourceReader reader(options, explained);
    reader.read(source, kind);
    return reader.take();
}

}  // namespace

Reading read(const Source& source, const ParseOptions& options, std::string_view kind) {
    return read(source, options, kind, false);
}

Reading explain(const Source& source, const ParseOptions& options, std::string_view kind) {
    return read(source, options, kind, true);
}

}  // namespace newsarc
