# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings of our own code are errors; sanitizers reach every target that links this one.
add_library(palimpsest_warnings INTERFACE)
if(PALIMPSEST_WARNINGS)
  target_compile_options(palimpsest_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wno-missing-field-initializers -Werror)
else()
  target_compile_options(palimpsest_warnings INTERFACE -w)
endif()
if(PALIMPSEST_SANITIZE)
  target_compile_options(palimpsest_warnings INTERFACE -fsanitize=${PALIMPSEST_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(palimpsest_warnings INTERFACE -fsanitize=${PALIMPSEST_SANITIZE})
endif()
