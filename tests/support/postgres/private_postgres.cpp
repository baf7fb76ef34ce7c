#include "tests/support/postgres/private_postgres.h"
#include "models/store/postgres/postgres_server.h"
#include "models/store/postgres/connection.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <atomic>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace vox::test {

using namespace Qt::StringLiterals;

namespace {

std::atomic<int> databases{0};

bool lives(qint64 process)
{
#ifdef Q_OS_UNIX
    return ::kill(pid_t(process), 0) == 0 || errno == EPERM;
#else
    return process > 0;
#endif
}

// Beside the build; where the account that runs PostgreSQL cannot reach that (root's home), in the folder for temporary files.
QString clusterFolder()
{
    const QString beside = QStringLiteral(VOX_BINARY_DIR "/postgres");
    const auto account = ClusterAccount::choose();
    if (account && account->canReach(beside)) return beside;
    const QByteArray hash = QCryptographicHash::hash(beside.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QDir::tempPath() + u"/voxdesk-tests-%1-%2"_s.arg(account ? account->ownName() : QString(), QString::fromLatin1(hash));
}

// What killed programs left behind.
void dropForsaken(Connection &connection)
{
    const auto names = connection.read("select datname::text from pg_database where datname like 't\\_%'");
    if (!names) return;
    for (int row = 0; row < names->size(); ++row) {
        const QString name = names->text(row, 0);
        if (!lives(name.section(u'_', 1, 1).toLongLong())) (void)connection.runScript("drop database if exists " + name.toUtf8() + " with (force)");
    }
}

} // namespace

Result<std::unique_ptr<PrivatePostgres>> PrivatePostgres::start()
{
    const QString folder = clusterFolder();
    auto cluster = PrivateCluster::start(folder, PrivateCluster::Durability::Fast);
    if (!cluster && cluster.error().code == Error::Code::StoreBroken) {
        // It never syncs, so a machine that went down may have left it unusable.
        QDir(folder + u"/data"_s).removeRecursively();
        cluster = PrivateCluster::start(folder, PrivateCluster::Durability::Fast);
    }
    if (!cluster) return cluster.error();
    if (!(*cluster)->wasAdopted())
        if (const auto connection = Connection::open((*cluster)->url())) dropForsaken(**connection);
    return std::unique_ptr<PrivatePostgres>(new PrivatePostgres(std::move(*cluster)));
}

Result<QString> PrivatePostgres::freshDatabase()
{
    auto connection = Connection::open(m_cluster->url());
    if (!connection) return connection.error();
    const QString name = u"t_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++databases);
    if (auto made = (*connection)->runScript("create database " + name.toUtf8()); !made) return made.error();
    m_databases.append(name);
    return m_cluster->url(name);
}

PrivatePostgres::~PrivatePostgres()
{
    const auto connection = Connection::open(m_cluster->url());
    if (!connection) return;
    for (const QString &name : std::as_const(m_databases)) (void)(*connection)->runScript("drop database if exists " + name.toUtf8() + " with (force)");
}

Result<ServerOfOneWorkspace> ServerOfOneWorkspace::make()
{
    ServerOfOneWorkspace out;
    auto postgres = PrivatePostgres::start();
    if (!postgres) return postgres.error();
    out.postgres = std::move(*postgres);
    const auto url = out.postgres->freshDatabase();
    if (!url) return url.error();
    out.url = *url;
    auto store = PostgresServerStore::open(*url);
    if (!store) return store.error();
    out.store = std::move(*store);
    const UtcMs now{1'700'000'000'000};
    out.workspace = WorkspaceId::make(now);
    if (const auto made = out.store->createWorkspace({out.workspace, u"Test"_s, now}); !made) return made.error();
    return out;
}

} // namespace vox::test
