#include "app/providers/openai/transcription_request.h"
#include "models/audio/block.h"
#include <QtEndian>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Nothing in a WAV of ours or in a form's text can hold this line.
constexpr const char *kBoundary = "voxdesk-7d1f5a2c9b6e4830a1";
constexpr qsizetype kLongestPrompt = 600, kMostKeywords = 100;

void addField(QByteArray &body, const char *name, const QString &value)
{
    body += QByteArray("--") + kBoundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value.toUtf8() + "\r\n";
}

template <typename T> void addNumber(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

QByteArray wavOf(const QByteArray &pcm, int rateHz)
{
    QByteArray out;
    out.reserve(44 + pcm.size());
    out += "RIFF";
    addNumber(out, quint32(36 + pcm.size()));
    out += "WAVEfmt ";
    addNumber(out, quint32(16));
    addNumber(out, quint16(1)); // PCM
    addNumber(out, quint16(1)); // mono
    addNumber(out, quint32(rateHz));
    addNumber(out, quint32(rateHz * 2));
    addNumber(out, quint16(2));
    addNumber(out, quint16(16));
    out += "data";
    addNumber(out, quint32(pcm.size()));
    out += pcm;
    return out;
}

QByteArray TranscriptionRequest::contentType() const { return QByteArray("multipart/form-data; boundary=") + kBoundary; }

bool TranscriptionRequest::asksForLogprobs() const
{
    return model.startsWith("gpt-4o"_L1) && !model.contains("diarize"_L1);
}

QByteArray TranscriptionRequest::body() const
{
    QByteArray out;
    addField(out, "model", model);
    addField(out, "response_format", u"json"_s);
    addField(out, "stream", u"true"_s); // models that cannot stream leave it aside
    if (const QString tag = language.section(u'-', 0, 0); !tag.isEmpty()) addField(out, "language", tag);
    if (asksForLogprobs()) addField(out, "include[]", u"logprobs"_s);
    if (model == "gpt-transcribe"_L1) {
        for (const QString &phrase : phrases.first(std::min(kMostKeywords, phrases.size()))) addField(out, "keywords[]", phrase);
    } else if (!phrases.isEmpty() && !model.contains("diarize"_L1)) {
        addField(out, "prompt", phrases.join(u", "_s).left(kLongestPrompt));
    }
    out += QByteArray("--") + kBoundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.wav\"\r\nContent-Type: audio/wav\r\n\r\n";
    out += wavOf(pcm, kSampleRate);
    out += QByteArray("\r\n--") + kBoundary + "--\r\n";
    return out;
}

} // namespace vox
