#include "app/cluster/private_cluster.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;
constexpr qint64 longestLog = 8 * 1024 * 1024;
constexpr qsizetype longestSocketPath = 107;
const QString socketName = u"/.s.PGSQL.5432"_s;

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray quoted(const QString &text) { return '\'' + QString(text).replace(u'\'', u"''"_s).toUtf8() + '\''; }

// Small enough to idle beside a desktop, large enough for a team.
constexpr char settings[] = "listen_addresses = ''\n"
                            "port = 5432\n"
                            "unix_socket_permissions = 0700\n"
                            "max_connections = 60\n"
                            "shared_buffers = 32MB\n"
                            "work_mem = 8MB\n"
                            "maintenance_work_mem = 32MB\n"
                            "max_wal_size = 512MB\n"
                            "wal_level = minimal\n"
                            "max_wal_senders = 0\n"
                            "max_logical_replication_workers = 0\n"
                            "max_worker_processes = 2\n"
                            "max_parallel_workers_per_gather = 0\n"
                            "autovacuum_max_workers = 2\n"
                            "autovacuum_naptime = 20s\n"
                            "jit = off\n"
                            "random_page_cost = 1.5\n"
                            "huge_pages = off\n"
                            "log_destination = 'stderr'\n"
                            "logging_collector = off\n"
                            "log_min_messages = warning\n"
                            "log_line_prefix = '%m [%p] '\n"
                            "log_checkpoints = off\n"
                            "log_statement = 'none'\n"
                            "log_parameter_max_length = 0\n" // what people write stands in no log
                            "log_parameter_max_length_on_error = 0\n"
                            "timezone = 'UTC'\n"
                            "lc_messages = 'C'\n";
constexpr char fastSettings[] = "fsync = off\n"
                                "full_page_writes = off\n"
                                "autovacuum = off\n";

} // namespace

Result<std::unique_ptr<PrivateCluster>> PrivateCluster::start(const QString &folder, Durability durability)
{
    auto account = ClusterAccount::choose();
    if (!account) return account.error();
    auto programs = PostgresPrograms::find();
    if (!programs) return programs.error();
    auto cluster = std::unique_ptr<PrivateCluster>(new PrivateCluster(QDir(folder).absolutePath(), durability, *account, *programs));
    if (auto brought = cluster->bring(); !brought) return brought.error();
    return cluster;
}

Error PrivateCluster::broken(const QString &why) const
{
    const QByteArray log = readAll(logPath()).right(2000);
    return Error(Error::Code::StoreBroken, {m_folder}, why + u'\n' + QString::fromUtf8(log));
}

Result<void> PrivateCluster::bring()
{
    if (!QDir().mkpath(QFileInfo(m_folder).absolutePath())) return Error(Error::Code::FileUnwritable, {m_folder});
    if (!m_account.canReach(m_folder))
        return Error(Error::Code::FileUnwritable, {m_folder},
                     u"user %1, who runs PostgreSQL, may not pass a folder above; choose one such as /var/lib/voxdesk"_s.arg(m_account.name()));
    if (auto owned = m_account.own(m_folder); !owned) return owned;
    // One program at a time makes, starts or stops it.
    auto alone = FileLock::take(m_folder + u"/start.lock"_s, FileLock::Kind::Exclusive, FileLock::Wait::Yes);
    if (!alone) return alone.error();
    if (!QFileInfo::exists(dataPath()))
        if (auto made = make(); !made) return made;
    const int version = readAll(dataPath() + u"/PG_VERSION"_s).trimmed().toInt();
    if (version != m_programs.version)
        return Error(Error::Code::StoreNewer, {m_folder, QString::number(version)}, u"PostgreSQL %1 is installed"_s.arg(m_programs.version));
    m_adopted = isRunning();
    if (m_adopted) {
        // The fifth line says where its socket is.
        m_socketFolder = QString::fromLocal8Bit(readAll(dataPath() + u"/postmaster.pid"_s).split('\n').value(4)).trimmed();
        if (!QFileInfo::exists(m_socketFolder + socketName)) return broken(u"it runs, but has no socket"_s);
    } else {
        if (auto chosen = chooseSocketFolder(); !chosen) return chosen;
        if (auto configured = configure(); !configured) return configured;
        if (auto started = startServer(); !started) return started;
    }
    auto use = FileLock::take(m_folder + u"/use.lock"_s, FileLock::Kind::Shared, FileLock::Wait::Yes);
    if (!use) return use.error();
    m_use = std::move(*use);
    return {};
}

// In a folder beside, renamed when it is whole: one that was interrupted is made anew.
Result<void> PrivateCluster::make()
{
    const QString fresh = m_folder + u"/data.new"_s;
    if (!QDir(fresh).removeRecursively()) return Error(Error::Code::FileUnwritable, {fresh});
    QStringList arguments{u"-D"_s, fresh, u"-U"_s, u"voxdesk"_s, u"--auth=peer"_s, u"--encoding=UTF8"_s, u"--lc-collate=C"_s, u"--lc-ctype=C.UTF-8"_s};
    if (m_durability == Durability::Fast) arguments.append(u"--no-sync"_s);
    auto made = run(u"initdb"_s, arguments);
    if (!made) {
        // A system without that locale: nothing depends on it but how fast parts of names are found.
        arguments.replaceInStrings(u"C.UTF-8"_s, u"C"_s);
        made = run(u"initdb"_s, arguments);
    }
    if (!made) return made;
    if (made = run(u"postgres"_s, {u"--single"_s, u"-D"_s, fresh, u"postgres"_s}, "create database voxdesk\n"); !made) return made;
    const QString main = fresh + u"/postgresql.conf"_s;
    if (auto wrote = m_account.write(main, readAll(main) + "\ninclude 'voxdesk.conf'\n"); !wrote) return wrote;
    if (!QDir().rename(fresh, dataPath())) return Error(Error::Code::FileUnwritable, {dataPath()});
    return {};
}

// Written at each start, so that a newer program's settings hold.
Result<void> PrivateCluster::configure()
{
    QByteArray text = settings;
    if (m_durability == Durability::Fast) text += fastSettings;
    text += "unix_socket_directories = " + quoted(m_socketFolder) + "\n";
    // Only we, and who may become us, get in: the system tells who connects.
    const QByteArray hosts = "local all voxdesk peer map=voxdesk\n";
    QByteArray names;
    QStringList accounts{m_account.name(), m_account.ownName(), u"root"_s};
    accounts.removeDuplicates();
    for (const QString &account : accounts) names += "voxdesk \"" + account.toUtf8() + "\" voxdesk\n";
    auto wrote = m_account.write(dataPath() + u"/voxdesk.conf"_s, text);
    if (wrote) wrote = m_account.write(dataPath() + u"/pg_hba.conf"_s, hosts);
    if (wrote) wrote = m_account.write(dataPath() + u"/pg_ident.conf"_s, names);
    return wrote;
}

Result<void> PrivateCluster::chooseSocketFolder()
{
    m_socketFolder = m_folder + u"/run"_s;
    if (QFile::encodeName(m_socketFolder + socketName).size() <= longestSocketPath) return m_account.own(m_socketFolder);
    // The system limits the path of a socket: a folder nobody else can have made holds it instead.
    QTemporaryDir shorter(u"/tmp/voxdesk-XXXXXX"_s);
    if (!shorter.isValid()) return Error(Error::Code::FileUnwritable, {shorter.path()});
    shorter.setAutoRemove(false);
    m_socketFolder = shorter.path();
    return m_account.own(m_socketFolder);
}

bool PrivateCluster::isRunning() const { return run(u"pg_ctl"_s, {u"status"_s, u"-D"_s, dataPath()}).hasValue(); }

Result<void> PrivateCluster::startServer()
{
    if (QFileInfo(logPath()).size() > longestLog) QFile::rename(logPath(), logPath() + u".old"_s);
    const auto started = run(u"pg_ctl"_s, {u"start"_s, u"-w"_s, u"-t"_s, u"60"_s, u"-s"_s, u"-D"_s, dataPath(), u"-l"_s, logPath()});
    if (started) return {};
    return broken(started.error().detail);
}

Result<void> PrivateCluster::restart(Manner manner)
{
    const QString mode = manner == Manner::Orderly ? u"fast"_s : u"immediate"_s;
    const auto stopped = run(u"pg_ctl"_s, {u"stop"_s, u"-w"_s, u"-m"_s, mode, u"-s"_s, u"-D"_s, dataPath()});
    if (!stopped) return broken(stopped.error().detail);
    return startServer();
}

Result<void> PrivateCluster::run(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        if (name.startsWith("PG"_L1) || name.startsWith("VOXDESK_"_L1)) environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    m_account.apply(process);
    process.start(m_programs.program(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error(Error::Code::StoreBroken, {m_folder}, program + u": "_s + QString::fromLocal8Bit(process.readAll().right(2000)).trimmed());
    return {};
}

QString PrivateCluster::url(const QString &database) const
{
    const auto escaped = [](QString text) { return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\''; };
    return u"host=%1 port=5432 user=voxdesk dbname=%2"_s.arg(escaped(m_socketFolder), escaped(database));
}

PrivateCluster::~PrivateCluster()
{
    const auto alone = FileLock::take(m_folder + u"/start.lock"_s, FileLock::Kind::Exclusive, FileLock::Wait::Yes);
    m_use.release();
    if (!alone || m_socketFolder.isEmpty()) return;
    // Whoever else uses it stops it.
    if (!FileLock::take(m_folder + u"/use.lock"_s, FileLock::Kind::Exclusive, FileLock::Wait::No)) return;
    (void)run(u"pg_ctl"_s, {u"stop"_s, u"-w"_s, u"-m"_s, u"fast"_s, u"-s"_s, u"-D"_s, dataPath()});
    QDir().rmdir(m_socketFolder); // empty by now
}

} // namespace vox
