#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QString>

namespace vox {

// A compressed body of a conversation (qCompress) as it was; StoreBroken with `place` when it is damaged or claims to be
// larger than it can be.
Result<QByteArray> unpackedBody(const QByteArray &packed, const QString &place);

} // namespace vox
