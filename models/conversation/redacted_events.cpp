#include "models/conversation/redacted_events.h"
#include "models/journal/record.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The event's own keys and its type are ours.
QJsonObject cleaned(const QJsonObject &event, const Redaction &redaction)
{
    QJsonObject out = event;
    for (auto it = out.begin(); it != out.end(); ++it)
        if (it.key() != "type"_L1 && it.key() != "t_us"_L1) it.value() = redaction.json(it.value());
    return out;
}

} // namespace

ConversationEvent redacted(const ConversationEvent &event, const Redaction &redaction)
{
    if (redaction.isEmpty()) return event;
    const QJsonObject json = toJson(event);
    const QJsonObject clean = cleaned(json, redaction);
    if (clean == json) return event;
    return eventFromJson(clean).value_or(ConversationEvent{event.at, events::Silence{}});
}

QByteArray redactedLog(const QByteArray &log, const Redaction &redaction)
{
    if (redaction.isEmpty()) return log;
    const auto parsed = journal::parseRecords({log.constData(), size_t(log.size())});
    std::string out;
    bool changed = false;
    for (const std::string_view payload : parsed.payloads) {
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), qsizetype(payload.size()))).object();
        const QJsonObject clean = cleaned(json, redaction);
        if (clean == json) {
            journal::appendRecord(payload, out);
            continue;
        }
        changed = true;
        const QByteArray bytes = QJsonDocument(clean).toJson(QJsonDocument::Compact);
        journal::appendRecord({bytes.constData(), size_t(bytes.size())}, out);
    }
    return changed ? QByteArray::fromStdString(out) : log;
}

} // namespace vox
