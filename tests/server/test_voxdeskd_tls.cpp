#include "tests/server/voxdeskd_program.h"
#include "tests/support/loopback/certificate.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const std::string &bytes)
{
    QFile::remove(path);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes.data(), qint64(bytes.size()));
}

// A client that trusts one certificate and nothing else.
class TlsClient {
public:
    TlsClient(int port, const Certificate &trusted, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration tls = m_socket.sslConfiguration();
        tls.setCaCertificates({QSslCertificate(QByteArray::fromStdString(trusted.certificate))});
        tls.setProtocol(protocol);
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(port), u"localhost"_s);
        m_open = m_socket.waitForEncrypted(5000);
    }
    bool isOpen() const { return m_open; }
    QSslSocket &socket() { return m_socket; }

    bool have(qsizetype size)
    {
        while (m_in.size() < size) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000)) return false;
            m_in += m_socket.readAll();
        }
        return true;
    }
    // The next answer; status 0 when none came whole.
    VoxdeskdProgram::Answer read()
    {
        qsizetype end = -1;
        while ((end = m_in.indexOf("\r\n\r\n")) < 0)
            if (!have(m_in.size() + 1)) return {};
        const QByteArray head = m_in.left(end).toLower();
        m_in.remove(0, end + 4);
        const qsizetype at = head.indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : head.mid(at + 16, head.indexOf('\r', at) < 0 ? -1 : head.indexOf('\r', at) - at - 16).toLongLong();
        if (!have(length)) return {};
        VoxdeskdProgram::Answer answer;
        answer.status = head.mid(9, 3).toInt();
        answer.json = QJsonDocument::fromJson(m_in.left(length)).object();
        m_in.remove(0, length);
        return answer;
    }
    VoxdeskdProgram::Answer ask(const QByteArray &verb, const QByteArray &path, const QByteArray &token, const QByteArray &body = {}, const QByteArray &headers = {})
    {
        QByteArray text = verb + " /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
        if (!token.isEmpty()) text += "Authorization: Bearer " + token + "\r\n";
        if (!body.isEmpty()) text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        m_socket.write(text + "\r\n" + body);
        return read();
    }
    // The next short text message of a WebSocket.
    QByteArray message()
    {
        if (!have(2)) return {};
        qsizetype size = m_in[1] & 0x7F, head = 2;
        if (size == 126 && have(4)) size = quint8(m_in[2]) << 8 | quint8(m_in[3]), head = 4;
        if (!have(head + size)) return {};
        const QByteArray out = m_in.mid(head, size);
        m_in.remove(0, head + size);
        return out;
    }

private:
    QSslSocket m_socket;
    QByteArray m_in;
    bool m_open = false;
};

} // namespace

// The program with a certificate of its own, and behind a proxy it was told of.
class TestVoxdeskdTls : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    const QString m_certificateFile = m_folder.filePath(u"cert.pem"_s), m_keyFile = m_folder.filePath(u"key.pem"_s);
    std::unique_ptr<VoxdeskdProgram> m_server;
    Certificate m_certificate = Certificate::make("Voxdesk test", 1);
    QByteArray m_owner;

    QByteArray log() const
    {
        QFile file(m_folder.filePath(u"server/log-%1"_s.arg(m_server->port())));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl()) QSKIP("Qt has no TLS here");
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
        m_server = std::make_unique<VoxdeskdProgram>(m_folder.filePath(u"server"_s), VoxdeskdProgram::freePort());
        QVERIFY2(m_server->start(), qPrintable(m_server->complaints()));
        m_owner = m_server->becomeOwner();
        QCOMPARE(m_server->stop(), 0);
        write(m_certificateFile, m_certificate.certificate);
        write(m_keyFile, m_certificate.key);
        QVERIFY2(m_server->start({u"--tls-cert"_s, m_certificateFile, u"--tls-key"_s, m_keyFile, u"--trust-proxy"_s, u"192.0.2.0/24, 127.0.0.1"_s}),
                 qPrintable(m_server->complaints()));
        QVERIFY(m_server->out().contains("https://127.0.0.1"_L1));
    }

    void versions_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::newRow("1.2") << int(QSsl::TlsV1_2);
        QTest::newRow("1.3") << int(QSsl::TlsV1_3);
    }
    void versions()
    {
        QFETCH(int, protocol);
        TlsClient client(m_server->port(), m_certificate, QSsl::SslProtocol(protocol));
        QVERIFY2(client.isOpen(), qPrintable(client.socket().errorString()));
        QCOMPARE(client.ask("GET", "health", {}).status, 200);
        QCOMPARE(client.ask("GET", "me", m_owner).status, 200);
    }
    // By hand, since clients no longer speak them either: a hello of TLS 1.1 gets an alert, never a server's hello.
    void olderVersionsAreRefused()
    {
        RawClient old(m_server->port());
        QByteArray hello = QByteArray::fromHex("0302") + QByteArray(32, 'r') + QByteArray::fromHex("00" "0004" "c013002f" "0100");
        hello = QByteArray::fromHex("010000") + char(hello.size()) + hello;
        hello = QByteArray::fromHex("16030100") + char(hello.size()) + hello;
        QVERIFY(old.send({hello.constData(), std::size_t(hello.size())}));
        QVERIFY(!old.read());
        QVERIFY(old.unread().starts_with('\x15')); // an alert
    }

    void anotherCertificateIsNotTrusted() { QVERIFY(!TlsClient(m_server->port(), Certificate::make("Somebody else", 9)).isOpen()); }

    void plainHttpIsTold()
    {
        const auto answer = RawClient(m_server->port()).ask("GET", "/api/v1/health");
        QVERIFY(answer);
        QCOMPARE(answer->status, 400);
        QVERIFY(QByteArray::fromStdString(answer->body).contains("HTTPS"));
    }

    void refusalsOfLargeBodiesAreHeard()
    {
        TlsClient client(m_server->port(), m_certificate);
        QCOMPARE(client.ask("POST", "agents", m_owner, QByteArray(9'000'000, 'x')).status, 413);
    }

    void eventsOverTls()
    {
        TlsClient events(m_server->port(), m_certificate), writer(m_server->port(), m_certificate);
        QVERIFY(events.isOpen() && writer.isOpen());
        const auto opened = events.ask("GET", "events", m_owner, {},
                                       "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Forwarded-For: 203.0.113.8\r\n");
        QCOMPARE(opened.status, 101);
        QCOMPARE(writer.ask("POST", "agents", m_owner, R"({"content":{"name":"Over TLS"}})").status, 201);
        QVERIFY(events.message().contains("Over TLS"));
        QTRY_VERIFY(log().contains("203.0.113.8")); // the upgrade, from where the proxy saw it
    }

    // The proxy's word counts, and only what it wrote itself.
    void addressBehindTheProxy()
    {
        TlsClient client(m_server->port(), m_certificate);
        QCOMPARE(client.ask("POST", "agents", m_owner, R"({"content":{"name":"Forwarded"}})", "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 192.0.2.5\r\n").status, 201);
        const auto entries = client.ask("GET", "audit?action=agent.made&limit=1", m_owner).json.value("items"_L1).toArray();
        QCOMPARE(entries[0]["address"_L1].toString(), u"203.0.113.9"_s);
    }

    void renewedWithoutARestart()
    {
        TlsClient before(m_server->port(), m_certificate);
        QVERIFY(before.isOpen());
        const auto renewed = Certificate::make("Voxdesk test, renewed", 2);
        write(m_certificateFile, renewed.certificate);
        write(m_keyFile, renewed.key);
        m_server->hangUp();
        QTRY_VERIFY(TlsClient(m_server->port(), renewed).isOpen());
        QVERIFY(!TlsClient(m_server->port(), m_certificate).isOpen());
        QCOMPARE(before.ask("GET", "me", m_owner).status, 200); // what was open goes on
        // A key that is not the certificate's: the server keeps what works, and says why.
        write(m_keyFile, m_certificate.key);
        m_server->hangUp();
        QTRY_VERIFY(log().contains("FileUnreadable"));
        QVERIFY(TlsClient(m_server->port(), renewed).isOpen());
        m_certificate = renewed;
        write(m_keyFile, renewed.key);
    }

    void logOpenedAnew()
    {
        const QString path = m_folder.filePath(u"server/log-%1"_s.arg(m_server->port()));
        QVERIFY(QFile::rename(path, path + u".moved"_s));
        m_server->hangUp();
        const auto asked = [&] { return TlsClient(m_server->port(), m_certificate).ask("GET", "me", m_owner).status == 200 && log().contains("/api/v1/me"); };
        QTRY_VERIFY(asked());
        QVERIFY(!log().contains(m_owner));
    }

    void mistakes()
    {
        VoxdeskdProgram wrong(m_folder.filePath(u"other"_s), VoxdeskdProgram::freePort());
        QVERIFY(!wrong.start({u"--trust-proxy"_s, u"proxy.example.org"_s}));
        QVERIFY2(wrong.complaints().contains("proxy.example.org"_L1), qPrintable(wrong.complaints()));
    }

    void cleanupTestCase()
    {
        if (m_server) QCOMPARE(m_server->stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestVoxdeskdTls)
#include "test_voxdeskd_tls.moc"
