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
  if(NOT name MATCHES "^ui_")
    target_compile_options(sonde_${name} PRIVATE ${SONDE_FUZZ_OPTIONS})
  endif()
  if(name MATCHES "^(http|trace|body|wire|net|client)$")
    target_compile_options(sonde_${name} PRIVATE ${SONDE_PROFILE_OPTIONS})
  endif()
  # One precompiled header for app/, made by http, and one for ui/, made by ui_widgets.
  if(name MATCHES "^ui_" AND NOT name STREQUAL "ui_widgets")
    target_precompile_headers(sonde_${name} REUSE_FROM sonde_ui_widgets)
  elseif(NOT name MATCHES "^(http|ui_widgets)$")
    target_precompile_headers(sonde_${name} REUSE_FROM sonde_http)
  endif()
endfunction()

# sonde_program(name ROOM room LIBRARIES Qt6::Core…): an executable of main.cpp on a room. The loader
# looks a symbol up in one library after the other, in the order of linking: those that define most
# of what all the others ask for come first, which saves a fifth of the time to load the window.
function(sonde_program name)
  cmake_parse_arguments(PROGRAM "" "ROOM" "LIBRARIES" ${ARGN})
  add_executable(${name} main.cpp)
  list(TRANSFORM PROGRAM_LIBRARIES REPLACE "(.+)" "$<TARGET_FILE:\\1>")
  target_link_options(${name} BEFORE PRIVATE ${PROGRAM_LIBRARIES} -lstdc++ -lc)
  target_link_libraries(${name} PRIVATE sonde_${PROGRAM_ROOM})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
