#include "output/links.hpp"
#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"

namespace newsarc::ask {
namespace {

class Links : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.text("--to", "ID", "what points at this article: related lines, and links to its key",
                        to_);
        from_.declare_query(parameters);
        parameters.flag("--hosts", "count links by host, the most frequent first", hosts_);
        parameters.flag("--unresolved", "only related lines for which the archive holds no article",
                        request_.unresolved);
        parameters.choice_of("--kind", "only links of this kind", link_kinds, request_.kind);
        parameters.text("--host", "HOST", "only links to this host and its subdomains", request_.host);
        parameters.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        parameters.number("--offset", "N", "leave out so many first", offset_);
        form_.declare(parameters);
        parameters.ids("articles whose links are wanted, or - to read ids one a line; none: all", ids_, 0);
    }

    void settle(bool json) override {
        form_.settle(json);
        from_.settle(ids_, false);
        if (hosts_ && form_.form() == Form::pattern) {
            throw Error(ErrorCode::usage, "--hosts takes no template", "it prints text, csv or JSON");
        }
    }

    bool answer(const Archive& archive, const Reply& reply) override {
        request_.offset = offset_.value_or(0);
        std::vector<std::string> missing;
        request_.from = from_.ids(archive, reply, missing);
        // An empty list of articles would stand for all of them.
        if (from_.given() && request_.from.empty()) return false;
        if (to_) request_.to = archive.resolve(*to_);
        if (to_ && !request_.to) {
            reply.error(no_such_article(*to_));
            return false;
        }
        if (form_.form() == Form::text || form_.form() == Form::pattern) reply.begin_pages();
        const bool found = hosts_ ? print_hosts(archive, reply) : print_links(archive, reply);
        if (!found && missing.empty()) reply.note(hosts_ ? "no host is linked to there" : "no link there");
        return found && missing.empty();
    }

private:
    bool print_hosts(const Archive& archive, const Reply& reply) const {
        const std::vector<HostCount> hosts = archive.link_hosts(request_);
        switch (form_.form()) {
            case Form::jsonl: output::print_hosts_jsonl(reply.out, hosts); break;
            case Form::csv: output::print_hosts_csv(reply.data, hosts); break;
            default: output::print_hosts(reply.out, hosts, reply.layout);
        }
        return !hosts.empty();
    }

    bool print_links(const Archive& archive, const Reply& reply) const {
        bool found = false;
        if (form_.form() == Form::csv) reply.data << output::link_csv_names();
        archive.links(request_, [&](const FoundLink& link) {
            found = true;
            switch (form_.form()) {
                case Form::jsonl: reply.out << output::link_json(link) << "\n" << std::flush; break;
                case Form::csv: reply.data << output::link_csv(link); break;
                case Form::pattern: output::print_link_pattern(reply.data, form_.pattern(), link); break;
                default: output::print_link_row(reply.out, link, reply.layout, to_.has_value());
            }
            return true;
        });
        return found;
    }

    LinkRequest request_;
    ArticleNames from_;
    FormChoice form_{{
        .help = "how links are printed; a template is such as '{from} {url}'",
        .named = {Form::text, Form::json, Form::jsonl, Form::csv},
        .fields = output::link_fields,
        .example = "'{from} {url}'",
    }};
    std::optional<std::string> to_;
    std::optional<std::size_t> offset_;
    bool hosts_ = false;
    std::vector<std::string> ids_;
};

}  // namespace

std::unique_ptr<Question> make_links() {
    return std::make_unique<Links>();
}

}  // namespace newsarc::ask
