#pragma once
#include "app/workspace/server_settings.h"
#include "app/workspace/settings.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/workspace.h"
#include "tests/unit/app/workspace/await.h"
#include <QHash>
#include <QPromise>
#include <QTemporaryDir>
#include <QTimer>

namespace vox::test {

// A team server that answers what a test tells it to, and remembers what it was asked.
class ScriptedServer final : public TeamServer {
public:
    using Answer = std::function<Result<ServerAnswer>(const ServerRequest &)>;
    struct Script {
        QHash<QString, Answer> answers; // by "GET people"
        QList<ServerRequest> asked;
        ServerAddress address{QUrl(QStringLiteral("https://team.example:8443")), {}, {}};
        static Answer json(const QJsonValue &value)
        {
            return [value](const ServerRequest &) { return Result<ServerAnswer>(ServerAnswer{200, value, {}, {}}); };
        }
        static Answer fails(Error::Code code)
        {
            return [code](const ServerRequest &) { return Result<ServerAnswer>(Error(code, {QStringLiteral("team.example:8443")})); };
        }
    };
    explicit ScriptedServer(Script &script) : m_script(script) {}

    ServerAddress address() const override { return m_script.address; }
    void setToken(const QString &) override {}
    QFuture<Result<ServerAnswer>> request(const ServerRequest &request) override
    {
        auto promise = std::make_shared<QPromise<Result<ServerAnswer>>>();
        promise->start();
        m_script.asked.append(request);
        QTimer::singleShot(0, this, [this, promise, request] {
            const auto answer = m_script.answers.value(QString::fromLatin1(request.method) + u' ' + request.path);
            promise->addResult(answer ? answer(request) : Result<ServerAnswer>(Error(Error::Code::NotFound, {QStringLiteral("route"), request.path})));
            promise->finish();
        });
        return promise->future();
    }
    Link link() const override { return Link::Online; }
    QByteArray seenFingerprint() const override { return {}; }
    void follow() override {}
    void unfollow() override {}

private:
    Script &m_script;
};

// A replica of a team's workspace with a driver that was not started, signed in with this role.
struct TeamDesk {
    class NoTokens final : public TokenStore {
    public:
        QFuture<Result<QString>> read(const QString &) override { return done<QString>(QString()); }
        QFuture<Result<void>> write(const QString &, const QString &) override { return done<void>({}); }

    private:
        template <typename T> static QFuture<Result<T>> done(Result<T> value)
        {
            QPromise<Result<T>> promise;
            promise.start();
            promise.addResult(std::move(value));
            promise.finish();
            return promise.future();
        }
    };
    QTemporaryDir folder;
    ScriptedServer::Script script;
    NoTokens tokens;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SyncDriver> sync;

    explicit TeamDesk(Role role)
    {
        auto opened = Workspace::open(folder.path(), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
        if (!opened) return;
        workspace = std::move(*opened);
        Membership me;
        me.person = PersonId::make({1});
        me.name = QStringLiteral("Marta Kern");
        me.email = QStringLiteral("marta@example.org");
        me.workspace = workspace->id();
        me.workspaceName = QStringLiteral("Team");
        me.role = role;
        me.permissions = permissionsOf(role);
        workspace->settings().setValue(serverAddressKey, toJson(script.address));
        workspace->settings().setValue(serverMeKey, me.toJson());
        sync = std::make_unique<SyncDriver>(*workspace, [this](const ServerAddress &) { return std::make_unique<ScriptedServer>(script); }, tokens);
    }
};

} // namespace vox::test
