# How every target of newsarc is compiled.
add_library(newsarc_compiler INTERFACE)
target_compile_features(newsarc_compiler INTERFACE cxx_std_20)
target_compile_options(newsarc_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${NEWSARC_WARNINGS_AS_ERRORS}>:-Werror>)
if(NEWSARC_SANITIZE)
  # And with char as ARM has it: the tests then run with both kinds.
  target_compile_options(newsarc_compiler INTERFACE -funsigned-char)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(newsarc_compiler INTERFACE ${sanitizers})
  target_link_options(newsarc_compiler INTERFACE ${sanitizers})
endif()
set(CMAKE_CXX_EXTENSIONS OFF)

# In optimised builds GCC 12 takes `"literal" + std::to_string(n)` for an overlapping copy
# (https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(newsarc_compiler INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:-Wno-restrict>)
endif()
