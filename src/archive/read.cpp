#include <newsarc/error.hpp>
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

    void read(const Source& source) {
        const input::Kind& kind =
            depth_ == 0 && options_.kind ? named(*options_.kind) : input::kind_of(source.bytes, source.path);
        if (kind.open == nullptr) {
            append(explained_ ? explain(std::string_view(source.bytes), options_)
                              : parse(source.bytes, options_));
            return;
        }
        if (depth_ == input::deepest_nesting) {
            throw Error(ErrorCode::input, source.path + ": files within files too deep",
                        "unpack it, and give what is in it");
        }
        ++depth_;
        kind.open(source, options_.encoding,
                  {.document =
                       [this](Document document) {
                           articles_.push_back(parsing::read_document(document, options_, explained_));
                       },
                   .file = [this](const Source& inner) { read(inner); },
                   .failure = [](const std::string&, const Error& error) { throw error; }});
        --depth_;
    }

    std::vector<ParsedArticle> take() { return std::move(articles_); }

private:
    static const input::Kind& named(const std::string& name) {
        if (const input::Kind* kind = input::kind_named(name)) return *kind;
        throw Error(ErrorCode::unsupported, "unknown kind of file '" + name + "'",
                    "newsarc help inputs lists them");
    }

    void append(std::vector<ParsedArticle> more) {
        articles_.insert(articles_.end(), std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
    }

    const ParseOptions& options_;
    bool explained_;
    int depth_ = 0;
    std::vector<ParsedArticle> articles_;
};

}  // namespace

std::vector<ParsedArticle> read(const Source& source, const ParseOptions& options) {
    SourceReader reader(options, false);
    reader.read(source);
    return reader.take();
}

std::vector<ParsedArticle> explain(const Source& source, const ParseOptions& options) {
    SourceReader reader(options, true);
    reader.read(source);
    return reader.take();
}

}  // namespace newsarc
