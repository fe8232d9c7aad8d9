# Makes a .deb of a build, takes it apart, runs what is in it, and has lintian judge it.
# The variables are those of tests/package/CMakeLists.txt.
cmake_minimum_required(VERSION 3.22)

foreach(tool IN ITEMS dpkg-deb dpkg-shlibdeps gzip)
  find_program(found_${tool} ${tool})
  if(NOT found_${tool})
    message("SKIPPED: there is no ${tool}")
    return()
  endif()
endforeach()

function(run out)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}\n${text}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
run(log ${CPACK} --config ${BUILD}/CPackConfig.cmake -B ${SCRATCH})
file(GLOB package ${SCRATCH}/newsarc_${VERSION}_*.deb)
if(NOT package)
  message(FATAL_ERROR "cpack made no newsarc_${VERSION}_….deb\n${log}")
endif()

run(log dpkg-deb -x ${package} ${SCRATCH}/root)
foreach(file IN ITEMS bin/newsarc share/man/man1/newsarc.1.gz share/man/man1/newsarc-search.1.gz
    share/man/man7/newsarc-query-language.7.gz share/bash-completion/completions/newsarc
    share/zsh/vendor-completions/_newsarc share/fish/vendor_completions.d/newsarc.fish
    share/doc/newsarc/copyright share/doc/newsarc/changelog.gz share/doc/newsarc/README.md)
  if(NOT EXISTS ${SCRATCH}/root/usr/${file})
    message(SEND_ERROR "/usr/${file} is not in the package")
  endif()
endforeach()
file(GLOB_RECURSE library ${SCRATCH}/root/*.a ${SCRATCH}/root/*.hpp)
if(library)
  message(SEND_ERROR "parts of the library are in the package: ${library}")
endif()

run(version ${SCRATCH}/root/usr/bin/newsarc --version)
if(NOT version MATCHES "newsarc ${VERSION}")
  message(FATAL_ERROR "the packed program says: ${version}")
endif()

find_program(lintian lintian)
if(lintian)
  run(log ${lintian} --allow-root --fail-on error ${package})
endif()
file(REMOVE_RECURSE ${SCRATCH})
