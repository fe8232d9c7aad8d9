#include "output/links.hpp"
#include "cli/commands.hpp"
#include "cli/result/data_out.hpp"
#include "cli/source/inputs.hpp"

#include <array>

namespace newsarc::cli {
namespace {

constexpr std::array<Choice<LinkKind>, 3> kinds{{
    {"body", LinkKind::body},
    {"related", LinkKind::related},
    {"promotion", LinkKind::promotion},
}};

class Links : public Command {
public:
    void declare(Parameters& options) override {
        options.text("--to", "ID", "what points at this article: related lines, and links to its key", to_);
        options.flag("--hosts", "count links by host, the most frequent first", hosts_);
        options.flag("--unresolved", "only related lines for which the archive holds no article",
                     request_.unresolved);
        options.choice<LinkKind>("--kind", "only links of this kind", kinds, request_.kind);
        options.text("--host", "HOST", "only links to this host and its subdomains", request_.host);
        options.number("-n,--limit", "N", "at most so many (else all)", request_.limit);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.text("--format", "text|csv|TEMPLATE",
                     "how links are printed; a template is such as '{from} {url}'", format_);
        options.ids("articles whose links are wanted, or - to read ids one a line; none: all", ids_, 0);
    }

    int run(Context& context) override {
        settle_format(context);
        request_.offset = offset_.value_or(0);
        const Archive archive = context.open_archive(Archive::Mode::read);
        bool all_known = true;
        for (const std::string& name : with_lines_of_standard_input(ids_)) {
            const std::optional<std::int64_t> id = archive.resolve(name);
            if (id) {
                request_.from.push_back(*id);
            } else {
                context.error(no_such_article(name));
                all_known = false;
            }
        }
        if (to_) request_.to = archive.resolve(*to_);
        if (to_ && !request_.to) {
            context.error(no_such_article(*to_));
            return exit_nothing_found;
        }
        // An empty list of articles would stand for all of them.
        if (!ids_.empty() && request_.from.empty()) return exit_nothing_found;
        if (!context.global.json && !csv_) context.start_pager();
        const bool found = hosts_ ? print_hosts(context, archive) : print_links(context, archive);
        if (!found && all_known) context.note(hosts_ ? "no host is linked to there" : "no link there");
        return found && all_known ? exit_done : exit_nothing_found;
    }

private:
    void settle_format(const Context& context) {
        if (format_ && context.global.json) {
            throw Error(ErrorCode::usage, "--json and --format do not go together", "leave one of them");
        }
        if (!format_ || *format_ == "text") return;
        csv_ = *format_ == "csv";
        if (csv_) return;
        if (!output::Pattern::is_pattern(*format_)) {
            throw Error(ErrorCode::usage, "--format does not take '" + *format_ + "'",
                        "it takes text, csv, or a template such as '{from} {url}'");
        }
        if (hosts_) throw Error(ErrorCode::usage, "--hosts takes no template", "it prints text, csv or JSON");
        pattern_.emplace(*format_, output::link_fields);
    }

    bool print_hosts(Context& context, const Archive& archive) {
        const std::vector<HostCount> hosts = archive.link_hosts(request_);
        if (context.global.json) {
            output::print_hosts_jsonl(context.out, hosts);
        } else if (csv_) {
            output::print_hosts_csv(DataOut(context).stream(), hosts);
        } else {
            output::print_hosts(context.out, hosts, context.layout());
        }
        return !hosts.empty();
    }

    bool print_links(Context& context, const Archive& archive) {
        const output::Layout layout = context.layout();
        bool found = false;
        DataOut data(context);
        if (csv_) data.stream() << output::link_csv_names();
        archive.links(request_, [&](const FoundLink& link) {
            found = true;
            if (context.global.json) {
                context.out << output::link_json(link) << "\n";
                context.out.flush();
            } else if (csv_) {
                data.stream() << output::link_csv(link);
            } else if (pattern_) {
                output::print_link_pattern(context.out, *pattern_, link);
            } else {
                output::print_link_row(context.out, link, layout, to_.has_value());
            }
            return true;
        });
        return found;
    }

    LinkRequest request_;
    std::optional<std::string> to_;
    std::optional<std::size_t> offset_;
    std::optional<std::string> format_;
    std::optional<output::Pattern> pattern_;
    bool hosts_ = false;
    bool csv_ = false;
    std::vector<std::string> ids_;
};

}  // namespace

std::unique_ptr<Command> make_links() {
    return std::make_unique<Links>();
}

}  // namespace newsarc::cli
