#include "output/duplicates.hpp"
#include "ask/form.hpp"
#include "ask/question/question.hpp"
#include "ask/selection.hpp"

#include <algorithm>

namespace newsarc::ask {
namespace {

class Duplicates : public Question {
public:
    void declare(Parameters& parameters) override {
        parameters.number("-n,--limit", "N", "at most so many groups (else all)", request_.limit);
        parameters.number("--offset", "N", "leave out so many first", offset_);
        words_.declare_filters(parameters);
        form_.declare(parameters);
        words_.declare_words(parameters,
                             "only groups with an article that matches, every word of it; or "
                             "@NAME, a saved search");
    }

    void settle(bool json) override { form_.settle(json); }

    bool answer(const Archive& archive, const Reply& reply) override {
        std::optional<std::string> query;
        std::vector<std::int64_t> wanted;
        if (const auto asked = words_.query(archive, reply)) {
            query = asked->text;
            Matches found = archive.matching({.query = *query, .now = reply.now});
            tell(reply, found.notes);
            wanted = std::move(found.ids);
        }
        if (form_.form() != Form::jsonl) reply.begin_pages();
        std::size_t passed_over = 0;
        std::size_t printed = 0;
        request_.offset = offset_.value_or(0);
        archive.duplicates(query ? ClusterRequest() : request_, [&](const Cluster& cluster) {
            if (query) {
                if (request_.limit && printed >= *request_.limit) return false;
                if (!holds_any(cluster, wanted)) return true;
                if (passed_over++ < request_.offset) return true;
            }
            print(reply, cluster, printed++ == 0);
            return true;
        });
        if (printed == 0 && request_.limit != 0)
            reply.note(query ? "no near duplicates among: " + *query : "no near duplicates there");
        return printed > 0;
    }

private:
    static bool holds_any(const Cluster& cluster, const std::vector<std::int64_t>& wanted) {
        return std::ranges::any_of(cluster.members, [&](const ClusterMember& member) {
            return std::ranges::binary_search(wanted, member.id);
        });
    }

    void print(const Reply& reply, const Cluster& cluster, bool first) const {
        if (form_.form() == Form::jsonl) {
            reply.out << output::cluster_json(cluster) << "\n" << std::flush;
        } else if (form_.form() == Form::ids) {
            for (std::size_t i = 1; i < cluster.members.size(); ++i)
                reply.out << cluster.members[i].id << "\n";
        } else {
            if (!first) reply.out << "\n";
            output::print_cluster(reply.out, cluster, reply.rows);
        }
    }

    ClusterRequest request_;
    QueryWords words_;
    FormChoice form_{{
        .help = "how groups are printed",
        .named = {Form::text, Form::json, Form::jsonl},
        .ids_help = "print the ids of all but the first of each group, one a line",
    }};
    std::optional<std::size_t> offset_;
};

}  // namespace

std::unique_ptr<Question> make_duplicates() {
    return std::make_unique<Duplicates>();
}

}  // namespace newsarc::ask
