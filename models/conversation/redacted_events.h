#pragma once
#include "models/base/redaction.h"
#include "models/conversation/event.h"

namespace vox {

// The event without the values that must not leave: what was said, understood, asked and answered.
ConversationEvent redacted(const ConversationEvent &event, const Redaction &redaction);
// A log, as writeLog() makes it, of such events; byte for byte the same when nothing in it had to go. Records of types that this
// version does not know are cleaned too; what follows a torn record is dropped.
QByteArray redactedLog(const QByteArray &log, const Redaction &redaction);

} // namespace vox
