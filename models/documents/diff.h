#pragma once
#include "models/base/field.h"
#include <QJsonObject>

namespace vox {

// One difference between two contents of a kind. `path` is a JSON pointer where list items are named by id instead of
// index ("/flow/nodes/hello/settings/text"), so that it holds in both contents.
struct Change {
    enum class What { Added, Removed, Changed, Moved };

    What what = What::Changed;
    QString path;
    QList<const char *> labels; // of the fields passed on the way, outermost first; for people
    QString item;               // id of the innermost list item passed, empty outside lists
    QJsonValue before;
    QJsonValue after;
};

// Differences from `base` to `other` in declared order: objects by field, lists of objects by id, texts and scalar
// lists as wholes. Fields the list does not know are compared as raw JSON.
QList<Change> diff(const QJsonObject &base, const QJsonObject &other, const FieldList &fields);

} // namespace vox
