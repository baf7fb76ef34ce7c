#pragma once
#include "models/documents/kind_info.h"
#include <QList>

namespace vox {

// Every kind of document there is: the one explicit array. A new kind is one header, its rules, and one row here.
const QList<const KindInfo *> &kinds();
// Null when unknown.
const KindInfo *findKind(const QString &name);

} // namespace vox
