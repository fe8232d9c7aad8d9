# Runs browser.mjs with packages of npm, which go to SCRATCH, and the system's Chromium. Skipped where these cannot be had.
cmake_minimum_required(VERSION 3.22)
find_program(chromium NAMES chromium chromium-browser google-chrome)
if(NOT chromium)
  message("SKIPPED: there is no Chromium")
  return()
endif()
include(${SOURCE}/tests/support/npm_packages.cmake)
newsarc_npm_packages(${CMAKE_CURRENT_LIST_DIR})

# The samples, of which the first has a former version, and a text that wants to be more than one.
file(REMOVE ${SCRATCH}/news.db)
file(WRITE ${SCRATCH}/first.txt "Credit: The Harbour Post\n\nPort Reopens\n\nBarges came back to Portvale.\n")
set(newsarc ${PROGRAM} -q --no-config -A ${SCRATCH}/news.db)
execute_process(COMMAND ${newsarc} add ${SCRATCH}/first.txt OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${SCRATCH}/first.txt
  "Credit: The Harbour Post\n\nPort Reopens After Flood\n\nBarges came back to the quays of Portvale.\n")
file(GLOB samples ${SOURCE}/data/*.txt ${SOURCE}/data/reprints/*.txt)
execute_process(COMMAND ${newsarc} add ${SCRATCH}/first.txt ${samples} ${CMAKE_CURRENT_LIST_DIR}/hostile.txt
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${newsarc} search --save ferries ferry OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${node} browser.mjs ${PROGRAM} ${SCRATCH}/news.db ${chromium} WORKING_DIRECTORY ${SCRATCH}
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the browser saw something wrong")
endif()
