# SPDX-License-Identifier: GPL-3.0-or-later
# palimpsest_add_module(NAME [TORCH] HEADERS ... SOURCES ... DEPENDS modules ... [LIBRARIES private libraries ...])
# makes the static library palimpsest_NAME of a folder of core/. LibTorch is PRIVATE: who links a module does not see it.
function(palimpsest_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TORCH" "" "HEADERS;SOURCES;DEPENDS;LIBRARIES")
  set(target palimpsest_${name})
  add_library(${target} STATIC)
  target_sources(${target}
    PRIVATE ${arg_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  list(TRANSFORM arg_DEPENDS PREPEND palimpsest_)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE palimpsest_warnings ${arg_LIBRARIES})
  if(arg_TORCH)
    target_link_libraries(${target} PRIVATE palimpsest_torch)
    target_precompile_headers(${target} REUSE_FROM palimpsest_torch_pch)
  endif()
endfunction()

# palimpsest_add_test(FILE LABELS ... [TORCH] DEPENDS modules ... [LIBRARIES ...]) makes one Qt Test program of one
# file; its name is the file's path below tests/ with slashes as underscores.
function(palimpsest_add_test file)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TORCH" "TIMEOUT" "LABELS;DEPENDS;LIBRARIES;ENVIRONMENT")
  file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  string(REGEX REPLACE "\\.cpp$" "" name "${path}")
  string(REPLACE "/" "_" name "${name}")
  add_executable(${name} ${file})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  list(TRANSFORM arg_DEPENDS PREPEND palimpsest_)
  target_link_libraries(${name} PRIVATE ${arg_DEPENDS} ${arg_LIBRARIES} palimpsest_warnings Qt6::Test)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS
    PALIMPSEST_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PALIMPSEST_BINARY_DIR="${PROJECT_BINARY_DIR}")
  if(arg_TORCH)
    target_link_libraries(${name} PRIVATE palimpsest_torch)
    target_precompile_headers(${name} REUSE_FROM palimpsest_torch_pch)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_WAIT_POLICY=PASSIVE;${arg_ENVIRONMENT}")
  if("gpu" IN_LIST arg_LABELS)
    set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "SKIP   : ") # Qt Test's line, with the reason
  endif()
endfunction()
