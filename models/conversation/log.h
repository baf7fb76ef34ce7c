#pragma once
#include "models/base/result.h"
#include "models/conversation/event.h"
#include <QByteArray>
#include <QList>

namespace vox {

// A conversation's events as bytes: records of models/journal, each one event in compact JSON.
struct ConversationLog {
    QList<ConversationEvent> events;
    qint64 validBytes = 0;  // what follows them was torn by a crash
    qsizetype unknown = 0;  // well-formed records of types this version does not know; kept in the bytes
};

// The payload of one record.
QByteArray encodeEvent(const ConversationEvent &event);
// Never fails: what can be read is what there is.
ConversationLog readLog(QByteArrayView bytes);
// All records, as they would stand in events.log.
QByteArray writeLog(const QList<ConversationEvent> &events);
// One JSON object a line, for people and other programs (voxctl --events).
QByteArray toNdjson(const QList<ConversationEvent> &events);

} // namespace vox
