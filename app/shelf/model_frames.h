#pragma once
#include "app/ports/speech_to_text.h"
#include "app/ports/text_to_speech.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <optional>

namespace vox {

// What the program and a model's own process say to each other over the child's standard streams: a header of four
// little-endian words (mark, kind, session, length of the payload), then the payload. Sound is native samples, the rest JSON.
struct ModelFrame {
    enum class Kind : std::uint32_t {
        // to the child
        Open = 1, // {language}: a recogniser for one conversation
        Expect,   // {phrases}
        Begin,
        Feed,     // float samples, 16 kHz
        Final,    // {ticket}
        Drop,
        Close,    // of a session, also of an utterance that is not over
        Say,      // {text, language, voice, rate, pitch, volume}
        Ping,     // any bytes; they come back
        // from the child
        Ready = 64, // loaded
        Unusable,   // {error, args, detail}: it could not be loaded
        Partial,    // a transcript
        Heard,      // a transcript with its {ticket}
        Failed,     // {error, args, detail}: of a session
        Sound,      // one word: the rate; then 16-bit samples
        Word,       // {offset, sample, rate}
        Said,       // the utterance is over
        Pong,       // what the ping carried, after the work that was running
    };
    static constexpr qsizetype kLongestPayload = 4 << 20;

    Kind kind = Kind::Ping;
    std::uint32_t session = 0;
    QByteArray payload = {};

    static ModelFrame json(Kind kind, std::uint32_t session, const QJsonObject &object);
    QJsonObject object() const; // empty when the payload is none
    QByteArray bytes() const;
};

// Cuts a stream of bytes into frames. What is no frame makes it broken, for good.
class ModelFrameReader {
public:
    void add(const QByteArray &bytes);
    std::optional<ModelFrame> next();
    bool broken() const { return m_broken; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_broken = false;
};

QJsonObject toFrame(const Error &error);
QJsonObject toFrame(const Transcript &transcript);
QJsonObject toFrame(const QString &text, const VoiceSettings &settings);
Error errorFromFrame(const QJsonObject &object);
Transcript transcriptFromFrame(const QJsonObject &object); // what a child may not claim is brought into range
VoiceSettings voiceFromFrame(const QJsonObject &object);

} // namespace vox
