# Writes OUT, a C++ source with the text of FILES below ROOT. Run by newsarc_embed().
cmake_minimum_required(VERSION 3.22)

file(WRITE ${OUT} "#include \"cli/help/embedded.hpp\"\n\n#include <algorithm>\n#include <array>\n#include <utility>\n
namespace newsarc::cli {\nnamespace {\n\nusing File = std::pair<std::string_view, std::string_view>;\n
constexpr std::array files{\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} text)
  file(APPEND ${OUT} "    File{\"${file}\", R\"embedded(${text})embedded\"},\n")
endforeach()
file(APPEND ${OUT} "};\n\n}  // namespace\n
std::string_view embedded(std::string_view path) {
    const auto found = std::ranges::find(files, path, &File::first);
    return found == files.end() ? std::string_view() : found->second;
}\n\n}  // namespace newsarc::cli\n")
