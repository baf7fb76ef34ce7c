#include "app/console/installed_parts.h"
#include "app/providers/local/local_voices.h"
#include "app/providers/local/model_folder.h"
#include "app/shelf/shelved_model.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestDescription = 1024 * 1024;

InstalledPart modelIn(const QString &folder)
{
    InstalledPart part;
    QFile file(folder + u"/model.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return part;
    const QJsonObject model = QJsonDocument::fromJson(file.read(kLargestDescription)).object();
    part.id = QDir(folder).dirName();
    part.name = model.value("name"_L1).toString(model.value("id"_L1).toString());
    part.maker = model.value("source"_L1).toString();
    part.licence = model.value("licence"_L1).toString();
    part.bytes = qint64(model.value("bytes"_L1).toDouble());
    part.kind = model.value("id"_L1).toString().contains("vad"_L1) ? InstalledPart::Kind::VoiceActivity : InstalledPart::Kind::Recogniser;
    part.measurable = part.kind == InstalledPart::Kind::Recogniser && lookAtModel(folder);
    for (const QJsonValue &language : model.value("languages"_L1).toArray()) part.languages.append(language.toString());
    return part;
}

} // namespace

QList<InstalledPart> installedParts(const LocalVoices &voices)
{
    QList<InstalledPart> parts;
    const QDir models(ModelFolder::standardPath());
    for (const QString &name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (const InstalledPart part = modelIn(models.filePath(name)); !part.name.isEmpty()) parts.append(part);
    for (const LocalVoice &voice : voices.list(LocalVoice::Use::NonCommercial)) {
        if (voice.provider == "espeak-ng"_L1 && voice.language != "en"_L1 && voice.language != "ru"_L1) continue; // it has a hundred
        InstalledPart part;
        part.name = part.id = voice.name;
        part.maker = voice.provider;
        part.languages = {voice.language};
        part.licence = voice.licence;
        part.usable = voice.use == LocalVoice::Use::Any;
        parts.append(std::as_const(part));
    }
    return parts;
}

} // namespace vox::console
