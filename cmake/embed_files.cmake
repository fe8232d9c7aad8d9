# Writes OUT, a C++ source with the text of FILES below ROOT, for ROOM. Run by newsarc_embed().
cmake_minimum_required(VERSION 3.22)

file(WRITE ${OUT} "#include \"text/embedded.hpp\"\n
namespace newsarc::${ROOM} {\nnamespace {\n
constexpr EmbeddedFile files[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} text)
  file(APPEND ${OUT} "    {\"${file}\", R\"embedded(${text})embedded\"},\n")
endforeach()
file(APPEND ${OUT} "};\n\n}  // namespace\n
std::span<const EmbeddedFile> embedded_files();
std::span<const EmbeddedFile> embedded_files() {
    return files;
}\n\n}  // namespace newsarc::${ROOM}\n")
