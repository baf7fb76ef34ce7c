#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSmallBody = 16 << 10;

QJsonObject providerJson(const IdentityProviderRow &row)
{
    return {{u"name"_s, row.name},
            {u"label"_s, row.label},
            {u"issuer"_s, row.issuer},
            {u"client_id"_s, row.clientId},
            {u"client_secret"_s, row.clientSecret},
            {u"domains"_s, QJsonArray::fromStringList(row.domains)},
            {u"join_role"_s, enumName(row.joinRole)},
            {u"enabled"_s, row.enabled}};
}

Result<ApiAnswer> doors(ApiRequest &request)
{
    const auto workspace = workspaceAsked(request, request.query.queryItemValue(u"workspace"_s, QUrl::FullyDecoded));
    if (!workspace) return workspace.error();
    const auto all = request.server.people().providers().list(*workspace);
    if (!all) return all.error();
    QJsonArray items;
    for (const IdentityProviderRow &row : *all)
        if (row.enabled) items.append(QJsonObject{{u"name"_s, row.name}, {u"label"_s, row.label}});
    return ApiAnswer::json(QJsonObject{{u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

Result<ApiAnswer> start(const PeopleServices &services, ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto provider = textOf(*body, u"provider"_s), redirect = textOf(*body, u"redirect_uri"_s);
    const auto invitation = optionalTextOf(*body, u"invitation"_s), asked = optionalTextOf(*body, u"workspace"_s);
    for (const auto *text : {&provider, &redirect, &invitation, &asked})
        if (!*text) return text->error();
    const auto workspace = workspaceAsked(request, *asked);
    if (!workspace) return workspace.error();
    const auto started = services.openId.start(request.server, {*workspace, *provider, *redirect, invitation->toLatin1()}, request.now);
    if (!started) return started.error();
    return ApiAnswer::json(QJsonObject{{u"authorize_url"_s, QString::fromLatin1(started->authorizeUrl.toEncoded())},
                                       {u"state"_s, started->state},
                                       {u"expires_utc_ms"_s, started->expires.value}});
}

Result<ApiAnswer> finish(const PeopleServices &services, ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto state = textOf(*body, u"state"_s), code = textOf(*body, u"code"_s, 4000), redirect = textOf(*body, u"redirect_uri"_s);
    const auto issuer = optionalTextOf(*body, u"iss"_s);
    for (const auto *text : {&state, &code, &redirect, &issuer})
        if (!*text) return text->error();
    const auto witness = [&request](const SignedIn &in) {
        return recordPerson(request, in.workspace, u"sign_in.done"_s, in.person, u"done"_s, {{u"with"_s, in.person.signsInWith}});
    };
    const auto begun = services.openId.finish(request.server, {*state, *code, *redirect, *issuer}, request.caller.address, request.now, witness);
    if (!begun) {
        const auto workspace = workspaceAsked(request, {});
        if (workspace && begun.error().code != Error::Code::Overloaded)
            if (const auto recorded = recordPerson(request, *workspace, u"sign_in.refused"_s, {}, u"refused"_s,
                                                     {{u"reason"_s, begun.error().codeName()}});
                !recorded)
                return recorded.error();
        return begun.error();
    }
    return signedInAnswer(request, *begun);
}

Result<ApiAnswer> list(ApiRequest &request)
{
    const auto all = request.server.people().providers().list(request.caller.workspace);
    if (!all) return all.error();
    QJsonArray items;
    for (const IdentityProviderRow &row : *all) items.append(providerJson(row));
    return ApiAnswer::json(QJsonObject{{u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

Result<ApiAnswer> put(ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto label = textOf(*body, u"label"_s), issuer = textOf(*body, u"issuer"_s), client = textOf(*body, u"client_id"_s);
    const auto secret = optionalTextOf(*body, u"client_secret"_s), role = optionalTextOf(*body, u"join_role"_s);
    for (const auto *text : {&label, &issuer, &client, &secret, &role})
        if (!*text) return text->error();
    IdentityProviderRow row{request.caller.workspace, request.parameters.value(u"name"_s), *label, *issuer, *client, *secret, {}, Role::Viewer,
                            body->value("enabled"_L1).toBool(true)};
    if (!role->isEmpty()) {
        const auto known = enumFromName<Role>(*role);
        if (!known) return Error(Error::Code::BadValue, {u"join_role"_s, *role});
        row.joinRole = *known;
    }
    for (const QJsonValue &domain : body->value("domains"_L1).toArray()) row.domains.append(domain.toString().toLower());
    if (const auto checked = checkProvider(row); !checked) return checked.error();
    if (const auto kept = request.server.people().providers().put(row); !kept) return kept.error();
    request.audit(u"identity_provider.changed"_s, row.name, row.label,
                  {{u"issuer"_s, row.issuer}, {u"join_role"_s, enumName(row.joinRole)}, {u"enabled"_s, row.enabled}});
    return ApiAnswer::json(providerJson(row));
}

Result<ApiAnswer> remove(ApiRequest &request)
{
    const QString name = request.parameters.value(u"name"_s);
    if (const auto removed = request.server.people().providers().remove(request.caller.workspace, name); !removed) return removed.error();
    request.audit(u"identity_provider.removed"_s, name, name);
    return ApiAnswer::none();
}

} // namespace

Routes openIdRoutes(const PeopleServices &services)
{
    const QString tag = u"Sign-in"_s, settings = u"Identity providers"_s;
    const Access owners = Access::needs(Permission::ManageWorkspace);
    const QJsonObject shape = textsSchema({u"label"_s, u"issuer"_s, u"client_id"_s, u"?client_secret"_s, u"?join_role"_s});
    Routes routes{
        {Method::Get, u"/api/v1/sign-in/providers"_s, Access::anybody(), doors, u"The identity providers one may sign in with."_s, tag, {},
         listSchema(textsSchema({u"name"_s, u"label"_s}))},
        {Method::Post, u"/api/v1/sign-in/oidc/start"_s, Access::anybody(), [services](ApiRequest &r) { return start(services, r); },
         u"Begins a sign-in through an identity provider; the answer's address is for a browser."_s, tag,
         textsSchema({u"provider"_s, u"redirect_uri"_s, u"?invitation"_s, u"?workspace"_s}), textsSchema({u"authorize_url"_s, u"state"_s})},
        {Method::Post, u"/api/v1/sign-in/oidc/finish"_s, Access::anybody(), [services](ApiRequest &r) { return finish(services, r); },
         u"Ends a sign-in through an identity provider and begins a session."_s, tag,
         textsSchema({u"state"_s, u"code"_s, u"redirect_uri"_s, u"?iss"_s}), textsSchema({u"token"_s, u"role"_s})},
        {Method::Get, u"/api/v1/identity-providers"_s, owners, list, u"The settings of identity providers."_s, settings, {}, listSchema(shape)},
        {Method::Put, u"/api/v1/identity-providers/{name}"_s, owners, put, u"Makes or changes an identity provider."_s, settings, shape, shape},
        {Method::Delete, u"/api/v1/identity-providers/{name}"_s, owners, remove, u"Removes an identity provider and who is linked to it."_s, settings},
    };
    for (Route &route : routes) {
        route.bodyLimit = kSmallBody;
        route.oneStep = route.method == Method::Put || route.method == Method::Delete;
    }
    return routes;
}

} // namespace vox
