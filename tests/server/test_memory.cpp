#include "models/documents/canonical_json.h"
#include "models/sync/wire.h"
#include "tests/server/voxdeskd_program.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 6, megabytes = 36;

// A push of new documents, a megabyte each.
QByteArray largePush(int number)
{
    QList<ReplicaItem> items;
    for (int i = 0; i < megabytes; ++i) {
        RandomBytes random{};
        random[0] = quint8(number + 1);
        random[1] = quint8(i);
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, u"Large"_s}, {u"knowledge"_s, QJsonObject{{u"en"_s, QString(1'000'000, QChar(u'a' + i % 26))}}}, {u"n"_s, number}});
        items.append(RevisionItem{makeRevision(DocumentId::make({1'700'000'000'000}, random), u"agent"_s, 1, {}, u"Ann"_s, {1'700'000'000'000}, {}, content), content});
    }
    return wire::writePush(items);
}

qint64 peakMegabytes(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly)) return -1;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    return -1;
}

} // namespace

// Several of the largest bodies at once: each is taken or told to come again, and memory stays bounded by one being worked on.
class TestMemory : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void manyLargeBodies()
    {
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
        VoxdeskdProgram server(m_folder.filePath(u"server"_s), VoxdeskdProgram::freePort());
        QVERIFY2(server.start({u"--rate"_s, u"0"_s}), qPrintable(server.complaints()));
        const QByteArray owner = server.becomeOwner();
        QVERIFY(!owner.isEmpty());
        std::atomic<int> taken = 0, later = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < atOnce; ++i)
            clients.emplace_back([&, i] {
                const std::string body = largePush(i).toStdString();
                for (int attempt = 0; attempt < 200; ++attempt) {
                    RawClient client(server.port());
                    const auto answer = client.ask("POST", "/api/v1/sync/items", "Authorization: Bearer " + owner.toStdString() + "\r\nContent-Type: application/json\r\n", body);
                    if (answer && answer->status == 200) {
                        ++taken;
                        return;
                    }
                    // 503 before it was read, or the line was cut while we were still sending; nothing else.
                    if (answer && (answer->status != 503 || answer->header("retry-after").empty())) return;
                    ++later;
                }
            });
        for (std::thread &client : clients) client.join();
        const qint64 peak = peakMegabytes(server.processId());
        qInfo("%d taken, told to come again %d times; at most %lld MB", taken.load(), later.load(), peak);
        QCOMPARE(taken.load(), atOnce);
        QVERIFY2(peak > 0 && peak < mostMegabytes, qPrintable(QString::number(peak)));
        // The line to the server rested for longer than it may: another one is made at the second try.
        QTRY_COMPARE(server.ask("GET", "agents?limit=1", owner).status, 200);
        QCOMPARE(server.stop(), 0);
    }

private:
    static constexpr qint64 mostMegabytes = 500;
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
