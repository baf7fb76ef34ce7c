#pragma once
#include "app/providers/local/speech_engine.h"
#include <QList>
#include <memory>

namespace vox {

// The voices that Windows has, through its Speech API (SAPI 5): those of the system and those a person installed. Sound
// arrives while it is made, with the times of words. It has no pitch of its own. Any thread, several at once.
class SapiEngine final : public SpeechEngine {
public:
    struct Voice {
        QString name;
        QString language; // BCP 47
        QString token;    // Windows' name of it
    };
    // Null on other systems, and where Windows has no voice.
    static std::shared_ptr<SapiEngine> open();

    const QList<Voice> &voices() const { return m_voices; }
    // The voice that will speak: the named one, else the first of the language. nullptr: nobody speaks it.
    const Voice *voiceFor(const VoiceSettings &settings) const;

    QString identity() const override { return QStringLiteral("windows sapi 5"); }
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override;

private:
    explicit SapiEngine(QList<Voice> voices) : m_voices(std::move(voices)) {}
    const QList<Voice> m_voices;
};

} // namespace vox
