#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "app/identity/secret_vault.h"
#include "models/store/secret_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Result<ApiAnswer> names(ApiRequest &request)
{
    const auto all = request.server.secrets().list(request.caller.workspace);
    if (!all) return all.error();
    return wholeList(*all);
}

Result<ApiAnswer> written(const SecretVault &vault, ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto value = textOf(*body, u"value"_s, 16 << 10);
    if (!value) return value.error();
    const auto info = vault.put(request.server, request.caller, request.parameters.value(u"name"_s), value->toUtf8(), request.now);
    if (!info) return info.error();
    request.audit(u"secret.written"_s, info->name, info->name, {{u"version"_s, info->version}});
    return ApiAnswer::json(toJson(*info));
}

Result<ApiAnswer> removed(const SecretVault &vault, ApiRequest &request)
{
    const QString name = request.parameters.value(u"name"_s);
    if (const auto gone = vault.remove(request.server, request.caller, name); !gone) return gone.error();
    request.audit(u"secret.removed"_s, name, name);
    return ApiAnswer::none();
}

} // namespace

Routes secretRoutes(const SecretVault &vault)
{
    const QString tag = u"Secrets"_s;
    const Access writes = Access::needs(Permission::WriteSecrets);
    const QJsonObject shape = schemaOf<SecretInfo>();
    Routes routes{
        {Method::Get, u"/api/v1/secrets"_s, writes, names, u"The names of secrets; never a value."_s, tag, {}, listSchema(shape)},
        {Method::Put, u"/api/v1/secrets/{name}"_s, writes, [&vault](ApiRequest &r) { return written(vault, r); },
         u"Writes a secret; nobody can read it back."_s, tag, textsSchema({u"value"_s}), shape},
        {Method::Delete, u"/api/v1/secrets/{name}"_s, writes, [&vault](ApiRequest &r) { return removed(vault, r); }, u"Removes a secret."_s, tag},
    };
    for (Route &route : routes) {
        route.bodyLimit = 64 << 10;
        route.takesSecrets = true;
        route.oneStep = route.method != Method::Get;
    }
    return routes;
}

} // namespace vox
