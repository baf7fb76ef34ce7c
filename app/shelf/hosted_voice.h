#pragma once
#include "app/providers/local/speech_engine.h"
#include "app/shelf/model_process.h"

namespace vox {

// A voice whose model runs in a process of its own. say() waits for the child, so it belongs on threads that may wait: a pool
// that does nothing else. Errors: those of the child, ModelFailed when it ends, TimedOut.
class HostedVoice final : public SpeechEngine {
public:
    // `stamp`: changes with the model, part of the key of cached sound.
    HostedVoice(std::shared_ptr<ModelProcess> process, const QString &stamp) : m_process(std::move(process)), m_stamp(stamp) {}

    QString identity() const override { return QStringLiteral("added ") + m_stamp; }
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override;

private:
    const std::shared_ptr<ModelProcess> m_process;
    const QString m_stamp;
};

} // namespace vox
