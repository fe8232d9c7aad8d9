#include "archive/corrections.hpp"

#include <type_traits>

#include "model/fields.hpp"

namespace newsarc::archive {
namespace {

void copy_field(const model::Field& field, const Article& from, Article& to) {
    model::read(field, from, [&]<typename Value>(const Value& value) {
        model::write(field, to, [&]<typename Target>(Target& target) {
            if constexpr (std::is_same_v<Value, Target>) target = value;
        });
    });
}

}  // namespace

store::Edits edits_after(store::Edits edits, const Article& before, const Article& after) {
    for (const model::Field& field : model::fields()) {
        if (!model::is_correctable(field)) continue;
        const std::string was = model::to_text(field, before), is = model::to_text(field, after);
        if (was == is) continue;
        const auto edit = edits.emplace(field.name, was).first;
        if (edit->second == is) edits.erase(edit);
    }
    return edits;
}

store::Edits edits_stated_by(const Article& article) {
    store::Edits out;
    for (const std::string& name : article.edited) {
        const model::Field* field = model::find_field(name);
        if (field != nullptr && model::is_correctable(*field)) out.emplace(name, "");
    }
    return out;
}

Corrected correct(const Article& source, const Article& now, const store::Edits& edits) {
    Corrected out{source, {}, {}, {}};
    for (const model::Field& field : model::fields()) {
        const auto edit = edits.find(std::string(field.name));
        if (edit == edits.end() || !model::is_correctable(field)) continue;
        std::string given = model::to_text(field, source);
        if (given == model::to_text(field, now)) continue;
        if (field.name == "body" && given != edit->second) {
            out.undone.emplace_back(field.name);
            continue;
        }
        copy_field(field, now, out.article);
        out.kept.emplace_back(field.name);
        out.edits.emplace(field.name, std::move(given));
    }
    return out;
}

}  // namespace newsarc::archive
