#pragma once
#include "app/workspace/conversation_download.h"
#include "app/workspace/conversation_upload.h"
#include "app/workspace/recording_download.h"
#include <QTimer>

namespace vox {

// Carries finished conversations to the server and brings those of other desks: rows and events at once, recordings when
// somebody wants to hear them. Goes on where it was after any interruption. Part of SyncDriver; UI thread.
class ConversationSync : public QObject {
    Q_OBJECT
public:
    ConversationSync(Workspace &workspace, TeamServer &server);

    // What the person may do decides which half runs.
    void allow(bool upload, bool download, bool erase);
    // Begins a round, or another one after that which is under way.
    void kick();

    // See ConversationUpload.
    static Result<int> pending(Store &store, bool erasures) { return ConversationUpload::pending(store, erasures); }
    // The path of the recording; fetched and kept beside the conversation when it is not there. NotFound when it has none.
    QFuture<Result<QString>> recording(ConversationId id);

signals:
    void finished();
    // For want of a line; kick() goes on.
    void failed(const vox::Error &error);
    // Rows came or went.
    void moved();
    // The server does not want this one; the others go on.
    void refused(vox::ConversationId id, const vox::Error &error);

private:
    void bring();
    void end(const std::optional<Error> &error);

    Workspace &m_workspace;
    ConversationUpload m_up;
    ConversationDownload m_down;
    RecordingDownload m_recordings;
    bool m_upload = false, m_download = false, m_erase = false;
    bool m_busy = false, m_again = false;
    QTimer m_later; // one of ours was not ready
};

} // namespace vox
