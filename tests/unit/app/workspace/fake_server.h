#pragma once
#include "app/workspace/team_server.h"
#include "app/workspace/token_store.h"
#include "tests/unit/models/sync/team.h"
#include <QHash>
#include <QPromise>
#include <QTimer>

namespace vox::test {

class FakeConnection;

// A team server in the test's own process: the store of a real one behind the port, without HTTP.
class FakeServer {
public:
    Server core;
    WorkspaceId workspace = WorkspaceId::make({5}, {});
    bool online = true;
    QString goodToken = QStringLiteral("vxs_good");
    QList<FakeConnection *> connections;
    QStringList asked;

    ConnectServer connector();
    Membership memberCalled(const QString &name) const
    {
        Membership me;
        me.person = PersonId::make({qint64(qHash(name) % 1000)}, {});
        me.name = name;
        me.workspace = workspace;
        me.workspaceName = QStringLiteral("Team");
        me.role = Role::Builder;
        me.permissions = permissionsOf(Role::Builder);
        return me;
    }
    Result<ServerAnswer> answer(const QString &token, const ServerRequest &request);
    void tell(const QString &type);
};

class FakeConnection final : public TeamServer {
public:
    FakeConnection(FakeServer &server, const ServerAddress &address) : m_server(server), m_address(address) { server.connections.append(this); }
    ~FakeConnection() override { m_server.connections.removeAll(this); }

    ServerAddress address() const override { return m_address; }
    void setToken(const QString &token) override { m_token = token; }
    QFuture<Result<ServerAnswer>> request(const ServerRequest &request) override
    {
        auto promise = std::make_shared<QPromise<Result<ServerAnswer>>>();
        promise->start();
        // A request is never answered before it was sent.
        QTimer::singleShot(0, this, [this, promise, request] {
            promise->addResult(m_server.answer(m_token, request));
            promise->finish();
        });
        return promise->future();
    }
    Link link() const override { return m_server.online ? Link::Online : Link::Offline; }
    QByteArray seenFingerprint() const override { return {}; }
    void follow() override
    {
        m_follows = true;
        if (m_server.online) emit followed();
    }
    void unfollow() override { m_follows = false; }
    void tell(const FeedEntry &entry)
    {
        if (m_follows) emit happened(entry);
    }

private:
    FakeServer &m_server;
    ServerAddress m_address;
    QString m_token;
    bool m_follows = false;
};

inline ConnectServer FakeServer::connector()
{
    return [this](const ServerAddress &address) { return std::make_unique<FakeConnection>(*this, address); };
}

inline void FakeServer::tell(const QString &type)
{
    FeedEntry entry;
    entry.type = type;
    for (FakeConnection *connection : std::as_const(connections)) connection->tell(entry);
}

inline Result<ServerAnswer> FakeServer::answer(const QString &token, const ServerRequest &request)
{
    asked.append(QString::fromLatin1(request.method) + u' ' + request.path);
    const QString address = QStringLiteral("fake");
    if (!online) return Error(Error::Code::Unreachable, {address});
    ServerAnswer out;
    const QJsonObject body = request.body.toObject();
    if (request.path == u"sign-in" || request.path == u"invitations/accept") {
        const bool good = request.path == u"sign-in" ? body.value(u"password").toString() == u"right" : body.value(u"token").toString() == u"vxi_good";
        if (!good) return Error(Error::Code::Unauthorized, {address});
        QJsonObject json = memberCalled(body.value(u"email").toString().section(u'@', 0, 0)).toJson();
        json.insert(QStringLiteral("token"), goodToken);
        out.json = json;
        return out;
    }
    if (token != goodToken) return Error(Error::Code::Unauthorized, {address});
    if (request.path == u"sync/changes") {
        const auto page = core.changes(request.query.queryItemValue(QStringLiteral("after"), QUrl::FullyDecoded), 50);
        if (!page) return page.error();
        out.bytes = *page;
    } else if (request.path == u"sync/items") {
        const auto done = core.push(request.bytes);
        if (!done) return done.error();
        out.bytes = "{}";
        tell(QStringLiteral("document.revised"));
    } else if (request.path == u"sync/missing") {
        const auto asked = wire::readRevisions(QJsonDocument::fromJson(request.bytes).object());
        const auto missing = core.replica.store().replica().missing(*asked);
        if (!missing) return missing.error();
        out.bytes = QJsonDocument(wire::writeRevisions(*missing)).toJson();
    } else {
        return Error(Error::Code::NotFound, {QStringLiteral("address"), request.path});
    }
    return out;
}

// Tokens of one test.
class MemoryTokens final : public TokenStore {
public:
    QHash<QString, QString> kept;
    QFuture<Result<QString>> read(const QString &name) override { return ready(Result<QString>(kept.value(name))); }
    QFuture<Result<void>> write(const QString &name, const QString &token) override
    {
        kept.insert(name, token);
        return ready(Result<void>());
    }

private:
    template <typename T> static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace vox::test
