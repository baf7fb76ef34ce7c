#include "app/shelf/model_frames.h"
#include "models/conversation/projections.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kMark = 0x314d7856; // "VxM1"
constexpr qsizetype kHeader = 16;

bool isKind(std::uint32_t kind)
{
    using Kind = ModelFrame::Kind;
    return (kind >= std::uint32_t(Kind::Open) && kind <= std::uint32_t(Kind::Ping)) || (kind >= std::uint32_t(Kind::Ready) && kind <= std::uint32_t(Kind::Pong));
}

double within(const QJsonValue &value, double low, double high, double otherwise)
{
    const double number = value.toDouble(otherwise);
    return std::isfinite(number) ? std::clamp(number, low, high) : otherwise;
}

} // namespace

ModelFrame ModelFrame::json(Kind kind, std::uint32_t session, const QJsonObject &object)
{
    return {kind, session, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

QJsonObject ModelFrame::object() const { return QJsonDocument::fromJson(payload).object(); }

QByteArray ModelFrame::bytes() const
{
    QByteArray out(kHeader + payload.size(), Qt::Uninitialized);
    const std::uint32_t words[] = {kMark, std::uint32_t(kind), session, std::uint32_t(payload.size())};
    for (int i = 0; i < 4; ++i) qToLittleEndian(words[i], out.data() + 4 * i);
    std::copy(payload.cbegin(), payload.cend(), out.data() + kHeader);
    return out;
}

void ModelFrameReader::add(const QByteArray &bytes)
{
    if (m_broken) return;
    if (m_at > 0) {
        m_bytes.remove(0, m_at);
        m_at = 0;
    }
    m_bytes += bytes;
}

std::optional<ModelFrame> ModelFrameReader::next()
{
    if (m_broken || m_bytes.size() - m_at < kHeader) return std::nullopt;
    std::uint32_t words[4];
    for (int i = 0; i < 4; ++i) words[i] = qFromLittleEndian<std::uint32_t>(m_bytes.constData() + m_at + 4 * i);
    if (words[0] != kMark || !isKind(words[1]) || words[3] > std::uint32_t(ModelFrame::kLongestPayload)) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (m_bytes.size() - m_at - kHeader < qsizetype(words[3])) return std::nullopt;
    ModelFrame frame{ModelFrame::Kind(words[1]), words[2], m_bytes.sliced(m_at + kHeader, qsizetype(words[3]))};
    m_at += kHeader + qsizetype(words[3]);
    return frame;
}

QJsonObject toFrame(const Error &error)
{
    return {{u"error"_s, error.codeName()}, {u"args"_s, QJsonArray::fromStringList(error.args)}, {u"detail"_s, error.detail}};
}

Error errorFromFrame(const QJsonObject &object)
{
    ConversationError error{object.value("error"_L1).toString(), {}, object.value("detail"_L1).toString(), 0};
    for (const QJsonValue &argument : object.value("args"_L1).toArray()) error.args.append(argument.toString());
    return errorOf(error);
}

QJsonObject toFrame(const Transcript &transcript)
{
    QJsonArray words;
    for (const RecognisedWord &word : transcript.words) words.append(QJsonArray{word.text, word.startUs, word.endUs});
    return {{u"text"_s, transcript.text}, {u"confidence"_s, transcript.confidence}, {u"stability"_s, transcript.stability},
            {u"words"_s, words}, {u"audio_us"_s, transcript.audioUs}};
}

Transcript transcriptFromFrame(const QJsonObject &object)
{
    Transcript out;
    out.text = object.value("text"_L1).toString();
    out.confidence = within(object.value("confidence"_L1), 0, 1, 1);
    out.stability = within(object.value("stability"_L1), 0, 1, 1);
    out.audioUs = std::max<qint64>(0, object.value("audio_us"_L1).toInteger());
    for (const QJsonValue &value : object.value("words"_L1).toArray()) {
        const QJsonArray word = value.toArray();
        const qint64 start = std::max<qint64>(0, word.at(1).toInteger());
        out.words.append({word.at(0).toString(), start, std::max(start, word.at(2).toInteger())});
    }
    return out;
}

QJsonObject toFrame(const QString &text, const VoiceSettings &settings)
{
    return {{u"text"_s, text}, {u"language"_s, settings.language}, {u"voice"_s, settings.voice}, {u"rate"_s, settings.rate},
            {u"pitch"_s, settings.pitch}, {u"volume"_s, settings.volume}};
}

VoiceSettings voiceFromFrame(const QJsonObject &object)
{
    return {object.value("language"_L1).toString(), object.value("voice"_L1).toString(), within(object.value("rate"_L1), 0.5, 2, 1),
            within(object.value("pitch"_L1), 0.5, 2, 1), within(object.value("volume"_L1), 0, 1, 1)};
}

} // namespace vox
