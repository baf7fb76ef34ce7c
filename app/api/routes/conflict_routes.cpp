#include "app/api/routes/conflict_routes.h"
#include "app/api/routes/document_json.h"
#include "app/api/routes/shapes.h"
#include "models/store/store.h"
#include "models/sync/conflict.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestDecision = qint64(8) << 20;

QJsonObject sideJson(const ConflictSide &side)
{
    return {{u"revision"_s, side.revision}, {u"author"_s, side.author}, {u"created_utc_ms"_s, side.created.value}, {u"message"_s, side.message},
            {u"deleted"_s, side.deleted}, {u"erased"_s, side.erased},
            {u"content"_s, side.deleted || side.erased ? QJsonValue() : QJsonValue(side.content)}};
}

// What is left out was not there.
QJsonObject placeJson(const ConflictPlace &place)
{
    QJsonArray values;
    for (const DifferentValue &one : place.values) {
        QJsonObject json{{u"revisions"_s, QJsonArray::fromStringList(one.revisions)}};
        if (!one.value.isUndefined()) json.insert(u"value"_s, one.value);
        values.append(json);
    }
    QJsonObject json{{u"path"_s, place.path}, {u"values"_s, values}};
    if (!place.base.isUndefined()) json.insert(u"before"_s, place.base);
    return json;
}

QJsonObject conflictJson(const ConflictInfo &conflict)
{
    QJsonArray sides, places;
    for (const ConflictSide &side : conflict.sides) sides.append(sideJson(side));
    for (const ConflictPlace &place : conflict.places) places.append(placeJson(place));
    return {{u"document"_s, conflict.document.text()}, {u"kind"_s, conflict.kind}, {u"name"_s, conflict.name},
            {u"heads"_s, QJsonArray::fromStringList(conflict.heads())},
            {u"before"_s, conflict.before ? QJsonValue(sideJson(*conflict.before)) : QJsonValue()},
            {u"sides"_s, sides}, {u"places"_s, places}, {u"merged"_s, conflict.merged}, {u"read_only"_s, conflict.readOnly}};
}

QString sorted(QStringList heads)
{
    heads.removeDuplicates();
    heads.sort();
    return heads.join(u'+');
}

Result<ConflictInfo> conflictOf(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    if (!id) return id.error();
    const auto row = request.store().documents().find(*id);
    if (!row) return row.error();
    if (row->kind != kind.name) return Error(Error::Code::NotFound, {kind.name, id->text()});
    return findConflict(request.store(), *id, request.caller.name);
}

Result<ApiAnswer> show(ApiRequest &request, const KindInfo &kind)
{
    const auto conflict = conflictOf(request, kind);
    if (!conflict) return conflict.error();
    return ApiAnswer::json(conflictJson(*conflict)).tagged(sorted(conflict->heads()));
}

// Whoever decides names every head he has seen: in the body, as the ETag of the conflict, or as a list in If-Match.
Result<void> namesAll(const ApiRequest &request, const QJsonObject &body, const ConflictInfo &conflict)
{
    QStringList named;
    if (body.contains("heads"_L1)) {
        if (!body.value("heads"_L1).isArray()) return Error(Error::Code::WrongType, {u"/heads"_s, u"array"_s});
        for (const QJsonValue &head : body.value("heads"_L1).toArray()) named.append(head.toString());
    } else if (const auto versions = request.ifMatch()) {
        for (const QString &version : *versions) named += version.split(u'+');
    } else {
        return Error(Error::Code::VersionNeeded);
    }
    if (sorted(named) != sorted(conflict.heads())) return Error(Error::Code::VersionOutdated, {conflict.kind});
    return {};
}

// The merge with these values at the places where the sides differ: path → which of its values; the first where none is named.
Result<std::optional<QJsonObject>> chosen(const QJsonValue &json, const ConflictInfo &conflict)
{
    if (!json.isObject()) return Error(Error::Code::WrongType, {u"/choices"_s, u"object"_s});
    QHash<QString, int> choices;
    const QJsonObject asked = json.toObject();
    for (auto it = asked.begin(); it != asked.end(); ++it) {
        const auto place = std::find_if(conflict.places.begin(), conflict.places.end(), [&](const ConflictPlace &one) { return one.path == it.key(); });
        const int choice = it->toInt(-1);
        if (place == conflict.places.end() || choice < 0 || choice >= place->values.size()) return Error(Error::Code::BadValue, {u"/choices"_s, it.key().left(200)});
        choices.insert(it.key(), choice);
    }
    return std::optional(withChoices(conflict, choices));
}

// What is to be there; nothing deletes the document.
Result<std::optional<QJsonObject>> decisionOf(ApiRequest &request, const KindInfo &kind, const QJsonObject &body, const ConflictInfo &conflict)
{
    int ways = 0;
    for (const auto &name : {"content"_L1, "take"_L1, "choices"_L1}) ways += body.contains(name);
    if (ways != 1) return Error(Error::Code::MissingField, {u"/content"_s});
    if (const QJsonValue content = body.value("content"_L1); content.isNull()) return std::optional<QJsonObject>();
    else if (content.isObject()) return std::optional(content.toObject());
    else if (!content.isUndefined()) return Error(Error::Code::WrongType, {u"/content"_s, u"object"_s});
    if (const QJsonValue choices = body.value("choices"_L1); !choices.isUndefined()) return chosen(choices, conflict);
    const QString head = body.value("take"_L1).toString();
    if (!conflict.heads().contains(head)) return Error(Error::Code::BadValue, {u"/take"_s, head.left(64)});
    const auto header = request.store().documents().revision(head);
    if (!header) return header.error();
    if (header->header.isTombstone()) return std::optional<QJsonObject>();
    const auto bytes = request.store().documents().content(head);
    if (!bytes) return bytes.error();
    return std::optional(readContent(kind, header->header.schema, QJsonDocument::fromJson(*bytes).object()).content);
}

// One revision on top of all heads.
Result<ApiAnswer> decide(ApiRequest &request, const KindInfo &kind)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto conflict = conflictOf(request, kind);
    if (!conflict) return conflict.error();
    if (const auto named = namesAll(request, *body, *conflict); !named) return named.error();
    if (conflict->readOnly) return Error(Error::Code::NewerSchema, {kind.name, QString::number(kind.schema + 1)});
    const auto decision = decisionOf(request, kind, *body, *conflict);
    if (!decision) return decision.error();
    if (*decision)
        if (const auto refused = refusedShape(request, kind, **decision)) return *refused;
    const auto made = resolve(request.store(), {conflict->document, conflict->heads(), *decision, request.caller.name,
                                                body->value("message"_L1).toString().left(1000), request.now});
    if (!made) return made.error();
    const QString name = *decision ? (*decision)->value("name"_L1).toString(conflict->name) : conflict->name;
    request.audit(kind.name + u".resolved"_s, conflict->document.text(), name,
                  {{u"revision"_s, *made}, {u"heads"_s, QJsonArray::fromStringList(conflict->heads())}});
    return *decision ? documentAnswer(request, kind, conflict->document) : Result<ApiAnswer>(ApiAnswer::none());
}

} // namespace

Routes conflictRoutes(const KindInfo &kind, const QString &base, const QString &tag)
{
    using namespace shape;
    const auto with = [kind = &kind](auto handler) { return [kind, handler](ApiRequest &request) { return handler(request, *kind); }; };
    Route shows{Method::Get, base + u"/{id}/conflict"_s, Access::needs(Permission::ReadDocuments), with(show),
                u"Shows the sides of a conflict, where they differ, the state before them, and what is merged already."_s, tag, {}, component(u"conflict"_s)};
    Route decides{Method::Post, base + u"/{id}/resolve"_s, Access::needs(Permission::WriteDocuments), with(decide),
                  u"Decides a conflict: by content (null deletes), by taking one head, or by choosing a value at each place."_s, tag,
                  object({{u"heads"_s, listOf(text())}, {u"content"_s, QJsonObject{{u"anyOf"_s, QJsonArray{component(kind.name), QJsonObject{{u"type"_s, u"null"_s}}}}}},
                          {u"take"_s, text()}, {u"choices"_s, QJsonObject{{u"type"_s, u"object"_s}, {u"additionalProperties"_s, integer()}}}, {u"message"_s, text()}}),
                  component(kind.name + u"_document"_s)};
    decides.oneStep = true;
    decides.bodyLimit = kLargestDecision;
    decides.takes = {{u"If-Match"_s, text(), u"Every head, or the ETag of the conflict; \"heads\" in the body says the same."_s, RouteParameter::In::Header}};
    return {shows, decides};
}

} // namespace vox
