# How every target of newsarc is compiled.
add_library(newsarc_compiler INTERFACE)
target_compile_features(newsarc_compiler INTERFACE cxx_std_20)
target_compile_options(newsarc_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${NEWSARC_WARNINGS_AS_ERRORS}>:-Werror>)
if(NEWSARC_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(newsarc_compiler INTERFACE ${sanitizers})
  target_link_options(newsarc_compiler INTERFACE ${sanitizers})
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
