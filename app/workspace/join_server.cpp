#include "app/workspace/join_server.h"
#include "app/workspace/server_settings.h"
#include "app/workspace/standing_agent.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/kinds/agents/agent.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QDir>
#include <QPromise>
#include <QStandardPaths>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int secureHint = 443;

bool isToken(const QString &text) { return text.startsWith("vxi_"_L1); }

// "host", "host:port" or a whole URL, without what stands behind the port.
std::optional<QUrl> readAddress(const QString &text)
{
    QString full = text.trimmed();
    if (full.startsWith("voxdesk://"_L1)) full.replace(0, 10, u"https://"_s);
    if (!full.contains("://"_L1)) full.prepend(u"https://"_s);
    const QUrl url(full, QUrl::StrictMode);
    const bool known = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty()) return std::nullopt;
    QUrl out;
    out.setScheme(url.scheme());
    out.setHost(url.host());
    if (url.port() > 0 && url.port() != (url.scheme() == "https"_L1 ? secureHint : 80)) out.setPort(url.port());
    return out;
}

// The steps of joining, alive until the last is done.
class Joining : public QObject {
public:
    Joining(TokenStore &tokens, const JoinRequest &request, const QString &parentFolder, UtcMs now)
        : m_tokens(tokens), m_request(request), m_parentFolder(parentFolder), m_now(now)
    {
        m_promise.start();
    }

    QFuture<Result<Joined>> begin(const ConnectServer &connect)
    {
        const auto future = m_promise.future();
        const auto link = readInvitationLink(m_request.invitation.isEmpty() ? m_request.address : m_request.invitation);
        const auto address = link && !link->server.isEmpty() ? std::optional(link->server) : readAddress(m_request.address);
        if (!address) {
            answer(Error(Error::Code::BadValue, {u"address"_s, m_request.address.left(100)}));
            return future;
        }
        if (link && !link->invitation.isEmpty()) m_request.invitation = link->invitation;
        m_joined.address = {*address, m_request.fingerprint, m_request.authorityFile};
        m_server = connect(m_joined.address);
        getIn();
        return future;
    }

private:
    void getIn()
    {
        if (!m_request.token.isEmpty()) {
            m_token = m_request.token;
            m_server->setToken(m_token);
            return ask("GET", u"me"_s, QJsonValue::Undefined);
        }
        if (isToken(m_request.invitation))
            return ask("POST", u"invitations/accept"_s, QJsonObject{{u"token"_s, m_request.invitation},
                                                                    {u"name"_s, m_request.name},
                                                                    {u"email"_s, m_request.email},
                                                                    {u"password"_s, m_request.password}});
        ask("POST", u"sign-in"_s, QJsonObject{{u"email"_s, m_request.email}, {u"password"_s, m_request.password}});
    }

    void ask(const QByteArray &method, const QString &path, const QJsonValue &body)
    {
        ServerRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.retry = false; // a person waits, and an invitation is good once
        whenDone(m_server->request(request), this, [this](const Result<ServerAnswer> &answered) {
            if (!answered) return answer(answered.error());
            const QJsonObject json = answered->json.toObject();
            const auto me = Membership::fromJson(json);
            if (!me) return answer(Error(Error::Code::BadAnswer, {m_joined.address.url.host(), u"membership"_s}));
            if (json.contains("token"_L1)) m_token = json.value("token"_L1).toString();
            m_joined.me = *me;
            keep();
        });
    }

    void keep()
    {
        m_joined.folder = m_parentFolder + u'/' + m_joined.me.workspace.text();
        if (const auto made = makeFolder(); !made) return answer(made.error());
        whenDone(m_tokens.write(tokenName(m_joined.me.workspace), m_token), this, [this](const Result<void> &kept) {
            if (!kept) return answer(kept.error());
            answer(m_joined);
        });
    }

    // A replica has the identity of what it replicates.
    Result<void> makeFolder()
    {
        if (!QDir().mkpath(m_joined.folder + u"/conversations"_s)) return Error(Error::Code::FileUnwritable, {m_joined.folder});
        auto store = SqliteStore::open(m_joined.folder + u"/workspace.sqlite"_s, {m_joined.me.workspace, m_now});
        if (!store) return store.error();
        return (*store)->transaction([&]() -> Result<void> {
            const auto wrote = (*store)->settings().put(serverAddressKey, toJson(m_joined.address));
            if (!wrote) return wrote;
            return (*store)->settings().put(serverMeKey, m_joined.me.toJson());
        });
    }

    void answer(const Result<Joined> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    TokenStore &m_tokens;
    JoinRequest m_request;
    QString m_parentFolder;
    UtcMs m_now;
    std::unique_ptr<TeamServer> m_server;
    QString m_token;
    Joined m_joined;
    QPromise<Result<Joined>> m_promise;
};

} // namespace

Result<InvitationLink> readInvitationLink(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (isToken(trimmed)) return InvitationLink{{}, trimmed};
    const auto address = readAddress(trimmed.section(u'#', 0, 0));
    const QString token = trimmed.section(u'#', 1).trimmed();
    if (!address || (!token.isEmpty() && !isToken(token))) return Error(Error::Code::BadValue, {u"invitation"_s, trimmed.left(100)});
    return InvitationLink{*address, token};
}

QString defaultServersFolder() { return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Voxdesk/servers"_s; }

QFuture<Result<Joined>> joinServer(const ConnectServer &connect, TokenStore &tokens, const JoinRequest &request, const QString &parentFolder,
                                   UtcMs now)
{
    auto *joining = new Joining(tokens, request, parentFolder, now); // deletes itself with its answer
    return joining->begin(connect);
}

QFuture<Result<int>> copyAgents(Workspace &from, const QString &intoFolder, const QList<DocumentId> &ids)
{
    const QString path = intoFolder + u"/workspace.sqlite"_s;
    return from.stores().read([path, ids, author = from.author(), now = from.now()](Store &store) -> Result<int> {
        auto target = SqliteStore::open(path, {WorkspaceId::make(now), now});
        if (!target) return target.error();
        const auto rows = store.documents().list(agentKind().name);
        if (!rows) return rows.error();
        int copied = 0;
        const auto done = (*target)->transaction([&]() -> Result<void> {
            for (const DocumentRow &row : *rows) {
                if (!ids.isEmpty() && !ids.contains(row.id)) continue;
                const auto standing = readStanding(store, row.id);
                if (!standing) return standing.error();
                const auto made = createAgent(**target, standing->content, standing->schema, author, now);
                if (!made) return made.error();
                ++copied;
            }
            return {};
        });
        if (!done) return done.error();
        return copied;
    });
}

} // namespace vox
