# SPDX-License-Identifier: GPL-3.0-or-later
# palimpsest_add_pch(NAME LIBRARIES ... HEADERS ...) makes a precompiled header that targets with the same libraries take
# with target_precompile_headers(TARGET REUSE_FROM NAME).
function(palimpsest_add_pch name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
  set(source "${PROJECT_BINARY_DIR}/pch/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// owner of a shared precompiled header\n" @ONLY)
  add_library(${name} OBJECT EXCLUDE_FROM_ALL "${source}")
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} palimpsest_warnings)
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()
