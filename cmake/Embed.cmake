# newsarc_embed(ROOM FILE...): builds files of the project, named from its root, into a room: a source
# that defines newsarc::ROOM::embedded_files(). Made anew when a file changes.
set(NEWSARC_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(newsarc_embed room)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D ROOM=${room} -D ROOT=${PROJECT_SOURCE_DIR} -D OUT=${source} "-DFILES=${ARGN}"
      -P ${NEWSARC_EMBED_SCRIPT}
    DEPENDS ${paths} ${NEWSARC_EMBED_SCRIPT} VERBATIM)
  target_sources(newsarc_${room} PRIVATE ${source})
endfunction()
