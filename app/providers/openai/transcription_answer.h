#pragma once
#include "app/ports/speech_usage.h"
#include "app/providers/openai/sse_parser.h"
#include "models/base/result.h"
#include <QString>

namespace vox {

// Puts together what POST /audio/transcriptions answers: a stream of transcript.text.delta and transcript.text.done, or
// one JSON object from models and servers that do not stream. Pure; one per answer.
class TranscriptionAnswer {
public:
    // Bytes as they come. Answers whether the text has grown. Errors: BadAnswer, ServerFailed (an error in the stream), TooLarge.
    Result<bool> feed(const QByteArray &piece, const QString &address);
    // After the last byte. Errors: BadAnswer when the text never ended.
    Result<void> finish(const QString &address);

    const QString &text() const { return m_text; }
    double confidence() const { return m_confidence; } // from the tokens' log probabilities, else 1
    const SpeechUsage &usage() const { return m_usage; }

private:
    Result<bool> take(const QByteArray &data, const QString &address);
    void takeEnd(const QJsonObject &object);

    SseParser m_events;
    QByteArray m_plain; // an answer that is no stream, gathered
    QString m_text;
    double m_confidence = 1;
    SpeechUsage m_usage;
    bool m_isStream = false, m_isPlain = false, m_done = false;
};

} // namespace vox
