#include "app/api/http/proxies.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

// Whose word counts about where a request comes from.
class TestProxies : public QObject {
    Q_OBJECT
private slots:
    void client_data()
    {
        QTest::addColumn<QString>("proxies");
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("client");
        const QString nets = u"10.0.0.0/8, 192.0.2.7, 2001:db8::/32, ::1"_s;
        QTest::newRow("no proxies") << QString() << QByteArray("127.0.0.1") << QByteArray("1.1.1.1") << QByteArray("127.0.0.1");
        QTest::newRow("not from a proxy") << nets << QByteArray("9.9.9.9") << QByteArray("1.1.1.1") << QByteArray("9.9.9.9");
        QTest::newRow("no header") << nets << QByteArray("10.1.2.3") << QByteArray() << QByteArray("10.1.2.3");
        QTest::newRow("one") << nets << QByteArray("10.1.2.3") << QByteArray("1.1.1.1") << QByteArray("1.1.1.1");
        QTest::newRow("what the client made up") << nets << QByteArray("10.1.2.3") << QByteArray("6.6.6.6, 1.1.1.1") << QByteArray("1.1.1.1");
        QTest::newRow("two proxies") << nets << QByteArray("10.1.2.3") << QByteArray("6.6.6.6, 1.1.1.1, 192.0.2.7") << QByteArray("1.1.1.1");
        QTest::newRow("only proxies") << nets << QByteArray("10.1.2.3") << QByteArray("10.0.0.9") << QByteArray("10.0.0.9");
        QTest::newRow("nonsense") << nets << QByteArray("10.1.2.3") << QByteArray("1.1.1.1, unknown") << QByteArray("10.1.2.3");
        QTest::newRow("empty parts") << nets << QByteArray("10.1.2.3") << QByteArray(", ,") << QByteArray("10.1.2.3");
        QTest::newRow("with a port") << nets << QByteArray("10.1.2.3") << QByteArray("1.1.1.1:4711") << QByteArray("1.1.1.1");
        QTest::newRow("six") << nets << QByteArray("::1") << QByteArray("2001:DB9:0::5") << QByteArray("2001:db9::5");
        QTest::newRow("six in brackets with a port") << nets << QByteArray("2001:db8:1::2") << QByteArray("[2001:db9::5]:80") << QByteArray("2001:db9::5");
        QTest::newRow("four within six") << nets << QByteArray("::ffff:10.1.2.3") << QByteArray("::ffff:1.1.1.1") << QByteArray("1.1.1.1");
        QTest::newRow("an unfinished bracket") << nets << QByteArray("::1") << QByteArray("[2001:db9::5") << QByteArray("2001:db9::5");
        QTest::newRow("very long") << nets << QByteArray("::1") << QByteArray(9000, '1') << QByteArray("::1");
        QTest::newRow("everybody") << u"0.0.0.0/0"_s << QByteArray("9.9.9.9") << QByteArray("1.1.1.1") << QByteArray("1.1.1.1");
    }
    void client()
    {
        QFETCH(QString, proxies);
        QFETCH(QByteArray, peer);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, client);
        const auto parsed = Proxies::parse(proxies);
        QVERIFY(parsed);
        QCOMPARE(QByteArray::fromStdString(parsed->clientOf(peer.toStdString(), header)), client);
    }

    void neighbourhoods()
    {
        QCOMPARE(Proxies::neighbourhood("192.0.2.1"), "192.0.2.1");
        QCOMPARE(Proxies::neighbourhood("::ffff:192.0.2.1"), "192.0.2.1");
        QCOMPARE(Proxies::neighbourhood("2001:db8:1:2:3:4:5:6"), Proxies::neighbourhood("2001:db8:1:2::1"));
        QVERIFY(Proxies::neighbourhood("2001:db8:1:2::1") != Proxies::neighbourhood("2001:db8:1:3::1"));
        QCOMPARE(Proxies::neighbourhood("nonsense"), "nonsense");
    }

    void listsThatAreNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"x", "10.0.0.0/33", "10.0.0", "::/129", "10.0.0.1/a", "proxy.example.org", "1.2.3.4/", "/8", "10.0.0.1;10.0.0.2"}) QTest::newRow(text) << QString::fromLatin1(text);
    }
    void listsThatAreNone()
    {
        QFETCH(QString, text);
        const auto parsed = Proxies::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, Error::Code::Usage);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
