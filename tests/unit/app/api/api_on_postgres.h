#pragma once
#include "app/api/all_routes.h"
#include "app/api/dispatcher.h"
#include "app/api/outgoing_web.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/support/postgres/private_postgres.h"
#include "tests/unit/app/api/memory_server_store.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox::test {

// The whole table of routes over PostgreSQL, asked without a network. Tokens are names of roles (RoleTokens), or
// "scoped:NAME" for an owner's key with one scope.
class ApiOnPostgres {
public:
    struct Answer {
        int status = 0;
        QJsonObject json;
        QByteArray body;
        QMap<QByteArray, QByteArray> headers;
        QString etag() const { return QString::fromLatin1(headers.value("etag")).remove(u'"'); }
    };

    static std::unique_ptr<ApiOnPostgres> make()
    {
        auto one = ServerOfOneWorkspace::make();
        if (!one) return nullptr;
        auto keys = MasterKeys::parse(QByteArray(32, 'k').toBase64());
        return std::unique_ptr<ApiOnPostgres>(new ApiOnPostgres(*std::move(one), *std::move(keys)));
    }

    Answer ask(const QByteArray &verb, const QByteArray &target, const QByteArray &token = "owner", const QByteArray &body = {},
               const QMap<QByteArray, QByteArray> &headers = {}, ServerStore *store = nullptr)
    {
        Exchange exchange;
        exchange.head.verb = verb;
        exchange.head.target = target;
        exchange.head.headers = headers;
        if (!token.isEmpty()) exchange.head.headers.insert("authorization", "Bearer " + token);
        for (const Method method : {Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete})
            if (Router::nameOf(method) == verb) exchange.head.method = method;
        exchange.address = QStringLiteral("192.0.2.1");
        exchange.body = body;
        ServerStore &used = store ? *store : *server.store;
        // What the connection does with a body that is too large, without a connection.
        const bool mayRun = dispatcher.begin(exchange) && dispatcher.admit(exchange, &used);
        if (mayRun && body.size() > exchange.route->bodyLimit) dispatcher.refuse(exchange, Error(Error::Code::TooLarge, {QStringLiteral("body")}));
        else if (mayRun) dispatcher.run(exchange, &used);
        dispatcher.finish(exchange);
        return {exchange.answer.status, QJsonDocument::fromJson(exchange.answer.body).object(), exchange.answer.body, exchange.answer.headers};
    }
    Answer post(const QByteArray &target, const QJsonObject &body, const QByteArray &token = "owner", const QMap<QByteArray, QByteArray> &headers = {})
    {
        return ask("POST", target, token, QJsonDocument(body).toJson(), headers);
    }

    ServerOfOneWorkspace server;
    UtcMs now{1'700'000'000'000};
    QList<QJsonObject> log;

private:
    class Tokens final : public Authenticator {
    public:
        Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs at) override
        {
            const bool scoped = token.startsWith(QStringLiteral("scoped:"));
            auto caller = m_roles.authenticate(store, scoped ? QStringLiteral("owner") : token, address, at);
            if (!caller || !scoped) return caller;
            caller->door = Caller::Door::Key;
            caller->scopes.emplace();
            if (const auto permission = enumFromName<Permission>(token.mid(7))) caller->scopes->append(*permission);
            return caller;
        }

    private:
        RoleTokens m_roles;
    };

    ApiOnPostgres(ServerOfOneWorkspace one, MasterKeys keys)
        : server(std::move(one)), m_vault(std::move(keys)),
          dispatcher(allRoutes(operations(), {m_signIn, m_hasher, m_vault, m_openId}), m_tokens, [this] { return now; },
                     [this](const QJsonObject &line) { log.append(line); }, {{}, {}})
    {
    }
    Operations operations()
    {
        Operations out;
        out.version = QStringLiteral("1.2.3");
        out.checks = {databaseComponent};
        out.checksWithoutDatabase = {[] { return diskComponent(QStringLiteral("/")); }};
        out.stops = [] { return false; };
        out.metrics = [this] { return dispatcher.metrics().text(); };
        return out;
    }

    Tokens m_tokens;
    PasswordHasher m_hasher{{1, size_t(8) << 20}};
    SignIn m_signIn{m_hasher};
    OutgoingWeb m_web;
    OpenIdDirectory m_directory{m_web};
    SecretVault m_vault;
    OpenIdSignIn m_openId{m_directory, m_web, m_signIn, m_vault};

public:
    Dispatcher dispatcher;
};

} // namespace vox::test
