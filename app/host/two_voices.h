#pragma once
#include "app/ports/speech_model.h"
#include "app/realtime/executor.h"
#include <QHash>
#include <functional>

namespace vox {

// The mouth of an agent whose model speaks itself: the model's own words come in its own voice, everything else (prompts,
// fillers, what another model says) in the agent's. When the model's sound breaks off or is late, the agent's voice says
// what was not said yet. Owned by its conversation's mouth, on its executor.
class TwoVoices final : public TextToSpeech, private TextToSpeech::Listener {
public:
    using TookOver = std::function<void(const Error &why)>;
    static constexpr std::int64_t kLateUs = 2500000; // without a sound that could be played

    TwoVoices(std::unique_ptr<ModelVoice> own, std::unique_ptr<TextToSpeech> other, TookOver tookOver, Executor &executor);
    ~TwoVoices() override;

    void setListener(TextToSpeech::Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;
    void cut(qint64 nth, qint64 samples) override;

private:
    enum class Who { Nobody, Own, Other };
    void speechArrived(Samples samples) override;
    void wordReached(qsizetype textOffset, qint64 sample) override;
    void speechFinished() override;
    void speechFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { if (m_listener) m_listener->usageCounted(usage); }
    void watch();
    void stopWatching();

    std::unique_ptr<ModelVoice> m_own;
    std::unique_ptr<TextToSpeech> m_other;
    const TookOver m_tookOver;
    Executor &m_executor;
    TextToSpeech::Listener *m_listener = nullptr;
    QString m_text;
    VoiceSettings m_settings;
    Who m_who = Who::Nobody;
    qsizetype m_textBefore = 0; // said in the model's voice before the other one went on
    qint64 m_arrived = 0, m_arrivedBefore = 0;
    qint64 m_nth = 0, m_ownNth = 0;
    QHash<qint64, qint64> m_ownOf; // the newest: which of the model's utterances ours was
    std::int64_t m_lastsUs = 0; // what came can be played until then
    Executor::TimerId m_watch = 0;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

} // namespace vox
