#pragma once
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace vox {

// RFC 6901 over Qt's JSON values. Steps into arrays are indexes.
QStringList pointerSteps(const QString &pointer);
// Undefined when there is nothing.
QJsonValue valueAt(const QJsonValue &root, const QString &pointer);
// The root with `value` put at `pointer`; undefined removes. Missing objects on the way are made, arrays are not: a
// pointer that cannot be followed leaves the root as it was. "-" appends to an array.
QJsonObject withValueAt(const QJsonObject &root, const QString &pointer, const QJsonValue &value);

} // namespace vox
