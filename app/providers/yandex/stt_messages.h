#pragma once
#include "app/ports/speech_to_text.h"
#include <QByteArray>
#include <QMap>
#include <QString>

// What we send and read of Yandex SpeechKit's recognition, version 3: the messages of package speechkit.stt.v3 of the
// vendor's published API (yandex-cloud/cloudapi), by their field numbers.
namespace vox::yandex {

struct SttOptions {
    QString model = QStringLiteral("general");
    QString language; // "ru-RU"; empty: any
};

// StreamingRequest, one of: session_options, chunk, eou.
QByteArray sttSession(const SttOptions &options);
QByteArray sttChunk(QByteArrayView pcm16k);
QByteArray sttEnd();

// Tags of ours as the vendor writes them: "ru" is "ru-RU".
QString languageCode(const QString &tag);

// Puts StreamingResponse messages together: finals in order, each refined (normalised) later, and the partial after them.
class SttTranscript {
public:
    enum class News { None, Text, Broken };
    News take(QByteArrayView message);
    QString text() const;
    qint64 ends() const { return m_ends; }     // ends of utterances told so far
    bool isRefined() const;                    // every final has its normalised text
    double confidence() const { return m_confidence; }

private:
    struct Final {
        QString text;
        bool refined = false;
    };
    QMap<qint64, Final> m_finals;
    QString m_partial;
    qint64 m_ends = 0, m_nextFinal = 0;
    double m_confidence = 1;
};

} // namespace vox::yandex
