#include "app/providers/openai/chat_model.h"
#include "tests/support/loopback/chat_chunks.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/loopback/test_executor.h"
#include <QJsonDocument>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// Ordered log of what the model said.
struct Log final : LanguageModel::Listener {
    QStringList lines;
    bool over = false;
    Error error;
    ModelUsage usage;
    void modelText(const QString &piece) override { lines.append(piece); }
    void modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &used) override
    {
        for (const auto &call : calls)
            lines.append(u"%1 %2 %3"_s.arg(call.id, call.name, call.broken.isEmpty() ? QString::fromUtf8(QJsonDocument(call.arguments).toJson(QJsonDocument::Compact)) : u"broken "_s + call.broken));
        lines.append(u"finished"_s);
        usage = used;
        over = true;
    }
    void modelFailed(const Error &failed) override
    {
        error = failed;
        lines.append(u"failed "_s + failed.codeName());
        over = true;
    }
};

ModelRequest question()
{
    ModelRequest request;
    request.model = u"small"_s;
    request.messages = {{ModelMessage::Role::System, u"Be brief."_s}, {ModelMessage::Role::User, u"Где заказ?"_s}};
    request.timeoutMs = 3000;
    return request;
}

} // namespace

class TestChatModel : public QObject {
    Q_OBJECT

    HttpClient m_client;

    Log run(LoopbackServer &server, const ModelRequest &request = question())
    {
        TestExecutor executor;
        Log log;
        ChatModel model(m_client, {QUrl(QString::fromStdString(server.address() + "/v1")), "key-1"}, executor);
        model.setListener(&log);
        model.ask(request);
        if (!executor.runUntil([&] { return log.over; })) log.lines.append(u"never ended"_s);
        if (executor.openCalls() != 0) log.lines.append(u"call left open"_s);
        return log;
    }

private slots:
    void streamsText()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatFirst());
            connection.event(chatText("Your order"));
            connection.event(chatText(" left."));
            connection.event(chatEnd());
            connection.event(chatUsage(19, 4));
            connection.event("[DONE]");
        });
        const Log log = run(server);
        QCOMPARE(log.lines, (QStringList{u"Your order"_s, u" left."_s, u"finished"_s}));
        QVERIFY(log.usage.known);
        QCOMPARE(log.usage.inputTokens, 19);
        QCOMPARE(log.usage.outputTokens, 4);

        const auto request = server.requests().at(0);
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, "/v1/chat/completions");
        QCOMPARE(request.headers.at("authorization"), "Bearer key-1");
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        QCOMPARE(json["stream"_L1].toBool(), true);
        QCOMPARE(json["messages"_L1].toArray()[1].toObject()["content"_L1].toString(), u"Где заказ?"_s);
        QVERIFY(!json.contains("tools"_L1));
    }

    void gathersToolCalls()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatCall(0, "call_a", "order_status"));
            connection.event(chatArguments(0, "{\\\"code\\\":"));
            connection.event(chatCall(1, "call_b", "hours"));
            connection.event(chatArguments(0, "\\\"AB42\\\"}"));
            connection.event(chatEnd("tool_calls"));
            connection.event("[DONE]");
        });
        QCOMPARE(run(server).lines, (QStringList{u"call_a order_status {\"code\":\"AB42\"}"_s, u"call_b hours {}"_s, u"finished"_s}));
    }

    // A model's slip, which it is told of; the server did well.
    void keepsBrokenArgumentsApart()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatCall(0, "a", "f", "[1,"));
            connection.event(chatCall(1, "b", "g", "{}"));
            connection.event(chatEnd("tool_calls"));
            connection.event("[DONE]");
        });
        QCOMPARE(run(server).lines, (QStringList{u"a f broken [1,"_s, u"b g {}"_s, u"finished"_s}));
    }

    void sendsToolsAndTheirAnswers()
    {
        ModelRequest request = question();
        request.tools = {{u"order_status"_s, u"Looks up an order"_s, QJsonObject{{u"type"_s, u"object"_s}}}};
        request.messages.append({ModelMessage::Role::Assistant, {}, {}, {QJsonObject{{u"id"_s, u"call_a"_s}, {u"name"_s, u"order_status"_s}, {u"arguments"_s, QJsonObject{{u"code"_s, u"AB42"_s}}}}}});
        request.messages.append({ModelMessage::Role::Tool, u"{\"state\":\"sent\"}"_s, u"call_a"_s, {}});
        const QJsonObject json = chatRequestJson(request);
        QCOMPARE(json["tools"_L1].toArray()[0].toObject()["function"_L1].toObject()["name"_L1].toString(), u"order_status"_s);
        const QJsonObject call = json["messages"_L1].toArray()[2].toObject();
        QVERIFY(call["content"_L1].isNull());
        QCOMPARE(call["tool_calls"_L1].toArray()[0].toObject()["function"_L1].toObject()["arguments"_L1].toString(), u"{\"code\":\"AB42\"}"_s);
        QCOMPARE(json["messages"_L1].toArray()[3].toObject()["tool_call_id"_L1].toString(), u"call_a"_s);
    }

    void fails_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("last");
        QTest::newRow("key refused") << u"401"_s << u"failed Unauthorized"_s;
        QTest::newRow("too many") << u"429"_s << u"failed RateLimited"_s;
        QTest::newRow("server fell") << u"500"_s << u"failed ServerFailed"_s;
        QTest::newRow("error inside the stream") << u"error"_s << u"failed ServerFailed"_s;
        QTest::newRow("garbage") << u"garbage"_s << u"failed BadAnswer"_s;
        QTest::newRow("closed mid-answer") << u"half"_s << u"failed BadAnswer"_s;
        QTest::newRow("a call without a name") << u"nameless"_s << u"failed BadAnswer"_s;
        QTest::newRow("never answers") << u"silent"_s << u"failed TimedOut"_s;
        QTest::newRow("no HTTP at all") << u"noise"_s << u"failed Unreachable"_s;
    }
    void fails()
    {
        QFETCH(QString, how);
        QFETCH(QString, last);
        LoopbackServer server([how](const auto &, auto &connection) {
            if (how == "401"_L1) connection.respond(401, "application/json", "{\"error\":{\"message\":\"Incorrect API key\"}}");
            if (how == "429"_L1) connection.respond(429, "application/json", "{}", "Retry-After: 7\r\n");
            if (how == "500"_L1) connection.respond(500, "text/html", "<h1>sorry</h1>");
            if (how == "silent"_L1) connection.waitForPeer();
            if (how == "noise"_L1) connection.send("\x01\x02 hello\r\n\r\n");
            if (how.size() == 3 || how == "silent"_L1 || how == "noise"_L1) return;
            connection.beginStream();
            connection.event(chatText("Your"));
            if (how == "error"_L1) connection.event(chatError());
            if (how == "garbage"_L1) connection.event("{\"choices\":[");
            if (how == "nameless"_L1) {
                connection.event(chatCall(0, "a", "", "{}"));
                connection.event(chatEnd("tool_calls"));
                connection.event("[DONE]");
            }
        });
        ModelRequest request = question();
        request.timeoutMs = how == "silent"_L1 ? 150 : 3000;
        const Log log = run(server, request);
        QCOMPARE(log.lines.last(), last);
        if (how == "429"_L1) QCOMPARE(log.error.args.value(1), u"7"_s);
        QVERIFY(!log.error.detail.contains("key-1"_L1));
    }

    void refused()
    {
        std::string address;
        {
            LoopbackServer gone([](const auto &, auto &) {});
            address = gone.address();
        }
        TestExecutor executor;
        Log log;
        ChatModel model(m_client, {QUrl(QString::fromStdString(address)), {}}, executor);
        model.setListener(&log);
        model.ask(question());
        QVERIFY(executor.runUntil([&] { return log.over; }));
        QCOMPARE(log.lines, QStringList{u"failed Refused"_s});
    }

    void silentAfterStop()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(chatText("Your order"));
            connection.waitForPeer(); // stopping closes the connection
        });
        TestExecutor executor;
        Log log;
        ChatModel model(m_client, {QUrl(QString::fromStdString(server.address())), {}}, executor);
        model.setListener(&log);
        model.ask(question());
        QVERIFY(executor.runUntil([&] { return !log.lines.isEmpty(); }));
        model.stop();
        QCOMPARE(executor.openCalls(), 0);
        executor.drain();
        QCOMPARE(log.lines, QStringList{u"Your order"_s});
    }
};

QTEST_GUILESS_MAIN(TestChatModel)
#include "test_chat_model.moc"
