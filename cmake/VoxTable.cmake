# The module table: what each module may use. Read from top to bottom; a module may only need rows above its own.

# models: what is true
vox_module(models/base          LINKS Qt6::Core)
vox_module(models/audio)
vox_module(models/journal)
vox_module(models/wire           LINKS Qt6::Core)
vox_module(models/documents     NEEDS models/base LINKS Qt6::Core)
vox_module(models/dialogue      NEEDS models/base models/documents LINKS Qt6::Core ${STEMMER_LIBRARY})
vox_module(models/kinds         NEEDS models/base models/documents models/dialogue LINKS Qt6::Core)
vox_module(models/people        NEEDS models/base LINKS Qt6::Core)
vox_module(models/conversation  NEEDS models/base models/journal LINKS Qt6::Core)
vox_module(models/store         NEEDS models/base models/documents models/kinds models/people models/conversation
                                LINKS Qt6::Core PkgConfig::sqlite3 PkgConfig::libpq ${STEMMER_LIBRARY})
vox_module(models/sync          NEEDS models/base models/documents models/kinds models/store LINKS Qt6::Core)

# app: what runs
vox_module(app/realtime         NEEDS models/audio models/journal LINKS Threads::Threads)
vox_module(app/ports            NEEDS models/base models/audio app/realtime LINKS Qt6::Core)
vox_module(app/dsp              NEEDS models/audio LINKS PkgConfig::soxr PkgConfig::speexdsp vox_onnxruntime)
vox_module(app/sound            NEEDS models/base models/audio app/dsp LINKS Qt6::Core PkgConfig::opusenc PkgConfig::opusfile)
vox_module(app/understanding    NEEDS app/ports models/base LINKS Qt6::Core ${FASTTEXT_LIBRARY} ${STEMMER_LIBRARY})
vox_module(app/providers/local  NEEDS app/ports app/realtime models/base models/wire models/audio app/dsp
                                LINKS Qt6::Core vox_onnxruntime PkgConfig::espeak PkgConfig::pocketsphinx)
vox_module(app/providers/net    NEEDS app/ports app/realtime app/dsp models/audio models/base LINKS Qt6::Core Qt6::Network Boost::headers OpenSSL::SSL)
vox_module(app/providers/openai NEEDS app/ports models/base models/audio app/dsp app/realtime app/providers/net LINKS Qt6::Core Qt6::Network)
vox_module(app/providers/yandex NEEDS app/ports models/base models/wire models/audio app/dsp app/realtime app/providers/net
                                LINKS Qt6::Core Qt6::Network vox_grpc)
vox_module(app/shelf            NEEDS app/providers/local app/providers/net app/ports app/realtime models/audio models/conversation models/base
                                LINKS Qt6::Core PkgConfig::archive)
vox_module(app/telemetry        NEEDS app/providers/net app/realtime models/wire models/conversation models/base LINKS Qt6::Core)
vox_module(app/host             NEEDS app/ports app/realtime app/dsp app/sound models/base models/audio models/documents models/dialogue
                                      models/kinds models/conversation
                                LINKS Qt6::Core)
vox_module(app/devices          NEEDS app/host app/ports app/realtime app/dsp app/sound models/base models/audio
                                LINKS Qt6::Core Qt6::Multimedia)
vox_module(app/workspace        NEEDS models/sync models/store models/people models/documents models/base models/audio models/kinds models/dialogue
                                      models/conversation app/ports app/sound app/understanding
                                LINKS Qt6::Core Qt6::Concurrent)
vox_module(app/remote           NEEDS app/workspace models/sync models/store models/people models/documents models/base LINKS Qt6::Core Qt6::Network)
vox_module(app/calls            NEEDS app/host app/workspace app/ports app/realtime models/store models/kinds models/dialogue models/conversation
                                      models/base
                                LINKS Qt6::Core Qt6::Concurrent)
vox_module(app/talks            NEEDS app/calls app/workspace app/host app/understanding app/sound app/dsp app/ports app/realtime
                                      models/kinds models/dialogue models/documents models/conversation models/audio models/base
                                LINKS Qt6::Core)
vox_module(app/cluster          NEEDS models/base LINKS Qt6::Core)
vox_module(app/wording          NEEDS models/base LINKS Qt6::Core)
vox_module(app/security         NEEDS models/base LINKS Qt6::Core PkgConfig::sodium OpenSSL::SSL)
vox_module(app/secrets          NEEDS app/workspace models/base LINKS Qt6::Core PkgConfig::sodium qt6keychain)
vox_module(app/assembly         NEEDS app/calls app/host app/workspace app/providers/local app/providers/net app/providers/openai app/providers/yandex
                                      app/shelf app/telemetry app/dsp app/realtime app/ports models/base
                                LINKS Qt6::Core)

# the server: identity (who asks) and the API
vox_module(app/identity         NEEDS app/security models/store models/people models/base LINKS Qt6::Core)
vox_module(app/api              NEEDS models/sync app/identity app/security app/wording models/store models/people models/kinds models/dialogue models/documents
                                      models/conversation models/base
                                LINKS Qt6::Core Boost::headers OpenSSL::SSL ZLIB::ZLIB Threads::Threads)

# ui: what is seen
vox_module(ui/kit               NEEDS models/base LINKS Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Svg)
vox_module(ui/viewmodels        NEEDS app/secrets models/audio models/store models/sync models/people app/calls app/workspace app/host app/ports app/wording models/base models/documents models/dialogue
                                      models/kinds models/conversation
                                LINKS Qt6::Core)
vox_module(ui/screens           NEEDS models/audio models/store models/sync models/people ui/kit ui/viewmodels app/wording models/base models/documents models/dialogue models/kinds
                                      models/conversation app/workspace app/host app/ports
                                LINKS Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Svg)

# the programs: thin composition roots
vox_program(app/console OUTPUT voxdesk NEEDS app/security app/shelf app/secrets app/telemetry models/store models/sync models/documents models/dialogue app/remote ui/screens ui/viewmodels ui/kit app/ports app/providers/local app/assembly app/calls app/devices app/workspace app/host
                                       app/wording models/kinds models/base
                                       LINKS Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Svg Qt6::Multimedia)
vox_program(app/ctl     OUTPUT voxctl  NEEDS app/security app/remote app/assembly app/secrets app/providers/local app/shelf app/telemetry app/talks app/calls app/devices app/workspace app/host app/sound app/wording models/store models/kinds models/people
                                       models/dialogue models/documents app/ports app/realtime models/audio
                                       models/conversation models/base
                                       LINKS Qt6::Core)
vox_program(app/server  OUTPUT voxdeskd NEEDS app/api app/cluster app/identity app/security app/wording models/store models/people models/kinds
                                       models/documents models/base
                                       LINKS Qt6::Core)
