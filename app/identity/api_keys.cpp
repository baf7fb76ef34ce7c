#include "app/identity/api_keys.h"
#include "app/security/tokens.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> allowedScopes(const Caller &by, const QStringList &asked)
{
    QStringList out;
    for (const QString &scope : asked) {
        const auto permission = enumFromName<Permission>(scope);
        if (!permission) return Error(Error::Code::BadValue, {u"scopes"_s, scope});
        if (!by.may(*permission)) return Error(Error::Code::Forbidden, {scope});
        if (!out.contains(scope)) out.append(scope);
    }
    if (out.isEmpty()) return Error(Error::Code::MissingField, {u"scopes"_s});
    return out;
}

} // namespace

Result<MadeKey> makeKey(ServerStore &store, const Caller &by, const QString &name, const QStringList &scopes, UtcMs expires, UtcMs now)
{
    const QString tidy = name.simplified();
    if (tidy.isEmpty()) return Error(Error::Code::MissingField, {u"name"_s});
    if (tidy.size() > 100) return Error(Error::Code::TooLarge, {u"name"_s, u"100"_s});
    if (expires.value != 0 && expires <= now) return Error(Error::Code::OutOfRange, {u"expires_utc_ms"_s, u"> %1"_s.arg(now.value)});
    const auto allowed = allowedScopes(by, scopes);
    if (!allowed) return allowed.error();
    const auto count = store.people().countKeys(by.workspace, by.person);
    if (!count) return count.error();
    if (*count >= kMostKeysOfOne) return Error(Error::Code::TooLarge, {u"keys"_s, QString::number(kMostKeysOfOne)});

    MadeKey out;
    out.token = makeToken(TokenKind::Key);
    out.info = {Id<struct KeyTag>::make(now).text(), tidy, hintOfToken(out.token), by.name, *allowed, now.value, expires.value, 0};
    const ApiKeyRow row{out.info.id, hashOfToken(out.token), by.person, by.workspace, tidy, out.info.hint, *allowed, now, expires, {}};
    if (const auto added = store.people().addKey(row); !added) return added.error();
    return out;
}

Result<QList<ApiKeyInfo>> keysSeenBy(ServerStore &store, const Caller &by)
{
    return store.people().keys(by.workspace, by.may(Permission::ManageKeys) ? PersonId() : by.person);
}

Result<void> revokeKey(ServerStore &store, const Caller &by, const QString &id)
{
    return store.people().dropKey(by.workspace, id, by.may(Permission::ManageKeys) ? PersonId() : by.person);
}

} // namespace vox
