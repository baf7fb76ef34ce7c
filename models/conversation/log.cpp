#include "models/conversation/log.h"
#include "models/journal/record.h"
#include <QJsonDocument>

namespace vox {

QByteArray encodeEvent(const ConversationEvent &event)
{
    return QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
}

ConversationLog readLog(QByteArrayView bytes)
{
    ConversationLog log;
    const auto parsed = journal::parseRecords({bytes.data(), size_t(bytes.size())});
    log.validBytes = qint64(parsed.validBytes);
    log.events.reserve(qsizetype(parsed.payloads.size()));
    for (const std::string_view payload : parsed.payloads) {
        const auto json = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), qsizetype(payload.size())));
        if (auto event = eventFromJson(json.object())) log.events.append(std::move(*event));
        else ++log.unknown;
    }
    return log;
}

QByteArray writeLog(const QList<ConversationEvent> &events)
{
    std::string out;
    for (const ConversationEvent &event : events) {
        const QByteArray payload = encodeEvent(event);
        journal::appendRecord({payload.constData(), size_t(payload.size())}, out);
    }
    return QByteArray::fromStdString(out);
}

QByteArray toNdjson(const QList<ConversationEvent> &events)
{
    QByteArray out;
    for (const ConversationEvent &event : events) out += encodeEvent(event) + '\n';
    return out;
}

} // namespace vox
