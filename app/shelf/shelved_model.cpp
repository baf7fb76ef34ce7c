#include "app/shelf/shelved_model.h"
#include "app/providers/local/sherpa_folder.h"
#include <QDir>
#include <QFileInfo>

namespace vox {

using namespace Qt::StringLiterals;

Result<ModelLook> lookAtModel(const QString &folder)
{
    const QDir dir(folder);
    const auto has = [&](const QString &file) { return QFileInfo(dir.filePath(file)).isFile(); };
    if (has(u"am/final.mdl"_s) && has(u"conf/mfcc.conf"_s)) return ModelLook{ModelKind::Vosk, {}, {}, {}};
    if (has(u"encoder_model.onnx"_s) && has(u"decoder_model_merged.onnx"_s) && has(u"vocabulary.txt"_s)) return ModelLook{ModelKind::Moonshine, {}, {}, {}};
    if (!SherpaFolder::looksLikeOne(folder)) return Error(Error::Code::ModelMissing, {dir.dirName(), folder});
    const auto sherpa = SherpaFolder::open(folder);
    if (!sherpa) return sherpa.error();
    return ModelLook{sherpa->isVoice() ? ModelKind::SherpaVoice : ModelKind::Sherpa, sherpa->familyName(), sherpa->languages, sherpa->licence};
}

} // namespace vox
