#pragma once
#include "app/host/heard_words.h"
#include "app/ports/text_to_speech.h"
#include "app/realtime/executor.h"
#include "models/base/result.h"
#include <functional>
#include <memory>
#include <vector>

namespace vox {

// A voice that does not fall silent: when the first one fails, or its first sound is late, a second one says what was not
// said yet, within the turn and for the rest of the call. Owned by its conversation's mouth, on its executor.
class VoiceChain final : public TextToSpeech, private TextToSpeech::Listener {
public:
    // Makes the second voice when it is needed; `made` is called on the executor, at once or later.
    using Made = std::function<void(Result<std::unique_ptr<TextToSpeech>>)>;
    using MakeSecond = std::function<void(Made)>;
    using Failed = std::function<void(const Error &)>; // each failure, for the timeline
    using TookOver = std::function<void(const Error &why)>;
    static constexpr std::int64_t kLateUs = 2500000;

    VoiceChain(std::unique_ptr<TextToSpeech> first, MakeSecond makeSecond, Failed failed, TookOver tookOver, Executor &executor);
    ~VoiceChain() override;

    void setListener(TextToSpeech::Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;

private:
    void speechArrived(Samples samples) override;
    void wordReached(qsizetype textOffset, qint64 sample) override;
    void speechFinished() override;
    void speechFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { if (m_listener) m_listener->usageCounted(usage); }
    void useSecond(Result<std::unique_ptr<TextToSpeech>> second);
    void speakRest();
    void stopWatching();

    std::unique_ptr<TextToSpeech> m_voice;
    std::unique_ptr<TextToSpeech> m_retired; // may still be on the call stack
    MakeSecond m_makeSecond; // empty once it was used
    Failed m_failed;
    TookOver m_tookOver;
    Error m_why;
    Executor &m_executor;
    TextToSpeech::Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);

    QString m_text;
    VoiceSettings m_settings;
    bool m_speaking = false;
    bool m_makingSecond = false;
    qsizetype m_textBefore = 0; // said by the first voice
    qint64 m_arrived = 0;       // samples of this text
    qint64 m_arrivedBefore = 0;
    std::vector<WordMark> m_marks;
    Executor::TimerId m_watch = 0;
};

} // namespace vox
