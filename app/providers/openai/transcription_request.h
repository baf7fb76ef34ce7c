#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace vox {

// The body of POST /audio/transcriptions (OpenAI's OpenAPI document, CreateTranscriptionRequest): multipart/form-data with
// the sound as a WAV file of 16 kHz mono PCM. Pure.
struct TranscriptionRequest {
    QString model;
    QString language;     // BCP 47; its first part is sent, as ISO 639-1
    QStringList phrases;  // that are likely; sent as keywords or as a prompt, whichever the model takes
    QByteArray pcm;       // 16-bit little-endian

    QByteArray contentType() const;
    QByteArray body() const;
    bool asksForLogprobs() const;
};

// A RIFF/WAVE file around 16-bit mono PCM.
QByteArray wavOf(const QByteArray &pcm, int rateHz);

} // namespace vox
