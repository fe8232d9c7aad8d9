#include "cli/commands.hpp"
#include "output/json/json.hpp"
#include "output/text/text.hpp"

namespace newsarc::cli {
namespace {

class Duplicates : public Command {
public:
    void declare(Parameters& options) override {
        options.number("-n,--limit", "N", "at most so many groups (else all)", request_.limit);
        options.number("--offset", "N", "leave out so many first", offset_);
        options.flag("--ids", "print the ids of all but the first of each group, one a line", ids_);
    }

    int run(Context& context) override {
        if (ids_ && context.global.json) throw Error(ErrorCode::usage, "--ids and --json do not go together");
        request_.offset = offset_.value_or(0);
        const Archive archive = context.open_archive(Archive::Mode::read);
        context.start_pager();
        bool found = false;
        archive.duplicates(request_, [&](const Cluster& cluster) {
            print(context, cluster, !found);
            found = true;
            return true;
        });
        if (found) return exit_done;
        if (request_.limit != 0) context.note("no near duplicates there");
        return exit_nothing_found;
    }

private:
    void print(Context& context, const Cluster& cluster, bool first) const {
        if (context.global.json) {
            context.out << output::cluster_json(cluster) << "\n";
            context.out.flush();
        } else if (ids_) {
            for (std::size_t i = 1; i < cluster.members.size(); ++i)
                context.out << cluster.members[i].id << "\n";
        } else {
            if (!first) context.out << "\n";
            output::print_cluster(context.out, cluster, context.row_layout());
        }
    }

    ClusterRequest request_;
    std::optional<std::size_t> offset_;
    bool ids_ = false;
};

}  // namespace

std::unique_ptr<Command> make_duplicates() {
    return std::make_unique<Duplicates>();
}

}  // namespace newsarc::cli
