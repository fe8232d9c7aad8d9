#include "input/page/head.hpp"

#include "input/load/simdjson.hpp"
#include "input/page/page.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <unordered_map>
#include <utility>

namespace newsarc::input {
namespace {

using Json = simdjson::dom::element;
using Object = simdjson::dom::object;
using Array = simdjson::dom::array;

constexpr std::size_t most_blocks = 50;
constexpr std::size_t largest_block = 2'000'000;
constexpr std::size_t deepest = 64;
constexpr std::size_t most_objects = 5000;

/// What browsers and search engines let pass and JSON does not: line ends and tabs in strings, comments,
/// commas before a closing bracket, marks of CDATA.
std::string mended(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\' && i + 1 < json.size()) {
                // An escape that JSON does not know stands for its sign.
                if (std::string_view("\"\\/bfnrtu").find(json[i + 1]) != std::string_view::npos) out += c;
                out += json[++i];
            } else {
                in_string = c != '"';
                out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
            }
            continue;
        }
        const std::string_view rest = json.substr(i);
        if (rest.starts_with("/*")) {
            i = std::min(json.find("*/", i + 2), json.size() - 2) + 1;
        } else if (rest.starts_with("//") || rest.starts_with("<!--") || rest.starts_with("<![CDATA[")) {
            i = rest.starts_with("//") ? std::min(json.find('\n', i), json.size())
                                       : i + (rest[2] == '-' ? 3 : 8);
        } else if (rest.starts_with("-->") || rest.starts_with("]]>")) {
            i += 2;
        } else if (c == '}' || c == ']') {
            const std::size_t last = out.find_last_not_of(" \t\r\n");
            if (last != std::string::npos && out[last] == ',') out.erase(last);
            out += c;
        } else if (c != ';') {
            in_string = c == '"';
            out += c;
        }
    }
    return out;
}

class Reader {
public:
    explicit Reader(const std::vector<std::string>& titles) : titles_(titles) {}

    void read(std::string_view text) {
        if (text.size() > largest_block) return;
        simdjson::dom::parser& parser = parsers_.emplace_back(json_parser());
        if (parser.allocate(std::max<std::size_t>(text.size(), 64), deepest) != simdjson::SUCCESS) return;
        Json root;
        if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) {
            const std::string again = mended(text);
            if (parser.parse(again).get(root) != simdjson::SUCCESS) return;
        }
        walk(root, 0);
    }

    std::optional<LinkedArticle> best() {
        const Object* found = nullptr;
        int most = 0;
        for (const Object& each : articles_) {
            const int score = score_of(each);
            if (score > most) {
                most = score;
                found = &each;
            }
        }
        if (found == nullptr) return std::nullopt;
        return article(*found);
    }

private:
    static std::optional<Json> member(const Object& object, std::string_view name) {
        Json value;
        if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
        return value;
    }

    /// The first text there is: of a string, of a list, of an object's name.
    static std::string text(const Object& object, std::string_view name) {
        const auto value = member(object, name);
        return value ? text(*value) : std::string();
    }

    static std::string text(Json value, int depth = 0) {
        std::string_view found;
        if (value.get(found) == simdjson::SUCCESS) return plain_text(found);
        Array list;
        Object object;
        if (depth > 3) return {};
        if (value.get(list) == simdjson::SUCCESS) {
            for (const Json each : list) {
                if (std::string out = text(each, depth + 1); !out.empty()) return out;
            }
        } else if (value.get(object) == simdjson::SUCCESS) {
            for (const char* name : {"name", "@value", "@id"}) {
                if (const auto inner = member(object, name)) return text(*inner, depth + 1);
            }
        }
        return {};
    }

    static bool has_type(const Object& object, const std::function<bool(std::string_view)>& wanted) {
        const auto type = member(object, "@type");
        if (!type) return false;
        std::string_view name;
        if (type->get(name) == simdjson::SUCCESS) return wanted(name);
        Array list;
        if (type->get(list) != simdjson::SUCCESS) return false;
        for (const Json each : list) {
            if (each.get(name) == simdjson::SUCCESS && wanted(name)) return true;
        }
        return false;
    }

    static bool is_article(std::string_view type) {
        return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
               type.ends_with("Review") || type == "Recipe" || type == "WebPage" || type == "VideoObject" ||
               type == "CreativeWork";
    }

    void walk(Json value, std::size_t depth) {
        if (depth > deepest || objects_ >= most_objects) return;
        Array list;
        Object object;
        if (value.get(list) == simdjson::SUCCESS) {
            for (const Json each : list)
                walk(each, depth + 1);
        } else if (value.get(object) == simdjson::SUCCESS) {
            ++objects_;
            std::string_view id;
            if (const auto stated = member(object, "@id");
                stated && stated->get(id) == simdjson::SUCCESS && member(object, "name"))
                by_id_.emplace(id, object);
            if (has_type(object, is_article)) articles_.push_back(object);
            for (const auto field : object) {
                // The posts of a live page are articles of their own; the page is what is read.
                if (field.key == "liveBlogUpdate") continue;
                if (field.value.is_object() || field.value.is_array()) walk(field.value, depth + 1);
            }
        }
    }

    [[nodiscard]] int score_of(const Object& object) const {
        int score = 1;
        const std::string headline = text::fold(text(object, "headline"));
        if (!headline.empty()) {
            score += 2;
            if (std::ranges::find(titles_, headline) != titles_.end()) score += 8;
        }
        if (member(object, "datePublished")) score += 2;
        if (member(object, "author")) score += 2;
        if (member(object, "articleBody")) score += 1;
        const auto is_minor = [](std::string_view type) {
            return type == "WebPage" || type == "VideoObject" || type == "CreativeWork";
        };
        if (has_type(object, is_minor)) score -= 3;
        return std::max(score, 1);
    }

    LinkedArticle article(const Object& object) {
        LinkedArticle out;
        out.headline = text(object, "headline");
        out.alternative = text(object, "alternativeHeadline");
        out.description = text(object, "description");
        if (const auto body = member(object, "articleBody")) {
            std::string_view whole;
            if (body->get(whole) == simdjson::SUCCESS) out.body = plain_lines(whole);
        }
        out.published = text(object, "datePublished");
        out.created = text(object, "dateCreated");
        out.updated = text(object, "dateModified");
        out.publisher = text(object, "publisher");
        out.language = text(object, "inLanguage");
        for (const char* name : {"mainEntityOfPage", "url"}) {
            if (out.url.empty()) out.url = address(object, name);
        }
        if (const auto free = member(object, "isAccessibleForFree")) {
            bool is_free = true;
            std::string_view word;
            if (free->get(is_free) != simdjson::SUCCESS && free->get(word) == simdjson::SUCCESS)
                is_free = text::fold(word) != "false";
            out.is_partial = !is_free;
        }
        for (const char* name : {"author", "creator"}) {
            if (!out.people.empty() || !out.organizations.empty()) break;
            if (const auto authors = member(object, name)) read_authors(*authors, out, 0);
        }
        return out;
    }

    static std::string address(const Object& object, const char* name) {
        const auto value = member(object, name);
        if (!value) return {};
        Object inner;
        if (value->get(inner) == simdjson::SUCCESS) {
            for (const char* key : {"@id", "url"}) {
                if (const auto id = member(inner, key)) return text(*id);
            }
            return {};
        }
        return text(*value);
    }

    void read_authors(Json value, LinkedArticle& out, int depth) {
        if (depth > 4) return;
        std::string_view name;
        Array list;
        Object object;
        if (value.get(name) == simdjson::SUCCESS) {
            take(out.people, plain_text(name));
        } else if (value.get(list) == simdjson::SUCCESS) {
            for (const Json each : list)
                read_authors(each, out, depth + 1);
        } else if (value.get(object) == simdjson::SUCCESS) {
            std::string_view id;
            const auto stated = member(object, "@id");
            if (!member(object, "name") && stated && stated->get(id) == simdjson::SUCCESS) {
                const auto known = by_id_.find(std::string(id));
                if (known != by_id_.end()) object = known->second;
            }
            const auto names = member(object, "name");
            if (!names) return;
            const bool is_organization = has_type(object, [](std::string_view type) {
                return type.ends_with("Organization") || type == "Corporation" || type == "Thing";
            });
            if (names->is_array()) {
                read_authors(*names, out, depth + 1);
            } else {
                take(is_organization ? out.organizations : out.people, text(*names));
            }
        }
    }

    static void take(std::vector<std::string>& names, std::string name) {
        if (!name.empty() && names.size() < 40 && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }

    const std::vector<std::string>& titles_;
    std::deque<simdjson::dom::parser> parsers_;  ///< each keeps the document that it read
    std::vector<Object> articles_;
    std::unordered_map<std::string, Object> by_id_;
    std::size_t objects_ = 0;
};

}  // namespace

std::optional<LinkedArticle> read_json_ld(const std::vector<std::string_view>& blocks,
                                          const std::vector<std::string>& titles) {
    Reader reader(titles);
    for (std::size_t i = 0; i < std::min(blocks.size(), most_blocks); ++i)
        reader.read(blocks[i]);
    return reader.best();
}

}  // namespace newsarc::input
