#pragma once
#include "models/base/field.h"
#include <QJsonObject>
#include <QString>

namespace vox {

// Where in an agent something lies, in words people know: a node's title or a part of the agent, and which field of it.
struct ChangePlace {
    QString node;            // id, empty outside the flow
    QString type;            // of that node
    QString what;            // "Offer two times", "Variables"
    QString field;           // "Prompt", "Outcome “failed”"; may be empty
    QString unit;            // of the field, translated
    bool wholeItem = false;  // a whole node, arrow, intent, ...
    bool position = false;   // only where a node lies on the canvas
};

// `path` names list items by id, as in Change; looked up in `content`, then in `other` (what one side does not have).
ChangePlace placeOf(const QString &path, const QJsonObject &content, const QJsonObject &other);
// The value under such a path; undefined when there is none.
QJsonValue valueById(const QJsonValue &root, const QString &path);
// The content with `value` there; undefined removes. An item that is not there is appended to its list; missing lists
// are made for it.
QJsonObject withValueById(const QJsonObject &root, const QString &path, const QJsonValue &value);

// A value as people read it. Nodes are named by `content`.
QString valueText(const QJsonValue &value, const ChangePlace &place, const QJsonObject &content);

} // namespace vox
