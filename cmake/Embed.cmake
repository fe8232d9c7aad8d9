# newsarc_embed(TARGET FILE...): makes files of the project, named from its root, part of a target:
# a source that defines embedded() as "cli/help/embedded.hpp" declares it. Made anew when a file changes.
set(NEWSARC_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)
function(newsarc_embed target)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -D OUT=${source} "-DFILES=${ARGN}"
      -P ${NEWSARC_EMBED_SCRIPT}
    DEPENDS ${paths} ${NEWSARC_EMBED_SCRIPT} VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()
