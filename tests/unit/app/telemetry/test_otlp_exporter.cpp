#include "app/realtime/virtual_executor.h"
#include "app/telemetry/otlp_exporter.h"
#include "app/telemetry/otlp_protobuf.h"
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include "tests/support/loopback/otlp_collector.h"
#include "tests/unit/app/telemetry/sample_events.h"
#include <QCryptographicHash>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Answer = OtlpCollector::Answer;

namespace {

otlp::ConversationTrace::Output sample()
{
    otlp::ConversationTrace trace;
    otlp::ConversationTrace::Output all;
    for (const auto &event : sampleEvents()) {
        const auto some = trace.add(event);
        all.spans += some.spans;
        all.measurements += some.measurements;
    }
    return all;
}

std::optional<QByteArray> secrets(const QString &name)
{
    return name == u"collector"_s ? std::optional<QByteArray>("Bearer k-1") : std::nullopt;
}

const QString kCanary = u"canary-9f\"+/value"_s;

QList<QByteArray> formsOf(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    return {bytes, QByteArray(bytes).replace("\"", "\\\""), QByteArray(bytes).replace("\"", "\\\\\\\""), bytes.toPercentEncoding(),
            bytes.toBase64(QByteArray::OmitTrailingEquals), bytes.toHex(), "canary-9f"};
}

// A turn with the value wherever an event has words.
QList<ConversationEvent> eventsWith(const QString &value)
{
    using namespace events;
    const QString body = QString::fromUtf8(QJsonDocument(QJsonObject{{u"authorization"_s, value}, {u"basic"_s, QString::fromLatin1(value.toUtf8().toBase64())}}).toJson());
    return {
        {Micros{0}, Started{u"01933f7a-0000-7000-8000-0000000000aa"_s, u"a"_s, u"Agent "_s + value, u"r"_s, u"en"_s, {}, Channel::Text, 1732000000000, 0, {}, {}, value, value}},
        {Micros{1000}, NodeEntered{u"n1"_s, value, u"say"_s}},
        {Micros{2000}, Utterance{1, u"My key is "_s + value, 1, 1000, 2000, true}},
        {Micros{3000}, ToolCalled{u"r1"_s, value, u"tool "_s + value, u"GET"_s, u"https://shop.example/?k="_s + QString::fromLatin1(value.toUtf8().toPercentEncoding()), false, {{u"k"_s, value}}}},
        {Micros{4000}, ToolReturned{u"r1"_s, 200, 31, body, 3000}},
        {Micros{4100}, ToolCalled{u"r2"_s, u"n"_s, u"cut"_s, u"GET"_s, u"https://shop.example/"_s, false}},
        {Micros{4200}, ToolReturned{u"r2"_s, 500, 31, u"…"_s + value.chopped(4), 4100}},
        {Micros{5000}, AnswerPlanned{1, 1, u"n1"_s, value}},
        {Micros{6000}, AnswerStarted{1, 6000}},
        {Micros{7000}, AnswerEnded{1, u"You said "_s + value, 6000, 7000}},
        {Micros{8000}, Failure{u"TimedOut"_s, {value}, value}},
        {Micros{9000}, TookOver{u"model"_s, value, value, u"TimedOut"_s}},
        {Micros{9500}, HandedOver{value, value}},
        {Micros{10000}, Ended{Outcome::Completed, value}},
    };
}

} // namespace

class TestOtlpExporter : public QObject {
    Q_OBJECT

    HttpClient m_client;

    static OtlpSettings to(const OtlpCollector &collector, OtlpProtocol protocol = OtlpProtocol::Json)
    {
        OtlpSettings settings;
        settings.endpoint = collector.address() + u"/base/"_s;
        settings.protocol = protocol;
        settings.metrics = false;
        settings.resource = QJsonObject{{u"deployment.environment.name"_s, u"test"_s}};
        return settings;
    }

    // Exports the sample and answers when, on the virtual clock, all was over.
    struct Run {
        OtlpExporter::Counts counts;
        qint64 endedMs = 0;
    };
    Run run(const OtlpSettings &settings, bool flush = false)
    {
        VirtualExecutor executor;
        OtlpExporter exporter(m_client, secrets, settings, executor);
        Run run;
        executor.post([&] {
            exporter.add(sample());
            if (flush) exporter.flush([] {});
        });
        executor.run();
        run.counts = exporter.counts();
        run.endedMs = executor.nowUs() / 1000;
        return run;
    }

private slots:
    void tracesAndMetricsAsJson()
    {
        OtlpCollector collector;
        OtlpSettings settings = to(collector);
        settings.metrics = true;
        settings.headers = QJsonObject{{u"Authorization"_s, u"secret:collector"_s}, {u"x-tenant"_s, u"7"_s}};
        const Run result = run(settings);
        QCOMPARE(collector.complaints(), QStringList());
        QCOMPARE(result.counts.sentSpans, sample().spans.size());
        QCOMPARE(collector.spans().size(), sample().spans.size());
        QCOMPARE(result.endedMs, 30000); // spans after two seconds, histograms after thirty
        const auto requests = collector.requests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests[0].target, "/base/v1/traces");
        QCOMPARE(requests[0].headers.at("authorization"), "Bearer k-1");
        QCOMPARE(requests[0].headers.at("x-tenant"), "7");

        const QJsonObject root = collector.spans().last();
        QCOMPARE(root["traceId"_L1].toString(), u"01933f7a0000700080000000000000aa"_s);
        QCOMPARE(root["spanId"_L1].toString().size(), 16);
        QCOMPARE(root["startTimeUnixNano"_L1].toString(), u"1732000000000000000"_s);
        QCOMPARE(root["kind"_L1].toInt(), 1);
        QVERIFY(!root.contains("parentSpanId"_L1));

        QJsonObject latency;
        for (const QJsonObject &metric : collector.metrics())
            if (metric["name"_L1] == "voxdesk.turn.latency"_L1) latency = metric;
        QCOMPARE(latency["unit"_L1].toString(), u"s"_s);
        QCOMPARE(latency["histogram"_L1]["aggregationTemporality"_L1].toInt(), 2);
        const QJsonValue point = latency["histogram"_L1]["dataPoints"_L1].toArray().at(0);
        QCOMPARE(point["count"_L1].toString(), u"2"_s);
        QCOMPARE(point["min"_L1].toDouble(), 0.5);
        QCOMPARE(point["max"_L1].toDouble(), 0.7);
        qint64 sum = 0;
        for (const QJsonValue &count : point["bucketCounts"_L1].toArray()) sum += count.toString().toLongLong();
        QCOMPARE(sum, 2);
        QCOMPARE(point["bucketCounts"_L1].toArray().size(), point["explicitBounds"_L1].toArray().size() + 1);
    }

    void protobufHoldsTheSame()
    {
        OtlpCollector collector;
        QCOMPARE(run(to(collector, OtlpProtocol::Protobuf)).counts.sentSpans, sample().spans.size());
        const auto request = collector.requests().at(0);
        QCOMPARE(request.headers.at("content-type"), "application/x-protobuf");
        const QByteArray bytes = QByteArray::fromStdString(request.body);
        QStringList names;
        ProtoReader export_(bytes);
        QVERIFY(export_.next() && export_.field() == 1);
        for (ProtoReader resource = export_.message(); resource.next();) {
            if (resource.field() != 2) continue;
            for (ProtoReader scope = resource.message(); scope.next();) {
                if (scope.field() != 2) continue;
                for (ProtoReader span = scope.message(); span.next();) {
                    if (span.field() == 5) names.append(span.text());
                    if (span.field() == 1) QCOMPARE(span.bytes().size(), 16);
                    if (span.field() == 2 || span.field() == 4) QCOMPARE(span.bytes().size(), 8);
                }
            }
        }
        QStringList expected;
        for (const auto &span : sample().spans) expected.append(span.name);
        QCOMPARE(names, expected);
    }

    // These very bytes were decoded with opentelemetry-proto's own files by protoc 3.21 and read as meant. Whoever changes
    // what is sent decodes anew.
    void protobufBytesAreAsTheSchemaReadThem()
    {
        const otlp::Sender sender{{{u"service.name"_s, u"voxdesk"_s}, {u"list"_s, QStringList{u"a"_s, u"b"_s}}}, u"1"_s};
        const QByteArray traces = otlp::tracesProtobuf(sample().spans, sender);
        otlp::Histograms histograms(1000);
        for (const auto &one : sample().measurements) histograms.add(one);
        const QByteArray metrics = otlp::metricsProtobuf(histograms.upTo(2000), sender);
        const auto digest = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); };
        QCOMPARE(digest(traces), "9ada2944fb8ac99102bde7a12b7268a0fa0e96aed1663abe391e518862754164");
        QCOMPARE(digest(metrics), "f06e1dc306d218b91d97f5fa79ab4aa654c4623a855decb0f19e42db506c88d1");
    }

    void passingTroubleIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("header");
        QTest::addColumn<qint64>("leastMs"); // after the two seconds of gathering
        QTest::addColumn<qint64>("mostMs");
        QTest::newRow("429 says when") << 429 << u"Retry-After: 7\r\n"_s << qint64(7000) << qint64(7000);
        QTest::newRow("503 says when") << 503 << u"Retry-After: 40\r\n"_s << qint64(40000) << qint64(40000);
        QTest::newRow("503 by itself") << 503 << QString() << qint64(800) << qint64(1200);
        QTest::newRow("502") << 502 << QString() << qint64(800) << qint64(1200);
        QTest::newRow("504") << 504 << QString() << qint64(800) << qint64(1200);
        QTest::newRow("nonsense") << 429 << u"Retry-After: soon\r\n"_s << qint64(800) << qint64(1200);
    }
    void passingTroubleIsTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(QString, header);
        OtlpCollector collector({Answer{status, header.toStdString(), {}}});
        const Run result = run(to(collector));
        QCOMPARE(result.counts.sentSpans, sample().spans.size());
        QCOMPARE(collector.requests().size(), 2);
        const qint64 pause = result.endedMs - 2000;
        QFETCH(qint64, leastMs);
        QFETCH(qint64, mostMs);
        QVERIFY2(pause >= leastMs && pause <= mostMs, qPrintable(QString::number(pause)));
    }

    void pausesGrowAndEnd()
    {
        OtlpCollector collector(std::vector<Answer>(50, Answer{503, {}, {}}));
        const Run result = run(to(collector));
        QCOMPARE(result.counts.sentSpans, 0);
        QCOMPARE(result.counts.droppedSpans, sample().spans.size());
        QCOMPARE(result.counts.lastError->code, Error::Code::ServerFailed);
        const qsizetype tries = qsizetype(collector.requests().size());
        QVERIFY2(tries >= 7 && tries <= 12, qPrintable(QString::number(tries))); // 1 2 4 8 16 32 60 60 60 s
        QVERIFY(result.endedMs <= 2000 + OtlpSender::kGiveUpMs);
    }

    void lastingTroubleIsNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("400") << 400 << u"ServerFailed"_s;
        QTest::newRow("401") << 401 << u"Unauthorized"_s;
        QTest::newRow("404") << 404 << u"ServerFailed"_s;
        QTest::newRow("500") << 500 << u"ServerFailed"_s;
    }
    void lastingTroubleIsNot()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        OtlpCollector collector({Answer{status, {}, "no"}});
        const Run result = run(to(collector));
        QCOMPARE(collector.requests().size(), 1);
        QCOMPARE(result.counts.droppedSpans, sample().spans.size());
        QCOMPARE(result.counts.lastError->codeName(), code);
    }

    void partialSuccessIsCounted_data()
    {
        QTest::addColumn<OtlpProtocol>("protocol");
        QTest::newRow("json") << OtlpProtocol::Json;
        QTest::newRow("protobuf") << OtlpProtocol::Protobuf;
    }
    void partialSuccessIsCounted()
    {
        QFETCH(OtlpProtocol, protocol);
        ProtoWriter partial, response;
        partial.integer(1, 3);
        partial.text(2, u"too old"_s);
        response.message(1, partial);
        const std::string body = protocol == OtlpProtocol::Json ? std::string(R"({"partialSuccess":{"rejectedSpans":"3","errorMessage":"too old"}})")
                                                                : response.bytes().toStdString();
        OtlpCollector collector({Answer{200, {}, body}});
        const Run result = run(to(collector, protocol));
        QCOMPARE(result.counts.rejectedSpans, 3);
        QCOMPARE(collector.requests().size(), 1);
    }

    void nobodyThere()
    {
        OtlpSettings settings;
        settings.metrics = false;
        {
            OtlpCollector gone;
            settings.endpoint = gone.address();
        }
        const Run result = run(settings, true);
        QCOMPARE(result.counts.lastError->code, Error::Code::Refused);
        QCOMPARE(result.counts.droppedSpans, sample().spans.size());
        QCOMPARE(result.endedMs, 0); // a flush does not wait for better times
    }

    // Echoed by a tool, typed by the caller, said by the agent, in names, in what failed: nothing of it is sent, whatever the encoding.
    void noSecretIsSent_data()
    {
        QTest::addColumn<OtlpProtocol>("protocol");
        QTest::newRow("json") << OtlpProtocol::Json;
        QTest::newRow("protobuf") << OtlpProtocol::Protobuf;
    }
    void noSecretIsSent()
    {
        QFETCH(OtlpProtocol, protocol);
        OtlpCollector collector({Answer{200, {}, {}}, Answer{400, {}, "you sent canary-9f\"+/value"}});
        OtlpSettings settings = to(collector, protocol);
        settings.words = settings.metrics = true;
        settings.serviceName = u"service "_s + kCanary;
        settings.headers = QJsonObject{{u"x-key"_s, u"secret:canary"_s}};
        const auto source = [](const QString &) { return std::optional(kCanary.toUtf8()); };
        VirtualExecutor executor;
        OtlpExporter exporter(m_client, source, settings, executor, [] {
            Redaction redaction;
            redaction.add(u"canary"_s, kCanary.toUtf8());
            return redaction;
        });
        otlp::ConversationTrace trace(otlp::ConversationTrace::Words::Include);
        executor.post([&] {
            for (const auto &event : eventsWith(kCanary)) exporter.add(trace.add(event));
            exporter.flush([] {});
        });
        executor.run();
        QCOMPARE(exporter.counts().sentSpans, 5);
        QVERIFY(exporter.counts().lastError);
        QByteArray sent = exporter.counts().lastError->detail.toUtf8();
        const auto requests = collector.requests();
        QCOMPARE(requests.size(), 2); // traces, and histograms that are refused
        for (const auto &request : requests) {
            QCOMPARE(request.headers.at("x-key"), kCanary.toStdString());
            sent += QByteArray::fromStdString(request.body);
        }
        QVERIFY(sent.contains("secret canary"));
        for (const QByteArray &form : formsOf(kCanary)) QVERIFY2(!sent.contains(form), form);
    }

    void aSecretThatIsMissing()
    {
        OtlpCollector collector;
        OtlpSettings settings = to(collector);
        settings.headers = QJsonObject{{u"authorization"_s, u"secret:other"_s}};
        QCOMPARE(run(settings).counts.lastError->code, Error::Code::SecretMissing);
        QVERIFY(collector.requests().empty());
    }

    void whatWaitsIsBounded()
    {
        OtlpCollector collector(std::vector<Answer>(1000, Answer{503, "Retry-After: 250\r\n", {}}));
        VirtualExecutor executor;
        OtlpExporter exporter(m_client, secrets, to(collector), executor);
        const auto one = sample();
        qint64 added = 0;
        executor.post([&] {
            while (added < 30000) {
                exporter.add(one);
                added += one.spans.size();
                QVERIFY(exporter.counts().waitingSpans <= OtlpExporter::kMostWaiting);
            }
            executor.stop();
        });
        executor.run();
        QCOMPARE(exporter.counts().waitingSpans, OtlpExporter::kMostWaiting);
        QCOMPARE(exporter.counts().droppedSpans + exporter.counts().waitingSpans + OtlpExporter::kBatch, added);
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<bool>("good");
        QTest::newRow("off") << u"{}"_s << true;
        QTest::newRow("local") << u"{\"endpoint\":\"http://localhost:4318\"}"_s << true;
        QTest::newRow("scheme") << u"{\"endpoint\":\"ftp://localhost\"}"_s << false;
        QTest::newRow("no host") << u"{\"endpoint\":\"http:///v1\"}"_s << false;
        QTest::newRow("line break in a header") << u"{\"endpoint\":\"http://a\",\"headers\":{\"a\":\"b\\r\\nc: d\"}}"_s << false;
        QTest::newRow("name of a header") << u"{\"endpoint\":\"http://a\",\"headers\":{\"a b\":\"c\"}}"_s << false;
        QTest::newRow("timeout") << u"{\"endpoint\":\"http://a\",\"timeout_ms\":1}"_s << false;
    }
    void settingsAreChecked()
    {
        QFETCH(QString, json);
        QFETCH(bool, good);
        QCOMPARE(fromJson<OtlpSettings>(QJsonDocument::fromJson(json.toUtf8()).object()).check().hasValue(), good);
    }

    void retryAfter()
    {
        QCOMPARE(retryAfterMs("120", 0), std::optional<qint64>(120000));
        QCOMPARE(retryAfterMs("Wed, 21 Oct 2015 07:28:00 GMT", 1445412470000), std::optional<qint64>(10000));
        QCOMPARE(retryAfterMs("Wed, 21 Oct 2015 07:28:00 GMT", 1545412470000), std::optional<qint64>(0));
        for (const char *bad : {"", "-1", "later", "99999999999999"}) QCOMPARE(retryAfterMs(bad, 0), std::optional<qint64>());
    }
};

QTEST_GUILESS_MAIN(TestOtlpExporter)
#include "test_otlp_exporter.moc"
