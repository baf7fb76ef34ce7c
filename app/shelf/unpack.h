#pragma once
#include "models/base/result.h"
#include <functional>

namespace vox {

// Told how many bytes have come; false: stop.
using GoOn = std::function<bool(qint64 bytes)>;

struct UnpackLimits {
    qint64 files = 20000;
    qint64 bytes = qint64(8) << 30; // unpacked
};

// Unpacks a zip or tar archive (any compression libarchive knows) into a folder that is there. Only plain files and
// folders come out, and only below it: an archive with links, devices or paths that lead elsewhere is refused. Blocks.
// Errors: FileUnreadable, BadValue {path within}, TooLarge, FileUnwritable, Cancelled.
Result<void> unpackArchive(const QString &archive, const QString &into, const UnpackLimits &limits = {}, const GoOn &goOn = {});
// Whether libarchive finds a file to unpack in it.
bool isArchive(const QString &path);

} // namespace vox
