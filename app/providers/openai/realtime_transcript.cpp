#include "app/providers/openai/realtime_transcript.h"
#include "app/providers/openai/realtime_session.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostItems = 1000, kLongestText = 100000;

} // namespace

QJsonObject realtimeTranscription(const QString &model, const QString &language, const QStringList &phrases)
{
    QJsonObject transcription{{u"model"_s, model}};
    if (const QString tag = language.section(u'-', 0, 0); !tag.isEmpty()) transcription.insert("language"_L1, tag);
    if (model == "gpt-transcribe"_L1 || model == "gpt-live-transcribe"_L1)
        transcription.insert("keywords"_L1, QJsonArray::fromStringList(phrases.first(std::min<qsizetype>(100, phrases.size()))));
    else if (!phrases.isEmpty())
        transcription.insert("prompt"_L1, phrases.join(u", "_s).left(600));
    return transcription;
}

QJsonObject realtimeInput(const QJsonObject &transcription)
{
    // We know ourselves when the caller has finished: no turn detection of theirs.
    return {{u"format"_s, QJsonObject{{u"type"_s, u"audio/pcm"_s}, {u"rate"_s, 24000}}},
            {u"transcription"_s, transcription},
            {u"noise_reduction"_s, QJsonValue(QJsonValue::Null)},
            {u"turn_detection"_s, QJsonValue(QJsonValue::Null)}};
}

QByteArray realtimeAudio(const QByteArray &pcm24k)
{
    return R"({"type":"input_audio_buffer.append","audio":")" + pcm24k.toBase64() + R"("})";
}

void RealtimeTranscript::beginSegment()
{
    ++m_segment;
    m_items.removeIf([](const auto &item) { return item.value().done; });
    m_order.removeIf([this](const QString &id) { return !m_items.contains(id); });
}

RealtimeTranscript::Item &RealtimeTranscript::itemOf(const QString &id)
{
    if (!m_items.contains(id)) {
        if (m_order.size() >= kMostItems) m_items.remove(m_order.takeFirst());
        // Text may come before its commit was acknowledged: then it is of the oldest commit that is not, else of what is open.
        m_items.insert(id, {m_pending.isEmpty() ? m_segment : m_pending.first(), {}, false});
        m_order.append(id);
    }
    return m_items[id];
}

bool RealtimeTranscript::isWaiting() const
{
    if (m_pending.contains(m_segment)) return true;
    return std::any_of(m_items.begin(), m_items.end(), [this](const Item &item) { return item.segment == m_segment && !item.done; });
}

QString RealtimeTranscript::text() const
{
    QStringList texts;
    for (const QString &id : m_order)
        if (const Item item = m_items.value(id); item.segment == m_segment && !item.text.trimmed().isEmpty()) texts.append(item.text.trimmed());
    return texts.join(u' ');
}

bool RealtimeTranscript::commitRefused()
{
    if (m_pending.isEmpty()) return false;
    m_pending.removeFirst();
    return true;
}

RealtimeTranscript::Told RealtimeTranscript::take(const QJsonObject &event, const QString &address)
{
    const QString type = event.value("type"_L1).toString(), id = event.value("item_id"_L1).toString();
    if (type == "input_audio_buffer.committed"_L1) {
        Item &item = itemOf(id);
        if (!m_pending.isEmpty()) item.segment = m_pending.takeFirst();
        return {};
    }
    if (type == "conversation.item.input_audio_transcription.delta"_L1) {
        Item &item = itemOf(id);
        if (item.done) return {};
        item.text += event.value("delta"_L1).toString();
        if (item.text.size() > kLongestText) return {News::Lost, Error(Error::Code::TooLarge, {address, QString::number(kLongestText)}), {}};
        return {item.segment == m_segment ? News::Text : News::None, {}, {}};
    }
    if (type == "conversation.item.input_audio_transcription.completed"_L1) {
        Item &item = itemOf(id);
        item.text = event.value("transcript"_L1).toString().left(kLongestText);
        item.done = true;
        Told told{item.segment == m_segment ? News::Done : News::None, {}, {}};
        const QJsonObject usage = event.value("usage"_L1).toObject();
        told.usage = SpeechUsage{{}, {}, usage.value("input_tokens"_L1).toInteger(), usage.value("output_tokens"_L1).toInteger(),
                                 qint64(usage.value("seconds"_L1).toDouble() * 1000), 0};
        return told;
    }
    if (type == "conversation.item.input_audio_transcription.failed"_L1) {
        Item &item = itemOf(id);
        item.done = true;
        return {item.segment == m_segment ? News::Failed : News::None, realtimeError(event.value("error"_L1).toObject(), address), {}};
    }
    return {};
}

} // namespace vox
