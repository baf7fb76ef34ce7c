#pragma once
#include "app/api/route.h"
#include "app/identity/sign_in.h"
#include "models/base/fields.h"
#include "models/base/json_schema.h"
#include "models/store/people_rows.h"
#include <QJsonArray>

namespace vox {

// {items: […], next: null}: lists short enough to come whole.
template <typename T> ApiAnswer wholeList(const QList<T> &items)
{
    QJsonArray out;
    for (const T &item : items) out.append(toJson(item));
    return ApiAnswer::json(QJsonObject{{QStringLiteral("items"), out}, {QStringLiteral("next"), QJsonValue::Null}});
}
template <typename T> QJsonObject schemaOf() { return jsonSchema(fieldsOf<T>()); }
QJsonObject listSchema(const QJsonObject &item);
// An object of texts, all but those after "?" required: {"email", "password", "?workspace"}.
QJsonObject textsSchema(const QStringList &names);

// A text of the body: MissingField when it is not there, WrongType when it is no text, TooLarge above `most` characters.
Result<QString> textOf(const QJsonObject &body, const QString &name, int most = 500);
// The same; empty when it is not there.
Result<QString> optionalTextOf(const QJsonObject &body, const QString &name, int most = 500);

// {person, workspace: {id, name}, role, permissions: […]}: what GET me and signing in answer.
Result<QJsonObject> membershipJson(ApiRequest &request, const PersonInfo &person, WorkspaceId workspace,
                                   const std::optional<QList<Permission>> &scopes);
// The same with {token}.
Result<ApiAnswer> signedInAnswer(ApiRequest &request, const SignedIn &signedIn);
// The workspace a stranger speaks of: "workspace" of the body or query, else the server's first.
Result<WorkspaceId> workspaceAsked(ApiRequest &request, const QString &asked);
// Writes the audit's entry now, for what has a transaction of its own: the dispatcher records nothing about strangers, and a
// sign-in is made by one.
Result<void> recordPerson(ApiRequest &request, WorkspaceId workspace, const QString &action, const PersonInfo &person, const QString &outcome,
                          const QJsonObject &facts = {});

} // namespace vox
