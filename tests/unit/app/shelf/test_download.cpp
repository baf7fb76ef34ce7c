#include "app/shelf/download.h"
#include "app/realtime/virtual_executor.h"
#include "tests/support/loopback/loopback_server.h"
#include <QFileInfo>
#include <QtTest>
#include <atomic>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestDownload : public QObject {
    Q_OBJECT

    HttpClient m_client;
    QByteArray m_bytes;

    QByteArray hash() const { return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex(); }
    QString run(const LoopbackServer &server, const QString &path, const QByteArray &sha256, qint64 most = 1 << 30)
    {
        VirtualExecutor executor;
        QString result = u"nothing"_s;
        Download download(m_client, executor, {QUrl(QString::fromStdString(server.address() + "/model.zip")), path, sha256, most, 5000, 3}, {},
                          [&](const Result<QString> &done) { result = done ? u"done"_s : done.error().codeName(); });
        executor.post([&] { download.start(); });
        executor.run();
        return result;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
    }

private slots:
    void initTestCase()
    {
        for (int i = 0; i < 100000; ++i) m_bytes.append(char(i * 7 % 251));
    }

    // Cut off twice, gone on with twice; a server that resumes.
    void goesOnWhereItWasCut()
    {
        LoopbackServer server([&](const auto &request, auto &connection) {
            const size_t from = request.headers.contains("range") ? size_t(std::stoul(request.headers.at("range").substr(6))) : 0;
            const std::string rest = m_bytes.toStdString().substr(from);
            connection.send("HTTP/1.1 " + std::string(from ? "206 Partial Content" : "200 OK") + "\r\nConnection: close\r\nContent-Length: " + std::to_string(rest.size())
                            + "\r\n\r\n" + rest.substr(0, 40000));
        });
        QTemporaryDir dir;
        const QString path = dir.filePath(u"model.zip"_s);
        QCOMPARE(run(server, path, hash()), u"done"_s);
        QCOMPARE(read(path), m_bytes);
        QVERIFY(server.requests().size() >= 3);
        QVERIFY(std::stoul(server.requests().back().headers.at("range").substr(6)) >= 60000u); // nothing was fetched twice
        QVERIFY(!QFileInfo::exists(path + u".part"_s));
    }

    void aServerThatStartsAnew()
    {
        std::atomic_int count = 0;
        LoopbackServer server([&](const auto &, auto &connection) {
            const std::string all = m_bytes.toStdString();
            connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(all.size()) + "\r\n\r\n" + all.substr(0, count++ == 0 ? 40000 : all.size()));
        });
        QTemporaryDir dir;
        QCOMPARE(run(server, dir.filePath(u"m"_s), hash()), u"done"_s);
        QCOMPARE(read(dir.filePath(u"m"_s)), m_bytes);
    }

    void faults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("result");
        QTest::addColumn<int>("tries");
        QTest::newRow("not there") << 404 << u"ServerFailed"_s << 1;
        QTest::newRow("not allowed") << 403 << u"Unauthorized"_s << 1;
        QTest::newRow("away") << 503 << u"ServerFailed"_s << 3;
    }
    void faults()
    {
        QFETCH(int, status);
        QFETCH(QString, result);
        QFETCH(int, tries);
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(status, "text/plain", "no"); });
        QTemporaryDir dir;
        QCOMPARE(run(server, dir.filePath(u"m"_s), hash()), result);
        QCOMPARE(int(server.requests().size()), tries);
        QVERIFY(!QFileInfo::exists(dir.filePath(u"m"_s)));
    }

    void wrongBytes()
    {
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(200, "application/zip", "something else"); });
        QTemporaryDir dir;
        QCOMPARE(run(server, dir.filePath(u"m"_s), hash()), u"ModelDamaged"_s);
        QVERIFY(!QFileInfo::exists(dir.filePath(u"m"_s)));
        QCOMPARE(QFileInfo(dir.filePath(u"m.part"_s)).size(), 0); // the next try begins anew
    }

    void tooLarge()
    {
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(200, "application/zip", m_bytes.toStdString()); });
        QTemporaryDir dir;
        QCOMPARE(run(server, dir.filePath(u"m"_s), {}, 5000), u"TooLarge"_s);
        QVERIFY(!QFileInfo::exists(dir.filePath(u"m"_s)));
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"
