#pragma once
#include "models/base/json_codec.h"
#include "models/base/result.h"
#include <QStringList>
#include <array>
#include <optional>

namespace vox {

enum class ModelKind { Vosk, Moonshine, Sherpa, SherpaVoice };
template <> struct EnumNames<ModelKind> {
    static constexpr const char *context = "ModelKind";
    static constexpr std::array all{EnumName<ModelKind>{ModelKind::Vosk, "vosk", QT_TRANSLATE_NOOP("ModelKind", "Vosk")},
                                    EnumName<ModelKind>{ModelKind::Moonshine, "moonshine", QT_TRANSLATE_NOOP("ModelKind", "Moonshine")},
                                    EnumName<ModelKind>{ModelKind::Sherpa, "sherpa", QT_TRANSLATE_NOOP("ModelKind", "sherpa-onnx")},
                                    EnumName<ModelKind>{ModelKind::SherpaVoice, "sherpa-voice", QT_TRANSLATE_NOOP("ModelKind", "sherpa-onnx voice")}};
};

// A model of speech recognition, or a voice, that a person has added. A value.
struct ShelvedModel {
    QString id;             // the folder's name, and what agents call it
    QString name;
    ModelKind kind = ModelKind::Vosk;
    QStringList languages;  // first subtags
    QString licence;        // as the person said it; empty: not known
    QString source;         // the file or folder it came from
    qint64 bytes = 0;
    double realTimeFactor = 0; // time to recognise a second of sound on this machine, when it was tried; 0: not known
    QString path;
    QString family = {};    // "Whisper": what sherpa-onnx calls its kind; empty for others

    bool isVoice() const { return kind == ModelKind::SherpaVoice; }
};

// What is in a folder of files that somebody calls a model, as far as files tell.
struct ModelLook {
    ModelKind kind = ModelKind::Vosk;
    QString family;
    QStringList languages;
    QString licence;
};
// Errors: ModelMissing {"model file", model, file that should be there}, ModelDamaged {model, path of the file that is not what its
// name says}, NotFound (a kind that this build cannot run).
Result<ModelLook> lookAtModel(const QString &folder);

} // namespace vox
