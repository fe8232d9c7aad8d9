# Everything newsarc is built on comes from the system; nothing is downloaded. What is missing is
# collected first, so that one message names all of it.

set(missing "")
macro(newsarc_missing what debian fedora homebrew)
  string(APPEND missing_what "  ${what}\n")
  list(APPEND missing_debian ${debian})
  list(APPEND missing_fedora ${fedora})
  list(APPEND missing_homebrew ${homebrew})
endmacro()

find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
  newsarc_missing("pkg-config" pkg-config pkgconf-pkg-config pkgconf)
endif()

find_package(Threads REQUIRED)

find_package(SQLite3 QUIET)
if(NOT SQLite3_FOUND)
  newsarc_missing("SQLite 3.37 or later, with FTS5" libsqlite3-dev sqlite-devel sqlite)
endif()

find_package(SQLiteCpp QUIET)
if(NOT SQLiteCpp_FOUND)
  newsarc_missing("SQLiteCpp" libsqlitecpp-dev sqlitecpp-devel sqlitecpp)
endif()

find_package(ZLIB QUIET)
if(NOT ZLIB_FOUND)
  newsarc_missing("zlib" zlib1g-dev zlib-devel zlib)
endif()

find_package(nlohmann_json QUIET)
if(NOT nlohmann_json_FOUND)
  newsarc_missing("nlohmann/json" nlohmann-json3-dev json-devel nlohmann-json)
endif()

find_package(simdjson QUIET)
if(NOT simdjson_FOUND)
  newsarc_missing("simdjson" libsimdjson-dev simdjson-devel simdjson)
elseif(simdjson_VERSION VERSION_LESS 3.1)
  # Loaded when JSON is first read, by the name that a program linked with it asks for. What the headers of
  # later versions call is another list than that in src/input/load/simdjson.cpp: these are linked.
  get_target_property(configuration simdjson::simdjson IMPORTED_CONFIGURATIONS)
  list(GET configuration 0 configuration)
  get_target_property(NEWSARC_SIMDJSON_NAME simdjson::simdjson IMPORTED_SONAME_${configuration})
  get_target_property(NEWSARC_SIMDJSON_FILE simdjson::simdjson IMPORTED_LOCATION_${configuration})
endif()

# newsarc_pkg(TARGET MODULE WHAT DEBIAN FEDORA HOMEBREW): a library that pkg-config knows.
macro(newsarc_pkg target module what debian fedora homebrew)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(${target} QUIET IMPORTED_TARGET ${module})
  endif()
  if(NOT ${target}_FOUND)
    newsarc_missing("${what}" ${debian} ${fedora} ${homebrew})
  endif()
endmacro()
newsarc_pkg(UTF8PROC libutf8proc "utf8proc" libutf8proc-dev utf8proc-devel utf8proc)
newsarc_pkg(UCHARDET uchardet "uchardet" libuchardet-dev uchardet-devel uchardet)
newsarc_pkg(TOMLPLUSPLUS tomlplusplus "toml++" libtomlplusplus-dev tomlplusplus-devel tomlplusplus)
newsarc_pkg(NETTLE nettle "nettle" nettle-dev nettle-devel nettle)
newsarc_pkg(LIBARCHIVE libarchive "libarchive" libarchive-dev libarchive-devel libarchive)
newsarc_pkg(GMIME gmime-3.0 "GMime 3" libgmime-3.0-dev gmime30-devel gmime)
newsarc_pkg(LIBXML2 libxml-2.0 "libxml2" libxml2-dev libxml2-devel libxml2)

# Two small ones are taken into the program where the system has them for that: each library that a program
# has to find when it starts takes a tenth of that time. The package of the library names the shared ones.
foreach(module UTF8PROC:utf8proc NETTLE:nettle)
  string(REPLACE ":" ";" module ${module})
  list(GET module 0 prefix)
  list(GET module 1 name)
  find_library(NEWSARC_STATIC_${prefix} ${CMAKE_STATIC_LIBRARY_PREFIX}${name}${CMAKE_STATIC_LIBRARY_SUFFIX}
    HINTS ${${prefix}_LIBRARY_DIRS})
  mark_as_advanced(NEWSARC_STATIC_${prefix})
  if(NEWSARC_STATIC_${prefix} AND ${prefix}_FOUND)
    set_target_properties(PkgConfig::${prefix} PROPERTIES INTERFACE_LINK_LIBRARIES ${NEWSARC_STATIC_${prefix}})
  endif()
endforeach()

# Two that pkg-config does not know; src/text/CMakeLists.txt links them by name.
find_library(NEWSARC_STEMMER stemmer)
if(NOT NEWSARC_STEMMER)
  newsarc_missing("Snowball's libstemmer" libstemmer-dev libstemmer-devel snowball)
endif()
find_library(NEWSARC_CLD2 cld2_full)
if(NOT NEWSARC_CLD2)
  newsarc_missing("CLD2, with the tables of all its languages" libcld2-dev cld2-devel cld2)
endif()
mark_as_advanced(NEWSARC_STEMMER NEWSARC_CLD2)

macro(newsarc_left_out what debian fedora homebrew)
  message(STATUS "Left out: ${what} (${debian} of Debian, ${fedora} of Fedora, ${homebrew} of Homebrew)")
endmacro()

# Beast, for `newsarc serve`; without it all else is built. Of Boost only headers are used.
if(POLICY CMP0167)
  cmake_policy(SET CMP0167 NEW)  # the package of Boost itself
endif()
find_package(Boost 1.74 QUIET)
if(NOT Boost_FOUND)
  newsarc_left_out("newsarc serve, for want of Boost 1.74 or later" libboost-dev boost-devel boost)
endif()

if(NEWSARC_TESTS)
  find_package(Catch2 QUIET)
  if(NOT Catch2_FOUND)
    newsarc_missing("Catch2 2 or 3 (for the tests; -DNEWSARC_TESTS=OFF does without)" catch2 catch-devel catch2)
  endif()
endif()

if(missing_what)
  list(JOIN missing_debian " " missing_debian)
  list(JOIN missing_fedora " " missing_fedora)
  list(JOIN missing_homebrew " " missing_homebrew)
  # CMake prints lines that begin with a blank as they stand, and breaks others anew.
  message(FATAL_ERROR "newsarc needs what this system lacks:\n${missing_what}"
    " To install it:\n"
    "  Debian, Ubuntu:  apt-get install ${missing_debian}\n"
    "  Fedora:          dnf install ${missing_fedora}\n"
    "  Homebrew:        brew install ${missing_homebrew}\n")
endif()

# An SQLite without FTS5 links well and fails at the first search: ask it now.
include(CheckCXXSourceRuns)
set(CMAKE_REQUIRED_LIBRARIES SQLite::SQLite3)
if(CMAKE_CROSSCOMPILING)
  set(NEWSARC_SQLITE_HAS_FTS5 TRUE CACHE INTERNAL "taken on trust when cross-compiling")
endif()
check_cxx_source_runs("
#include <sqlite3.h>
int main() {
    sqlite3* db = nullptr;
    if (sqlite3_libversion_number() < 3037000 || sqlite3_open(\":memory:\", &db) != SQLITE_OK) return 1;
    const int status = sqlite3_exec(db, \"CREATE VIRTUAL TABLE t USING fts5(x)\", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    return status == SQLITE_OK ? 0 : 1;
}" NEWSARC_SQLITE_HAS_FTS5)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT NEWSARC_SQLITE_HAS_FTS5)
  message(FATAL_ERROR "The SQLite found (${SQLite3_VERSION}, ${SQLite3_LIBRARIES}) is older than 3.37 or was "
    "built without FTS5, the full-text search that newsarc is built on. The packages of Debian, Fedora and Homebrew have it; an SQLite of your own needs "
    "-DSQLITE_ENABLE_FTS5.")
endif()
