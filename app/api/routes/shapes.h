#pragma once
#include "app/api/route.h"

namespace vox {

// What many routes share: how lists are cut into pages, and how shapes stand in the OpenAPI document.

constexpr int kMostPerPage = 200;

// {items, next}; an empty `next` becomes null.
ApiAnswer pageOf(const QJsonArray &items, const QString &next);
// The same of items that are JSON already, with their commas.
ApiAnswer pageOf(const QByteArray &items, const QString &next);
// Of a document; BadValue for what is no id.
Result<DocumentId> documentOf(const ApiRequest &request);
// An If-Match that names `current`, or "*"; VersionNeeded and VersionOutdated {what} otherwise.
Result<void> requireVersion(const ApiRequest &request, const QString &current, const QString &what);

// A text of the query, cut at 500 characters; empty when it is not there.
QString askedFor(const ApiRequest &request, const QString &name);
// A yes or no of the query: true and 1, false and 0; BadValue for anything else, no when it is not there.
Result<bool> askedWhether(const ApiRequest &request, const QString &name);

// What lists in pages take.
RouteParameters pageParameters(int otherwise = 50);

namespace shape {

QJsonObject text();
QJsonObject integer();
QJsonObject truth();
QJsonObject anything();                      // an object nobody describes further
QJsonObject listOf(const QJsonObject &item); // an array
QJsonObject object(const QJsonObject &properties, const QStringList &required = {});
QJsonObject page(const QJsonObject &item);   // {items, next}
QJsonObject component(const QString &name);  // a reference into components/schemas
QJsonObject choice(const QStringList &names); // one of these texts
QJsonObject within(qint64 least, qint64 most, qint64 otherwise); // a whole number and its default

} // namespace shape

} // namespace vox
