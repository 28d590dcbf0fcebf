# SPDX-License-Identifier: GPL-3.0-or-later
include(PalimpsestUnity)

# palimpsest_add_module(NAME [TORCH] HEADERS ... SOURCES ... DEPENDS modules ... [LIBRARIES private libraries ...])
# makes the static library palimpsest_NAME of a folder of core/. LibTorch is PRIVATE: who links a module does not see it.
function(palimpsest_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TORCH" "" "HEADERS;SOURCES;DEPENDS;LIBRARIES")
  if(arg_TORCH AND NOT PALIMPSEST_TORCH)
    return()
  endif()
  set(target palimpsest_${name})
  add_library(${target} STATIC EXCLUDE_FROM_ALL) # built for what links it
  target_sources(${target}
    PRIVATE ${arg_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  palimpsest_unite(${target} ${arg_SOURCES})
  list(TRANSFORM arg_DEPENDS PREPEND palimpsest_)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE palimpsest_warnings ${arg_LIBRARIES})
  if(arg_TORCH)
    target_link_libraries(${target} PRIVATE palimpsest_torch)
    target_precompile_headers(${target} REUSE_FROM palimpsest_torch_pch)
  endif()
endfunction()
