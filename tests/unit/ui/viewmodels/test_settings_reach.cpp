#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "ui/viewmodels/settings_reach.h"
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

// What is kept of what somebody types.
class TestSettingsReach : public QObject {
    Q_OBJECT
private slots:
    void hosts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("a name") << u"api.example.com"_s << true;
        QTest::newRow("everything under a name") << u"*.example.com"_s << true;
        QTest::newRow("a port") << u"example.com:8443"_s << true;
        QTest::newRow("one word") << u"intranet"_s << true;
        QTest::newRow("a Russian name") << u"пример.рф"_s << true;
        QTest::newRow("IPv4") << u"10.0.0.7"_s << true;
        QTest::newRow("IPv6") << u"[2001:db8::1]:80"_s << true;
        QTest::newRow("a URL") << u"https://api.example.com"_s << false;
        QTest::newRow("a path") << u"api.example.com/orders"_s << false;
        QTest::newRow("a star in the middle") << u"api.*.com"_s << false;
        QTest::newRow("a star alone") << u"*"_s << false;
        QTest::newRow("a star before an address") << u"*.[::1]"_s << false;
        QTest::newRow("no port") << u"example.com:"_s << false;
        QTest::newRow("a port too high") << u"example.com:70000"_s << false;
        QTest::newRow("a hyphen at the end") << u"example-.com"_s << false;
        QTest::newRow("two dots") << u"example..com"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("endless") << QString(100000, u'a') << false;
    }
    void hosts()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(SettingsReach::isHost(text), good);
    }

    void keepsOnlyWhatIsWhole()
    {
        QTemporaryDir folder;
        const auto workspace = Workspace::open(folder.path(), Workspace::Role::Console, Workspace::Missing::CreateDemo);
        QVERIFY(workspace);
        Settings &settings = (*workspace)->settings();
        const QString key = u"tools_may_reach"_s;
        settings.setValue(key, QJsonObject{{u"hosts"_s, QJsonArray{u"a.example"_s}}, {u"other"_s, 1}});
        SettingsReach reach(settings);
        QCOMPARE(reach.hosts(), u"a.example"_s);
        QVERIFY(!reach.loopback());
        reach.setHosts(u"a.example\nhttps://b.example/x"_s);
        QCOMPARE(reach.faults(), QStringList{u"https://b.example/x"_s});
        QCOMPARE(settings.value(key)["hosts"_L1].toArray(), QJsonArray{u"a.example"_s});
        reach.setHosts(u" B.example, *.C.example\na.example b.example"_s);
        QVERIFY(reach.faults().isEmpty());
        QCOMPARE(settings.value(key)["hosts"_L1].toArray(), (QJsonArray{u"b.example"_s, u"*.c.example"_s, u"a.example"_s}));
        reach.setPrivateAddresses(true);
        QVERIFY(settings.value(key)["private"_L1].toBool());
        QCOMPARE(settings.value(key)["other"_L1].toInt(), 1); // what this screen does not know stays
        reach.setHosts({});
        QVERIFY(settings.value(key)["hosts"_L1].toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSettingsReach)
#include "test_settings_reach.moc"
