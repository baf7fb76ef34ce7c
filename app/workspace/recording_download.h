#pragma once
#include "app/workspace/team_server.h"

namespace vox {

// Brings the recording of a conversation from the server into its folder, in ranges, checked against its hash. Owned by
// ConversationSync; UI thread.
class RecordingDownload : public QObject {
public:
    explicit RecordingDownload(TeamServer &server) : m_server(server) {}
    // The path; at once when it is there already. NotFound when the conversation has none.
    QFuture<Result<QString>> begin(ConversationId id, const QString &folder);

private:
    struct Fetch;
    void fetchPiece(const std::shared_ptr<Fetch> &fetch);

    TeamServer &m_server;
};

} // namespace vox
