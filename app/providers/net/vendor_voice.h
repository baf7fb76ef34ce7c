#pragma once
#include "app/dsp/pcm16.h"
#include "app/ports/text_to_speech.h"
#include "app/realtime/executor.h"
#include <optional>
#include <string_view>

namespace vox {

// What voices of vendors have in common: one utterance at a time, asked for anew while nothing of it was spoken, its sound
// decoded and its cost told once. A vendor's own class asks and takes what comes. One per conversation, on its executor.
class VendorVoice : public TextToSpeech {
public:
    struct Manner {
        QString address;        // for errors: without path and key
        qsizetype longestText;  // characters
        int rateHz;             // of the sound that comes
    };

    void setListener(Listener *listener) final { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) final;
    void stop() final;

protected:
    VendorVoice(Manner manner, Executor &executor);

    // The vendor's part: ask for text(); end the call that is out, if there is one.
    virtual void ask() = 0;
    virtual void hangUp() = 0;
    virtual SpeechUsage usage() const = 0; // of an utterance that was spoken whole, without the length of its sound

    // What came of it. After each the utterance may be over: isOut() tells.
    void pcm(std::string_view bytes);
    void word(qsizetype textOffset, qint64 sample);
    void finish(); // BadAnswer when no sound came
    void fail(const Error &error);

    bool isOut() const { return m_out; }
    const QString &text() const { return m_text; }
    const VoiceSettings &settings() const { return m_settings; }
    const QString &address() const { return m_manner.address; }
    Executor &executor() const { return m_executor; }

private:
    void attempt();
    void sound(std::vector<float> samples);
    void close();

    const Manner m_manner;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    QString m_text;
    VoiceSettings m_settings;
    std::optional<Pcm16Decoder> m_decoder;
    qint64 m_samples = 0;
    bool m_out = false; // an utterance is asked for
    int m_tries = 0;
    Executor::TimerId m_retry = 0;
};

} // namespace vox
