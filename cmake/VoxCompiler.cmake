# How everything is compiled: warnings, the compiler cache, the linker, and precompiled headers that targets share.

option(VOX_CCACHE "Compile through ccache when it is installed" ON)
find_program(VOX_CCACHE_PROGRAM ccache)
if(VOX_CCACHE AND VOX_CCACHE_PROGRAM AND NOT CMAKE_HOST_WIN32)
    # Paths inside the checkout count as relative, and a precompiled header counts by its content: two checkouts share.
    set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${VOX_CCACHE_PROGRAM})
endif()

find_program(VOX_MOLD mold)
if(VOX_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CROSSCOMPILING)
    add_link_options(-fuse-ld=mold)
endif()

set(VOX_SANITIZE "" CACHE STRING "address, thread or nothing")
if(VOX_SANITIZE STREQUAL "address")
    # gcc warns of uninitialised values that only the sanitizer's own code makes.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -Wno-maybe-uninitialized)
    add_link_options(-fsanitize=address,undefined)
elseif(VOX_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    add_link_options(-fsanitize=thread)
endif()

# -O3 costs a sixth of the build and buys nothing that is heard: models and codecs come compiled.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# Programs are compiled like libraries, so that both can use one precompiled header.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE "-fPIC")
# A target whose definitions differ reads the header as text: slower, not wrong.
set(CMAKE_CXX_COMPILE_OPTIONS_INVALID_PCH "")

function(vox_flags target)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /WX /utf-8 /permissive-)
    else()
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
            -Wno-missing-field-initializers -Werror
            $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
        QT_NO_FOREACH QT_STRICT_ITERATORS)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
endfunction()

# One precompiled header for all targets that link the same: cmake/pch/NAME.h.
function(vox_shared_header name)
    if(VOX_QT_FREE_ONLY)
        return()
    endif()
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/pch_${name}.cpp CONTENT "")
    add_library(vox_pch_${name} OBJECT ${PROJECT_BINARY_DIR}/generated/pch_${name}.cpp)
    set_target_properties(vox_pch_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    vox_flags(vox_pch_${name})
    target_link_libraries(vox_pch_${name} PRIVATE ${ARGN})
    target_precompile_headers(vox_pch_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch/${name}.h)
endfunction()
vox_shared_header(core Qt6::Core)
vox_shared_header(widgets Qt6::Widgets)

# The widest precompiled header that what the target links allows.
function(vox_precompile target)
    if("Qt6::Widgets" IN_LIST ARGN)
        target_precompile_headers(${target} REUSE_FROM vox_pch_widgets)
    elseif("Qt6::Core" IN_LIST ARGN)
        target_precompile_headers(${target} REUSE_FROM vox_pch_core)
    endif()
endfunction()

# The text of a test runs once: it is compiled without optimisation, and with its header likewise, since that must agree.
function(vox_hurry target)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        target_compile_options(${target} PRIVATE -O0)
    endif()
endfunction()

# Tests have theirs, made in their own folder because Qt Test writes the folder into a definition.
function(vox_precompile_test target)
    set(name test)
    if("Qt6::Widgets" IN_LIST ARGN)
        set(name test_widgets)
    endif()
    if(NOT TARGET vox_pch_${name})
        vox_shared_header(${name} Qt6::Core Qt6::Test ${ARGN})
        vox_hurry(vox_pch_${name})
    endif()
    target_precompile_headers(${target} REUSE_FROM vox_pch_${name})
endfunction()

# Files of one folder are compiled several at a time where nobody edits: half the time of a clean build. Modules whose files
# name their parts alike (a node type has ports, step and check, a command has actions, a route list and erase) stay one by one, and
# those that are slow because of a library of templates: together they need two gigabytes. Off while
# developing: one edit, one file.
option(VOX_TOGETHER "Compile a folder's files in batches" OFF)
set(VOX_ALONE "/(models/dialogue|app/ctl|app/talks|app/api/routes|app/providers/net)/")
set(VOX_BATCH 8)
function(vox_together target)
    if(NOT VOX_TOGETHER)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # A class of an anonymous namespace inside a private class is one file's own, but gcc sees it in an included file.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "[.]cpp$")
    list(FILTER sources EXCLUDE REGEX "${VOX_ALONE}")
    set(last "")
    set(count 0)
    foreach(source IN LISTS sources)
        get_filename_component(folder ${source} DIRECTORY)
        if(NOT folder STREQUAL last)
            set(count 0)
            set(last ${folder})
        endif()
        math(EXPR batch "${count} / ${VOX_BATCH}")
        math(EXPR count "${count} + 1")
        string(MD5 group ${folder})
        string(SUBSTRING ${group} 0 8 group)
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${batch})
    endforeach()
endfunction()
