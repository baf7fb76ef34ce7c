#pragma once
#include "app/host/paced_line.h"
#include "app/ports/text_to_speech.h"
#include <QList>
#include <QString>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace vox {

// A caller who speaks a script, by a voice of its own or as a tone of 60 ms a character. Each utterance begins at a time,
// when the agent listens, or a while after the agent began to speak (to interrupt it). Leaves `leaveAfterUs` after the last.
class SimulatedCaller final : public PacedLine, private TextToSpeech::Listener {
public:
    struct Utterance {
        enum class When { At, AgentListens, AgentSpoke };
        QString text;
        When when = When::AgentListens;
        std::int64_t us = 0;          // At: time on the line's axis; else: this long after
        std::vector<float> sound;     // spoken instead of the text when not empty
    };
    // Without a voice an utterance is a tone.
    SimulatedCaller(QList<Utterance> script, std::unique_ptr<TextToSpeech> voice, VoiceSettings settings,
                    std::int64_t leaveAfterUs = 10000000);
    ~SimulatedCaller() override;

    void play(const AudioBlock &block) override;
    void agentListens(bool listens) override;

private:
    Captured next(AudioBlock &into) override;
    void started() override;
    void stopped() override;
    void speechArrived(Samples samples) override;
    void wordReached(qsizetype, qint64) override {}
    void speechFinished() override;
    void speechFailed(const Error &error) override;
    void synthesise();
    bool due(const Utterance &utterance) const;

    struct Spoken {
        std::vector<float> sound;
        bool done = false;
    };
    QList<Utterance> m_script;
    std::unique_ptr<TextToSpeech> m_voice;
    VoiceSettings m_settings;
    std::int64_t m_leaveAfterUs;
    std::vector<Spoken> m_spoken;     // beside m_script, synthesised one ahead
    std::size_t m_synthesised = 0;
    std::size_t m_next = 0;           // utterance that is or will be spoken
    std::size_t m_at = 0;             // its sample
    bool m_speaking = false;
    std::int64_t m_listensSinceUs = -1;
    std::int64_t m_agentSpokeUs = -1; // since the agent's current speech began
    std::int64_t m_lastSoundUs = 0;
};

// What a text without a voice sounds like: a tone of 60 ms a character, with a dip between words.
std::vector<float> toneFor(const QString &text);

} // namespace vox
