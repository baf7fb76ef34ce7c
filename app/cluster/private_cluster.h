#pragma once
#include "app/cluster/cluster_account.h"
#include "app/cluster/postgres_programs.h"
#include <memory>

namespace vox {

// A PostgreSQL of our own, for a server that was given no database: made in a folder, reached by a Unix socket that only
// this account (and root) can open, shared by the programs that use the same folder. The last of them stops it; one that
// a crashed program left running is taken over. Blocking; owned by a program's main.
class PrivateCluster {
public:
    enum class Durability { Safe, Fast }; // Fast: for tests, may lose everything with the machine
    // Makes it when `folder` has none, starts it when it does not run. `folder` may be as long as it likes.
    // Errors: NotConfigured {"PostgreSQL"} (not installed; the detail says what to do), FileUnwritable {folder} (also when
    // the account that runs it may not pass a folder above), StoreNewer {folder, version} (made by another PostgreSQL),
    // StoreBroken {folder} (it does not start; the detail is the end of its log).
    static Result<std::unique_ptr<PrivateCluster>> start(const QString &folder, Durability durability = Durability::Safe);
    ~PrivateCluster();
    PrivateCluster(const PrivateCluster &) = delete;
    PrivateCluster &operator=(const PrivateCluster &) = delete;

    // For PostgresServerStore::open(); holds no secret.
    QString url(const QString &database = QStringLiteral("voxdesk")) const;
    QString logPath() const { return m_folder + QStringLiteral("/log"); }
    // Whether it ran already.
    bool wasAdopted() const { return m_adopted; }
    // Stops it, ending every connection, and starts it again: what an administrator may do at any time. Crash: as a loss of
    // power would.
    enum class Manner { Orderly, Crash };
    Result<void> restart(Manner manner = Manner::Orderly);

private:
    PrivateCluster(QString folder, Durability durability, ClusterAccount account, PostgresPrograms programs)
        : m_folder(std::move(folder)), m_durability(durability), m_account(std::move(account)), m_programs(std::move(programs))
    {
    }
    QString dataPath() const { return m_folder + QStringLiteral("/data"); }
    Result<void> bring();
    Result<void> make();
    Result<void> configure();
    Result<void> chooseSocketFolder();
    bool isRunning() const;
    Result<void> startServer();
    Result<void> run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    Error broken(const QString &why) const;

    QString m_folder;
    Durability m_durability;
    ClusterAccount m_account;
    PostgresPrograms m_programs;
    QString m_socketFolder;
    FileLock m_use; // shared, as long as this object lives
    bool m_adopted = false;
};

} // namespace vox
