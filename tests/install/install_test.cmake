# Installs a build into a folder, moves that folder, and lets somebody else's project use it.
# The variables are those of tests/install/CMakeLists.txt.
cmake_minimum_required(VERSION 3.22)

function(run out)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message("${text}")
    message(FATAL_ERROR "${command}\nended with ${status}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(log ${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/staged)
file(RENAME ${SCRATCH}/staged ${SCRATCH}/moved)

file(GLOB_RECURSE scripts ${SCRATCH}/moved/*.cmake)
foreach(script IN LISTS scripts)
  file(READ ${script} text)
  foreach(folder IN ITEMS ${SOURCE} ${SCRATCH}/staged)
    string(FIND "${text}" "${folder}" position)
    if(NOT position EQUAL -1)
      message(FATAL_ERROR "${script} names ${folder}, which another machine lacks")
    endif()
  endforeach()
endforeach()

foreach(file IN ITEMS man/man1/newsarc.1 man/man1/newsarc-search.1 man/man7/newsarc-query-language.7
    bash-completion/completions/newsarc zsh/site-functions/_newsarc fish/vendor_completions.d/newsarc.fish)
  if(NOT EXISTS ${SCRATCH}/moved/share/${file})
    message(FATAL_ERROR "share/${file} was not installed")
  endif()
endforeach()

run(version ${SCRATCH}/moved/bin/newsarc --version)
if(NOT version MATCHES "newsarc ${VERSION}")
  message(FATAL_ERROR "the installed program says: ${version}")
endif()

# The example of the README is a second program of the consumer.
file(READ ${SOURCE}/README.md readme)
if(NOT readme MATCHES "```cpp\n([^`]+)```")
  message(FATAL_ERROR "no example in C++ in README.md")
endif()
file(WRITE ${SCRATCH}/readme.cpp "${CMAKE_MATCH_1}")

run(log ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${SCRATCH}/consumer -G ${GENERATOR}
  -D CMAKE_BUILD_TYPE=Debug -D CMAKE_PREFIX_PATH=${SCRATCH}/moved -D CMAKE_CXX_COMPILER=${COMPILER}
  "-DCMAKE_CXX_FLAGS=${FLAGS}" -D EXAMPLE=${SOURCE}/examples/file_and_find.cpp -D README_EXAMPLE=${SCRATCH}/readme.cpp)
run(log ${CMAKE_COMMAND} --build ${SCRATCH}/consumer)

function(prints expected)
  run(answer ${CMAKE_COMMAND} -E chdir ${SCRATCH} ${ARGN})
  if(NOT answer STREQUAL expected)
    message(FATAL_ERROR "${ARGN} printed:\n${answer}\nand not:\n${expected}")
  endif()
endfunction()
prints("added: Kites Return to the Beach\n1. Kites Return to the Beach\narchive_missing\n"
  ${SCRATCH}/consumer/consumer)
prints("1  Kites Return to the Beach\n" ${SCRATCH}/consumer/readme)

file(WRITE ${SCRATCH}/kites.txt "Credit: Harbour Wire\n\nKites Return to the Beach\n\nThe wind is back.\n")
file(WRITE ${SCRATCH}/empty.txt "")
prints("added kites.txt: Kites Return to the Beach\nfailed empty.txt\n1 found\n1  Kites Return to the Beach (Harbour Wire)\n   The wind is back.\n"
  ${SCRATCH}/consumer/example wind.db kite kites.txt empty.txt)
file(REMOVE_RECURSE ${SCRATCH})
