# Types command lines into a shell (SHELL) and compares what comes of them with cases.txt.
# PROGRAM is newsarc, SOURCE the project, SCRATCH a folder to work in.
cmake_minimum_required(VERSION 3.22)

find_program(shell ${SHELL})
if(NOT shell)
  message("SKIPPED: there is no ${SHELL}")
  return()
endif()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
file(WRITE ${SCRATCH}/other.txt "Credit: Others\n\nA Bench Is Painted\n\nIt is green now.\n")
file(WRITE "${SCRATCH}/two words.txt" "")
get_filename_component(folder ${PROGRAM} DIRECTORY)
set(environment HOME=${SCRATCH} XDG_CONFIG_HOME=${SCRATCH} XDG_DATA_HOME=${SCRATCH} TERM=xterm LC_ALL=C.UTF-8
  NEWSARC_ARCHIVE=${SCRATCH}/archive.db "PATH=${folder}:$ENV{PATH}")

function(run out)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env ${environment} ${ARGN} WORKING_DIRECTORY ${SCRATCH}
    RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE errors TIMEOUT 120)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN} ended with ${status}\n${text}\n${errors}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()
run(ignored ${PROGRAM} add ${SOURCE}/data)
run(ignored ${PROGRAM} -A other.db add other.txt)
run(answer ${shell} ${CMAKE_CURRENT_LIST_DIR}/${SHELL}_test.${SHELL} ${CMAKE_CURRENT_LIST_DIR}/cases.txt)

# What bash and zsh ran is all words; of fish only the one that was completed can be asked.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/cases.txt cases REGEX "^newsarc")
set(expected "")
foreach(case IN LISTS cases)
  string(REGEX REPLACE "^.* => " "" words "${case}")
  if(SHELL STREQUAL "fish")
    string(REGEX REPLACE "^.*<" "<" words "${words}")
  endif()
  string(APPEND expected "${words}\n")
endforeach()
if(NOT answer STREQUAL expected)
  message(FATAL_ERROR "${SHELL} completed to:\n${answer}\nand not to:\n${expected}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
