#include "app/providers/openai/chat_dialect.h"
#include "app/providers/openai/chat_model.h"
#include "tests/support/loopback/chat_chunks.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/loopback/test_executor.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

struct Log final : LanguageModel::Listener {
    QStringList lines;
    ModelUsage usage;
    Error error;
    bool over = false;
    int endings = 0;
    void modelText(const QString &piece) override { lines.append(piece); }
    void modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &used) override
    {
        for (const auto &call : calls) lines.append(call.id + u' ' + call.name + u' ' + call.arguments.value("code"_L1).toString());
        usage = used;
        ++endings;
        over = true;
    }
    void modelFailed(const Error &failed) override
    {
        error = failed;
        lines.append(failed.codeName());
        ++endings;
        over = true;
    }
};

QJsonObject bodyOf(const LoopbackServer::Request &request) { return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object(); }

} // namespace

// YandexGPT behind the interface of AI Studio, "Chat completions" (POST https://llm.api.cloud.yandex.net/v1/chat/completions).
class TestYandexGpt : public QObject {
    Q_OBJECT

    HttpClient m_client;

    Log run(LoopbackServer &server, const QByteArray &key = "AQVN-key", int timeoutMs = 3000)
    {
        ModelRequest request;
        request.model = u"gpt://b1gfolder/yandexgpt/latest"_s;
        request.messages = {{ModelMessage::Role::System, u"Отвечай коротко."_s}, {ModelMessage::Role::User, u"Где заказ?"_s}};
        request.tools = {{u"order_status"_s, u"Статус заказа"_s, QJsonObject{{u"type"_s, u"object"_s}}}};
        request.temperature = 1.4;
        request.timeoutMs = timeoutMs;
        TestExecutor executor;
        Log log;
        ChatModel model(m_client, {QUrl(QString::fromStdString(server.address() + "/v1")), key}, executor);
        model.setListener(&log);
        model.ask(request);
        if (!executor.runUntil([&] { return log.over; })) log.lines.append(u"never ended"_s);
        executor.drain();
        if (executor.openCalls() != 0) log.lines.append(u"call left open"_s);
        return log;
    }

private slots:
    void answers()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatFirst());
            connection.event(chatText("Заказ"));
            connection.event(chatText(" в пути."));
            connection.event(chatEnd());
            connection.event(chatUsage(31, 6));
            connection.event("[DONE]");
        });
        const Log log = run(server);
        QCOMPARE(log.lines, (QStringList{u"Заказ"_s, u" в пути."_s}));
        QCOMPARE(log.usage.inputTokens, 31);
        QCOMPARE(log.usage.outputTokens, 6);
        const auto request = server.requests().at(0);
        QCOMPARE(request.target, "/v1/chat/completions");
        QCOMPARE(request.headers.at("authorization"), "Api-Key AQVN-key");
        QCOMPARE(request.headers.at("openai-project"), "b1gfolder");
        QCOMPARE(request.headers.at("x-folder-id"), "b1gfolder");
        QCOMPARE(request.headers.at("x-data-logging-enabled"), "false");
        QCOMPARE(bodyOf(request)["model"_L1].toString(), u"gpt://b1gfolder/yandexgpt/latest"_s);
        QCOMPARE(bodyOf(request)["temperature"_L1].toDouble(), 1.0); // more is refused
    }

    void callsTools()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatCall(0, "chatcmpl-tool-1", "order_status"));
            connection.event(chatArguments(0, "{\\\"code\\\":\\\"AB42\\\"}"));
            connection.event(chatEnd("tool_calls"));
            connection.event("[DONE]");
        });
        QCOMPARE(run(server).lines, QStringList{u"chatcmpl-tool-1 order_status AB42"_s});
        QCOMPARE(bodyOf(server.requests()[0])["tools"_L1].toArray()[0]["function"_L1]["name"_L1].toString(), u"order_status"_s);
    }

    // An IAM token is not an API key; other vendors get neither folder nor Yandex's scheme.
    void headers()
    {
        QCOMPARE(chatHeaders(u"gpt://f/yandexgpt-lite"_s, "t1.abc")[0].second, QByteArray("Bearer t1.abc"));
        QCOMPARE(chatHeaders(u"gpt-4o"_s, "k"), (QList<QPair<QByteArray, QByteArray>>{{"Authorization", "Bearer k"}}));
        QVERIFY(chatHeaders(u"gpt-4o"_s, {}).isEmpty());
    }

    void triesAgainWhatPasses_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("too many, a moment") << 429;
        QTest::newRow("server fell") << 503;
    }
    void triesAgainWhatPasses()
    {
        QFETCH(int, status);
        std::atomic_int asked = 0;
        LoopbackServer server([&](const auto &, auto &connection) {
            if (asked++ == 0) {
                connection.respond(status, "application/json", R"({"error":"too many requests","code":8,"message":"too many requests","details":[]})", "Retry-After: 0\r\n");
                return;
            }
            connection.beginStream();
            connection.event(chatText("Да."));
            connection.event(chatEnd());
            connection.event(chatUsage(3, 1));
            connection.event("[DONE]");
        });
        const Log log = run(server);
        QCOMPARE(log.lines, QStringList{u"Да."_s});
        QCOMPARE(log.endings, 1);
        QCOMPARE(log.usage.outputTokens, 1);
        QCOMPARE(asked.load(), 2);
    }

    void errorsInTheStream_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QString>("last");
        QTest::newRow("quota") << QByteArray(R"({"error":{"grpcCode":8,"httpCode":429,"message":"ai.textGenerationTokensPerMinute.count","httpStatus":"Too Many Requests"}})") << u"RateLimited"_s;
        QTest::newRow("inner") << QByteArray(R"({"error":{"grpcCode":13,"httpCode":500,"message":"internal","httpStatus":"Internal Server Error"}})") << u"ServerFailed"_s;
        QTest::newRow("gateway") << QByteArray(R"({"error":"internal","code":13,"message":"internal","details":[]})") << u"ServerFailed"_s;
        QTest::newRow("no JSON") << QByteArray("{\"choices\":") << u"BadAnswer"_s;
    }
    // After the first word nothing is asked anew: the caller would hear it twice.
    void errorsInTheStream()
    {
        QFETCH(QByteArray, event);
        QFETCH(QString, last);
        LoopbackServer server([&](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatText("Заказ"));
            connection.event(event.toStdString());
        });
        QCOMPARE(run(server).lines, (QStringList{u"Заказ"_s, last}));
        QCOMPARE(server.requests().size(), 1u);
    }

    // Retries count against the time the answer has.
    void givesUpInTime()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(429, "application/json", "{}", "Retry-After: 1\r\n"); });
        const Log log = run(server, "k", 500);
        QCOMPARE(log.lines, QStringList{u"RateLimited"_s});
        QCOMPARE(log.error.args.value(1), u"1"_s);
        QCOMPARE(server.requests().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestYandexGpt)
#include "test_yandex_gpt.moc"
