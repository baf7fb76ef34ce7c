#include "app/workspace/team_server.h"
#include "app/workspace/when_done.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView newCertificate("certificate"), otherCertificate("another certificate than before");
}

Error certificateRefused(const QString &address, bool wasKnown, const QByteArray &fingerprint)
{
    return Error(Error::Code::BadAnswer, {address, wasKnown ? otherCertificate : newCertificate}, QString::fromLatin1(fingerprint));
}

bool isCertificateChanged(const Error &error) { return error.code == Error::Code::BadAnswer && error.args.value(1) == otherCertificate; }

bool isCertificateRefused(const Error &error)
{
    return isCertificateChanged(error) || (error.code == Error::Code::BadAnswer && error.args.value(1) == newCertificate);
}

QJsonObject Membership::toJson() const
{
    QJsonArray names;
    for (const Permission permission : permissions) names.append(enumName(permission));
    return {{u"person"_s, QJsonObject{{u"id"_s, person.text()}, {u"name"_s, name}, {u"email"_s, email}, {u"signs_in_with"_s, signsInWith}}},
            {u"workspace"_s, QJsonObject{{u"id"_s, workspace.text()}, {u"name"_s, workspaceName}}},
            {u"role"_s, enumName(role)},
            {u"permissions"_s, names}};
}

std::optional<Membership> Membership::fromJson(const QJsonObject &json)
{
    const QJsonObject person = json.value("person"_L1).toObject(), workspace = json.value("workspace"_L1).toObject();
    const auto personId = PersonId::parse(person.value("id"_L1).toString());
    const auto workspaceId = WorkspaceId::parse(workspace.value("id"_L1).toString());
    if (!personId || !workspaceId) return std::nullopt;
    Membership out;
    out.person = *personId;
    out.name = person.value("name"_L1).toString();
    out.email = person.value("email"_L1).toString();
    out.signsInWith = person.value("signs_in_with"_L1).toString();
    out.workspace = *workspaceId;
    out.workspaceName = workspace.value("name"_L1).toString();
    out.role = enumFromName<Role>(json.value("role"_L1).toString()).value_or(Role::Viewer);
    // A permission this program does not know is one it has no button for.
    for (const QJsonValue &permission : json.value("permissions"_L1).toArray())
        if (const auto known = enumFromName<Permission>(permission.toString())) out.permissions.append(*known);
    return out;
}

QFuture<Result<QJsonValue>> TeamServer::call(const QByteArray &method, const QString &path, const QJsonValue &body,
                                             const QMap<QByteArray, QByteArray> &headers)
{
    ServerRequest wanted;
    wanted.method = method;
    wanted.path = path.section(u'?', 0, 0);
    wanted.query = QUrlQuery(path.section(u'?', 1));
    wanted.body = body;
    wanted.headers = headers;
    auto promise = std::make_shared<QPromise<Result<QJsonValue>>>();
    promise->start();
    whenDone(request(wanted), this, [promise](const Result<ServerAnswer> &answer) {
        promise->addResult(answer ? Result<QJsonValue>(answer->json) : Result<QJsonValue>(answer.error()));
        promise->finish();
    });
    return promise->future();
}

} // namespace vox
