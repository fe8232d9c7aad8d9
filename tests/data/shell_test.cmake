# The stock sqlite3 shell opens an archive, searches it, and gives every original back.
cmake_minimum_required(VERSION 3.22)

function(run out folder)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${folder} RESULT_VARIABLE status
    OUTPUT_VARIABLE text ERROR_VARIABLE errors OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\nended with ${status}: ${text}${errors}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

set(archive ${SCRATCH}/archive.db)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH}/extracted)
run(log ${SOURCE} ${NEWSARC} --archive ${archive} add data)

run(found ${SCRATCH} ${SHELL} ${archive}
  "SELECT headline FROM article_fts WHERE article_fts MATCH 'taliban AND weapon'")
if(NOT found STREQUAL "Taliban Say They Will Keep the US Weapons Left Behind in 2021")
  message(SEND_ERROR "the shell's MATCH found: '${found}'")
endif()

run(sound ${SCRATCH} ${SHELL} ${archive} "PRAGMA integrity_check"
  "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)")
if(NOT sound STREQUAL "ok")
  message(SEND_ERROR "the shell's checks say: '${sound}'")
endif()

run(log ${SCRATCH}/extracted ${SHELL} ${archive} -A -x)
file(GLOB_RECURSE originals RELATIVE ${SOURCE} ${SOURCE}/data/*)
foreach(original IN LISTS originals)
  if(original MATCHES "^data/reprints/ferry-runs-aground-copy")
    continue()  # a duplicate is not stored
  endif()
  file(SHA256 ${SOURCE}/${original} expected)
  set(actual "no such file")
  if(EXISTS ${SCRATCH}/extracted/${original})
    file(SHA256 ${SCRATCH}/extracted/${original} actual)
  endif()
  if(NOT actual STREQUAL expected)
    message(SEND_ERROR "${original} does not come back as it was: ${actual}")
  endif()
endforeach()
file(REMOVE_RECURSE ${SCRATCH})
