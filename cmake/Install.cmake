# What `cmake --install` puts in place: the program, the library with its headers, and a CMake
# package. find_package(newsarc) gives newsarc::newsarc, which is all the rooms of the library.
include(CMakePackageConfigHelpers)

add_library(newsarc_library INTERFACE)
add_library(newsarc::newsarc ALIAS newsarc_library)
set_target_properties(newsarc_library PROPERTIES EXPORT_NAME newsarc)
list(TRANSFORM NEWSARC_LIBRARY_ROOMS PREPEND newsarc_ OUTPUT_VARIABLE library_rooms)
target_link_libraries(newsarc_library INTERFACE ${library_rooms})

set(NEWSARC_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/newsarc)
install(TARGETS newsarc_library ${library_rooms} EXPORT newsarc ARCHIVE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/newsarc DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT newsarc NAMESPACE newsarc:: FILE newsarcTargets.cmake DESTINATION ${NEWSARC_PACKAGE_DIR})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/newsarcConfig.cmake.in
  ${PROJECT_BINARY_DIR}/newsarcConfig.cmake INSTALL_DESTINATION ${NEWSARC_PACKAGE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/newsarcConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/newsarcConfig.cmake ${PROJECT_BINARY_DIR}/newsarcConfigVersion.cmake
  DESTINATION ${NEWSARC_PACKAGE_DIR})

install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/SECURITY.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
