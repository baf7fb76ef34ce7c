#pragma once
#include "app/ports/speech_usage.h"
#include "models/audio/block.h"
#include "models/base/error.h"
#include <QString>
#include <QList>

namespace vox {

// How a voice should say something.
struct VoiceSettings {
    QString language = QStringLiteral("en"); // BCP 47
    QString voice;                           // provider's name of the voice, empty: the provider's default
    double rate = 1.0;                       // 0.5 to 2
    double pitch = 1.0;                      // 0.5 to 2
    double volume = 1.0;                     // 0 to 1
    friend bool operator==(const VoiceSettings &, const VoiceSettings &) = default;
};

// A voice. Lives on its conversation's executor and speaks one utterance at a time: sound arrives in order, faster than
// real time, then exactly one of speechFinished() and speechFailed(). After stop() nothing arrives. No call blocks.
class TextToSpeech {
public:
    class Listener {
    public:
        virtual ~Listener() = default;
        // Sound of any length, 16 kHz mono; valid during the call only.
        virtual void speechArrived(Samples samples) = 0;
        // Where word boundaries lie, when the voice knows: character offset in the text, sample since the start.
        virtual void wordReached(qsizetype textOffset, qint64 sample) = 0;
        virtual void speechFinished() = 0;
        virtual void speechFailed(const Error &error) = 0;
        // What an utterance cost, before speechFinished(); local voices cost nothing and tell nothing.
        virtual void usageCounted(const SpeechUsage &usage) { Q_UNUSED(usage) }
    };

    virtual ~TextToSpeech() = default;
    virtual void setListener(Listener *listener) = 0;
    virtual void speak(const QString &text, const VoiceSettings &settings) = 0;
    virtual void stop() = 0;
    // The caller interrupted: of the n-th text that was given to speak() so many samples were heard, and nothing behind
    // them. For voices that must know what of their words counts.
    virtual void cut(qint64 nth, qint64 samples) { Q_UNUSED(nth) Q_UNUSED(samples) }
};

} // namespace vox
