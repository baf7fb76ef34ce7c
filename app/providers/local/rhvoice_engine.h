#pragma once
#include "app/providers/local/speech_engine.h"
#include <QList>
#include <memory>

namespace vox {

// RHVoice: natural Russian and English, ten times faster than real time. One engine for all conversations; any thread, also
// several at once. The first sentence of a voice takes 150 ms more: say one beforehand.
class RhvoiceEngine final : public SpeechEngine {
public:
    struct Voice {
        QString name;
        QString language;
        QString licence;
        bool isFree = false; // may be used for anything
    };
    // Null when the folder (lib/, share/RHVoice/) holds no usable RHVoice.
    static std::unique_ptr<RhvoiceEngine> open(const QString &folder);
    ~RhvoiceEngine() override;

    // Free ones first, in order of preference.
    const QList<Voice> &voices() const;
    // The one named, if it speaks the language, else the preferred one of the language.
    const Voice *voiceFor(const VoiceSettings &settings) const;
    QString identity() const override;
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override;

private:
    struct State;
    RhvoiceEngine();
    std::unique_ptr<State> m_state;
};

} // namespace vox
