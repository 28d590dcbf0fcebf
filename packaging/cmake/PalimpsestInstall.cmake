# SPDX-License-Identifier: GPL-3.0-or-later
# Where everything goes below the prefix: programs in bin, our libraries and LibTorch in lib/palimpsest (the engine's
# loader looks there), priors and samples in share/palimpsest. The tree can be moved as a whole.
set(palimpsest_lib lib/palimpsest)

set(programs palimpsest)
if(TARGET palimpsest-gui)
  list(APPEND programs palimpsest-gui)
endif()
install(TARGETS ${programs} RUNTIME DESTINATION bin)

set(libraries palimpsest_engine)
if(TARGET palimpsest_cuda)
  list(APPEND libraries palimpsest_cuda)
endif()
set_target_properties(${libraries} PROPERTIES INSTALL_RPATH "$ORIGIN")
install(TARGETS ${libraries} LIBRARY DESTINATION ${palimpsest_lib})

# What the engine needs of LibTorch; the CUDA half only where it was fetched whole (./dev setup --cuda).
set(torch_libraries libc10.so libtorch_cpu.so libgomp.so.1 libcudart.so.13 libcupti.so.13)
if(EXISTS "${PALIMPSEST_TORCH_LIB}/../complete-cuda")
  file(GLOB cuda_libraries RELATIVE "${PALIMPSEST_TORCH_LIB}" "${PALIMPSEST_TORCH_LIB}/*.so*")
  list(APPEND torch_libraries ${cuda_libraries})
  list(REMOVE_DUPLICATES torch_libraries)
endif()
foreach(library IN LISTS torch_libraries)
  if(EXISTS "${PALIMPSEST_TORCH_LIB}/${library}")
    install(PROGRAMS "${PALIMPSEST_TORCH_LIB}/${library}" DESTINATION ${palimpsest_lib})
  endif()
endforeach()

install(DIRECTORY resources/priors resources/samples DESTINATION share/palimpsest OPTIONAL)
install(FILES resources/catalogue.json DESTINATION share/palimpsest)
install(DIRECTORY packaging/licences DESTINATION share/doc/palimpsest OPTIONAL)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION share/doc/palimpsest)
install(FILES packaging/linux/org.palimpsest.Palimpsest.desktop DESTINATION share/applications)
install(FILES packaging/linux/org.palimpsest.Palimpsest.metainfo.xml DESTINATION share/metainfo)
install(FILES packaging/linux/org.palimpsest.Palimpsest.svg DESTINATION share/icons/hicolor/scalable/apps)

# The manual page tells what the programs can do: they write it themselves.
set(manual_page "${PROJECT_BINARY_DIR}/man/palimpsest.1")
add_custom_command(OUTPUT "${manual_page}"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/man"
  COMMAND palimpsest manual > "${manual_page}"
  DEPENDS palimpsest palimpsest_engine VERBATIM)
add_custom_target(palimpsest_manual_page ALL DEPENDS "${manual_page}")
install(FILES "${manual_page}" DESTINATION share/man/man1 OPTIONAL)
