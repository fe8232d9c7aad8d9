# Runs clients.mjs with packages of npm, which go to SCRATCH. Skipped where these cannot be had.
cmake_minimum_required(VERSION 3.22)
include(${SOURCE}/tests/support/npm_packages.cmake)
newsarc_npm_packages(${CMAKE_CURRENT_LIST_DIR})

file(REMOVE ${SCRATCH}/news.db)
file(GLOB samples ${SOURCE}/data/*.txt)
execute_process(COMMAND ${PROGRAM} add -q --no-config -A ${SCRATCH}/news.db ${samples} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "no archive of samples")
endif()
execute_process(COMMAND ${PROGRAM} search -q --no-config -A ${SCRATCH}/news.db --save ferries ferry OUTPUT_QUIET)
execute_process(COMMAND ${node} clients.mjs ${PROGRAM} ${SCRATCH}/news.db WORKING_DIRECTORY ${SCRATCH}
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "a client complains")
endif()
