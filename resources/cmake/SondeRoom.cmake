# sonde_room(NAME SOURCES … ROOMS … LIBRARIES … [MOC]): one folder of app/ or ui/ as one static
# library. ROOMS are the rooms it may include; LIBRARIES come from outside. MOC for Q_OBJECTs.
function(sonde_room name)
  cmake_parse_arguments(ARG "MOC" "" "SOURCES;ROOMS;LIBRARIES" ${ARGN})
  add_library(sonde_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(sonde_${name} PUBLIC sonde_options Qt6::Core)
  foreach(room IN LISTS ARG_ROOMS)
    target_link_libraries(sonde_${name} PUBLIC sonde_${room})
  endforeach()
  target_link_libraries(sonde_${name} PUBLIC ${ARG_LIBRARIES})
  if(ARG_MOC)
    set_target_properties(sonde_${name} PROPERTIES AUTOMOC ON)
  endif()
  if(NOT name STREQUAL "http" AND NOT "Qt6::Widgets" IN_LIST ARG_LIBRARIES)
    sonde_reuse_pch(sonde_${name} sonde_http)
  endif()
endfunction()

# Qt adds definitions for every Qt library that is linked, and a precompiled header serves only the
# exact set it was made with; QT_NETWORK_LIB and the like mean nothing to the headers we precompile.
function(sonde_reuse_pch target from)
  target_precompile_headers(${target} REUSE_FROM ${from})
endfunction()
