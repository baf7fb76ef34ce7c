#include "app/providers/net/http_tool_runner.h"
#include "app/providers/openai/chat_model.h"
#include "models/dialogue/program.h"
#include "tests/support/loopback/chat_chunks.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/talk_run.h"
#include <QJsonDocument>
#include <QtTest>
#include <atomic>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// Scripted ears and voice; the model and the tools are real, over HTTP.
class Ports final : public stubs::StubPortFactory {
public:
    Ports(HttpClient &http, QUrl chat) : m_http(http), m_chat(std::move(chat)) {}
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &, Executor &executor) override
    {
        return std::unique_ptr<LanguageModel>(std::make_unique<ChatModel>(m_http, ChatEndpoint{m_chat, "key"}, executor));
    }
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override
    {
        const auto secret = [](const QString &) { return std::optional<QByteArray>("s3cret"); };
        return std::unique_ptr<ToolRunner>(std::make_unique<HttpToolRunner>(m_http, EgressRules{{}, false, true}, secret, executor));
    }

private:
    HttpClient &m_http;
    const QUrl m_chat;
};

std::shared_ptr<const Program> shopAgent(const QString &shop)
{
    const QJsonObject find{{u"name"_s, u"find_order"_s}, {u"description"_s, u"Finds an order."_s}, {u"method"_s, u"GET"_s}, {u"url"_s, QString(shop + u"/orders/{code}"_s)},
                           {u"headers"_s, QJsonArray{QJsonObject{{u"name"_s, u"Authorization"_s}, {u"value"_s, u"Bearer secret:shop"_s}}}},
                           {u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"code"_s}, {u"description"_s, u"As AB-42."_s}}}},
                           {u"saves"_s, QJsonArray{QJsonObject{{u"path"_s, u"/state"_s}, {u"variable"_s, u"state"_s}}}}};
    const QJsonObject note{{u"name"_s, u"leave_note"_s}, {u"description"_s, u"Leaves a note."_s}, {u"method"_s, u"POST"_s}, {u"url"_s, QString(shop + u"/notes"_s)},
                           {u"changes_outside"_s, true}, {u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"text"_s}}}}};
    AgentScript script;
    script.name = u"Shop"_s;
    script.languages = {u"en"_s};
    script.variables = {{u"state"_s, u"any"_s, {}}};
    script.flow.nodes = {{u"s"_s, u"start"_s, {}, {}, {}},
                         {u"ask"_s, u"listen"_s, {}, {}, {{u"attempts"_s, 0}}},
                         {u"think"_s, u"model"_s, {}, {}, {{u"instructions"_s, u"Help."_s}, {u"tools"_s, QJsonArray{find, note}}, {u"may_end"_s, true}}},
                         {u"sorry"_s, u"end"_s, {}, {}, {{u"text"_s, QJsonObject{{u"en"_s, u"Sorry."_s}}}}}};
    const QList<QStringList> edges{{u"s"_s, u"next"_s, u"ask"_s}, {u"ask"_s, u"else"_s, u"think"_s}, {u"think"_s, u"done"_s, u"ask"_s}, {u"think"_s, u"failed"_s, u"sorry"_s}};
    for (const QStringList &edge : edges) script.flow.edges.append({edge.join(u'-'), edge[0], edge[1], edge[2]});
    const auto program = Program::compile(script);
    return program ? *program : nullptr;
}

QJsonObject body(const LoopbackServer::Request &request) { return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object(); }

} // namespace

// A whole call: the model streams its tool calls in pieces, two at once; the tools are asked over HTTP, and the model again.
class TestModelToolsOverHttp : public QObject {
    Q_OBJECT
private slots:
    void wholeCall()
    {
        LoopbackServer shop([](const LoopbackServer::Request &request, LoopbackServer::Connection &peer) {
            if (request.method == "GET") peer.respond(200, "application/json", "{\"state\": \"sent\"}");
            else peer.respond(201, "application/json", "{\"id\": 5}");
        });
        std::atomic_int asked = 0;
        LoopbackServer chat([&](const LoopbackServer::Request &, LoopbackServer::Connection &peer) {
            peer.beginStream();
            peer.event(chatFirst());
            switch (asked++) {
            case 0:
                peer.event(chatText("Let me "));
                peer.event(chatText("look."));
                peer.event(chatCall(0, "call_a", "find_order"));
                peer.event(chatArguments(0, "{\\\"code\\\": \\\"A"));
                peer.event(chatCall(1, "call_b", "leave_note", "{\\\"text\\\":"));
                peer.event(chatArguments(0, "B 42\\\"}"));
                peer.event(chatArguments(1, " \\\"called\\\"}"));
                peer.event(chatEnd("tool_calls"));
                break;
            case 1: // a slip: no such argument, and half of some JSON
                peer.event(chatCall(0, "call_c", "find_order", "{\\\"number\\\": 1}"));
                peer.event(chatCall(1, "call_d", "leave_note", "{\\\"text"));
                peer.event(chatEnd("tool_calls"));
                break;
            default:
                peer.event(chatText("It was sent."));
                peer.event(chatCall(0, "call_e", "end_call", "{\\\"last_words\\\": \\\"Goodbye.\\\"}"));
                peer.event(chatEnd("tool_calls"));
            }
            peer.event(chatUsage(10, 5));
            peer.event("[DONE]");
        });
        HttpClient http;
        Ports ports(http, QUrl(QString::fromStdString(chat.address() + "/v1")));
        ports.hearing->segments = {{u"where is my order"_s}};
        const auto program = shopAgent(QString::fromStdString(shop.address()));
        QVERIFY(program);
        const auto result = stubs::talk(ports, stubs::planFor(program), stubs::caller({stubs::says(u"where is my order"_s)}, 3000));
        QCOMPARE(result.transcript(), u"caller: where is my order / agent: Let me look. / agent: It was sent. / agent: Goodbye."_s);
        QCOMPARE(int(*result.summary.outcome), int(Outcome::Completed));

        // Each tool was asked once, with what it needs.
        auto seen = shop.requests();
        QCOMPARE(seen.size(), std::size_t(2));
        if (seen[0].method != "GET") std::swap(seen[0], seen[1]);
        QCOMPARE(seen[0].target, "/orders/AB%2042");
        QCOMPARE(seen[0].headers.at("authorization"), "Bearer s3cret");
        QCOMPARE(seen[1].body, "{\"text\":\"called\"}");
        QVERIFY(seen[1].headers.at("idempotency-key").find('/') != std::string::npos);
        QCOMPARE(result.all<events::ToolCalled>().size(), 2);
        for (const auto &event : result.all<events::ToolCalled>()) QVERIFY(!event.url.contains(u"s3cret"_s));
        QCOMPARE(result.all<events::VariableSet>().first().value.toString(), u"sent"_s);

        // What the server was told: its schema's order of messages, the results, then the mistakes.
        const auto questions = chat.requests();
        QCOMPARE(questions.size(), std::size_t(3));
        const QJsonArray tools = body(questions[0])["tools"_L1].toArray();
        QCOMPARE(tools.size(), 3);
        QCOMPARE(tools[0]["function"_L1]["parameters"_L1]["additionalProperties"_L1].toBool(true), false);
        QStringList roles;
        for (const QJsonValue &message : body(questions[1])["messages"_L1].toArray()) roles << message["role"_L1].toString();
        QCOMPARE(roles, (QStringList{u"system"_s, u"user"_s, u"assistant"_s, u"tool"_s, u"tool"_s}));
        const QJsonArray told = body(questions[1])["messages"_L1].toArray();
        QCOMPARE(told[2]["content"_L1].toString(), u"Let me look."_s);
        QCOMPARE(told[2]["tool_calls"_L1][1]["id"_L1].toString(), u"call_b"_s);
        QCOMPARE(told[2]["tool_calls"_L1][0]["function"_L1]["arguments"_L1].toString(), u"{\"code\":\"AB 42\"}"_s);
        QCOMPARE(told[3]["tool_call_id"_L1].toString(), u"call_a"_s);
        QCOMPARE(told[3]["content"_L1].toString(), u"{\"state\":\"sent\"}"_s);
        const QJsonArray mistakes = body(questions[2])["messages"_L1].toArray();
        QVERIFY(mistakes[mistakes.size() - 2]["content"_L1].toString().contains(u"\"number\""_s));
        QVERIFY(mistakes.last()["content"_L1].toString().contains(u"no JSON object"_s));
        QStringList codes;
        for (const auto &failure : result.all<events::Failure>()) codes << failure.code;
        QCOMPARE(codes, (QStringList{u"ToolArgumentsWrong"_s, u"ToolArgumentsWrong"_s}));
    }
};

QTEST_GUILESS_MAIN(TestModelToolsOverHttp)
#include "test_model_tools_over_http.moc"
