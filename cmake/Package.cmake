# `cpack` in the build folder makes a .deb of the program, with its manual pages, completions and
# documents. The library is installed with `cmake --install`.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

set(NEWSARC_MAINTAINER "the newsarc authors <newsarc@example.org>" CACHE STRING
  "Who makes a package, as its field Maintainer has it")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME newsarc)
set(CPACK_PACKAGE_VENDOR "the newsarc authors")
set(CPACK_PACKAGE_CONTACT "${NEWSARC_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "archive and search tool for news articles")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "newsarc reads the text files in which news articles lie around on a disk,
takes them apart (headline, credit, byline, dateline, dates, links, notes),
keeps them with their originals in one SQLite file, and finds the right one
again, best first.")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37), libcld2-0, libstemmer0d, libuchardet0")  # beside what the program is linked with
if(NEWSARC_SIMDJSON_NAME)
  string(REPLACE ".so." "" simdjson_package ${NEWSARC_SIMDJSON_NAME})  # libsimdjson14
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", ${simdjson_package}")
endif()
# Taken for kinds of files: archives, pages, mail, PDF. Where there are two names the first is that of Debian 13.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "libarchive13t64 | libarchive13, libxml2, libgmime-3.0-0t64 | libgmime-3.0-0, poppler-utils")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};newsarc;program;/")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_files.cmake)
include(CPack)
