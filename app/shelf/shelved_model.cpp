#include "app/shelf/shelved_model.h"
#include <QDir>
#include <QFileInfo>

namespace vox {

using namespace Qt::StringLiterals;

Result<ModelKind> modelKindOf(const QString &folder)
{
    const QDir dir(folder);
    const auto has = [&](const QString &file) { return QFileInfo(dir.filePath(file)).isFile(); };
    if (has(u"am/final.mdl"_s) && has(u"conf/mfcc.conf"_s)) return ModelKind::Vosk;
    if (has(u"encoder_model.onnx"_s) && has(u"decoder_model_merged.onnx"_s) && has(u"vocabulary.txt"_s)) return ModelKind::Moonshine;
    if (has(u"tokens.txt"_s) && !dir.entryList({u"*.onnx"_s}, QDir::Files).isEmpty())
        return Error(Error::Code::NotFound, {u"recogniser"_s, u"sherpa-onnx"_s});
    return Error(Error::Code::ModelMissing, {dir.dirName(), folder});
}

} // namespace vox
