#pragma once
#include "app/host/dialogue_record.h"
#include "app/workspace/conversations.h"

namespace vox {

// A dialogue that was cut off, ready to go on: with everything that it and what it went on from had asked for outside.
struct Continuation {
    ConversationRow row; // of the conversation that was cut off
    std::shared_ptr<const DialogueRecord> record;
};

// Reads a conversation that was cut off, and those it went on from, in turn. Workspace's thread. Errors: NotFound, Conflict
// {"continued call", id} (it went on already), NotFound {"dialogue to continue", id} (it was not cut off, or had not begun).
QFuture<Result<Continuation>> continuationOf(Workspace &workspace, ConversationId id);

// A conversation goes on once: two that went on from the same place would do the same things outside. On the medium when
// this says so. Errors: Conflict {"continued call", id}, FileUnwritable. Any thread.
Result<void> claimContinuation(const QString &workspaceFolder, ConversationId of, ConversationId by);
// It did not begin after all.
void giveBackContinuation(const QString &workspaceFolder, ConversationId of);
// Who went on from it; nothing: nobody yet.
std::optional<ConversationId> continuedBy(const QString &workspaceFolder, ConversationId of);

} // namespace vox
