#include "query/tree.hpp"

#include <string_view>

namespace newsarc::query {
namespace {

std::string print_group(std::string_view name, const std::vector<Node>& children) {
    std::string out = "(";
    out += name;
    for (const Node& child : children) {
        if (out.size() > 1) out += ' ';
        out += to_string(child);
    }
    return out + ")";
}

std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

std::string print_filter(const Node& node) {
    if (info(*node.field).kind == FieldKind::date) return to_string(node.interval);
    return node.text.find(' ') == std::string::npos ? node.text : quoted(node.text);
}

std::string print_kind(const Node& node) {
    switch (node.kind) {
        case NodeKind::sequence: return print_group("", node.children);
        case NodeKind::any_of: return print_group("or", node.children);
        case NodeKind::all_of: return print_group("and", node.children);
        case NodeKind::near: return print_group("near/" + std::to_string(node.distance), node.children);
        case NodeKind::word:
        case NodeKind::wildcard: return node.text;
        case NodeKind::prefix: return node.text + "*";
        case NodeKind::phrase: return quoted(node.text);
        case NodeKind::filter: return print_filter(node);
    }
    return {};
}

}  // namespace

std::string to_string(const Node& node) {
    std::string out;
    if (node.occur == Occur::required) out += '+';
    if (node.occur == Occur::excluded) out += '-';
    if (node.field) {
        out.append(info(*node.field).name);
        if (!node.name.empty()) out.append(".").append(node.name);
        out += ':';
    }
    return out + print_kind(node);
}

}  // namespace newsarc::query
