#include "app/providers/openai/transcription_answer.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestAnswer = 1 << 20;
}

void TranscriptionAnswer::takeEnd(const QJsonObject &object)
{
    m_done = true;
    m_text = object.value("text"_L1).toString();
    double sum = 0;
    const QJsonArray tokens = object.value("logprobs"_L1).toArray();
    for (const QJsonValue &token : tokens) sum += token.toObject().value("logprob"_L1).toDouble();
    if (!tokens.isEmpty()) m_confidence = std::clamp(std::exp(sum / double(tokens.size())), 0.0, 1.0);
    // Tokens, or seconds from models that are paid by time.
    const QJsonObject usage = object.value("usage"_L1).toObject();
    m_usage.inputTokens = usage.value("input_tokens"_L1).toInteger();
    m_usage.outputTokens = usage.value("output_tokens"_L1).toInteger();
    m_usage.audioMs = qint64(usage.value("seconds"_L1).toDouble() * 1000);
}

Result<bool> TranscriptionAnswer::take(const QByteArray &data, const QString &address)
{
    if (m_done || data.trimmed() == "[DONE]") return false;
    const auto document = QJsonDocument::fromJson(data);
    if (!document.isObject()) return Error(Error::Code::BadAnswer, {address, u"JSON"_s}, QString::fromUtf8(data.left(200)));
    const QJsonObject event = document.object();
    const QString type = event.value("type"_L1).toString();
    if (const QJsonObject error = event.value("error"_L1).toObject(); !error.isEmpty() || type == "error"_L1)
        return Error(Error::Code::ServerFailed, {address, error.value("code"_L1).toString()}, error.value("message"_L1).toString());
    if (type == "transcript.text.delta"_L1) {
        const QString delta = event.value("delta"_L1).toString();
        m_text += delta;
        if (m_text.size() > kLongestAnswer) return Error(Error::Code::TooLarge, {address, QString::number(kLongestAnswer)});
        return !delta.isEmpty();
    }
    if (type == "transcript.text.done"_L1) takeEnd(event);
    return false; // events of later versions
}

Result<bool> TranscriptionAnswer::feed(const QByteArray &piece, const QString &address)
{
    if (!m_isStream && !m_isPlain && !piece.trimmed().isEmpty()) (piece.trimmed().startsWith('{') ? m_isPlain : m_isStream) = true;
    if (m_isPlain) {
        m_plain += piece;
        if (m_plain.size() > kLongestAnswer) return Error(Error::Code::TooLarge, {address, QString::number(kLongestAnswer)});
        return false;
    }
    bool grown = false;
    for (const QByteArray &data : m_events.feed(piece)) {
        const auto taken = take(data, address);
        if (!taken) return taken;
        grown = grown || *taken;
    }
    if (m_events.overflowed()) return Error(Error::Code::TooLarge, {address, QString::number(kLongestAnswer)});
    return grown;
}

Result<void> TranscriptionAnswer::finish(const QString &address)
{
    if (m_isPlain) {
        const QJsonObject object = QJsonDocument::fromJson(m_plain).object();
        if (!object.value("text"_L1).isString()) return Error(Error::Code::BadAnswer, {address, u"text"_s}, QString::fromUtf8(m_plain.left(200)));
        takeEnd(object);
    }
    if (!m_done) return Error(Error::Code::BadAnswer, {address, u"cut off"_s});
    return {};
}

} // namespace vox
