# SPDX-License-Identifier: GPL-3.0-or-later
# PALIMPSEST_UNITY: several sources of a module in one compiler run, where unity_groups.py finds no name in the way. Half
# of the compiler's time goes that way, but an edit compiles its whole group: for builds that nobody edits in.
if(PALIMPSEST_UNITY)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  execute_process(COMMAND "${Python3_EXECUTABLE}" "${CMAKE_CURRENT_LIST_DIR}/unity_groups.py" "${PROJECT_SOURCE_DIR}" core ui app
    OUTPUT_VARIABLE palimpsest_unity_groups COMMAND_ERROR_IS_FATAL ANY)
  cmake_language(EVAL CODE "${palimpsest_unity_groups}")
endif()

# palimpsest_unite(TARGET SOURCE ...): sources are named relative to the current folder.
function(palimpsest_unite target)
  if(NOT PALIMPSEST_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${palimpsest_unity_${path}}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}") # an edit may bring a name into the way
  endforeach()
endfunction()
