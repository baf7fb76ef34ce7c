# Words compiled into the programs. `cmake --build … --target words` reads the sources again and writes new entries into the
# .ts files.

# An .rcc's rows, compiled into a target as the resource NAME.
function(vox_resource target name rows inputs)
    set(folder ${PROJECT_BINARY_DIR}/words)
    file(CONFIGURE OUTPUT ${folder}/${name}.qrc CONTENT "<RCC><qresource prefix=\"/\">\n${rows}</qresource></RCC>\n")
    add_custom_command(OUTPUT ${folder}/${name}.cpp DEPENDS ${folder}/${name}.qrc ${inputs}
        COMMAND Qt6::rcc --name ${name} --output ${folder}/${name}.cpp ${folder}/${name}.qrc)
    set_source_files_properties(${folder}/${name}.cpp PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
    target_sources(${target} PRIVATE ${folder}/${name}.cpp)
endfunction()

# The help pages, for a target with screens.
function(vox_help target)
    if(NOT TARGET ${target})
        return()
    endif()
    set(rows "")
    file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/help/*.md ${PROJECT_SOURCE_DIR}/resources/help/*.png)
    foreach(page IN LISTS pages)
        get_filename_component(name ${page} NAME)
        string(APPEND rows "<file alias=\"help/${name}\">${page}</file>\n")
    endforeach()
    vox_resource(${target} voxdesk_help "${rows}" "${pages}")
endfunction()

# The translations, translations/*.ts as .qm files.
function(vox_words target)
    if(NOT TARGET ${target})
        return()
    endif()
    set(folder ${PROJECT_BINARY_DIR}/words)
    file(MAKE_DIRECTORY ${folder})
    set(rows "")
    set(inputs "")
    file(GLOB translations CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/translations/*.ts)
    foreach(source IN LISTS translations)
        get_filename_component(name ${source} NAME_WE)
        add_custom_command(OUTPUT ${folder}/${name}.qm DEPENDS ${source}
            COMMAND Qt6::lrelease -silent ${source} -qm ${folder}/${name}.qm)
        list(APPEND inputs ${folder}/${name}.qm)
        string(APPEND rows "<file alias=\"i18n/${name}.qm\">${folder}/${name}.qm</file>\n")
    endforeach()
    vox_resource(${target} voxdesk_words "${rows}" "${inputs}")
    # wording::translated is what programs without widgets say instead of tr().
    set(aliases -tr-function-alias translate+=translated)
    add_custom_target(words WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM
        COMMAND Qt6::lupdate -silent ${aliases} -I . -locations none -no-obsolete models app ui -ts translations/voxdesk_ru.ts -source-language en -target-language ru
        COMMAND Qt6::lupdate -silent ${aliases} -I . -locations none -no-obsolete -pluralonly models app ui -ts translations/voxdesk_en.ts -source-language en -target-language en)
endfunction()
