#pragma once
#include "models/base/result.h"
#include <QByteArray>

namespace vox {

QByteArray gzipped(const QByteArray &bytes);
// TooLarge {"body", limit} as soon as more than `limit` bytes come out, RequestBroken for what is no gzip. Never holds
// more than `limit` bytes.
Result<QByteArray> ungzipped(const QByteArray &bytes, qint64 limit);

} // namespace vox
