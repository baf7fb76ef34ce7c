#include "app/api/problem.h"
#include "app/api/route.h"
#include "models/store/server_store.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> tagOf(const QMap<QByteArray, QByteArray> &headers, const QByteArray &name)
{
    const auto it = headers.find(name);
    if (it == headers.end()) return std::nullopt;
    QByteArray text = it->trimmed();
    if (text.startsWith("W/")) text = text.mid(2);
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"')) text = text.mid(1, text.size() - 2);
    return QString::fromLatin1(text);
}

} // namespace

Store &ApiRequest::store() { return server.workspace(caller.workspace); }

Result<QJsonObject> ApiRequest::json() const
{
    if (body.trimmed().isEmpty()) return QJsonObject();
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return Error(Error::Code::NotJson, {u"body"_s, QString::number(parsed.offset)}, parsed.errorString());
    if (!document.isObject()) return Error(Error::Code::WrongType, {u"body"_s, u"object"_s});
    return document.object();
}

std::optional<QStringList> ApiRequest::ifMatch() const
{
    const auto it = headers.find("if-match");
    if (it == headers.end()) return std::nullopt;
    QStringList out;
    for (const QByteArray &part : it->split(',')) {
        const QByteArray tag = part.trimmed();
        if (tag.startsWith("W/")) continue;
        const bool quoted = tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"');
        out.append(QString::fromLatin1(quoted ? tag.mid(1, tag.size() - 2) : tag));
    }
    return out;
}

std::optional<QString> ApiRequest::ifNoneMatch() const { return tagOf(headers, "if-none-match"); }

Result<qint64> ApiRequest::number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const
{
    if (!query.hasQueryItem(name)) return otherwise;
    bool ok = false;
    const qint64 value = query.queryItemValue(name, QUrl::FullyDecoded).toLongLong(&ok);
    if (!ok || value < least || value > most) return Error(Error::Code::OutOfRange, {name, u"%1–%2"_s.arg(least).arg(most)});
    return value;
}

void ApiRequest::audit(const QString &action, const QString &subject, const QString &subjectName, const QJsonObject &facts)
{
    notes.push_back({action, subject, subjectName, facts});
}

ApiAnswer ApiAnswer::json(const QJsonValue &value, int status)
{
    ApiAnswer answer;
    answer.status = status;
    answer.body = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                  : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return answer;
}

ApiAnswer &&ApiAnswer::tagged(const QString &etag) &&
{
    headers.insert("etag", '"' + etag.toLatin1() + '"');
    return std::move(*this);
}

ApiAnswer refusal(const ApiRequest &request, const Error &error, const Problems &problems)
{
    return problemAnswer(error, request.requestId, request.language, problems);
}

} // namespace vox
