#pragma once
#include "models/base/result.h"
#include <QString>
#include <QStringList>

namespace vox {

// A folder of files as sherpa-onnx publishes models: which of its families it is and which files play which part, found by
// names, the graphs' inputs and their metadata. A value.
struct SherpaFolder {
    enum class Family { StreamingTransducer, StreamingCtc, Transducer, NemoTransducer, NemoCtc, ZipformerCtc, Whisper, SenseVoice, Moonshine, Vits, Kokoro };
    Family family = Family::Transducer;
    QString tokens, encoder, decoder, joiner, model; // full paths; what a family has not is empty
    QString voices, data, lexicon, dictionary;       // of voices
    bool isNemo = false;                             // exported from NVIDIA's toolkit, as GigaAM's are
    QStringList languages;                           // first subtags that files tell; may be empty
    QString licence;                                 // as a readme's head tells; may be empty

    bool isVoice() const { return family == Family::Vits || family == Family::Kokoro; }
    bool streams() const { return family == Family::StreamingTransducer || family == Family::StreamingCtc; }
    // "Zipformer transducer, streaming", not translated: names of kinds of networks.
    QString familyName() const;

    // Errors: ModelMissing {"model file", model, file that should be there}, ModelDamaged {model, path of the file that is not
    // what its name says}, NotFound {what, name} (an architecture that is not known here).
    static Result<SherpaFolder> open(const QString &folder);
    // Whether open() is worth asking: an ONNX file is there.
    static bool looksLikeOne(const QString &folder);
};

} // namespace vox
