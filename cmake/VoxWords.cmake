# Words compiled into the screens: translations/*.ts as .qm files, and the help pages. `cmake --build … --target words` reads
# the sources again and writes new entries into the .ts files.
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
    file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/help/*.md ${PROJECT_SOURCE_DIR}/resources/help/*.png)
    foreach(page IN LISTS pages)
        get_filename_component(name ${page} NAME)
        list(APPEND inputs ${page})
        string(APPEND rows "<file alias=\"help/${name}\">${page}</file>\n")
    endforeach()
    file(CONFIGURE OUTPUT ${folder}/voxdesk_words.qrc CONTENT "<RCC><qresource prefix=\"/\">\n${rows}</qresource></RCC>\n")
    add_custom_command(OUTPUT ${folder}/voxdesk_words.cpp DEPENDS ${folder}/voxdesk_words.qrc ${inputs}
        COMMAND Qt6::rcc --name voxdesk_words --output ${folder}/voxdesk_words.cpp ${folder}/voxdesk_words.qrc)
    set_source_files_properties(${folder}/voxdesk_words.cpp PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
    target_sources(${target} PRIVATE ${folder}/voxdesk_words.cpp)
    add_custom_target(words WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM
        COMMAND Qt6::lupdate -silent -I . -locations none -no-obsolete models app ui -ts translations/voxdesk_ru.ts -source-language en -target-language ru
        COMMAND Qt6::lupdate -silent -I . -locations none -no-obsolete -pluralonly models app ui -ts translations/voxdesk_en.ts -source-language en -target-language en)
endfunction()
