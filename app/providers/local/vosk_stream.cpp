#include "app/providers/local/vosk_stream.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
std::vector<short> s16(Samples samples)
{
    std::vector<short> out(samples.size());
    std::transform(samples.begin(), samples.end(), out.begin(), [](float sample) {
        return short(std::isfinite(sample) ? std::lround(std::clamp(sample, -1.0f, 1.0f) * 32767.0f) : 0);
    });
    return out;
}

qint64 usOf(qint64 samples) { return samples * 1000000 / kSampleRate; }

QString joined(const QString &before, const QString &after)
{
    return before.isEmpty() || after.isEmpty() ? before + after : before + u' ' + after;
}
} // namespace

VoskStream::~VoskStream()
{
    if (m_recognizer) m_model->library().recognizerFree(m_recognizer);
}

// Takes over a finished result, {"result": [{word, start, end, conf}], "text"}. Its times go on counting over the
// decoder's fresh starts, so they are relative to the segment.
void VoskStream::keep(const char *json)
{
    const QJsonObject result = QJsonDocument::fromJson(QByteArray(json)).object();
    m_told.text = joined(m_told.text, result.value("text"_L1).toString());
    const QJsonArray words = result.value("result"_L1).toArray();
    for (const QJsonValue &word : words) {
        const double confidence = word.toObject().value("conf"_L1).toDouble(1);
        const double heard = double(m_told.words.size());
        m_told.confidence = (m_told.confidence * heard + confidence) / (heard + 1);
        m_told.words << RecognisedWord{word.toObject().value("word"_L1).toString(),
                                       qint64(word.toObject().value("start"_L1).toDouble() * 1e6),
                                       qint64(word.toObject().value("end"_L1).toDouble() * 1e6)};
    }
}

bool VoskStream::hear(Samples samples, Ask ask, Transcript &into)
{
    const std::lock_guard lock(m_mutex);
    const VoskLibrary &vosk = m_model->library();
    if (!m_recognizer) {
        m_recognizer = vosk.recognizerNew(m_model->handle(), float(kSampleRate));
        if (!m_recognizer) return false;
        vosk.recognizerSetWords(m_recognizer, 1);
    }
    const std::vector<short> sound = s16(samples);
    m_heard += qint64(sound.size());
    if (!sound.empty() && vosk.acceptWaveform(m_recognizer, sound.data(), int(sound.size())) > 0) keep(vosk.result(m_recognizer));
    if (ask == Ask::Final) keep(vosk.finalResult(m_recognizer));
    into = m_told;
    into.audioUs = usOf(m_heard);
    if (ask == Ask::Final) return true;
    const QJsonObject open = QJsonDocument::fromJson(QByteArray(vosk.partialResult(m_recognizer))).object();
    into.text = joined(into.text, open.value("partial"_L1).toString());
    return true;
}

} // namespace vox
