#include "app/api/problem.h"
#include "app/wording/wording.h"
#include <QJsonArray>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// "SignInNeeded" as "sign-in-needed".
QString typeOf(Error::Code code)
{
    QString out;
    for (const QChar c : Error(code).codeName()) {
        if (c.isUpper() && !out.isEmpty()) out += u'-';
        out += c.toLower();
    }
    return u"urn:voxdesk:"_s + out;
}

QJsonObject said(const Error &error, const QString &language)
{
    return {{u"type"_s, typeOf(error.code)},
            {u"title"_s, wording::whatHappened(error, language)},
            {u"args"_s, QJsonArray::fromStringList(error.args)}};
}

QJsonObject said(const Problem &problem, const QString &language)
{
    QJsonObject out = said(problem.error, language);
    out.insert(u"path"_s, problem.path);
    out.insert(u"severity"_s, problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s);
    if (!problem.node.isEmpty()) out.insert(u"node"_s, problem.node);
    return out;
}

// What anybody may read of a failure of the server's own: nothing about its disks and addresses.
Error forAnybody(const Error &error)
{
    switch (error.code) {
    case Error::Code::DiskFull: return Error(error.code, {u"server"_s});
    case Error::Code::Unreachable: // the database; what else is out of reach is said by who asked for it
    case Error::Code::StoreBusy: return Error(Error::Code::Overloaded);
    default: return error;
    }
}

} // namespace

int statusOf(Error::Code code)
{
    using enum Error::Code;
    switch (code) {
    case NotJson:
    case RequestBroken:
    case Usage: return 400;
    case SignInRefused:
    case SignInNeeded: return 401;
    case NotInvited:
    case Forbidden: return 403;
    case NotFound:
    case FileNotFound: return 404;
    case MethodUnknown: return 405;
    case TimedOut: return 408;
    case Conflict:
    case LastOwner:
    case NewerSchema:
    case NotAdopted: return 409;
    case InvitationOver: return 410;
    case VersionOutdated: return 412;
    case TooLarge: return 413;
    case UnknownField:
    case MissingField:
    case WrongType:
    case OutOfRange:
    case BadValue:
    case AgentInvalid:
    case DocumentInvalid:
    case KeyReused:
    case PasswordTooShort:
    case PasswordTooCommon:
    case PasswordLikeEmail:
    case IdentityProviderFailed:
    case SecretShown:
    case SecretMissing: return 422;
    case VersionNeeded: return 428;
    case SignInBlocked:
    case RateLimited: return 429;
    case Unreachable:
    case StoreBusy:
    case Overloaded:
    case NotConfigured: return 503;
    case DiskFull: return 507;
    default: return 500;
    }
}

ApiAnswer problemAnswer(const Error &failure, const QString &requestId, const QString &language, const Problems &problems)
{
    // The technical detail stays in the log: it may name files and statements.
    const int status = statusOf(failure.code);
    const Error error = forAnybody(failure);
    QJsonObject out = said(error, language);
    out.insert(u"detail"_s, wording::whatNext(error, language));
    out.insert(u"status"_s, status);
    out.insert(u"request_id"_s, requestId);
    // A place on the server's disk is nobody's business.
    if (status >= 500) out.remove(u"args"_s);
    if (status >= 500 && error.code != Error::Code::Overloaded && error.code != Error::Code::DiskFull)
        out.insert(u"title"_s, wording::whatHappened(Error(Error::Code::Unknown), language));
    if (!problems.isEmpty()) {
        QJsonArray list;
        for (const Problem &problem : problems) list.append(said(problem, language));
        out.insert(u"problems"_s, list);
    }
    ApiAnswer answer = ApiAnswer::json(out, status);
    answer.contentType = "application/problem+json";
    answer.headers.insert("content-language", language.toLatin1());
    if (status == 401) answer.headers.insert("www-authenticate", "Bearer realm=\"voxdesk\"");
    if (status == 429) answer.headers.insert("retry-after", error.args.isEmpty() ? QByteArray("1") : error.args.last().toLatin1());
    if (status == 507) answer.headers.insert("retry-after", "60");
    if (status == 503) answer.headers.insert("retry-after", "1");
    return answer;
}

QString preferredLanguage(const QByteArray &acceptLanguage)
{
    double best = 0;
    QString language = u"en"_s;
    for (const QByteArray &range : acceptLanguage.left(200).split(',')) {
        const QList<QByteArray> parts = range.split(';');
        const QByteArray tag = parts.first().trimmed().left(2).toLower();
        if (tag != "ru" && tag != "en") continue;
        double weight = 1;
        if (parts.size() > 1 && parts[1].trimmed().startsWith("q=")) weight = parts[1].trimmed().mid(2).toDouble();
        if (weight > best) {
            best = weight;
            language = QString::fromLatin1(tag);
        }
    }
    return language;
}

} // namespace vox
