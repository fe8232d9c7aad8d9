#include <newsarc/check.hpp>

namespace newsarc {

std::string_view to_string(CheckArea area) {
    switch (area) {
        case CheckArea::file: return "file";
        case CheckArea::article: return "article";
        case CheckArea::index: return "index";
        case CheckArea::lengths: return "lengths";
        case CheckArea::postings: return "postings";
        case CheckArea::original: return "original";
        case CheckArea::reference: return "reference";
        case CheckArea::duplicates: return "duplicates";
    }
    return "file";
}

}  // namespace newsarc
