#include "app/api/open_api.h"
#include "app/api/router.h"
#include "app/api/routes/shapes.h"
#include "models/base/json_schema.h"
#include "models/kinds/kinds.h"
#include <QJsonArray>
#include <QRegularExpression>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rowShape()
{
    using namespace shape;
    return object({{u"id"_s, text()}, {u"kind"_s, text()}, {u"name"_s, text()}, {u"revision"_s, text()}, {u"heads"_s, listOf(text())},
                   {u"schema"_s, integer()}, {u"changed_utc_ms"_s, integer()}, {u"deleted"_s, truth()}}, {u"id"_s, u"kind"_s, u"revision"_s});
}

QJsonObject components()
{
    using namespace shape;
    QJsonObject out;
    for (const KindInfo *kind : kinds()) {
        out.insert(kind->name, jsonSchema(kind->fields));
        QJsonObject document = rowShape();
        QJsonObject properties = document.value(u"properties"_s).toObject();
        properties.insert(u"content"_s, component(kind->name));
        properties.insert(u"read_only"_s, truth());
        document.insert(u"properties"_s, properties);
        out.insert(kind->name + u"_document"_s, document);
    }
    out.insert(u"document_row"_s, rowShape());
    out.insert(u"revision"_s, object({{u"id"_s, text()}, {u"document"_s, text()}, {u"parents"_s, listOf(text())}, {u"author"_s, text()}, {u"created_utc_ms"_s, integer()},
                                      {u"message"_s, text()}, {u"content_sha256"_s, text()}, {u"tombstone"_s, truth()}, {u"erased"_s, truth()}}, {u"id"_s}));
    const QJsonObject numberOrNull{{u"type"_s, QJsonArray{u"integer"_s, u"null"_s}}};
    out.insert(u"environment"_s, object({{u"name"_s, text()}, {u"release"_s, text()}, {u"release_number"_s, numberOrNull}, {u"previous"_s, text()},
                                         {u"previous_number"_s, numberOrNull}, {u"scheduled_release_number"_s, numberOrNull}, {u"generation"_s, integer()}, {u"changed_by"_s, text()},
                                         {u"changed_utc_ms"_s, integer()}, {u"scheduled_release"_s, text()}, {u"scheduled_for_utc_ms"_s, integer()},
                                         {u"scheduled_by"_s, text()}}, {u"name"_s, u"generation"_s}));
    out.insert(u"release"_s, object({{u"id"_s, text()}, {u"number"_s, integer()}, {u"author"_s, text()}, {u"created_utc_ms"_s, integer()}, {u"message"_s, text()},
                                     {u"documents_count"_s, integer()}, {u"documents"_s, anything()}}, {u"id"_s, u"number"_s}));
    const QJsonObject orNull{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}};
    out.insert(u"release_change"_s, object({{u"document"_s, text()}, {u"kind"_s, text()}, {u"name"_s, text()}, {u"before"_s, orNull}, {u"after"_s, orNull},
                                            {u"changes"_s, listOf(anything())}}, {u"document"_s}));
    out.insert(u"conversation"_s, object({{u"id"_s, text()}, {u"agent"_s, text()}, {u"agent_name"_s, text()}, {u"revision"_s, text()}, {u"release"_s, text()},
                                          {u"started_utc_ms"_s, integer()}, {u"duration_ms"_s, integer()}, {u"language"_s, text()}, {u"channel"_s, text()},
                                          {u"outcome"_s, text()}, {u"p50_ms"_s, numberOrNull}, {u"p95_ms"_s, numberOrNull}, {u"turns"_s, integer()},
                                          {u"errors"_s, integer()}, {u"interruptions"_s, integer()}}, {u"id"_s}));
    const QJsonObject side = object({{u"revision"_s, text()}, {u"author"_s, text()}, {u"created_utc_ms"_s, integer()}, {u"message"_s, text()}, {u"deleted"_s, truth()}, {u"erased"_s, truth()},
                                     {u"content"_s, QJsonObject{{u"type"_s, QJsonArray{u"object"_s, u"null"_s}}}}}, {u"revision"_s});
    out.insert(u"conflict_side"_s, side);
    const QJsonObject maybe{{u"anyOf"_s, QJsonArray{component(u"conflict_side"_s), QJsonObject{{u"type"_s, u"null"_s}}}}};
    const QJsonObject difference = object({{u"path"_s, text()}, {u"before"_s, QJsonObject()},
                                           {u"values"_s, listOf(object({{u"value"_s, QJsonObject()}, {u"revisions"_s, listOf(text())}}))}}, {u"path"_s, u"values"_s});
    out.insert(u"conflict"_s, object({{u"document"_s, text()}, {u"kind"_s, text()}, {u"name"_s, text()}, {u"heads"_s, listOf(text())}, {u"before"_s, maybe},
                                      {u"sides"_s, listOf(component(u"conflict_side"_s))}, {u"places"_s, listOf(difference)}, {u"merged"_s, anything()},
                                      {u"read_only"_s, truth()}}, {u"document"_s, u"heads"_s, u"sides"_s, u"places"_s}));
    const QJsonObject place = object({{u"path"_s, text()}, {u"severity"_s, text()}, {u"type"_s, text()}, {u"title"_s, text()}, {u"args"_s, listOf(text())}});
    out.insert(u"problem"_s, object({{u"type"_s, text()}, {u"title"_s, text()}, {u"detail"_s, text()}, {u"status"_s, integer()}, {u"args"_s, listOf(text())},
                                     {u"request_id"_s, text()}, {u"problems"_s, listOf(place)}}, {u"type"_s, u"title"_s, u"status"_s}));
    return out;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray out;
    for (const QString &step : route.path.split(u'/'))
        if (step.startsWith(u'{'))
            out.append(QJsonObject{{u"name"_s, step.mid(1, step.size() - 2)}, {u"in"_s, u"path"_s}, {u"required"_s, true}, {u"schema"_s, shape::text()}});
    if (route.method == Method::Post && route.oneStep)
        out.append(QJsonObject{{u"name"_s, u"Idempotency-Key"_s}, {u"in"_s, u"header"_s}, {u"schema"_s, shape::text()},
                               {u"description"_s, u"The same key and body get the same answer for a day."_s}});
    for (const RouteParameter &one : route.takes)
        out.append(QJsonObject{{u"name"_s, one.name}, {u"in"_s, one.in == RouteParameter::In::Query ? u"query"_s : u"header"_s}, {u"required"_s, one.required},
                               {u"schema"_s, one.schema}, {u"description"_s, one.summary}});
    return out;
}

// "getAgentsIdHistory": unique, since method and path are.
QString operationId(const Route &route)
{
    QString out = QString::fromLatin1(Router::nameOf(route.method).toLower());
    for (QString step : route.path.mid(8).split(u'/')) {
        step.remove(u'{').remove(u'}');
        for (const QString &word : step.split(QRegularExpression(u"[^A-Za-z0-9]+"_s), Qt::SkipEmptyParts)) out += word[0].toUpper() + word.mid(1);
    }
    return out;
}

QJsonObject contentOf(const QString &type, const QJsonObject &schema) { return {{type, QJsonObject{{u"schema"_s, schema}}}}; }

QJsonObject operationOf(const Route &route)
{
    QJsonObject good{{u"description"_s, u"Done."_s}};
    if (!route.responseSchema.isEmpty()) good.insert(u"content"_s, contentOf(u"application/json"_s, route.responseSchema));
    const QJsonObject refused{{u"description"_s, u"Refused, and why."_s}, {u"content"_s, contentOf(u"application/problem+json"_s, shape::component(u"problem"_s))}};
    QJsonObject out{{u"operationId"_s, operationId(route)},
                    {u"summary"_s, route.summary},
                    {u"tags"_s, QJsonArray{route.tag}},
                    {u"responses"_s, QJsonObject{{u"2XX"_s, good}, {u"default"_s, refused}}}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty()) out.insert(u"parameters"_s, parameters);
    if (!route.requestSchema.isEmpty())
        out.insert(u"requestBody"_s, QJsonObject{{u"content"_s, contentOf(route.method == Method::Patch ? u"application/merge-patch+json"_s : u"application/json"_s, route.requestSchema)}});
    switch (route.access.kind) {
    case Access::Kind::Anybody: out.insert(u"security"_s, QJsonArray()); break;
    case Access::Kind::SignedIn: out.insert(u"security"_s, QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}}); break;
    case Access::Kind::Needs:
        out.insert(u"security"_s, QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray{enumName(route.access.permission)}}}});
        break;
    }
    return out;
}

} // namespace

QJsonObject openApi(const Routes &routes, const QString &version)
{
    QJsonObject paths;
    QStringList tags;
    for (const Route &route : routes) {
        QJsonObject path = paths.value(route.path).toObject();
        path.insert(QString::fromLatin1(Router::nameOf(route.method).toLower()), operationOf(route));
        paths.insert(route.path, path);
        if (!tags.contains(route.tag)) tags.append(route.tag);
    }
    QJsonArray tagList;
    for (const QString &tag : tags) tagList.append(QJsonObject{{u"name"_s, tag}});
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s},
                             {u"description"_s, u"The token of a session or of an API key. Roles and scopes name the permissions that routes need."_s}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Voxdesk"_s}, {u"version"_s, version}}},
            {u"tags"_s, tagList},
            {u"paths"_s, paths},
            {u"components"_s, QJsonObject{{u"schemas"_s, components()}, {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}}};
}

} // namespace vox
