#include "app/api/http/tls_context.h"
#include "tests/support/loopback/certificate.h"
#include "tests/support/loopback/raw_client.h"
#include "tests/unit/app/api/test_server.h"
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const std::string &bytes)
{
    QFile::remove(path); // a new file, as renewing programs write it
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes.data(), qint64(bytes.size()));
}

} // namespace

// The server's certificate: what is none, what takes its place on the disk, and who does not speak TLS where it is spoken.
class TestTlsContext : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const QString m_certificate = m_folder.filePath(u"cert.pem"_s), m_key = m_folder.filePath(u"key.pem"_s);

    void put(const Certificate &made, const Certificate &keyOf)
    {
        write(m_certificate, made.certificate);
        write(m_key, keyOf.key);
    }

private slots:
    void mistakes()
    {
        const auto one = Certificate::make("one", 1), two = Certificate::make("two", 2);
        const auto code = [&] {
            const auto opened = TlsContext::open(m_certificate, m_key);
            return opened ? u"ok"_s : opened.error().args.value(0);
        };
        QCOMPARE(code(), m_certificate);
        put(one, two);
        QCOMPARE(code(), m_key);
        put(one, one);
        QCOMPARE(code(), u"ok"_s);
        write(m_certificate, "no certificate");
        QCOMPARE(code(), m_certificate);
    }

    void renewed()
    {
        const auto one = Certificate::make("one", 1), two = Certificate::make("second", 2);
        put(one, one);
        const auto tls = TlsContext::open(m_certificate, m_key);
        QVERIFY(tls);
        const auto first = (*tls)->current();
        QCOMPARE(*(*tls)->renew(), false);
        // The certificate came, its key not yet: the old pair serves on, and it is said once.
        write(m_certificate, two.certificate);
        QVERIFY(!(*tls)->renew());
        QCOMPARE(*(*tls)->renew(), false);
        QCOMPARE((*tls)->current(), first);
        write(m_key, two.key);
        QCOMPARE(*(*tls)->renew(), true);
        QVERIFY((*tls)->current() != first);
        QCOMPARE(*(*tls)->renew(), false);
        // The old one again, under the old stamp or not.
        put(one, one);
        QCOMPARE(*(*tls)->renew(), true);
    }

    void noHandshake_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("answered");
        QTest::newRow("silence") << QByteArray() << false;
        QTest::newRow("half a handshake") << QByteArray("\x16\x03\x01\x02\x00\x01", 6) << false;
        QTest::newRow("nonsense") << QByteArray(200, '\x80') << false;
        QTest::newRow("plain HTTP") << QByteArray("GET /api/v1/health HTTP/1.1\r\nHost: t\r\n\r\n") << true;
        QTest::newRow("plain HTTP with a body") << QByteArray("POST /api/v1/sign-in HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\n{\"a\":\"b\"}") << true;
    }
    // Nobody holds a connection without a handshake, and who speaks plainly is told.
    void noHandshake()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, answered);
        const auto one = Certificate::make("one", 1);
        put(one, one);
        ListenOptions listen;
        listen.certificateFile = m_certificate;
        listen.keyFile = m_key;
        listen.times.head = listen.times.linger = std::chrono::milliseconds(150);
        TestServer server({}, listen);
        QVERIFY(server.server);
        RawClient client(server.port());
        QVERIFY(client.send({bytes.constData(), std::size_t(bytes.size())}));
        QElapsedTimer since;
        since.start();
        const auto answer = client.read();
        QVERIFY2(since.elapsed() < 9000, "the client lost patience, not the server");
        QCOMPARE(answer.has_value(), answered);
        if (answered) {
            QCOMPARE(answer->status, 400);
            QVERIFY(client.isClosed());
            QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object().value("title"_L1).toString().contains(u"HTTPS"_s));
        }
        QTRY_COMPARE(server.server->connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTlsContext)
#include "test_tls_context.moc"
