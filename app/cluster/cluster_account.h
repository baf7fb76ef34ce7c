#pragma once
#include "models/base/result.h"
#include <QProcess>

namespace vox {

// The system account that a private cluster runs under: our own, or, because PostgreSQL refuses root, "postgres" or
// "nobody". The one place of this module that knows the operating system. A value.
class ClusterAccount {
public:
    // NotConfigured when this system has none, or cannot run a private cluster at all.
    static Result<ClusterAccount> choose();

    const QString &name() const { return m_name; }
    // Who connects: our own account's name.
    const QString &ownName() const { return m_ownName; }
    bool isOther() const { return m_other; }
    // Makes the process start under this account.
    void apply(QProcess &process) const;
    // Makes the folder if it is missing, gives it to the account and shuts it for everybody else. FileUnwritable.
    Result<void> own(const QString &folder) const;
    // Writes a file anew in a folder of the account, gives it to it and shuts it for everybody else. FileUnwritable.
    Result<void> write(const QString &path, const QByteArray &text) const;
    // Whether the account may reach the folder through those above it.
    bool canReach(const QString &folder) const;

private:
    QString m_name, m_ownName;
    bool m_other = false;
    unsigned m_user = 0, m_group = 0;
};

// An exclusive or shared lock on a file between processes, gone with its process however that ends.
class FileLock {
public:
    FileLock() = default;
    FileLock(FileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

    enum class Kind { Shared, Exclusive };
    enum class Wait { Yes, No };
    // FileUnwritable, or WorkspaceHeld when it is taken and we do not wait.
    static Result<FileLock> take(const QString &path, Kind kind, Wait wait);
    void release();

private:
    int m_file = -1;
};

} // namespace vox
