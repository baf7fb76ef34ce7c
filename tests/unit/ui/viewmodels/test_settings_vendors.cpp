#include "app/workspace/settings.h"
#include "app/workspace/store_pool.h"
#include "ui/viewmodels/settings_telemetry.h"
#include "ui/viewmodels/settings_vendors.h"
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

// What is kept of what somebody types; the store behind is none, writes to it are dropped.
class TestSettingsVendors : public QObject {
    Q_OBJECT

    using Fault = SettingsVendors::Fault;

private slots:
    void faults_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("fault");
        QTest::newRow("good") << u"cloud"_s << u"openai"_s << QString() << u"openai"_s << int(Fault::None);
        QTest::newRow("in the LAN") << u"lan"_s << u"openai"_s << u"http://10.0.0.5:8000/v1"_s << QString() << int(Fault::None);
        QTest::newRow("no name") << QString() << u"openai"_s << QString() << QString() << int(Fault::NameMissing);
        QTest::newRow("a part of this machine") << u"vosk"_s << u"openai"_s << QString() << QString() << int(Fault::NameLocal);
        QTest::newRow("no address") << u"a"_s << u"openai"_s << u"nonsense"_s << QString() << int(Fault::AddressBroken);
        QTest::newRow("a socket's address") << u"a"_s << u"openai"_s << u"wss://x"_s << QString() << int(Fault::AddressBroken);
        QTest::newRow("a socket") << u"a"_s << u"openai_realtime"_s << u"wss://x"_s << QString() << int(Fault::None);
        QTest::newRow("a key instead of its name") << u"a"_s << u"openai"_s << QString() << u"sk-proj/x+y="_s << int(Fault::SecretBroken);
    }
    void faults()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        QFETCH(QString, address);
        QFETCH(QString, secret);
        QFETCH(int, fault);
        StorePool none([]() -> Result<std::unique_ptr<Store>> { return Error(Error::Code::StoreBroken, {}); }, nullptr);
        const QJsonObject row{{u"name"_s, name}, {u"kind"_s, kind}, {u"address"_s, address}, {u"secret"_s, secret}};
        Settings settings(none, {{u"speech_providers"_s, QJsonArray{row}}});
        const SettingsVendors vendors(settings);
        QCOMPARE(int(vendors.faultOf(0)), fault);
    }

    void namesAreTakenOnce()
    {
        StorePool none([]() -> Result<std::unique_ptr<Store>> { return Error(Error::Code::StoreBroken, {}); }, nullptr);
        const QJsonObject row{{u"name"_s, u"a"_s}};
        Settings settings(none, {{u"speech_providers"_s, QJsonArray{row, row}}});
        const SettingsVendors vendors(settings);
        QCOMPARE(vendors.faultOf(1), Fault::NameTaken);
    }

    void addressOfTheCollector()
    {
        StorePool none([]() -> Result<std::unique_ptr<Store>> { return Error(Error::Code::StoreBroken, {}); }, nullptr);
        Settings settings(none, {{u"telemetry.otlp"_s, QJsonObject{{u"endpoint"_s, u"http://a:4318"_s}, {u"headers"_s, QJsonObject{{u"k"_s, u"v"_s}}}}}});
        SettingsTelemetry telemetry(settings);
        QCOMPARE(telemetry.endpoint(), u"http://a:4318"_s);
        QVERIFY(!telemetry.isJson() && !telemetry.words() && !telemetry.hasFault());
        telemetry.setEndpoint(u"http"_s); // half typed: kept nowhere
        QVERIFY(telemetry.hasFault());
        QCOMPARE(telemetry.endpoint(), u"http://a:4318"_s);
    }
};

QTEST_GUILESS_MAIN(TestSettingsVendors)
#include "test_settings_vendors.moc"
