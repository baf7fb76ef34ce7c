#include "app/providers/local/rhvoice_library.h"
#include <QDir>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// The first file of the folder that fits; libraries carry version suffixes.
QString fileLike(const QDir &folder, const QStringList &patterns)
{
    for (const QString &pattern : patterns) {
        const auto found = folder.entryList({pattern}, QDir::Files, QDir::Name);
        if (!found.isEmpty()) return folder.filePath(found.first());
    }
    return {};
}

template <typename Function>
bool bind(QLibrary &library, Function &function, const char *name)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

std::unique_ptr<RhvoiceLibrary> RhvoiceLibrary::load(const QString &folder)
{
    const QDir lib(folder + u"/lib"_s);
    const QString core = fileLike(lib, {u"libRHVoice_core.so.10"_s, u"libRHVoice_core.so.*"_s, u"RHVoice_core.dll"_s});
    const QString front = fileLike(lib, {u"libRHVoice.so.5"_s, u"libRHVoice.so.*"_s, u"RHVoice.dll"_s});
    if (front.isEmpty()) return nullptr;
    if (!core.isEmpty()) { // found by its name when the front is loaded, wherever it lies
        QLibrary library(core);
        library.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::ExportExternalSymbolsHint);
        if (!library.load()) return nullptr;
    }
    QLibrary library(front);
    if (!library.load()) return nullptr;
    auto bound = std::make_unique<RhvoiceLibrary>();
    const bool whole = bind(library, bound->version, "RHVoice_get_version") && bind(library, bound->newEngine, "RHVoice_new_tts_engine")
                       && bind(library, bound->deleteEngine, "RHVoice_delete_tts_engine")
                       && bind(library, bound->voiceCount, "RHVoice_get_number_of_voices") && bind(library, bound->voices, "RHVoice_get_voices")
                       && bind(library, bound->newMessage, "RHVoice_new_message") && bind(library, bound->deleteMessage, "RHVoice_delete_message")
                       && bind(library, bound->speak, "RHVoice_speak");
    if (!whole) return nullptr;
    return bound;
}

} // namespace vox
