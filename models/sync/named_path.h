#pragma once
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace vox {

// The places Change and MergeConflict name: JSON pointers where items of a list are named by their id. Undefined when
// there is nothing.
QJsonValue valueAtNamed(const QJsonValue &root, const QString &path);
// The root with `value` there; undefined removes. An item a list does not have is appended. A path that cannot be
// followed leaves the root as it was.
QJsonObject withValueAtNamed(const QJsonObject &root, const QString &path, const QJsonValue &value);

} // namespace vox
