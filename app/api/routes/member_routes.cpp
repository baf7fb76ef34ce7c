#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "app/identity/invitations.h"
#include "app/identity/members.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Result<PersonId> personAsked(const ApiRequest &request)
{
    const QString text = request.parameters.value(u"id"_s);
    const auto id = PersonId::parse(text);
    if (!id) return Error(Error::Code::NotFound, {u"person"_s, text.left(64)});
    return *id;
}

Result<Role> roleOf(const QJsonObject &body)
{
    const auto text = textOf(body, u"role"_s);
    if (!text) return text.error();
    const auto role = enumFromName<Role>(*text);
    if (!role) return Error(Error::Code::BadValue, {u"role"_s, text->left(64)});
    return *role;
}

Result<ApiAnswer> people(ApiRequest &request)
{
    const auto all = request.server.people().members(request.caller.workspace);
    if (!all) return all.error();
    return wholeList(*all);
}

Result<ApiAnswer> person(ApiRequest &request)
{
    const auto id = personAsked(request);
    if (!id) return id.error();
    const auto info = memberInfo(request.server, request.caller.workspace, *id);
    if (!info) return info.error();
    return ApiAnswer::json(toJson(*info));
}

Result<ApiAnswer> newRole(ApiRequest &request)
{
    const auto id = personAsked(request);
    if (!id) return id.error();
    const auto body = request.json();
    if (!body) return body.error();
    const auto role = roleOf(*body);
    if (!role) return role.error();
    const auto before = memberInfo(request.server, request.caller.workspace, *id);
    if (!before) return before.error();
    const auto after = changeRole(request.server, request.caller, *id, *role);
    if (!after) return after.error();
    request.audit(u"person.role_changed"_s, id->text(), after->name, {{u"from"_s, enumName(before->role)}, {u"to"_s, enumName(after->role)}});
    return ApiAnswer::json(toJson(*after));
}

Result<ApiAnswer> removed(ApiRequest &request)
{
    const auto id = personAsked(request);
    if (!id) return id.error();
    const auto info = removeMember(request.server, request.caller, *id);
    if (!info) return info.error();
    request.audit(u"person.removed"_s, id->text(), info->name, {{u"role"_s, enumName(info->role)}});
    return ApiAnswer::none();
}

Result<ApiAnswer> invitations(ApiRequest &request)
{
    const auto all = request.server.people().invitations(request.caller.workspace);
    if (!all) return all.error();
    return wholeList(*all);
}

Result<ApiAnswer> invited(ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto role = roleOf(*body);
    if (!role) return role.error();
    const auto email = optionalTextOf(*body, u"email"_s);
    if (!email) return email.error();
    const auto made = invite(request.server, request.caller, *email, *role, request.now);
    if (!made) return made.error();
    request.audit(u"person.invited"_s, made->info.id, made->info.email, {{u"role"_s, enumName(*role)}});
    QJsonObject out = toJson(made->info);
    out.insert(u"token"_s, QString::fromLatin1(made->token));
    ApiAnswer answer = ApiAnswer::json(out, 201);
    answer.headers.insert("cache-control", "no-store");
    return answer;
}

Result<ApiAnswer> invitationDropped(ApiRequest &request)
{
    const QString id = request.parameters.value(u"id"_s);
    if (const auto dropped = request.server.people().dropInvitation(request.caller.workspace, id); !dropped) return dropped.error();
    request.audit(u"invitation.withdrawn"_s, id);
    return ApiAnswer::none();
}

} // namespace

Routes memberRoutes()
{
    const QString tag = u"People"_s;
    const Access reads = Access::needs(Permission::ReadPeople), manages = Access::needs(Permission::ManagePeople);
    const QJsonObject info = schemaOf<PersonInfo>(), invitation = schemaOf<InvitationInfo>();
    Routes routes{
        {Method::Get, u"/api/v1/people"_s, reads, people, u"The members of the workspace, and who was one."_s, tag, {}, listSchema(info)},
        {Method::Get, u"/api/v1/people/{id}"_s, reads, person, u"One member."_s, tag, {}, info},
        {Method::Patch, u"/api/v1/people/{id}"_s, manages, newRole, u"Gives a member another role; it counts at once."_s, tag,
         textsSchema({u"role"_s}), info},
        {Method::Delete, u"/api/v1/people/{id}"_s, manages, removed, u"Removes a member: sessions and keys end at once, the name stays."_s, tag},
        {Method::Get, u"/api/v1/invitations"_s, manages, invitations, u"The invitations nobody has used."_s, tag, {}, listSchema(invitation)},
        {Method::Post, u"/api/v1/invitations"_s, manages, invited, u"Makes an invitation; its token is in this answer alone."_s, tag,
         textsSchema({u"role"_s, u"?email"_s}), invitation},
        {Method::Delete, u"/api/v1/invitations/{id}"_s, manages, invitationDropped, u"Withdraws an invitation."_s, tag},
    };
    for (Route &route : routes) {
        route.bodyLimit = 16 << 10;
        route.oneStep = route.method != Method::Get;
        route.secretAnswer = route.method == Method::Post;
    }
    return routes;
}

Routes peopleRoutes(const PeopleServices &services)
{
    Routes all;
    for (Routes some : {signInRoutes(services), openIdRoutes(services), memberRoutes(), keyRoutes(), secretRoutes(services.vault), auditRoutes()})
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    return all;
}

} // namespace vox
