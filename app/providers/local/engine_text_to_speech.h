#pragma once
#include "app/providers/local/speech_engine.h"
#include <memory>

namespace vox {

class Executor;
class WorkPool;

// A local engine as a conversation's voice: sentences are made one after the other on the pool and arrive on the executor
// while they are made. May die at any moment; the job then ends by itself. The engine, the executor and the pool outlive it.
class EngineTextToSpeech final : public TextToSpeech {
public:
    EngineTextToSpeech(std::shared_ptr<SpeechEngine> engine, Executor &executor, WorkPool &pool);
    ~EngineTextToSpeech() override;

    void setListener(Listener *listener) override;
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;

private:
    struct Utterance;
    std::shared_ptr<SpeechEngine> m_engine;
    Executor &m_executor;
    WorkPool &m_pool;
    Listener *m_listener = nullptr;
    std::shared_ptr<Utterance> m_current;
};

} // namespace vox
