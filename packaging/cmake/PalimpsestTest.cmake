# SPDX-License-Identifier: GPL-3.0-or-later
# Qt Test without its definitions of a test's own folders, for QFINDTESTDATA alone: with them no header could be shared.
add_library(palimpsest_qt_test INTERFACE)
target_link_libraries(palimpsest_qt_test INTERFACE Qt6::Test)
target_compile_definitions(palimpsest_qt_test INTERFACE QT_NO_KEYWORDS)
target_compile_options(palimpsest_qt_test INTERFACE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)

# palimpsest_add_test(FILE LABELS ... [TORCH] DEPENDS modules ... [LIBRARIES ...]) makes one Qt Test program of one
# file; its name is the file's path below tests/ with slashes as underscores. A build without LibTorch leaves out the
# tests of the modules that need it; PALIMPSEST_TEST_LABEL leaves out all tests without that label,
# PALIMPSEST_TEST_FOLDERS those of other folders.
function(palimpsest_add_test file)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TORCH" "TIMEOUT" "LABELS;DEPENDS;LIBRARIES;ENVIRONMENT")
  if(PALIMPSEST_TEST_LABEL AND NOT PALIMPSEST_TEST_LABEL IN_LIST arg_LABELS)
    return()
  endif()
  file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  if(PALIMPSEST_TEST_FOLDERS AND NOT path MATCHES "^(${PALIMPSEST_TEST_FOLDERS})/")
    return()
  endif()
  list(TRANSFORM arg_DEPENDS PREPEND palimpsest_)
  if(NOT PALIMPSEST_TORCH)
    foreach(module IN LISTS arg_DEPENDS)
      if(arg_TORCH OR NOT TARGET ${module})
        return()
      endif()
    endforeach()
  endif()

  string(REGEX REPLACE "\\.cpp$" "" name "${path}")
  string(REPLACE "/" "_" name "${name}")
  add_executable(${name} ${file})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${arg_DEPENDS} ${arg_LIBRARIES} palimpsest_warnings palimpsest_qt_test)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE
    PALIMPSEST_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PALIMPSEST_BINARY_DIR="${PROJECT_BINARY_DIR}")
  palimpsest_add_moc(${name} ${file})
  palimpsest_precompile_test(${name} "${arg_DEPENDS};${arg_LIBRARIES}" ${arg_TORCH})

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

# What AUTOMOC would do for a file that includes its own .moc, in a tenth of the time: it starts CMake, and compiles an
# empty source, for each program.
function(palimpsest_add_moc target file)
  get_filename_component(name "${file}" NAME_WLE)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/moc_${target}")
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${folder}/${name}.moc"
    COMMAND Qt6::moc -o "${folder}/${name}.moc" "${CMAKE_CURRENT_SOURCE_DIR}/${file}"
    DEPENDS "${file}" VERBATIM)
  target_sources(${target} PRIVATE "${folder}/${name}.moc")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()

# Qt Test's headers are two thirds of what a test costs the compiler: precompiled once for each kind of test. They look
# different with and without the window's libraries.
function(palimpsest_precompile_test target links is_torch)
  set(is_ui OFF)
  if(links MATCHES "palimpsest_(ui|gui)_|Qt6::(Gui|Widgets)")
    set(is_ui ON)
    target_link_libraries(${target} PRIVATE Qt6::Widgets)
  endif()
  if(is_torch)
    target_link_libraries(${target} PRIVATE palimpsest_torch)
  endif()
  if(is_torch AND is_ui)
    target_precompile_headers(${target} REUSE_FROM palimpsest_torch_pch)
  elseif(is_torch)
    target_precompile_headers(${target} REUSE_FROM palimpsest_torch_test_pch)
  elseif(is_ui)
    target_precompile_headers(${target} REUSE_FROM palimpsest_ui_test_pch)
  else()
    target_precompile_headers(${target} REUSE_FROM palimpsest_test_pch)
  endif()
endfunction()

# palimpsest_add_test_pch(NAME LIBRARIES ... HEADERS ...)
function(palimpsest_add_test_pch name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBRARIES;HEADERS")
  palimpsest_add_pch(${name} LIBRARIES ${arg_LIBRARIES} palimpsest_qt_test HEADERS ${arg_HEADERS} <QtTest/QTest> <QtTest/QSignalSpy>
    <QtCore/QDir> <QtCore/QFile> <QtCore/QTemporaryDir> <algorithm> <chrono> <cmath> <filesystem> <functional> <map>
    <memory> <optional> <random> <string> <thread> <variant> <vector>)
endfunction()

palimpsest_add_test_pch(palimpsest_test_pch)
if(PALIMPSEST_TORCH)
  palimpsest_add_test_pch(palimpsest_torch_test_pch LIBRARIES palimpsest_torch HEADERS <ATen/ATen.h>)
endif()
if(PALIMPSEST_GUI)
  palimpsest_add_test_pch(palimpsest_ui_test_pch LIBRARIES Qt6::Widgets HEADERS <QtWidgets/QApplication>
    <QtWidgets/QWidget> <QtGui/QImage> <QtGui/QPainter> <QtGui/QMouseEvent>)
endif()
