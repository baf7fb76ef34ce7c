#include "app/workspace/held_file.h"
#include <QDateTime>
#include <QFileInfo>

namespace vox {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<HeldFile>> HeldFile::hold(const QString &path)
{
    auto held = std::unique_ptr<HeldFile>(new HeldFile(path));
    // No age makes it stale, only that its process is gone.
    held->m_lock.setStaleLockTime(0);
    if (held->m_lock.tryLock(0)) return held;
    if (held->m_lock.error() != QLockFile::LockFailedError) return Error(Error::Code::FileUnwritable, {path});
    qint64 process = 0;
    QString host, program;
    held->m_lock.getLockInfo(&process, &host, &program);
    const QString since = QFileInfo(path).lastModified().toString(Qt::ISODate);
    return Error(Error::Code::WorkspaceHeld,
                 {QFileInfo(path).absolutePath(), u"%1, %2, %3, %4"_s.arg(program, host, QString::number(process), since)});
}

} // namespace vox
