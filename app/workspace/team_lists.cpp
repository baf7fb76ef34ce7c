#include "app/workspace/team_lists.h"
#include "app/workspace/when_done.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportedAtOnce = 1000; // as the server does

QString segment(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

template <typename T> std::shared_ptr<QPromise<Result<T>>> newPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T> void settle(const std::shared_ptr<QPromise<Result<T>>> &promise, Result<T> answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

QUrlQuery queryOf(const TeamLists::AuditFilter &filter, const QString &cursor)
{
    QUrlQuery query;
    const auto add = [&query](const char *name, const QString &value) {
        // What a person typed may hold a plus, which a query takes for a blank.
        if (!value.isEmpty()) query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("person", filter.person);
    add("action", filter.action);
    add("subject", filter.subject);
    add("outcome", filter.outcome);
    if (filter.from.value > 0) add("from", QString::number(filter.from.value));
    if (filter.to.value > 0) add("to", QString::number(filter.to.value));
    add("cursor", cursor);
    return query;
}

TeamLists::IdentityProvider readProvider(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1StringView(key)).toString(); };
    TeamLists::IdentityProvider out{text("name"), text("label"), text("issuer"), text("client_id"), text("client_secret"), {},
                                    enumFromName<Role>(text("join_role")).value_or(Role::Viewer), json.value("enabled"_L1).toBool(true)};
    for (const QJsonValue &domain : json.value("domains"_L1).toArray()) out.domains.append(domain.toString());
    return out;
}

} // namespace

template <typename T>
QFuture<Result<T>> TeamLists::ask(const QByteArray &method, const QString &path, const QJsonValue &body, std::function<Result<T>(const QJsonObject &)> read)
{
    auto promise = newPromise<T>();
    const QString host = m_server.address().url.host();
    whenDone(m_server.call(method, path, body), &m_server, [promise, read = std::move(read), host](const Result<QJsonValue> &answer) {
        if (!answer) settle<T>(promise, answer.error());
        else if (!answer->isObject()) settle<T>(promise, Error(Error::Code::BadAnswer, {host, u"JSON"_s}));
        else settle<T>(promise, read(answer->toObject()));
    });
    return promise->future();
}

template <typename T> QFuture<Result<QList<T>>> TeamLists::list(const QString &path)
{
    return ask<QList<T>>("GET", path, QJsonValue::Undefined, [](const QJsonObject &json) -> Result<QList<T>> {
        QList<T> out;
        for (const QJsonValue &item : json.value("items"_L1).toArray())
            if (item.isObject()) out.append(fromJson<T>(item.toObject()));
        return out;
    });
}

QFuture<Result<void>> TeamLists::tell(const QByteArray &method, const QString &path, const QJsonValue &body)
{
    auto promise = newPromise<void>();
    whenDone(m_server.call(method, path, body), &m_server, [promise](const Result<QJsonValue> &answer) {
        settle<void>(promise, answer ? Result<void>() : Result<void>(answer.error()));
    });
    return promise->future();
}

QFuture<Result<QList<PersonInfo>>> TeamLists::people() { return list<PersonInfo>(u"people"_s); }

QFuture<Result<PersonInfo>> TeamLists::changeRole(PersonId person, Role role)
{
    return ask<PersonInfo>("PATCH", u"people/"_s + person.text(), QJsonObject{{u"role"_s, enumName(role)}},
                           [](const QJsonObject &json) -> Result<PersonInfo> { return fromJson<PersonInfo>(json); });
}

QFuture<Result<void>> TeamLists::removePerson(PersonId person) { return tell("DELETE", u"people/"_s + person.text()); }

QFuture<Result<QList<InvitationInfo>>> TeamLists::invitations() { return list<InvitationInfo>(u"invitations"_s); }

QFuture<Result<TeamLists::MadeInvitation>> TeamLists::invite(const QString &email, Role role)
{
    const QUrl url = m_server.address().url;
    return ask<MadeInvitation>("POST", u"invitations"_s, QJsonObject{{u"email"_s, email}, {u"role"_s, enumName(role)}},
                               [url](const QJsonObject &json) -> Result<MadeInvitation> {
                                   const QString token = json.value("token"_L1).toString();
                                   if (token.isEmpty()) return Error(Error::Code::BadAnswer, {url.host(), u"token"_s});
                                   QUrl link = url;
                                   link.setPath(u"/join"_s);
                                   link.setFragment(token);
                                   return MadeInvitation{fromJson<InvitationInfo>(json), link.toString()};
                               });
}

QFuture<Result<void>> TeamLists::withdraw(const QString &invitation) { return tell("DELETE", u"invitations/"_s + segment(invitation)); }

QFuture<Result<QList<ApiKeyInfo>>> TeamLists::keys() { return list<ApiKeyInfo>(u"keys"_s); }

QFuture<Result<TeamLists::MadeKey>> TeamLists::makeKey(const QString &name, const QList<Permission> &scopes, UtcMs expires)
{
    QJsonArray names;
    for (const Permission scope : scopes) names.append(enumName(scope));
    return ask<MadeKey>("POST", u"keys"_s, QJsonObject{{u"name"_s, name}, {u"scopes"_s, names}, {u"expires_utc_ms"_s, expires.value}},
                        [host = m_server.address().url.host()](const QJsonObject &json) -> Result<MadeKey> {
                            const QString token = json.value("token"_L1).toString();
                            if (token.isEmpty()) return Error(Error::Code::BadAnswer, {host, u"token"_s});
                            return MadeKey{fromJson<ApiKeyInfo>(json), token};
                        });
}

QFuture<Result<void>> TeamLists::revokeKey(const QString &key) { return tell("DELETE", u"keys/"_s + segment(key)); }

QFuture<Result<QList<SecretInfo>>> TeamLists::secrets() { return list<SecretInfo>(u"secrets"_s); }

QFuture<Result<SecretInfo>> TeamLists::writeSecret(const QString &name, const QString &value)
{
    return ask<SecretInfo>("PUT", u"secrets/"_s + segment(name), QJsonObject{{u"value"_s, value}},
                           [](const QJsonObject &json) -> Result<SecretInfo> { return fromJson<SecretInfo>(json); });
}

QFuture<Result<void>> TeamLists::removeSecret(const QString &name) { return tell("DELETE", u"secrets/"_s + segment(name)); }

QFuture<Result<QList<TeamLists::IdentityProvider>>> TeamLists::identityProviders()
{
    return ask<QList<IdentityProvider>>("GET", u"identity-providers"_s, QJsonValue::Undefined, [](const QJsonObject &json) -> Result<QList<IdentityProvider>> {
        QList<IdentityProvider> out;
        for (const QJsonValue &item : json.value("items"_L1).toArray()) out.append(readProvider(item.toObject()));
        return out;
    });
}

QFuture<Result<TeamLists::IdentityProvider>> TeamLists::writeIdentityProvider(const IdentityProvider &provider)
{
    const QJsonObject body{{u"label"_s, provider.label},
                           {u"issuer"_s, provider.issuer},
                           {u"client_id"_s, provider.clientId},
                           {u"client_secret"_s, provider.clientSecret},
                           {u"domains"_s, QJsonArray::fromStringList(provider.domains)},
                           {u"join_role"_s, enumName(provider.joinRole)},
                           {u"enabled"_s, provider.enabled}};
    return ask<IdentityProvider>("PUT", u"identity-providers/"_s + segment(provider.name), body,
                                 [](const QJsonObject &json) -> Result<IdentityProvider> { return readProvider(json); });
}

QFuture<Result<void>> TeamLists::removeIdentityProvider(const QString &name) { return tell("DELETE", u"identity-providers/"_s + segment(name)); }

QFuture<Result<void>> TeamLists::changePassword(const QString &current, const QString &next)
{
    return tell("PUT", u"me/password"_s, QJsonObject{{u"current"_s, current}, {u"next"_s, next}});
}

QFuture<Result<TeamLists::AuditPage>> TeamLists::audit(const AuditFilter &filter, const QString &cursor)
{
    const QUrlQuery query = queryOf(filter, cursor);
    const QString path = query.isEmpty() ? u"audit"_s : u"audit?"_s + query.toString(QUrl::FullyEncoded);
    return ask<AuditPage>("GET", path, QJsonValue::Undefined, [](const QJsonObject &json) -> Result<AuditPage> {
        AuditPage page{{}, json.value("next"_L1).toString()};
        for (const QJsonValue &item : json.value("items"_L1).toArray())
            if (item.isObject()) page.entries.append(fromJson<AuditEntry>(item.toObject()));
        return page;
    });
}

QFuture<Result<TeamLists::AuditPiece>> TeamLists::exportAudit(const AuditFilter &filter, const QString &format, const QString &cursor)
{
    ServerRequest wanted;
    wanted.path = u"audit/export"_s;
    wanted.query = queryOf(filter, cursor);
    wanted.query.addQueryItem(u"format"_s, format);
    auto promise = newPromise<AuditPiece>();
    whenDone(m_server.request(wanted), &m_server, [promise, format](const Result<ServerAnswer> &answer) {
        if (!answer) return settle<AuditPiece>(promise, answer.error());
        AuditPiece piece{answer->bytes, 0, {}};
        // Where to go on: the number of the last entry, when this piece was a full one.
        qint64 last = 0;
        for (const QByteArray &line : piece.bytes.split('\n')) {
            bool good = false;
            const qint64 number = format == "csv"_L1 ? line.left(line.indexOf(',')).toLongLong(&good)
                                                     : QJsonDocument::fromJson(line).object().value("number"_L1).toInteger();
            if (!good && number == 0) continue; // the head, or a line inside a quoted cell
            ++piece.entries;
            last = number;
        }
        if (piece.entries >= exportedAtOnce) piece.next = QString::number(last);
        settle<AuditPiece>(promise, piece);
    });
    return promise->future();
}

} // namespace vox
