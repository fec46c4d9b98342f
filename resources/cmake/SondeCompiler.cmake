# Which compilers may build Sonde, and with what. Measured, not guessed: GCC before 14 destroys
# temporaries twice in co_await expressions, which corrupts memory without a word.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  message(FATAL_ERROR "g++ ${CMAKE_CXX_COMPILER_VERSION} miscompiles coroutines (temporaries are "
    "destroyed twice). Install clang-19 (apt install clang-19) and configure with "
    "-DCMAKE_CXX_COMPILER=clang++-19, or use g++ 14 or later.")
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "clang ${CMAKE_CXX_COMPILER_VERSION} has no std::expected with this standard "
    "library. Install clang-19 (apt install clang-19) and configure with "
    "-DCMAKE_CXX_COMPILER=clang++-19.")
endif()

# Warnings and definitions for our own code only; what we include from Debian is a SYSTEM include.
add_library(sonde_options INTERFACE)
target_compile_options(sonde_options INTERFACE -Wall -Wextra -Werror -Wnon-virtual-dtor
  -Wno-missing-field-initializers) # a designated initialiser names what differs from the default
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # It sees a std::expected's error used where only its value is; clang, which knows better, is asked too.
  target_compile_options(sonde_options INTERFACE -Wno-maybe-uninitialized)
endif()
target_compile_definitions(sonde_options INTERFACE
  QT_WARN_DEPRECATED_UP_TO=0x060400 # the oldest Qt we build with is the one whose API we use
  QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
  SONDE_VERSION="${PROJECT_VERSION}")
target_include_directories(sonde_options INTERFACE ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR})

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # A stable precompiled header, so that ccache can trust it.
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  find_program(SONDE_LLD NAMES ld.lld-19 ld.lld)
  if(SONDE_LLD)
    # Only what is called: a library that is named and not used is loaded at every start all the same.
    add_link_options(-fuse-ld=lld -Wl,--as-needed)
  endif()
endif()

# A small request calls a few hundred functions of libraries; past the linkage table each of them costs
# a line of the instruction cache less, and those are what its time goes into.
add_compile_options($<$<CONFIG:Release>:-fno-plt>)

# Where a request goes through the engine, as tests/bench/profile counted it: what it goes through lies
# together, what it passes by apart. A function that was changed since is built as any other.
option(SONDE_PROFILED "Lay the engine out by resources/cmake/engine.profile, with clang" ON)
set(SONDE_PROFILE_OPTIONS)
if(SONDE_PROFILED AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_BUILD_TYPE STREQUAL "Release")
  string(REGEX MATCH "^[0-9]+" SONDE_CLANG_MAJOR ${CMAKE_CXX_COMPILER_VERSION})
  find_program(SONDE_PROFDATA llvm-profdata-${SONDE_CLANG_MAJOR}) # a clang reads only its own form
  set(profile ${CMAKE_SOURCE_DIR}/resources/cmake/engine.profile)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${profile})
  if(SONDE_PROFDATA)
    # Named by what it says, so that another one has the engine built again.
    file(MD5 ${profile} digest)
    execute_process(COMMAND ${SONDE_PROFDATA} merge -o ${CMAKE_BINARY_DIR}/engine-${digest}.profdata ${profile}
      COMMAND_ERROR_IS_FATAL ANY)
    set(SONDE_PROFILE_OPTIONS -fprofile-use=engine-${digest}.profdata # from where ninja compiles, so that
                                                                      # ccache knows it in every checkout
      "SHELL:-mllvm -static-func-full-module-prefix=false" # wherever the sources lie
      -Wno-profile-instr-out-of-date -Wno-profile-instr-unprofiled -Wno-backend-plugin)
  else()
    message(STATUS "No llvm-profdata-${SONDE_CLANG_MAJOR}: the engine is built without its profile")
  endif()
endif()

find_program(SONDE_CCACHE ccache)
if(SONDE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1 ${CMAKE_SOURCE_DIR}/resources/cmake/ccache.sh)
endif()

set(SONDE_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")
if(SONDE_SANITIZE)
  add_compile_options(-fsanitize=${SONDE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SONDE_SANITIZE})
  if(SONDE_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined -fno-sanitize=vptr)
  endif()
endif()

# Fuzz targets beside the tests: what a fuzzer sees its way by is in the rooms of app/ alone, so that
# one build under the sanitizers serves both.
option(SONDE_FUZZ "Build the fuzz targets, with clang" OFF)
set(SONDE_FUZZ_OPTIONS)
if(SONDE_FUZZ AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(SONDE_FUZZ_OPTIONS -fsanitize=fuzzer-no-link)
endif()

# The terminal's allocator, in clear of a sanitizer's own: calls that overlap free more blocks of a size
# than glibc keeps at hand, and its slow path was a fifth of a hundred requests at a time.
if(NOT SONDE_SANITIZE)
  find_library(SONDE_JEMALLOC jemalloc)
endif()
# sonde_allocate_quickly(TARGET): before every other library, or the loader finds glibc's malloc first.
function(sonde_allocate_quickly target)
  if(SONDE_JEMALLOC)
    target_link_options(${target} BEFORE PRIVATE ${SONDE_JEMALLOC})
  endif()
endfunction()
