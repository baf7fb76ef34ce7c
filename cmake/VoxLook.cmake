# The look's files, compiled into ui/kit: the tokens and the icons that ui/kit/icon_names.h lists. The icons come from the
# lucide-static package in VOX_DEPS, which tools/setup fetches; they are never copied into the tree.
set(VOX_DEPS "$ENV{HOME}/.cache/voxdesk/deps" CACHE PATH "Folder of fetched packages and models")

function(vox_look target)
    if(NOT TARGET ${target})
        return()
    endif()
    set(folder ${VOX_DEPS}/lucide/icons)
    if(NOT IS_DIRECTORY ${folder})
        set(folder ${VOX_DEPS}/lucide/package/icons)
    endif()
    set(list ${PROJECT_SOURCE_DIR}/ui/kit/icon_names.h)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    file(STRINGS ${list} lines REGEX "\"[a-z0-9-]+\"")
    string(REGEX MATCHALL "\"[a-z0-9-]+\"" names "${lines}")
    list(REMOVE_DUPLICATES names)
    set(rows "")
    foreach(quoted IN LISTS names)
        string(REPLACE "\"" "" name ${quoted})
        if(NOT EXISTS ${folder}/${name}.svg)
            message(FATAL_ERROR "Icon ${name} is not in ${folder}: run tools/setup, or correct ui/kit/icon_names.h.")
        endif()
        string(APPEND rows "<file alias=\"icons/${name}.svg\">${folder}/${name}.svg</file>\n")
    endforeach()
    set(collection ${PROJECT_BINARY_DIR}/kit_look.qrc)
    file(CONFIGURE OUTPUT ${collection} CONTENT
"<RCC><qresource prefix=\"/\">
<file alias=\"look/tokens.json\">${PROJECT_SOURCE_DIR}/resources/look/tokens.json</file>
${rows}</qresource></RCC>
")
    target_sources(${target} PRIVATE ${collection})
endfunction()
