#pragma once
#include <QByteArray>

namespace vox {

// For Content-Encoding: gzip (RFC 1952). What Qt compresses is zlib's form of the same; only the frame differs, so no further
// library is needed on systems that have none.
QByteArray gzipBody(const QByteArray &bytes);

} // namespace vox
