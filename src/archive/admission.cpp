#include "archive/admission.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include "model/fields.hpp"
#include "model/parts.hpp"
#include "model/settle.hpp"
#include "parse/line/links.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::archive {
namespace {

using model::Extra;
using model::Field;
using model::Text;
using model::Texts;

/// Goes through the fields of one article.
class Admission {
public:
    Admission(Article& article, Misfit misfit) : article_(article), misfit_(misfit) {}

    void run() {
        for (const Field& field : model::fields()) {
            // What is not there must not make a dateline.
            if (field.derived || (!field.object.empty() && !article_.dateline)) continue;
            field_ = &field;
            model::write(field, article_, [&](auto& value) { settle(value); });
        }
        for (auto& [name, text] : kept_)
            article_.extra.insert_or_assign(name, std::move(text));
    }

private:
    /// False when nothing is left of it.
    bool clean(std::string& text) const {
        if (!text::is_valid_utf8(text)) {
            throw Error(ErrorCode::input,
                        "the value of " + std::string(field_->name) + " is not text in UTF-8");
        }
        text = model::cleaned(text);
        const auto is_sign = [](char c) { return c > ' ' && c < 0x7F; };
        return std::ranges::any_of(text, is_sign) || !text::squeeze(text).empty();
    }

    /// Likewise, and when it cannot be a value of the field.
    bool fits(std::string& text) {
        if (!clean(text)) return false;
        if (field_->settle == nullptr) return true;
        try {
            field_->settle(text);
            return true;
        } catch (const Error& error) {
            if (misfit_ == Misfit::refuse) throw;
            article_.warnings.push_back(std::string(field_->name) + ": " + error.what() + "; kept as extra");
            kept_.insert_or_assign(std::string(field_->name), std::move(text));
            return false;
        }
    }

    void settle(std::string& value) {
        if (!fits(value)) value.clear();
    }

    void settle(Text& value) {
        if (value && !fits(*value)) value.reset();
    }

    void settle(std::optional<DateTime>& value) const {
        if (!value || is_valid(*value)) return;
        throw Error(ErrorCode::input, std::string(field_->name) + " is no date that there is");
    }

    void settle(std::int64_t) {}
    void settle(const std::optional<std::int64_t>&) {}

    void settle(Texts& list) {
        // Warnings grow while others are looked at, and their own need no look.
        if (&list == &article_.warnings) return;
        std::erase_if(list, [&](std::string& text) { return !fits(text); });
        if (!field_->is_set) return;
        std::ranges::sort(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }

    void settle(Extra& list) {
        Extra left;
        for (const auto& member : list) {
            std::string name = member.first, text = member.second;
            if (clean(name) && clean(text)) left.emplace(std::move(name), std::move(text));
        }
        list = std::move(left);
    }

    template <typename Whole>
    void settle(std::vector<Whole>& list) {
        for (Whole& whole : list) {
            for (const model::Part<Whole>& part : model::parts<Whole>()) {
                Text text = part.derived ? std::nullopt : part.get(whole);
                if (text) part.set(whole, clean(*text) ? text : std::nullopt);
            }
        }
        std::erase_if(list, [](const Whole& whole) { return !model::what_is_missing(whole).empty(); });
    }

    Article& article_;
    Misfit misfit_;
    const Field* field_ = nullptr;
    Extra kept_;
};

void settle_dateline(Article& article) {
    if (!article.dateline || !article.dateline->text.empty()) return;
    article.dateline->text = article.dateline->place.value_or("");
    if (article.dateline->text.empty()) article.dateline.reset();
}

void settle_byline(Article& article) {
    if (article.byline) return;
    for (const Author& author : article.authors)
        article.byline = article.byline ? *article.byline + ", " + author.name : author.name;
}

}  // namespace

Article admitted(Article article, Misfit misfit) {
    Admission(article, misfit).run();
    settle_dateline(article);
    settle_byline(article);
    if (!article.headline && article.body.empty()) {
        throw Error(ErrorCode::input, "an article needs a headline or a body");
    }
    for (Link& link : article.links)
        link.host = link.url ? parsing::host_of(*link.url) : std::nullopt;
    article.uid = text::content_uid(article);
    article.words = text::count_words(article);
    return article;
}

}  // namespace newsarc::archive
