#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

// What we send and read of Yandex SpeechKit's synthesis, version 3: the messages of package speechkit.tts.v3 of the vendor's
// published API (yandex-cloud/cloudapi), by their field numbers.
namespace vox::yandex {

struct TtsWord {
    QString text;
    qint64 startMs = 0;
};
struct TtsPiece {
    QByteArray pcm; // 16 kHz
    QList<TtsWord> words;
};

// UtteranceSynthesisRequest. Speed 0.1 to 3; the voice is the vendor's name of it.
QByteArray ttsRequest(const QString &text, const QString &voice, double speed);
// UtteranceSynthesisResponse; false when it is broken.
bool readTts(QByteArrayView message, TtsPiece &into);

} // namespace vox::yandex
