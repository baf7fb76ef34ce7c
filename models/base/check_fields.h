#pragma once
#include "models/base/field.h"
#include "models/base/problem.h"

namespace vox {

enum class UnknownFields { Refuse, Keep };

// Checks JSON against a list of fields: types, limits, required ones, ids of list items, unknown fields. `path` is the
// JSON pointer of `object` itself; messages point below it.
Problems checkFields(const FieldList &fields, const QJsonObject &object, UnknownFields unknown, const QString &path = {});

// RFC 6901 escaping of one step.
QString pointerStep(const QString &key);

} // namespace vox
