#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "app/identity/invitations.h"
#include "app/identity/members.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSmallBody = 16 << 10;

// The account is named in the audit only if it exists: what strangers type may be a password in the wrong field.
Result<void> recordRefusedSignIn(ApiRequest &request, WorkspaceId workspace, const QString &email, const Error &why)
{
    PersonInfo person;
    if (const auto known = request.server.people().personByEmail(tidyEmail(email)); known && *known) {
        person.id = (*known)->id;
        person.name = (*known)->name;
    }
    return recordPerson(request, workspace, u"sign_in.refused"_s, person, u"refused"_s, {{u"reason"_s, why.codeName()}});
}

Result<ApiAnswer> signIn(const PeopleServices &services, ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto email = textOf(*body, u"email"_s), password = textOf(*body, u"password"_s, 2000), asked = optionalTextOf(*body, u"workspace"_s);
    for (const auto *text : {&email, &password, &asked})
        if (!*text) return text->error();
    const auto workspace = workspaceAsked(request, *asked);
    if (!workspace) return workspace.error();
    const auto witness = [&request](const SignedIn &in) { return recordPerson(request, in.workspace, u"sign_in.done"_s, in.person, u"done"_s); };
    const auto begun = services.signIn.withPassword(request.server, *email, *password, asked->isEmpty() ? WorkspaceId() : *workspace,
                                                 request.caller.address, request.now, witness);
    if (!begun) {
        const bool refused = begun.error().code == Error::Code::SignInRefused || begun.error().code == Error::Code::SignInBlocked;
        if (refused)
            if (const auto recorded = recordRefusedSignIn(request, *workspace, *email, begun.error()); !recorded) return recorded.error();
        return begun.error();
    }
    return signedInAnswer(request, *begun);
}

Result<ApiAnswer> acceptedInvitation(const PeopleServices &services, ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto token = textOf(*body, u"token"_s), email = textOf(*body, u"email"_s), password = textOf(*body, u"password"_s, 2000);
    const auto name = optionalTextOf(*body, u"name"_s);
    for (const auto *text : {&token, &email, &password, &name})
        if (!*text) return text->error();
    const auto witness = [&request](const SignedIn &in) {
        return recordPerson(request, in.workspace, u"invitation.accepted"_s, in.person, u"done"_s, {{u"role"_s, enumName(in.person.role)}});
    };
    const auto begun = acceptInvitation(request.server, services.signIn, services.hasher, {token->toLatin1(), *name, *email, *password},
                                        request.caller.address, request.now, witness);
    if (!begun) return begun.error();
    return signedInAnswer(request, *begun);
}

Result<ApiAnswer> signOut(const PeopleServices &services, ApiRequest &request)
{
    if (request.caller.door != Caller::Door::Session) return Error(Error::Code::BadValue, {u"token"_s, u"vxk_…"_s});
    const QString token = QString::fromLatin1(request.headers.value("authorization").mid(7).trimmed());
    if (const auto ended = services.signIn.end(request.server, token); !ended) return ended.error();
    request.audit(u"sign_out.done"_s, request.caller.person.text(), request.caller.name);
    return ApiAnswer::none();
}

Result<ApiAnswer> me(ApiRequest &request)
{
    const auto person = memberInfo(request.server, request.caller.workspace, request.caller.person);
    if (!person) return person.error();
    const auto json = membershipJson(request, *person, request.caller.workspace, request.caller.scopes);
    if (!json) return json.error();
    return ApiAnswer::json(*json);
}

Result<ApiAnswer> newPassword(const PeopleServices &services, ApiRequest &request)
{
    if (request.caller.door != Caller::Door::Session) return Error(Error::Code::Forbidden, {u"session"_s});
    const auto body = request.json();
    if (!body) return body.error();
    const auto current = textOf(*body, u"current"_s, 2000), next = textOf(*body, u"next"_s, 2000);
    for (const auto *text : {&current, &next})
        if (!*text) return text->error();
    PersonInfo person;
    person.id = request.caller.person;
    person.name = request.caller.name;
    const auto witness = [&] { return recordPerson(request, request.caller.workspace, u"password.changed"_s, person, u"done"_s); };
    const auto changed = services.signIn.changePassword(request.server, request.caller, *current, *next, request.now, witness);
    if (changed) return ApiAnswer::none();
    const bool guessed = changed.error().code == Error::Code::SignInRefused || changed.error().code == Error::Code::SignInBlocked;
    if (guessed)
        if (const auto recorded = recordPerson(request, request.caller.workspace, u"password.refused"_s, person, u"refused"_s,
                                               {{u"reason"_s, changed.error().codeName()}});
            !recorded)
            return recorded.error();
    return changed.error();
}

} // namespace

Routes signInRoutes(const PeopleServices &services)
{
    const QString tag = u"Sign-in"_s;
    const QJsonObject whoAmI = textsSchema({u"role"_s});
    Routes routes{
        {Method::Post, u"/api/v1/sign-in"_s, Access::anybody(), [services](ApiRequest &r) { return signIn(services, r); },
         u"Begins a session with e-mail and password."_s, tag, textsSchema({u"email"_s, u"password"_s, u"?workspace"_s}),
         textsSchema({u"token"_s, u"role"_s})},
        {Method::Post, u"/api/v1/sign-out"_s, Access::signedIn(), [services](ApiRequest &r) { return signOut(services, r); },
         u"Ends the session that asks."_s, tag},
        {Method::Get, u"/api/v1/me"_s, Access::signedIn(), me, u"Who asks, in which workspace, and what they may do."_s, tag, {}, whoAmI},
        {Method::Put, u"/api/v1/me/password"_s, Access::signedIn(), [services](ApiRequest &r) { return newPassword(services, r); },
         u"Changes one's password and ends one's other sessions."_s, tag, textsSchema({u"current"_s, u"next"_s})},
        {Method::Post, u"/api/v1/invitations/accept"_s, Access::anybody(), [services](ApiRequest &r) { return acceptedInvitation(services, r); },
         u"Makes the bearer of an invitation a member, once, and begins a session."_s, tag,
         textsSchema({u"token"_s, u"?name"_s, u"email"_s, u"password"_s}), textsSchema({u"token"_s, u"role"_s})},
    };
    for (Route &route : routes) {
        route.bodyLimit = kSmallBody;
        route.takesSecrets = true;
        route.oneStep = route.path.endsWith("/sign-out"_L1);
        route.quiet = route.path.endsWith("/password"_L1); // writes its entry itself, inside its own transaction
    }
    return routes;
}

} // namespace vox
