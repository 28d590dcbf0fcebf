# SPDX-License-Identifier: GPL-3.0-or-later
palimpsest_add_pch(palimpsest_ui_pch LIBRARIES Qt6::Widgets HEADERS <QtCore/QCoreApplication> <QtCore/QFileInfo>
  <QtCore/QLocale> <QtCore/QSignalBlocker> <QtCore/QStringList> <QtGui/QImage> <QtGui/QPainter> <QtWidgets/QComboBox>
  <QtWidgets/QDialog> <QtWidgets/QGridLayout> <QtWidgets/QLabel> <QtWidgets/QMenu> <QtWidgets/QPushButton>
  <QtWidgets/QToolButton> <QtWidgets/QVBoxLayout> <algorithm> <functional> <map> <memory> <optional> <string> <variant>
  <vector>)
target_compile_definitions(palimpsest_ui_pch PRIVATE QT_NO_KEYWORDS)

# palimpsest_add_ui_library(NAME HEADERS ... SOURCES ... DEPENDS modules ... [LIBRARIES public Qt libraries ...]) makes the
# static library palimpsest_ui_NAME of a folder of ui/. DEPENDS names modules of core/ ("tasks") and of ui/ ("ui_canvas").
# LibTorch is not on its include path: an include of a tensor header does not compile here.
function(palimpsest_add_ui_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;DEPENDS;LIBRARIES")
  set(target palimpsest_ui_${name})
  add_library(${target} STATIC EXCLUDE_FROM_ALL)
  target_sources(${target}
    PRIVATE ${arg_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${target} PUBLIC QT_NO_KEYWORDS)
  palimpsest_unite(${target} ${arg_SOURCES})
  list(TRANSFORM arg_DEPENDS PREPEND palimpsest_)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS} ${arg_LIBRARIES} PRIVATE palimpsest_warnings)
  if("Qt6::Widgets" IN_LIST arg_LIBRARIES)
    target_precompile_headers(${target} REUSE_FROM palimpsest_ui_pch)
  endif()
endfunction()
