#include "app/providers/local/vosk_model.h"
#include "app/providers/local/model_folder.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace vox {

Result<std::shared_ptr<const VoskRecogniserModel>> VoskRecogniserModel::load(const QString &libraryPath, const QString &modelFolder)
{
    auto library = VoskLibrary::load(libraryPath);
    if (!library) return library.error();
    const auto folder = ModelFolder::open(modelFolder);
    if (!folder) return folder.error();
    // Kaldi ends the program over some damaged files: only what is known to be whole reaches it.
    if (!QFile::exists(folder->path() + "/model.json"_L1)) return folder->missing(u"model.json"_s);
    if (const auto whole = folder->verify(); !whole) return whole.error();
    VoskModel *model = (*library)->modelNew(QFile::encodeName(modelFolder).constData());
    if (!model) return folder->damaged(u"am/final.mdl"_s, u"the library refuses it"_s);
    return std::shared_ptr<const VoskRecogniserModel>(new VoskRecogniserModel(std::move(*library), model));
}

VoskRecogniserModel::~VoskRecogniserModel() { m_library->modelFree(m_model); }

} // namespace vox
