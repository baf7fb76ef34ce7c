#pragma once
#include "models/base/redaction.h"
#include "models/store/conversation_entry.h"

namespace vox {

// A live folder (events.log, audio.wav) taken in: the row with its events, and whether it had to be marked cut off.
struct FinishedConversation {
    ConversationStore::Entry entry;
    ConversationSummary summary;
    bool wasCutOff = false;
};
// Reads the folder, leaving out the values of secrets; repairs the recording's header where its program died. NotFound when there
// is no events.log.
Result<FinishedConversation> readLiveFolder(const QString &folder, ConversationId id, const Redaction &redaction);

inline const QString liveLogName = QStringLiteral("events.log");
inline const QString liveSoundName = QStringLiteral("audio.wav");
inline const QString keptSoundName = QStringLiteral("audio.opus");
inline const QString peaksName = QStringLiteral("peaks.bin");
inline const QString liveLockName = QStringLiteral("live.lock");

} // namespace vox
