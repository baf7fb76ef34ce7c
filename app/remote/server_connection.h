#pragma once
#include "app/workspace/team_server.h"

class QNetworkReply;

namespace vox {

// The client of a Voxdesk server's API: TeamServer over HTTP/1.1 and a WebSocket. Requests are packed when they are large, sent again
// with growing waits when the line was lost or the server busy, and never follow a redirect (a token goes to one
// server only). Where a proxy lets no WebSocket through, it looks every two seconds instead.
class ServerConnection final : public TeamServer {
    Q_OBJECT
public:
    // `seed`: of the jitter; 0: from the system.
    explicit ServerConnection(const ServerAddress &address, quint32 seed = 0);
    ~ServerConnection() override;

    ServerAddress address() const override;
    void setToken(const QString &token) override;
    QFuture<Result<ServerAnswer>> request(const ServerRequest &request) override;
    Link link() const override;
    QByteArray seenFingerprint() const override;
    void follow() override;
    void unfollow() override;

private:
    struct Call;
    struct Private;
    void send(const std::shared_ptr<Call> &call);
    void answered(const std::shared_ptr<Call> &call, QNetworkReply *reply);
    void failed(const std::shared_ptr<Call> &call, const Error &error);
    void setLink(Link link);
    void openEvents();
    void eventsClosed(int status);
    std::unique_ptr<Private> d;
};

// "host:port" of an address, for messages.
QString shownAddress(const ServerAddress &address);

} // namespace vox
