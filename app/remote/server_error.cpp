#include "app/remote/server_error.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// "urn:voxdesk:sign-in-needed" as SignInNeeded; Unknown for a code this program does not have.
Error::Code codeOf(const QString &type)
{
    const QString prefix = u"urn:voxdesk:"_s;
    if (!type.startsWith(prefix) || type.size() > 80) return Error::Code::Unknown;
    QByteArray name;
    for (const QString &word : type.mid(prefix.size()).split(u'-')) name += word.left(1).toUpper().toLatin1() + word.mid(1).toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<Error::Code>().keyToValue(name.constData(), &known);
    return known ? Error::Code(value) : Error::Code::Unknown;
}

} // namespace

Error errorOfAnswer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &retryAfter, const QString &address)
{
    if (contentType.startsWith("application/problem+json") && body.size() < (1 << 20)) {
        const QJsonObject problem = QJsonDocument::fromJson(body).object();
        const Error::Code code = codeOf(problem.value("type"_L1).toString());
        QStringList args;
        for (const QJsonValue &arg : problem.value("args"_L1).toArray()) args.append(arg.toString().left(500));
        const QString request = problem.value("request_id"_L1).toString().left(80);
        if (code != Error::Code::Unknown) return Error(code, args, request);
    }
    const QString number = QString::number(status);
    switch (status) {
    case 401: return Error(Error::Code::Unauthorized, {address});
    case 403: return Error(Error::Code::Refused, {address});
    case 404: return Error(Error::Code::NotFound, {u"address"_s, address});
    case 409:
    case 412: return Error(Error::Code::Conflict, {address});
    case 413: return Error(Error::Code::TooLarge, {address, {}});
    case 429: return Error(Error::Code::RateLimited, {address, QString::number(qBound(1, retryAfter.toInt(), 3600))});
    default: return Error(status >= 500 ? Error::Code::ServerFailed : Error::Code::BadAnswer, {address, number});
    }
}

bool isPassing(const Error &error)
{
    switch (error.code) {
    case Error::Code::Unreachable:
    case Error::Code::TimedOut:
    case Error::Code::RateLimited:
    case Error::Code::StoreBusy:
    case Error::Code::Overloaded:
    case Error::Code::ServerFailed: return true;
    default: return false;
    }
}

} // namespace vox
