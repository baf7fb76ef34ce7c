#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "app/identity/api_keys.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Result<ApiAnswer> keys(ApiRequest &request)
{
    const auto all = keysSeenBy(request.server, request.caller);
    if (!all) return all.error();
    return wholeList(*all);
}

Result<ApiAnswer> made(ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto name = textOf(*body, u"name"_s);
    if (!name) return name.error();
    if (!body->value("scopes"_L1).isArray()) return Error(Error::Code::WrongType, {u"scopes"_s, u"list"_s});
    QStringList scopes;
    for (const QJsonValue &scope : body->value("scopes"_L1).toArray()) scopes.append(scope.toString().left(64));
    const QJsonValue expires = body->value("expires_utc_ms"_L1);
    if (!expires.isUndefined() && !expires.isDouble()) return Error(Error::Code::WrongType, {u"expires_utc_ms"_s, u"number"_s});
    const auto key = makeKey(request.server, request.caller, *name, scopes, {expires.toInteger(0)}, request.now);
    if (!key) return key.error();
    request.audit(u"key.made"_s, key->info.id, key->info.name,
                  {{u"hint"_s, key->info.hint}, {u"scopes"_s, QJsonArray::fromStringList(key->info.scopes)}});
    QJsonObject out = toJson(key->info);
    out.insert(u"token"_s, QString::fromLatin1(key->token));
    ApiAnswer answer = ApiAnswer::json(out, 201);
    answer.headers.insert("cache-control", "no-store");
    return answer;
}

Result<ApiAnswer> revoked(ApiRequest &request)
{
    const QString id = request.parameters.value(u"id"_s);
    if (const auto dropped = revokeKey(request.server, request.caller, id); !dropped) return dropped.error();
    request.audit(u"key.revoked"_s, id);
    return ApiAnswer::none();
}

} // namespace

Routes keyRoutes()
{
    const QString tag = u"API keys"_s;
    const Access own = Access::needs(Permission::ManageOwnKeys);
    const QJsonObject shape = schemaOf<ApiKeyInfo>();
    Routes routes{
        {Method::Get, u"/api/v1/keys"_s, own, keys, u"One's own API keys; everybody's for who may manage them."_s, tag, {}, listSchema(shape)},
        {Method::Post, u"/api/v1/keys"_s, own, made, u"Makes an API key; its token is in this answer alone."_s, tag, shape, shape},
        {Method::Delete, u"/api/v1/keys/{id}"_s, own, revoked, u"Revokes an API key at once."_s, tag},
    };
    for (Route &route : routes) {
        route.bodyLimit = 16 << 10;
        route.oneStep = route.method != Method::Get;
        route.secretAnswer = route.method == Method::Post;
    }
    return routes;
}

} // namespace vox
