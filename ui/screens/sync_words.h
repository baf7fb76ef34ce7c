#pragma once
#include "app/workspace/sync_state.h"
#include "ui/kit/colours.h"
#include <QString>

namespace vox {

// How a workspace stands to its server, for people: a word or two for the status bar, a sentence for the settings.
struct SyncWords {
    const char *icon = "hard-drive";
    kit::Meaning meaning = kit::Meaning::Neutral;
    QString brief;     // "Synced 09:41", "2 to send", "Offline since 09:12"
    QString sentence;  // with what to do next
};
SyncWords syncWords(const SyncState &state, UtcMs now);
// Whether signing in again would help.
bool needsSignIn(const SyncState &state);

} // namespace vox
