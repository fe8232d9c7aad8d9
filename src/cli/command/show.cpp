#include "cli/commands.hpp"
#include "cli/option/format_option.hpp"
#include "cli/result/data_out.hpp"
#include "cli/result/show_versions.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/browser.hpp"
#include "output/exchange/article_fields.hpp"
#include "output/exchange/formats.hpp"
#include "output/template/pattern.hpp"
#include "output/text/text.hpp"
#include "output/versions.hpp"

#include <algorithm>

namespace newsarc::cli {
namespace {

/// Articles like the one shown that are named below it.
constexpr std::size_t most_similar = 3;

/// Below it, articles share a few words and no subject; seen in 900 wire reports.
constexpr double least_similar = 0.22;

class Show : public Command {
public:
    void declare(Parameters& options) override {
        options.text("--format", choices_of(names()) + "|TEMPLATE",
                     "text to read, JSON, a form for other programs, or a template such as '{id} {headline}'",
                     wanted_);
        options.number("--open-link", "N", "open the link of that number in a browser", link_);
        options.flag("--versions",
                     "list the versions of the articles: each edit and each change of their files",
                     versions_);
        options.number("--at", "N", "the article as it was in that version", at_);
        options.flag("--diff", "what changed from the version before, to the newest or the one of --at",
                     diff_);
        options.ids("ids or uids (six characters are enough), or - to read them one a line", ids_, 1);
    }

    int run(Context& context) override {
        settle(context);
        const Archive archive = context.open_archive(Archive::Mode::read);
        const std::vector<std::string> ids = with_lines_of_standard_input(ids_);
        if (link_) return open_link(context, archive, ids);
        if (versions_ || diff_) return show_versions(context, archive, ids);
        if (!is_json()) context.start_pager();
        DataOut data(context);
        std::ostream& out = text_ ? context.out : data.stream();
        output::ExchangeDocument document(out, *format_, ids.size() == 1);
        int status = exit_done;
        for (const std::string& name : ids) {
            const std::optional<Article> article = find(archive, name);
            if (article) {
                print(context, archive, *article, out, document, ids.size() == 1);
                if (is_json()) out.flush();
                continue;
            }
            context.error(no_such_article(name));
            status = exit_nothing_found;
        }
        if (printed_ && is_document()) document.finish();
        out.flush();
        return status;
    }

private:
    static std::vector<std::string_view> names() { return format_names({"text", "json"}); }

    [[nodiscard]] bool is_json() const { return is_document() && format_->name == "jsonl"; }
    [[nodiscard]] bool is_document() const { return !text_ && !pattern_ && format_->article != nullptr; }

    void settle(const Context& context) {
        text_ = !wanted_ || *wanted_ == "text";
        if (wanted_ && output::Pattern::is_pattern(*wanted_)) {
            pattern_.emplace(*wanted_, output::article_fields);
        } else if (wanted_ && *wanted_ != "text" && *wanted_ != "json") {
            format_ = output::find_exchange_format(*wanted_);
            if (format_ == nullptr)
                refuse_format(*wanted_, names(), ", or a template such as '{id} {headline}'");
        }
        if (!context.global.json) return;
        if (wanted_ && *wanted_ != "json" && *wanted_ != "jsonl") {
            throw Error(ErrorCode::usage, "--json and --format do not go together", "leave one of them");
        }
        text_ = false;
    }

    [[nodiscard]] std::optional<Article> find(const Archive& archive, const std::string& name) const {
        const std::optional<std::int64_t> id = archive.resolve(name);
        if (!id || !at_) return id ? archive.find(*id) : std::nullopt;
        if (std::optional<Article> article = archive.find_version(*id, version())) return article;
        throw no_such_version(*id, version());
    }

    /// Of --at.
    [[nodiscard]] std::int64_t version() const { return static_cast<std::int64_t>(*at_); }

    int show_versions(Context& context, const Archive& archive, const std::vector<std::string>& names) const {
        if (wanted_ || (versions_ && (diff_ || at_))) {
            throw Error(ErrorCode::usage, "--versions, --diff and --format do not go together",
                        "leave all of them but one; --at goes with --diff");
        }
        int status = exit_done;
        if (!context.global.json) context.start_pager();
        for (const std::string& name : names) {
            if (const std::optional<std::int64_t> id = archive.resolve(name)) {
                const bool told = versions_ ? list_versions(context, archive, *id, names.size() > 1)
                                            : print_difference(context, archive, *id,
                                                               at_ ? std::optional(version()) : std::nullopt);
                if (told) continue;
            } else {
                context.error(no_such_article(name));
            }
            status = exit_nothing_found;
        }
        return status;
    }

    void print(Context& context, const Archive& archive, const Article& article, std::ostream& out,
               output::ExchangeDocument& document, bool alone) {
        if (text_) {
            if (printed_) out << "\n";
            output::print_article(out, article, context.layout());
            if (at_) {
                printed_ = true;
                return;
            }
            const std::size_t versions = archive.versions(*article.id).size();
            output::print_former_versions(out, std::max<std::size_t>(versions, 1) - 1, *article.id,
                                          context.layout());
            const std::optional<Cluster> cluster = archive.duplicates_of(*article.id);
            if (cluster) output::print_near_duplicates(out, *cluster, *article.id, context.layout());
            if (alone) print_similar(context, archive, *article.id, cluster);
        } else if (pattern_) {
            out << pattern_->render([&](std::string_view field, std::string_view format) {
                return output::article_field(article, field, format);
            }) << "\n";
        } else if (format_->article == nullptr) {
            print_original(archive, *article.id, out);
            out.flush();
        } else {
            document.write(article);
        }
        printed_ = true;
    }

    /// Near duplicates, which have been named already, are left out.
    static void print_similar(Context& context, const Archive& archive, std::int64_t id,
                              const std::optional<Cluster>& cluster) {
        const auto is_told = [&](const Hit& hit) {
            return cluster && std::ranges::any_of(cluster->members, [&](const ClusterMember& member) {
                       return member.id == hit.id;
                   });
        };
        RelatedRequest request{.id = id};
        request.limit = most_similar + (cluster ? cluster->members.size() : 0);
        request.snippets = false;
        request.least = least_similar;
        std::vector<Hit> hits = archive.related(request).hits;
        std::erase_if(hits, is_told);
        if (hits.empty()) return;
        hits.resize(std::min(hits.size(), most_similar));
        output::print_similar(context.out, hits, context.layout());
    }

    void print_original(const Archive& archive, std::int64_t id, std::ostream& out) const {
        const std::optional<Source> source = at_ ? archive.original(id, version()) : archive.original(id);
        if (!source) {
            throw Error(ErrorCode::not_found, "article " + std::to_string(id) + " came from no file",
                        "newsarc show " + std::to_string(id) + " shows what is stored");
        }
        out << source->bytes;
    }

    [[nodiscard]] int open_link(Context& context, const Archive& archive,
                                const std::vector<std::string>& ids) const {
        if (ids.size() != 1) {
            throw Error(ErrorCode::usage, "--open-link opens a link of one article", "give one id");
        }
        const std::optional<Article> article = find(archive, ids.front());
        if (!article) {
            context.error(no_such_article(ids.front()));
            return exit_nothing_found;
        }
        const std::string shown = "newsarc show " + ids.front();
        if (article->links.empty()) {
            throw Error(ErrorCode::usage, "article " + ids.front() + " has no links",
                        "newsarc list has:link lists articles that have some");
        }
        if (*link_ < 1 || *link_ > article->links.size()) {
            throw Error(ErrorCode::usage,
                        "article " + ids.front() + " has no link " + std::to_string(*link_) + ", it has " +
                            std::to_string(article->links.size()),
                        shown + " shows the links with their numbers");
        }
        const Link& link = article->links[*link_ - 1];
        if (link.url) {
            open_in_browser(*link.url, context.environment);
            return exit_done;
        }
        throw Error(ErrorCode::usage, "link " + std::to_string(*link_) + " has no address",
                    link.article
                        ? "it is an article of the archive: newsarc show " + std::to_string(*link.article)
                        : shown + " shows the links with their numbers");
    }

    std::optional<std::string> wanted_;
    std::optional<std::size_t> link_;
    bool versions_ = false;
    std::optional<std::size_t> at_;
    bool diff_ = false;
    bool text_ = true;
    std::optional<output::Pattern> pattern_;
    const output::ExchangeFormat* format_ = output::find_exchange_format("jsonl");
    std::vector<std::string> ids_;
    bool printed_ = false;
};

}  // namespace

std::unique_ptr<Command> make_show() {
    return std::make_unique<Show>();
}

}  // namespace newsarc::cli
