#include "app/api/routes/shapes.h"
#include "app/api/json_text.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

ApiAnswer pageOf(const QJsonArray &items, const QString &next)
{
    return ApiAnswer::json(QJsonObject{{u"items"_s, items}, {u"next"_s, next.isEmpty() ? QJsonValue() : QJsonValue(next)}});
}

ApiAnswer pageOf(const QByteArray &items, const QString &next)
{
    ApiAnswer answer;
    answer.body.reserve(items.size() + next.size() + 32);
    answer.body += "{\"items\":[";
    answer.body += items;
    answer.body += "],\"next\":";
    answer.body += next.isEmpty() ? QByteArray("null") : jsonText(next);
    answer.body += '}';
    return answer;
}

Result<DocumentId> documentOf(const ApiRequest &request)
{
    const QString text = request.parameters.value(u"id"_s);
    if (const auto id = DocumentId::parse(text); id && text.size() == 36) return *id;
    return Error(Error::Code::NotFound, {u"document"_s, text.left(64)});
}

Result<void> requireVersion(const ApiRequest &request, const QString &current, const QString &what)
{
    const auto versions = request.ifMatch();
    if (!versions) return Error(Error::Code::VersionNeeded);
    if (!versions->contains(u"*"_s) && !versions->contains(current)) return Error(Error::Code::VersionOutdated, {what});
    return {};
}

QString askedFor(const ApiRequest &request, const QString &name) { return request.query.queryItemValue(name, QUrl::FullyDecoded).left(500); }

Result<bool> askedWhether(const ApiRequest &request, const QString &name)
{
    const QString text = askedFor(request, name);
    if (text == "true"_L1 || text == "1"_L1) return true;
    if (text.isEmpty() || text == "false"_L1 || text == "0"_L1) return false;
    return Error(Error::Code::BadValue, {name, text.left(64)});
}

RouteParameters pageParameters(int otherwise)
{
    return {{u"limit"_s, shape::within(1, kMostPerPage, otherwise), u"How many at most."_s},
            {u"after"_s, shape::text(), u"\"next\" of the page before."_s}};
}

namespace shape {

QJsonObject text() { return {{u"type"_s, u"string"_s}}; }
QJsonObject integer() { return {{u"type"_s, u"integer"_s}}; }
QJsonObject truth() { return {{u"type"_s, u"boolean"_s}}; }
QJsonObject anything() { return {{u"type"_s, u"object"_s}}; }
QJsonObject listOf(const QJsonObject &item) { return {{u"type"_s, u"array"_s}, {u"items"_s, item}}; }

QJsonObject object(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject out{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty()) out.insert(u"required"_s, QJsonArray::fromStringList(required));
    return out;
}

QJsonObject page(const QJsonObject &item)
{
    return object({{u"items"_s, listOf(item)}, {u"next"_s, QJsonObject{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}}}}, {u"items"_s, u"next"_s});
}

QJsonObject choice(const QStringList &names) { return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(names)}}; }

QJsonObject within(qint64 least, qint64 most, qint64 otherwise)
{
    return {{u"type"_s, u"integer"_s}, {u"minimum"_s, least}, {u"maximum"_s, most}, {u"default"_s, otherwise}};
}

QJsonObject component(const QString &name) { return {{u"$ref"_s, QString(u"#/components/schemas/"_s + name)}}; }

} // namespace shape

} // namespace vox
