#pragma once
#include "app/workspace/team_server.h"

namespace vox {

class Workspace;

// The half of ConversationSync that brings what other desks finished or erased: rows and events at once, page by page of the
// server's feed. Owned by ConversationSync; UI thread.
class ConversationDownload : public QObject {
public:
    using Done = std::function<void(const std::optional<Error> &)>;

    ConversationDownload(Workspace &workspace, TeamServer &server) : m_workspace(workspace), m_server(server) {}
    // One round; `done` is called once: nothing is left for now, or the line is lost. Not again before.
    void begin(Done done);
    // Whether rows came or went since it was asked last.
    bool takeMoved() { return std::exchange(m_moved, false); }

private:
    struct Incoming;
    void nextPage();
    void nextIncoming(const std::shared_ptr<Incoming> &incoming);
    void takeIn(const std::shared_ptr<Incoming> &incoming, ConversationId id, const QByteArray &events);
    void passIncoming(const std::shared_ptr<Incoming> &incoming);
    void over(const std::optional<Error> &error);

    Workspace &m_workspace;
    TeamServer &m_server;
    bool m_moved = false;
    Done m_done;
};

} // namespace vox
