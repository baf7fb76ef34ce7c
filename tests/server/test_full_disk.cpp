#include "app/cluster/private_cluster.h"
#include "tests/server/voxdeskd_program.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// A real disk of its own, in memory. Only whoever may mount has one.
class SmallDisk {
public:
    SmallDisk(const QString &path, int megabytes) : m_path(path)
    {
        QDir().mkpath(path);
        const QByteArray options = "mode=755,size=" + QByteArray::number(megabytes) + 'm';
        m_there = ::mount("tmpfs", QFile::encodeName(path).constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_there) ::umount2(QFile::encodeName(m_path).constData(), MNT_DETACH);
    }
    bool isThere() const { return m_there; }
    qint64 room() const
    {
        struct statvfs disk;
        return ::statvfs(QFile::encodeName(m_path).constData(), &disk) == 0 ? qint64(disk.f_bavail) * qint64(disk.f_frsize) : -1;
    }
    // Until only so much is left.
    void fill(qint64 leave)
    {
        const int file = ::open(QFile::encodeName(ballast()).constData(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        const QByteArray zeros(1 << 20, '\0');
        while (room() > leave && ::write(file, zeros.constData(), std::size_t(qMin<qint64>(zeros.size(), qMax<qint64>(4096, room() - leave)))) > 0) {}
        ::close(file);
    }
    void clear() { QFile::remove(ballast()); }

private:
    QString ballast() const { return m_path + u"/ballast"_s; }
    QString m_path;
    bool m_there = false;
};

QJsonObject agentOf(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return {{u"content"_s, QJsonObject{{u"name"_s, u"Heavy"_s}, {u"knowledge"_s, QJsonObject{{u"en"_s, QString::fromLatin1(bytes.toBase64())}}}}}};
}

} // namespace

// A disk that is really full: what is asked to be saved is refused with what to do, what is there can be read, and with
// room everything goes on by itself.
class TestFullDisk : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
        if (!SmallDisk(m_folder.filePath(u"try"_s), 1).isThere()) QSKIP("this account may not mount");
    }

    // The server's own database: nothing is taken in any more while there is still room for what the database must write.
    void theServersOwnDisk()
    {
        SmallDisk disk(m_folder.filePath(u"disk"_s), 400);
        QVERIFY(disk.isThere());
        VoxdeskdProgram server(m_folder.filePath(u"disk/server"_s), VoxdeskdProgram::freePort());
        QVERIFY2(server.start(), qPrintable(server.complaints()));
        const QByteArray owner = server.becomeOwner();
        const auto made = server.ask("POST", "agents", owner, agentOf(1000));
        QCOMPARE(made.status, 201);
        const QByteArray path = "agents/" + made.json.value("id"_L1).toString().toLatin1();
        QVERIFY(disk.room() > 80'000'000);
        disk.fill(20'000'000);
        VoxdeskdProgram::Answer refused;
        const auto isRefused = [&] {
            refused = server.ask("POST", "agents", owner, agentOf(1000));
            return refused.status == 507;
        };
        QTRY_VERIFY(isRefused());
        QCOMPARE(refused.json.value("type"_L1).toString(), u"urn:voxdesk:disk-full"_s);
        QVERIFY2(refused.json.value("detail"_L1).toString().contains(u"free some space"_s), qPrintable(refused.json.value("detail"_L1).toString()));
        QVERIFY(!QJsonDocument(refused.json).toJson().contains(m_folder.path().toLatin1()));
        QCOMPARE(server.ask("PATCH", path, owner, {{u"goal_ms"_s, 900}}, "If-Match: *\r\n").status, 507);
        QCOMPARE(server.ask("POST", "sync/items", owner, {{u"items"_s, QJsonArray()}}).status, 507);
        QCOMPARE(server.ask("GET", path, owner).status, 200);
        QVERIFY(!server.ask("GET", "agents?text=heavy", owner).json.value("items"_L1).toArray().isEmpty());
        // What must be recorded when it is read is written into the room that is left.
        QCOMPARE(server.ask("GET", "audit/export?format=ndjson", owner).status, 200);
        QCOMPARE(server.ask("GET", "audit?action=audit.exported", owner).json.value("items"_L1).toArray().size(), 1);
        QCOMPARE(server.ask("GET", "health", {}).status, 503);
        QCOMPARE(server.ask("GET", "ready", {}).status, 200); // it answers
        QCOMPARE(server.ask("DELETE", path, owner, {}, "If-Match: *\r\n").status, 204);
        disk.clear();
        QTRY_COMPARE(server.ask("POST", "agents", owner, agentOf(1000)).status, 201);
        QCOMPARE(server.ask("GET", "health", {}).status, 200);
        QCOMPARE(server.stop(), 0);
    }

    // A database of somebody else's, whose disk the server does not see: the database itself says so.
    void theDatabasesDisk()
    {
        SmallDisk disk(m_folder.filePath(u"far"_s), 300);
        QVERIFY(disk.isThere());
        auto cluster = PrivateCluster::start(m_folder.filePath(u"far/pg"_s));
        QVERIFY2(cluster, qPrintable(cluster ? QString() : cluster.error().detail));
        VoxdeskdProgram server(m_folder.filePath(u"near"_s), VoxdeskdProgram::freePort());
        QVERIFY2(server.start({u"--database"_s, (*cluster)->url()}), qPrintable(server.complaints()));
        const QByteArray owner = server.becomeOwner();
        const auto made = server.ask("POST", "agents", owner, agentOf(1000));
        QCOMPARE(made.status, 201);
        const QByteArray path = "agents/" + made.json.value("id"_L1).toString().toLatin1();
        disk.fill(0);
        // What is left in the files is used up first.
        VoxdeskdProgram::Answer refused;
        for (int i = 0; i < 60 && refused.status != 507; ++i) {
            refused = server.ask("POST", "agents", owner, agentOf(200'000));
            QVERIFY2(refused.status == 201 || refused.status == 507, qPrintable(QString::number(refused.status)));
        }
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.json.value("type"_L1).toString(), u"urn:voxdesk:disk-full"_s);
        QCOMPARE(server.ask("GET", path, owner).status, 200);
        QCOMPARE(server.ask("GET", "agents", owner).status, 200);
        // Nothing more can be written down: what must be recorded is not shown.
        VoxdeskdProgram::Answer unrecorded;
        for (int i = 0; i < 200 && unrecorded.status != 507; ++i) unrecorded = server.ask("GET", "audit/export?format=ndjson", owner);
        QCOMPARE(unrecorded.status, 507);
        QCOMPARE(unrecorded.json.value("type"_L1).toString(), u"urn:voxdesk:disk-full"_s);
        disk.clear();
        QTRY_COMPARE(server.ask("POST", "agents", owner, agentOf(200'000)).status, 201);
        QCOMPARE(server.ask("GET", path, owner).status, 200);
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
