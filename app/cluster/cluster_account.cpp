#include "app/cluster/cluster_account.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace vox {

using namespace Qt::StringLiterals;

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

FileLock::~FileLock() { release(); }

#ifdef Q_OS_UNIX

Result<ClusterAccount> ClusterAccount::choose()
{
    ClusterAccount account;
    const uid_t own = ::geteuid();
    const passwd *me = ::getpwuid(own);
    if (!me) return Error(Error::Code::NotConfigured, {u"PostgreSQL"_s}, u"user %1 has no name on this system"_s.arg(own));
    account.m_ownName = account.m_name = QString::fromLocal8Bit(me->pw_name);
    if (own != 0) return account;
    for (const char *name : {"postgres", "nobody"}) {
        const passwd *other = ::getpwnam(name);
        if (!other) continue;
        account.m_name = QString::fromLatin1(name);
        account.m_other = true;
        account.m_user = other->pw_uid;
        account.m_group = other->pw_gid;
        return account;
    }
    return Error(Error::Code::NotConfigured, {u"PostgreSQL"_s}, u"neither user postgres nor nobody is there to run it"_s);
}

void ClusterAccount::apply(QProcess &process) const
{
    if (!m_other) return;
    // Between fork and exec: only calls that are safe there.
    process.setChildProcessModifier([user = m_user, group = m_group] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(group) != 0 || ::setuid(user) != 0) ::_exit(126);
    });
}

// The account may have laid a link in our way: none is followed.
Result<void> ClusterAccount::own(const QString &folder) const
{
    const Error refused(Error::Code::FileUnwritable, {folder});
    if (!QDir().mkpath(folder)) return refused;
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle < 0) return refused;
    const bool owned = (!m_other || ::fchown(handle, m_user, m_group) == 0) && ::fchmod(handle, 0700) == 0;
    ::close(handle);
    return owned ? Result<void>() : refused;
}

Result<void> ClusterAccount::write(const QString &path, const QByteArray &text) const
{
    const Error refused(Error::Code::FileUnwritable, {path});
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return refused;
    if (file.write(text) != text.size() || !file.flush()) return refused;
    if (m_other && ::fchown(file.handle(), m_user, m_group) != 0) return refused;
    return ::fchmod(file.handle(), 0600) == 0 ? Result<void>() : refused;
}

bool ClusterAccount::canReach(const QString &folder) const
{
    if (!m_other) return true;
    QString above = QFileInfo(folder).absolutePath();
    while (true) {
        struct stat info;
        if (::stat(QFile::encodeName(above).constData(), &info) != 0) return false;
        const bool mine = info.st_uid == m_user, ours = info.st_gid == m_group;
        if (!(info.st_mode & (mine ? S_IXUSR : ours ? S_IXGRP : S_IXOTH))) return false;
        if (above == u"/"_s) return true;
        above = QFileInfo(above).absolutePath();
    }
}

Result<FileLock> FileLock::take(const QString &path, Kind kind, Wait wait)
{
    FileLock lock;
    lock.m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (lock.m_file < 0) return Error(Error::Code::FileUnwritable, {path});
    const int how = (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | (wait == Wait::No ? LOCK_NB : 0);
    while (::flock(lock.m_file, how) != 0)
        if (errno != EINTR) return Error(Error::Code::WorkspaceHeld, {path, {}});
    return lock;
}

void FileLock::release()
{
    if (m_file >= 0) ::close(m_file);
    m_file = -1;
}

#else

Result<ClusterAccount> ClusterAccount::choose()
{
    return Error(Error::Code::NotConfigured, {u"PostgreSQL"_s}, u"this system needs a database that is named"_s);
}
void ClusterAccount::apply(QProcess &) const {}
Result<void> ClusterAccount::own(const QString &folder) const { return Error(Error::Code::FileUnwritable, {folder}); }
Result<void> ClusterAccount::write(const QString &path, const QByteArray &) const { return Error(Error::Code::FileUnwritable, {path}); }
bool ClusterAccount::canReach(const QString &) const { return false; }
Result<FileLock> FileLock::take(const QString &path, Kind, Wait) { return Error(Error::Code::FileUnwritable, {path}); }
void FileLock::release() { m_file = -1; }

#endif

} // namespace vox
