#include "ask/question/export.hpp"

#include "text/wording.hpp"

#include <utility>

namespace newsarc::ask {

Export::Export()
    : form_({
          .help = "the form of the articles (else what the ending of FILE says, or jsonl)",
          .exchange = true,
      }),
      format_(output::find_exchange_format("jsonl")) {}

void Export::declare(Parameters& parameters) {
    form_.declare(parameters);
    words_.declare_filters(parameters);
    words_.declare_words(parameters,
                         "which articles, every word of it matched, or @NAME, a saved search; - reads ids "
                         "one a line, and keeps "
                         "their order (else all there are)");
}

void Export::settle(bool) {
    form_.settle(false);
    if (form_.form() == Form::exchange) format_ = &form_.exchange();
}

void Export::take_form_of(const std::string& file) {
    if (form_.named()) return;
    if (const auto* told = output::exchange_format_of_file(file)) {
        format_ = told;
    } else if (output::is_ending_of_others(file)) {
        throw Error(
            ErrorCode::usage, file + ": no form that articles are written in has this ending",
            "spreadsheets read CSV: -o FILE.csv; other forms: " +
                text::joined(text::names_of(output::exchange_formats(), &output::ExchangeFormat::name)) +
                " (--format)");
    }
}

bool Export::answer(const Archive& archive, const Reply& reply) {
    if (format_->article == nullptr)
        throw Error(ErrorCode::usage, "original files go into a folder", "name one: -o FOLDER");
    find(archive, reply);
    reply.begin_pages();
    // A reader gets each line when it is there.
    const bool flush = format_->name == "jsonl";
    const std::size_t count = print(archive, reply, reply.data, [&] {
        if (flush) reply.data.flush();
    });
    reply.data.flush();
    if (count == 0) tell_nothing(reply);
    return count > 0;
}

void Export::take_ids(std::vector<std::string> ids) {
    if (words_.filtered()) {
        throw Error(ErrorCode::usage, "ids and filters do not go together",
                    "what chooses the ids can filter them: newsarc search --ids --credit NAME QUERY");
    }
    names_.emplace().settle(std::move(ids), false);
}

void Export::tell_nothing(const Reply& reply) const {
    if (names_) return;  // each that is not there was told
    reply.note(query_ ? "no article matches: " + *query_ : "the archive is empty");
}

void Export::find(const Archive& archive, const Reply& reply) {
    if (names_) {
        std::vector<std::string> missing;
        ids_ = names_->ids(archive, reply, missing);
        return;
    }
    if (const auto asked = words_.query(archive, reply)) query_ = asked->text;
}

void Export::visit(const Archive& archive, const Reply& reply, const Visit& visit) const {
    if (names_) return archive.visit(ids_, visit);
    if (!query_) {
        ListRequest all;
        all.order = ListOrder::id;
        archive.list(all, visit);
        return;
    }
    const Matches found = archive.matching({.query = *query_, .now = reply.now});
    tell(reply, found.notes);
    archive.visit(found.ids, visit);
}

std::size_t Export::print(const Archive& archive, const Reply& reply, std::ostream& out,
                          const std::function<void()>& each) const {
    output::ExchangeDocument document(out, *format_, false);
    std::size_t count = 0;
    visit(archive, reply, [&](const Article& article) {
        document.write(article);
        ++count;
        each();
        return true;
    });
    document.finish();
    return count;
}

std::unique_ptr<Question> make_export() {
    return std::make_unique<Export>();
}

}  // namespace newsarc::ask
