#include "parse/classify.hpp"

namespace newsarc::parsing {

std::string_view type_name(const Classed& classed) {
    switch (classed.type) {
        case LineType::headline: return "headline";
        case LineType::deck: return "deck";
        case LineType::credit: return "credit";
        case LineType::byline: return "byline";
        case LineType::job_title: return "job title";
        case LineType::published: return "published";
        case LineType::updated: return "updated";
        case LineType::dateline: return "dateline";
        case LineType::paragraph: return "paragraph";
        case LineType::related: return "related";
        case LineType::note: return to_string(classed.note);
        case LineType::link: return "link";
        case LineType::separator: return "separator";
    }
    return "paragraph";
}

}  // namespace newsarc::parsing
