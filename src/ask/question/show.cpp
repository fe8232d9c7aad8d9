#include "ask/question/show.hpp"

#include <algorithm>

#include "ask/selection.hpp"
#include "output/article.hpp"
#include "output/duplicates.hpp"
#include "output/exchange/formats.hpp"
#include "output/search.hpp"
#include "output/versions.hpp"

namespace newsarc::ask {
namespace {

/// Articles like the one shown that are named below it.
constexpr std::size_t most_similar = 3;

Error no_such_version(std::int64_t id, std::int64_t version) {
    return {ErrorCode::not_found,
            "article " + std::to_string(id) + " has no version " + std::to_string(version),
            "newsarc show --versions " + std::to_string(id) + " lists those it has"};
}

/// `named` says which article it is above them.
void list_versions(const Archive& archive, const Reply& reply, std::int64_t id, bool json, bool named) {
    const std::vector<Version> versions = archive.versions(id);
    if (json) {
        reply.out << output::versions_json(id, versions) << "\n";
    } else {
        if (named) output::print_title(reply.out, "Article " + std::to_string(id), reply.layout);
        output::print_versions(reply.out, versions, reply.layout);
    }
    reply.out.flush();
}

/// What changed in an article from the version before this one, or before the newest. False, with a note,
/// when there is none before.
bool print_difference(const Archive& archive, const Reply& reply, std::int64_t id,
                      std::optional<std::int64_t> version, bool json) {
    const auto newest = static_cast<std::int64_t>(archive.versions(id).size());
    const std::int64_t number = version.value_or(newest);
    if (number < 1 || number > newest) throw no_such_version(id, number);
    if (number == 1) {
        reply.note("there is no version of article " + std::to_string(id) + " before " +
                   (newest == 1 ? "the only one" : "the first"));
        return false;
    }
    const std::optional<Article> from = archive.find_version(id, number - 1);
    const std::optional<Article> to = archive.find_version(id, number);
    if (!from || !to) throw no_such_version(id, number);
    const output::VersionPair pair{number - 1, number, *from, *to};
    if (json) {
        reply.out << output::difference_json(pair) << "\n";
    } else {
        output::print_difference(reply.out, pair, reply.layout);
    }
    reply.out.flush();
    return true;
}

/// Near duplicates, which have been named already, are left out.
void print_similar(const Archive& archive, const Reply& reply, std::int64_t id,
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
    output::print_similar(reply.out, hits, reply.layout);
}

}  // namespace

Show::Show()
    : form_({
          .help = "text to read, JSON, a form for other programs, or a template such as '{id} {headline}'",
          .named = {Form::text, Form::json},
          .fields = output::article_fields(),
          .exchange = true,
      }) {}

void Show::declare(Parameters& parameters) {
    form_.declare(parameters);
    parameters.flag("--versions",
                    "list the versions of the articles: each edit and each change of their files", versions_);
    parameters.number("--at", "N", "the article as it was in that version", at_);
    parameters.flag("--diff", "what changed from the version before, to the newest or the one of --at",
                    diff_);
    parameters.ids("ids or uids (six characters are enough), or - to read them one a line", ids_, 1);
}

void Show::settle(bool json) {
    form_.settle(json);
    json_ = json;
    if ((versions_ || diff_) && (form_.named() || (versions_ && (diff_ || at_)))) {
        throw Error(ErrorCode::usage, "--versions, --diff and --format do not go together",
                    "leave all of them but one; --at goes with --diff");
    }
}

std::optional<Article> Show::find(const Archive& archive, const std::string& name) const {
    const std::optional<std::int64_t> id = archive.resolve(name);
    if (!id || !at_) return id ? archive.find(*id) : std::nullopt;
    if (std::optional<Article> article = archive.find_version(*id, version())) return article;
    throw no_such_version(*id, version());
}

bool Show::answer(const Archive& archive, const Reply& reply) {
    if (versions_ || diff_) return show_versions(archive, reply);
    const Form form = form_.form();
    if (form != Form::jsonl) reply.begin_pages();
    std::ostream& out = form == Form::text ? reply.out : reply.data;
    const output::ExchangeFormat& format =
        form == Form::exchange ? form_.exchange() : *output::find_exchange_format("jsonl");
    output::ExchangeDocument document(out, format, ids_.size() == 1);
    bool all_there = true;
    for (const std::string& name : ids_) {
        const std::optional<Article> article = find(archive, name);
        if (article) {
            print(archive, reply, *article, document);
            if (form == Form::jsonl) out.flush();
            continue;
        }
        reply.error(no_such_article(name));
        all_there = false;
    }
    const bool is_document = form == Form::jsonl || (form == Form::exchange && format.article != nullptr);
    if (printed_ && is_document) document.finish();
    out.flush();
    return all_there;
}

bool Show::show_versions(const Archive& archive, const Reply& reply) const {
    bool all_told = true;
    if (!json_) reply.begin_pages();
    for (const std::string& name : ids_) {
        const std::optional<std::int64_t> id = archive.resolve(name);
        if (!id) {
            reply.error(no_such_article(name));
            all_told = false;
        } else if (versions_) {
            list_versions(archive, reply, *id, json_, ids_.size() > 1);
        } else {
            const std::optional<std::int64_t> at = at_ ? std::optional(version()) : std::nullopt;
            all_told = print_difference(archive, reply, *id, at, json_) && all_told;
        }
    }
    return all_told;
}

void Show::print(const Archive& archive, const Reply& reply, const Article& article,
                 output::ExchangeDocument& document) {
    switch (form_.form()) {
        case Form::text: print_text(archive, reply, article); break;
        case Form::pattern:
            reply.data << form_.pattern().render([&](std::string_view field, std::string_view format) {
                return output::article_field(article, field, format);
            }) << "\n";
            break;
        case Form::exchange:
            if (form_.exchange().article == nullptr) {
                print_original(archive, *article.id, reply.data);
                reply.data.flush();
                break;
            }
            [[fallthrough]];
        default: document.write(article);
    }
    printed_ = true;
}

void Show::print_text(const Archive& archive, const Reply& reply, const Article& article) const {
    if (printed_) reply.out << "\n";
    output::print_article(reply.out, article, reply.layout);
    if (at_) return;
    const std::size_t versions = archive.versions(*article.id).size();
    output::print_former_versions(reply.out, std::max<std::size_t>(versions, 1) - 1, *article.id,
                                  reply.layout);
    const std::optional<Cluster> cluster = archive.duplicates_of(*article.id);
    if (cluster) output::print_near_duplicates(reply.out, *cluster, *article.id, reply.layout);
    if (ids_.size() == 1) print_similar(archive, reply, *article.id, cluster);
}

void Show::print_original(const Archive& archive, std::int64_t id, std::ostream& out) const {
    const std::optional<Source> source = at_ ? archive.original(id, version()) : archive.original(id);
    if (!source) {
        throw Error(ErrorCode::not_found, "article " + std::to_string(id) + " came from no file",
                    "newsarc show " + std::to_string(id) + " shows what is stored");
    }
    out << source->bytes;
}

std::unique_ptr<Question> make_show() {
    return std::make_unique<Show>();
}

}  // namespace newsarc::ask
