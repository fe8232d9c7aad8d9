include(Arrows)

# newsarc_room(NAME SOURCES file... [DEPENDS room...] [LIBRARIES target...])
# One static library for a folder under src/. DEPENDS are the arrows to other rooms: what is not
# named here cannot be linked, what cmake/Arrows.cmake does not allow stops the configuration.
function(newsarc_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  if(NOT name IN_LIST NEWSARC_ROOMS)
    message(FATAL_ERROR "src/${name} is not among the rooms of cmake/Arrows.cmake")
  endif()
  foreach(other IN LISTS ROOM_DEPENDS)
    if(NOT other IN_LIST NEWSARC_ARROWS_${name})
      message(FATAL_ERROR "src/${name} must not depend on ${other}: see cmake/Arrows.cmake")
    endif()
  endforeach()
  add_library(newsarc_${name} STATIC ${ROOM_SOURCES})
  add_library(newsarc::${name} ALIAS newsarc_${name})
  set_target_properties(newsarc_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(newsarc_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
           $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_compile_features(newsarc_${name} PUBLIC cxx_std_20)
  list(TRANSFORM ROOM_DEPENDS PREPEND newsarc_)
  target_link_libraries(newsarc_${name} PUBLIC ${ROOM_DEPENDS}
    PRIVATE $<BUILD_INTERFACE:newsarc_compiler> ${ROOM_LIBRARIES})
endfunction()
