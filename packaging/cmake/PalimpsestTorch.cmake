# SPDX-License-Identifier: GPL-3.0-or-later
# LibTorch without its own CMake package: that one demands the CUDA toolkit, and would link libtorch_cuda, which we
# open at run time instead. palimpsest::torch is libtorch_cpu and libc10 alone. The pinned library comes from
# packaging/cmake/fetch_libtorch.sh; any other of 2.11 or later is found through CMAKE_PREFIX_PATH.
if(NOT PALIMPSEST_TORCH_ROOT)
  execute_process(COMMAND "${PROJECT_SOURCE_DIR}/packaging/cmake/fetch_libtorch.sh" --print-only
    OUTPUT_VARIABLE PALIMPSEST_TORCH_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
find_path(PALIMPSEST_TORCH_INCLUDE ATen/ATen.h HINTS "${PALIMPSEST_TORCH_ROOT}/include" REQUIRED)
find_library(PALIMPSEST_TORCH_CPU torch_cpu HINTS "${PALIMPSEST_TORCH_ROOT}/lib" REQUIRED)
find_library(PALIMPSEST_TORCH_C10 c10 HINTS "${PALIMPSEST_TORCH_ROOT}/lib" REQUIRED)
# The OpenMP library that LibTorch brings is the one in the process: files with parallel_for must not link another.
find_library(PALIMPSEST_TORCH_GOMP NAMES libgomp.so.1 gomp HINTS "${PALIMPSEST_TORCH_ROOT}/lib" REQUIRED)
get_filename_component(PALIMPSEST_TORCH_LIB "${PALIMPSEST_TORCH_CPU}" DIRECTORY)

add_library(palimpsest_torch INTERFACE)
add_library(palimpsest::torch ALIAS palimpsest_torch)
target_include_directories(palimpsest_torch SYSTEM INTERFACE
  "${PALIMPSEST_TORCH_INCLUDE}" "${PALIMPSEST_TORCH_INCLUDE}/torch/csrc/api/include")
# The library is a release build, and some of its header-defined classes have other members without this.
target_compile_definitions(palimpsest_torch INTERFACE NDEBUG)
target_link_libraries(palimpsest_torch INTERFACE
  "${PALIMPSEST_TORCH_CPU}" "${PALIMPSEST_TORCH_C10}" "${PALIMPSEST_TORCH_GOMP}")
target_link_options(palimpsest_torch INTERFACE "-Wl,-rpath-link,${PALIMPSEST_TORCH_LIB}" -Wl,--as-needed)
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(palimpsest_torch INTERFACE -fpch-preprocess) # lets ccache see through the precompiled header
endif()

# One precompiled ATen header for every file that sees tensors.
palimpsest_add_pch(palimpsest_torch_pch LIBRARIES palimpsest_torch HEADERS <ATen/ATen.h>)
