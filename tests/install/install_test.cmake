# Installs a build into a folder, moves that folder, and lets somebody else's project use it.
# The variables are those of tests/install/CMakeLists.txt.
cmake_minimum_required(VERSION 3.22)

function(run out)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${text}")
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

run(version ${SCRATCH}/moved/bin/newsarc --version)
if(NOT version MATCHES "newsarc ${VERSION}")
  message(FATAL_ERROR "the installed program says: ${version}")
endif()

run(log ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${SCRATCH}/consumer -G ${GENERATOR}
  -D CMAKE_BUILD_TYPE=Debug -D CMAKE_PREFIX_PATH=${SCRATCH}/moved -D CMAKE_CXX_COMPILER=${COMPILER}
  "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(log ${CMAKE_COMMAND} --build ${SCRATCH}/consumer)
run(answer ${SCRATCH}/consumer/consumer)
set(expected "added: Kites Return to the Beach\n1. Kites Return to the Beach\narchive_missing\n")
if(NOT answer STREQUAL expected)
  message(FATAL_ERROR "the consumer printed:\n${answer}\nand not:\n${expected}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
