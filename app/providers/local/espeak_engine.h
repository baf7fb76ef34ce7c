#pragma once
#include "app/providers/local/speech_engine.h"
#include <QStringList>

namespace vox {

// espeak-ng: robotic, but always there and in a hundred languages. Conversations queue for it, a sentence at a time (a
// hundredth of its length). Any thread.
class EspeakEngine final : public SpeechEngine {
public:
    static bool isUsable();
    // Not asked of the library: those an operator is offered.
    static QStringList languages();

    QString identity() const override;
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override;
};

} // namespace vox
