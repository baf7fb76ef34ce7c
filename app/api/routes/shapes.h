#pragma once
#include "app/api/route.h"

namespace vox {

// What many routes share: how lists are cut into pages, and how shapes stand in the OpenAPI document.

constexpr int kMostPerPage = 200;

// {items, next}; an empty `next` becomes null.
ApiAnswer pageOf(const QJsonArray &items, const QString &next);
// Of a document; BadValue for what is no id.
Result<DocumentId> documentOf(const ApiRequest &request);
// An If-Match that names `current`, or "*"; VersionNeeded and VersionOutdated {what} otherwise.
Result<void> requireVersion(const ApiRequest &request, const QString &current, const QString &what);

namespace shape {

QJsonObject text();
QJsonObject integer();
QJsonObject truth();
QJsonObject anything();                      // an object nobody describes further
QJsonObject listOf(const QJsonObject &item); // an array
QJsonObject object(const QJsonObject &properties, const QStringList &required = {});
QJsonObject page(const QJsonObject &item);   // {items, next}
QJsonObject component(const QString &name);  // a reference into components/schemas

} // namespace shape

} // namespace vox
