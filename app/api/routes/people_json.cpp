#include "app/api/routes/people_json.h"
#include "models/store/audit_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

QJsonObject listSchema(const QJsonObject &item)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{u"items"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, item}}},
                                          {u"next"_s, QJsonObject{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}}}}},
            {u"required"_s, QJsonArray{u"items"_s, u"next"_s}}};
}

QJsonObject textsSchema(const QStringList &names)
{
    QJsonObject properties;
    QJsonArray required;
    for (const QString &name : names) {
        const bool optional = name.startsWith(u'?');
        properties.insert(optional ? name.mid(1) : name, QJsonObject{{u"type"_s, u"string"_s}});
        if (!optional) required.append(name);
    }
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

Result<QString> optionalTextOf(const QJsonObject &body, const QString &name, int most)
{
    const QJsonValue value = body.value(name);
    if (value.isUndefined() || value.isNull()) return QString();
    if (!value.isString()) return Error(Error::Code::WrongType, {name, u"text"_s});
    if (value.toString().size() > most) return Error(Error::Code::TooLarge, {name, QString::number(most)});
    return value.toString();
}

Result<QString> textOf(const QJsonObject &body, const QString &name, int most)
{
    auto text = optionalTextOf(body, name, most);
    if (text && text->isEmpty()) return Error(Error::Code::MissingField, {name});
    return text;
}

Result<QJsonObject> membershipJson(ApiRequest &request, const PersonInfo &person, WorkspaceId workspace,
                                   const std::optional<QList<Permission>> &scopes)
{
    const auto workspaces = request.server.workspaces();
    if (!workspaces) return workspaces.error();
    QString name;
    for (const WorkspaceInfo &info : *workspaces)
        if (info.id == workspace) name = info.name;
    QJsonArray permissions;
    for (const Permission permission : permissionsOf(person.role))
        if (!scopes || scopes->contains(permission)) permissions.append(enumName(permission));
    return QJsonObject{{u"person"_s, toJson(person)},
                       {u"workspace"_s, QJsonObject{{u"id"_s, workspace.text()}, {u"name"_s, name}}},
                       {u"role"_s, enumName(person.role)},
                       {u"permissions"_s, permissions}};
}

Result<ApiAnswer> signedInAnswer(ApiRequest &request, const SignedIn &signedIn)
{
    auto json = membershipJson(request, signedIn.person, signedIn.workspace, std::nullopt);
    if (!json) return json.error();
    json->insert(u"token"_s, QString::fromLatin1(signedIn.token));
    ApiAnswer answer = ApiAnswer::json(*json);
    answer.headers.insert("cache-control", "no-store");
    return answer;
}

Result<WorkspaceId> workspaceAsked(ApiRequest &request, const QString &asked)
{
    if (!asked.isEmpty()) {
        const auto id = WorkspaceId::parse(asked);
        if (!id) return Error(Error::Code::BadValue, {u"workspace"_s, asked.left(64)});
        return *id;
    }
    const auto all = request.server.workspaces();
    if (!all) return all.error();
    if (all->isEmpty()) return Error(Error::Code::NotFound, {u"workspace"_s, QString()});
    return all->first().id;
}

Result<void> recordPerson(ApiRequest &request, WorkspaceId workspace, const QString &action, const PersonInfo &person, const QString &outcome,
                          const QJsonObject &facts)
{
    AuditEntry entry;
    entry.atUtcMs = request.now.value;
    entry.actor = person.id.isNull() ? u"stranger"_s : person.name;
    if (!person.id.isNull()) entry.actorId = entry.subject = person.id.text();
    entry.via = action.startsWith("password."_L1) ? u"session"_s : u"sign-in"_s;
    entry.action = action;
    entry.subjectName = person.name;
    entry.address = request.caller.address;
    entry.outcome = outcome;
    entry.requestId = request.requestId;
    entry.facts = facts;
    const auto added = request.server.audit().add(workspace, entry);
    if (!added) return added.error();
    return {};
}

} // namespace vox
