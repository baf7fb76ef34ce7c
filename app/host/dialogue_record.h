#pragma once
#include "models/conversation/event.h"
#include "models/dialogue/interpreter.h"
#include <QSet>
#include <optional>
#include <span>

namespace vox {

// What a conversation's log tells of its dialogue: the newest state, and what was asked for outside. Made from a log that
// may end anywhere, so that nothing which changes something outside is ever asked for twice. A value.
struct DialogueRecord {
    QString conversation;         // whose log it is
    DialogueState state;
    QSet<QString> receipts;       // side effects that were asked for, whether or not an answer is known
    // What the state still waits for, settled from the log: an answer that came but was not taken up, else a failure.
    QList<DialogueEvent> pending;
    qint64 utterances = 0;        // numbers that were given out
    qint64 answers = 0;
};

// Nothing when the log holds no checkpoint: the dialogue had not begun.
std::optional<DialogueRecord> dialogueRecord(std::span<const ConversationEvent> log);

} // namespace vox
