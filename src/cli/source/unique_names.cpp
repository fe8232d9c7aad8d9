#include "cli/source/unique_names.hpp"

#include "text/unicode/fold.hpp"

namespace newsarc::cli {
namespace {

/// `a.txt` and 2 give `a~2.txt`; one is the name itself.
std::string numbered(const std::string& part, int number) {
    if (number == 1) return part;
    std::size_t dot = part.rfind('.');
    if (dot == std::string::npos || dot == 0) dot = part.size();
    return part.substr(0, dot) + "~" + std::to_string(number) + part.substr(dot);
}

}  // namespace

// A name that is taken stays so: the search goes on where it ended the last time.

std::string UniqueNames::free_folder(const std::string& above, const std::string& part) {
    std::string& found = folders_of_[text::fold(above + part)];
    for (int number = 1; found.empty(); ++number) {
        const std::string wanted = above + numbered(part, number);
        const std::string folded = text::fold(wanted);
        if (!files_.contains(folded)) found = folders_.emplace(folded, wanted).first->second;
    }
    return found;
}

std::string UniqueNames::free_file(const std::string& above, const std::string& part) {
    for (int& number = numbers_[text::fold(above + part)];;) {
        std::string wanted = above + numbered(part, ++number);
        const std::string folded = text::fold(wanted);
        if (!folders_.contains(folded) && files_.insert(folded).second) return wanted;
    }
}

std::string UniqueNames::claim(std::string_view path) {
    std::string above;
    for (std::size_t slash = 0; (slash = path.find('/')) != std::string_view::npos;) {
        above = free_folder(above, std::string(path.substr(0, slash))) + "/";
        path.remove_prefix(slash + 1);
    }
    return free_file(above, std::string(path));
}

}  // namespace newsarc::cli
