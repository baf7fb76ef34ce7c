#include "app/cluster/private_cluster.h"
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

// A PostgreSQL of our own: made, found again, shared, stopped, shut to others.
class TestPrivateCluster : public QObject {
    Q_OBJECT
    static bool isUp(const QString &folder) { return QFileInfo::exists(folder + u"/data/postmaster.pid"_s); }
    // Temporary folders are shut to everybody else, and PostgreSQL may run as somebody else.
    static void openUp(const QTemporaryDir &folder)
    {
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther | QFile::ExeGroup);
    }

private slots:
    void livesAsLongAsItIsUsed();
    void leftBehindIsTakenOver();
    void longPaths();
    void onlyWeGetIn();
    void interruptedMaking();
    void foreignVersion();
    void unreachableFolder();
};

void TestPrivateCluster::livesAsLongAsItIsUsed()
{
    QTemporaryDir folder;
    openUp(folder);
    const QString path = folder.filePath(u"server's data/postgres"_s);
    {
        auto first = PrivateCluster::start(path);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QVERIFY(!(*first)->wasAdopted());
        {
            auto second = PrivateCluster::start(path);
            QVERIFY(second);
            QVERIFY((*second)->wasAdopted());
            QCOMPARE((*second)->url(), (*first)->url());
        }
        QVERIFY(isUp(path)); // the second one's end is not the end
        QVERIFY((*first)->restart());
        QVERIFY(isUp(path));
    }
    QVERIFY(!isUp(path));
    QElapsedTimer clock;
    clock.start();
    auto again = PrivateCluster::start(path);
    QVERIFY(again);
    qInfo("started with existing data in %lld ms", static_cast<long long>(clock.elapsed()));
}

void TestPrivateCluster::leftBehindIsTakenOver()
{
    QTemporaryDir folder;
    openUp(folder);
    const QString path = folder.filePath(u"postgres"_s);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--start-and-die"_s, path});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(isUp(path));
    {
        auto heir = PrivateCluster::start(path);
        QVERIFY(heir);
        QVERIFY((*heir)->wasAdopted());
    }
    QVERIFY(!isUp(path));
}

void TestPrivateCluster::longPaths()
{
    QTemporaryDir folder;
    openUp(folder);
    const QString path = folder.filePath(QString(90, u'd') + u"/postgres"_s);
    QString socketFolder;
    {
        auto cluster = PrivateCluster::start(path, PrivateCluster::Durability::Fast);
        QVERIFY2(cluster, qPrintable(cluster ? QString() : cluster.error().detail));
        socketFolder = (*cluster)->url().section(u'\'', 1, 1);
        QVERIFY(QFileInfo::exists(socketFolder + u"/.s.PGSQL.5432"_s));
        QVERIFY(socketFolder.size() < 40);
        auto second = PrivateCluster::start(path);
        QVERIFY(second);
        QCOMPARE((*second)->url(), (*cluster)->url());
    }
    QVERIFY(!QFileInfo::exists(socketFolder));
}

void TestPrivateCluster::onlyWeGetIn()
{
    QTemporaryDir folder;
    openUp(folder);
    auto cluster = PrivateCluster::start(folder.filePath(u"postgres"_s), PrivateCluster::Durability::Fast);
    QVERIFY(cluster);
    const auto everybody = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QString socketFolder = (*cluster)->url().section(u'\'', 1, 1);
    for (const QString &path : {folder.filePath(u"postgres"_s), folder.filePath(u"postgres/data"_s), socketFolder})
        QVERIFY2(!(QFileInfo(path).permissions() & everybody), qPrintable(path));
    QFile hosts(folder.filePath(u"postgres/data/pg_hba.conf"_s));
    QVERIFY(hosts.open(QIODevice::ReadOnly));
    QCOMPARE(hosts.readAll(), QByteArray("local all voxdesk peer map=voxdesk\n")); // no trust, no network
}

void TestPrivateCluster::interruptedMaking()
{
    QTemporaryDir folder;
    openUp(folder);
    const QString path = folder.filePath(u"postgres"_s);
    QVERIFY(QDir().mkpath(path + u"/data.new/base"_s));
    QFile half(path + u"/data.new/PG_VERSION"_s);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.close();
    QVERIFY(PrivateCluster::start(path, PrivateCluster::Durability::Fast));
}

void TestPrivateCluster::foreignVersion()
{
    QTemporaryDir folder;
    openUp(folder);
    const QString path = folder.filePath(u"postgres"_s);
    QVERIFY(QDir().mkpath(path + u"/data"_s));
    QFile version(path + u"/data/PG_VERSION"_s);
    QVERIFY(version.open(QIODevice::WriteOnly));
    version.write("99\n");
    version.close();
    const auto cluster = PrivateCluster::start(path);
    QVERIFY(!cluster);
    QCOMPARE(cluster.error().code, Error::Code::StoreNewer);
    QCOMPARE(cluster.error().args.last(), u"99"_s);
}

void TestPrivateCluster::unreachableFolder()
{
    const auto account = ClusterAccount::choose();
    QVERIFY(account);
    if (!account->isOther()) QSKIP("PostgreSQL runs under our own account");
    QTemporaryDir shut; // 0700, root's
    const auto cluster = PrivateCluster::start(shut.filePath(u"postgres"_s));
    QVERIFY(!cluster);
    QCOMPARE(cluster.error().code, Error::Code::FileUnwritable);
    QVERIFY(cluster.error().detail.contains(account->name()));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--start-and-die") {
        auto cluster = PrivateCluster::start(QString::fromLocal8Bit(argv[2]), PrivateCluster::Durability::Fast);
        if (cluster) qFatal("dies with the cluster running");
        return 1;
    }
    TestPrivateCluster test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_private_cluster.moc"
