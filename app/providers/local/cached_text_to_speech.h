#pragma once
#include "app/providers/local/prompt_cache.h"
#include <memory>

namespace vox {

class Executor;

// A voice that speaks from the cache what is there, at once, and asks the voice behind it for the rest, remembering it.
class CachedTextToSpeech final : public TextToSpeech, private TextToSpeech::Listener {
public:
    // `engine`: identity of the voice behind, for the key.
    CachedTextToSpeech(std::unique_ptr<TextToSpeech> voice, const QString &engine, std::shared_ptr<PromptCache> cache, Executor &executor);
    ~CachedTextToSpeech() override;

    void setListener(TextToSpeech::Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;

private:
    void speechArrived(Samples samples) override;
    void wordReached(qsizetype textOffset, qint64 sample) override;
    void speechFinished() override;
    void speechFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { if (m_listener) m_listener->usageCounted(usage); }
    void recite(const RenderedSpeech &speech, const std::shared_ptr<bool> &alive);

    std::unique_ptr<TextToSpeech> m_voice;
    const QString m_engine;
    std::shared_ptr<PromptCache> m_cache;
    Executor &m_executor;
    TextToSpeech::Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_reciting; // false once stopped
    bool m_callOpen = false;
    QByteArray m_key;         // of what the voice behind speaks now
    RenderedSpeech m_heard;
};

} // namespace vox
