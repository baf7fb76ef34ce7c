#include "app/assembly/vendor_speech.h"
#include "app/realtime/virtual_executor.h"
#include "tests/support/loopback/loopback_server.h"
#include <QJsonDocument>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

QMap<QString, SpeechProvider> setting(const QString &json) { return speechProviders(QJsonDocument::fromJson(json.toUtf8()).array()); }

std::optional<QByteArray> secrets(const QString &name) { return name == "known"_L1 ? std::optional<QByteArray>("key-7") : std::nullopt; }

struct Heard final : SpeechToText::Listener {
    QString text;
    void partialHeard(const Transcript &) override {}
    void finalHeard(SpeechToText::Ticket, const Transcript &transcript) override { text = transcript.text; }
    void recognitionFailed(const Error &error) override { text = error.codeName(); }
};

} // namespace

class TestVendorSpeech : public QObject {
    Q_OBJECT

    HttpClient m_http;

private slots:
    void rowsOfTheSetting()
    {
        const auto rows = setting(u"[{\"name\":\"a\"},{\"name\":\"a\",\"kind\":\"yandex\"},{\"kind\":\"openai\"},7,{\"name\":\"b\",\"kind\":\"yandex\",\"voice\":\"marina\"}]"_s);
        QCOMPARE(rows.keys(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(rows[u"a"_s].kind, SpeechProviderKind::OpenAi);
        QCOMPARE(rows[u"a"_s].address, u"https://api.openai.com/v1"_s);
        QCOMPARE(rows[u"b"_s].voice, u"marina"_s);
        QCOMPARE(rows[u"b"_s].recognitionModel, u"general"_s);
    }

    void whatCannotBeMade_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("hears");
        QTest::addColumn<QString>("speaks");
        QTest::addColumn<QString>("talks"); // by itself
        QTest::newRow("unknown") << u"[]"_s << u"NotFound"_s << u"NotFound"_s << u"NotFound"_s;
        QTest::newRow("no key") << u"[{\"name\":\"v\",\"secret\":\"lost\"}]"_s << u"SecretMissing"_s << u"SecretMissing"_s << u"SecretMissing"_s;
        QTest::newRow("address") << u"[{\"name\":\"v\",\"address\":\"file:///etc/passwd\"}]"_s << u"BadValue"_s << u"BadValue"_s << u"BadValue"_s;
        QTest::newRow("http for a socket") << u"[{\"name\":\"v\",\"kind\":\"openai_realtime\",\"address\":\"https://x\"}]"_s << u"BadValue"_s << u"BadValue"_s << u"BadValue"_s;
        QTest::newRow("realtime speaks its own words only") << u"[{\"name\":\"v\",\"kind\":\"openai_realtime\",\"address\":\"ws://127.0.0.1:1\"}]"_s << u"made"_s << u"NotConfigured"_s << u"made"_s;
        QTest::newRow("openai") << u"[{\"name\":\"v\",\"secret\":\"known\"}]"_s << u"made"_s << u"made"_s << u"NotConfigured"_s;
    }
    void whatCannotBeMade()
    {
        QFETCH(QString, json);
        QFETCH(QString, hears);
        QFETCH(QString, speaks);
        QFETCH(QString, talks);
        VirtualExecutor executor;
        VendorSpeech vendors(m_http, secrets);
        vendors.setProviders(setting(json));
        {
            const auto recogniser = vendors.recogniser(u"v"_s, u"en"_s, executor);
            QCOMPARE(recogniser ? u"made"_s : recogniser.error().codeName(), hears);
            const auto voice = vendors.voice(u"v"_s, executor);
            QCOMPARE(voice ? u"made"_s : voice.error().codeName(), speaks);
            const auto model = vendors.speechModel(u"v"_s, {}, executor);
            QCOMPARE(model ? u"made"_s : model.error().codeName(), talks);
        }
    }

    void aRowHearsWithItsKey()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "application/json", R"({"text":"Good day."})"); });
        VendorSpeech vendors(m_http, secrets);
        vendors.setProviders(setting(u"[{\"name\":\"lan\",\"address\":\"%1/v1\",\"secret\":\"known\",\"recognition_model\":\"w\"}]"_s.arg(QString::fromStdString(server.address()))));
        QVERIFY(vendors.knows(u"lan"_s));
        VirtualExecutor executor;
        Heard heard;
        auto made = vendors.recogniser(u"lan"_s, u"en"_s, executor);
        QVERIFY(made);
        (*made)->setListener(&heard);
        const std::vector<float> second(16000, 0.1f);
        executor.post([&] {
            (*made)->begin();
            (*made)->feed(second);
            (*made)->requestFinal();
        });
        executor.run();
        QCOMPARE(heard.text, u"Good day."_s);
        QCOMPARE(server.requests()[0].headers.at("authorization"), "Bearer key-7");
    }

    void identityFollowsTheSound()
    {
        VendorSpeech vendors(m_http, secrets);
        vendors.setProviders(setting(u"[{\"name\":\"a\",\"voice\":\"nova\"},{\"name\":\"b\",\"voice\":\"ash\"}]"_s));
        QVERIFY(vendors.identity(u"a"_s) != vendors.identity(u"b"_s));
    }
};

QTEST_GUILESS_MAIN(TestVendorSpeech)
#include "test_vendor_speech.moc"
