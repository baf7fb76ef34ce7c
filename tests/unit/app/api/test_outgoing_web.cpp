#include "app/api/outgoing_web.h"
#include "app/identity/open_id_directory.h"
#include "tests/unit/app/api/certificates.h"
#include "tests/unit/app/api/test_server.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;
using namespace vox::test;

// The server asks an identity provider over TLS, and believes only whom it should.
class TestOutgoingWeb : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const Certificate m_authority, m_stranger{nullptr, "", "stranger"};

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    // A provider over TLS, with this certificate.
    std::unique_ptr<TestServer> provider(const Certificate &certificate)
    {
        certificate.write(path("cert.pem"), path("key.pem"));
        ListenOptions listen;
        listen.host = u"127.0.0.1"_s;
        listen.port = 0;
        listen.certificateFile = path("cert.pem");
        listen.keyFile = path("key.pem");
        const auto about = [this](ApiRequest &) -> Result<ApiAnswer> {
            return ApiAnswer::json(QJsonObject{{u"issuer"_s, m_issuer},
                                               {u"authorization_endpoint"_s, m_issuer + u"/auth"_s},
                                               {u"token_endpoint"_s, m_issuer + u"/token"_s},
                                               {u"jwks_uri"_s, m_issuer + u"/keys"_s}});
        };
        auto server = std::make_unique<TestServer>(
            Routes{{Method::Get, u"/.well-known/openid-configuration"_s, Access::anybody(), about, u"About."_s, u"Test"_s}}, listen);
        if (server->server) m_issuer = u"https://127.0.0.1:%1"_s.arg(server->port());
        return server;
    }
    QString m_issuer;

private slots:
    void initTestCase()
    {
        m_authority.write(path("authority.pem"));
        m_stranger.write(path("stranger.pem"));
    }

    void believesWhomItShould_data()
    {
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QString>("answer");
        QTest::newRow("the authority it was told of") << u"authority.pem"_s << QByteArray("IP:127.0.0.1") << u"ok"_s;
        QTest::newRow("another authority") << u"stranger.pem"_s << QByteArray("IP:127.0.0.1") << u"Unreachable certificate"_s;
        QTest::newRow("the system's alone") << QString() << QByteArray("IP:127.0.0.1") << u"Unreachable certificate"_s;
        QTest::newRow("for another address") << u"authority.pem"_s << QByteArray("IP:127.0.0.2") << u"Unreachable certificate"_s;
    }
    void believesWhomItShould()
    {
        QFETCH(QString, authority);
        QFETCH(QByteArray, place);
        QFETCH(QString, answer);
        const Certificate certificate(&m_authority, place.constData());
        const auto server = provider(certificate);
        QVERIFY(server->server);
        OutgoingWeb web(authority.isEmpty() ? QString() : m_folder.filePath(authority));
        OpenIdDirectory directory(web);
        const auto settings = directory.settings(m_issuer, {1'700'000'000'000});
        const QString got = settings ? u"ok"_s
                                     : settings.error().codeName() + (settings.error().detail.contains("certificate"_L1) ? u" certificate"_s : QString());
        QCOMPARE(got, answer);
        if (settings) QCOMPARE(settings->tokenEndpoint.toString(), m_issuer + u"/token"_s);
    }

    void theFileIsLookedAtFirst()
    {
        QVERIFY(OutgoingWeb::checkAuthority(path("authority.pem")));
        QCOMPARE(OutgoingWeb::checkAuthority(path("none.pem")).error().code, Error::Code::FileNotFound);
        QFile broken(path("broken.pem"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("-----BEGIN CERTIFICATE-----\nAAAA\n") > 0);
        broken.close();
        QCOMPARE(OutgoingWeb::checkAuthority(path("broken.pem")).error().code, Error::Code::BadValue);
    }
};

QTEST_GUILESS_MAIN(TestOutgoingWeb)
#include "test_outgoing_web.moc"
