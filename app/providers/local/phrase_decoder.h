#pragma once
#include "models/audio/block.h"
#include "models/base/result.h"
#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>

namespace vox {

// Tells which of some Russian phrases was said, with pocketsphinx and its English acoustic model: words become phones through
// espeak-ng. Used by one thread at a time; everything blocks. Owned by a PhraseRecogniser's jobs.
class PhraseDecoder {
public:
    struct Heard {
        QString phrase;        // the best of the phrases; empty when there is none
        double margin = 0;     // log likelihood a frame, over a loop of any phones: known phrases lie above -1.5, others below -3
        double confidence = 0; // 0..1 from the margin
    };

    // `acousticModel`: folder of a pocketsphinx model. Errors: ModelMissing, ModelFailed.
    static Result<std::unique_ptr<PhraseDecoder>> open(const QString &acousticModel);
    ~PhraseDecoder();

    // What can be said from now on. "{number}" in a phrase stands for number words. Grammars of earlier phrase lists are
    // kept. Errors: BadValue when nothing of it can be pronounced, RecognitionFailed.
    Result<void> listenFor(const QStringList &phrases);
    // Nothing when it was no speech at all.
    Heard hear(Samples samples);

    static QString usualModel();

private:
    struct State;
    PhraseDecoder();
    std::unique_ptr<State> m_state;
};

} // namespace vox
