#pragma once
#include "app/dsp/pcm16.h"
#include "app/ports/text_to_speech.h"
#include "app/providers/yandex/speechkit_recogniser.h"

namespace vox {

// Speaks with Yandex SpeechKit, version 3: a call an utterance, sound as it is made. One per conversation, on its executor.
class SpeechKitVoice final : public TextToSpeech {
public:
    struct Options {
        SpeechKitAccount account;
        QString voice;         // when the agent names none
        int timeoutMs = 20000; // of a whole utterance
    };
    static constexpr qsizetype kLongestText = 5000; // characters, the vendor's limit

    SpeechKitVoice(CallStreams &calls, Options options, Executor &executor);
    ~SpeechKitVoice() override { stop(); }

    void setListener(Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;

private:
    void attempt();
    void arrived(const QByteArray &message);
    void mark(const QString &word, qint64 startMs);
    void ended(const std::optional<Error> &error);
    void fail(const Error &error);

    CallStreams &m_calls;
    const Options m_options;
    const QString m_address;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    QString m_text;
    VoiceSettings m_settings;
    std::optional<CallStreams::CallId> m_call;
    std::optional<Pcm16Decoder> m_decoder;
    qsizetype m_marked = 0; // characters up to the last word that was reached
    qint64 m_samples = 0;
    int m_tries = 0;
    Executor::TimerId m_retry = 0;
};

} // namespace vox
