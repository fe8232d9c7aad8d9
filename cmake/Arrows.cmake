# The rooms under src/ and the arrows between them: what each may include and link, outright or
# through others. newsarc_room() holds the link lines to it, tests/arrows the includes.
# The picture is in CONTRIBUTING.md.
set(NEWSARC_ROOMS model text input parse query store search archive output ask mcp web cli)
set(NEWSARC_ARROWS_model)
set(NEWSARC_ARROWS_text model)
set(NEWSARC_ARROWS_parse model text)
set(NEWSARC_ARROWS_query model text)
set(NEWSARC_ARROWS_store model text query)
set(NEWSARC_ARROWS_search model text query store)
set(NEWSARC_ARROWS_archive model text input parse query store search)
set(NEWSARC_ARROWS_input model text)
set(NEWSARC_ARROWS_output model text)
set(NEWSARC_ARROWS_ask model text input parse query store search archive output)
set(NEWSARC_ARROWS_mcp model text input parse query store search archive output ask)
set(NEWSARC_ARROWS_web model text input parse query store search archive output ask)
set(NEWSARC_ARROWS_cli model text parse query store search archive input output ask mcp web)

# Rooms that the library is made of; the others belong to the program alone.
set(NEWSARC_LIBRARY_ROOMS model text input parse query store search archive)

# Headers in include/newsarc that belong to another room than model.
set(NEWSARC_DOOR_HEADERS archive.hpp read.hpp)
set(NEWSARC_DOOR_ROOM archive)

# Libraries with a wall around them: a regular expression of their headers, and one of the only
# files under src/ that may include these.
set(NEWSARC_WALLS
  "^sqlite3(ext)?\\.h$"    "store/"
  "^SQLiteCpp/"            "store/"
  "^nlohmann/"             "(output|mcp)/"
  "^simdjson"              "input/load/simdjson\\.hpp$"
  "^archive(_entry)?\\.h$"  "input/(load/libarchive|container/packed_files)\\.[ch]pp$"
  "^gmime/"                "input/(load/gmime|mail/message)\\.[ch]pp$"
  "^libxml/"               "input/(load/libxml2|page/tree|xml/xml_tree)\\.[ch]pp$"
  "^libstemmer\\.h$"        "text/load/libstemmer\\.hpp$"
  "^uchardet\\.h$"          "text/load/uchardet\\.hpp$"
  "^cld2/"                 "text/load/cld2\\.hpp$"
  "^boost/asio/"           "web/http/(connection\\.[ch]pp|request_reader\\.cpp|server\\.cpp)$"
  "^boost/beast/"          "web/http/request_reader\\.cpp$"
  "^toml\\+\\+/"           "cli/config\\.cpp$")
