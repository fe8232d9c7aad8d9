#include "output/exchange/article_fields.hpp"

#include "model/field_text.hpp"
#include "output/template/date_format.hpp"

#include <vector>

namespace newsarc::output {

std::span<const std::string_view> article_fields() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> out;
        for (const model::Field& field : model::fields())
            out.push_back(field.name);
        return out;
    }();
    return names;
}

std::string article_field(const Article& article, std::string_view name, std::string_view format) {
    constexpr std::string_view extra = "extra.";
    if (name.starts_with(extra)) {
        const auto found = article.extra.find(std::string(name.substr(extra.size())));
        return found == article.extra.end() ? "" : found->second;
    }
    const model::Field* field = model::find_field(name);
    if (field == nullptr) return {};
    std::string text = model::to_text(*field, article);
    if (format.empty() || !model::is_moment(*field)) return text;
    const auto moment = from_iso(text);
    return moment ? format_date(*moment, format) : text;
}

}  // namespace newsarc::output
