#include "app/providers/net/http_tool_runner.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/loopback/test_executor.h"
#include <QJsonObject>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestHttpToolRunner : public QObject {
    Q_OBJECT

    HttpClient m_client;

    static std::optional<QByteArray> secret(const QString &name)
    {
        if (name == "calendar"_L1) return QByteArray("s3cret");
        if (name == "broken"_L1) return QByteArray("a\r\nX-Evil: 1");
        return std::nullopt;
    }

    // The outcome in one line: "200 {...}" or the error's name.
    QString run(ToolRequest request)
    {
        TestExecutor executor;
        HttpToolRunner runner(m_client, secret, executor);
        QString outcome;
        int answers = 0;
        runner.call(request, [&](const Result<ToolResponse> &response) {
            ++answers;
            outcome = response ? u"%1 %2"_s.arg(response->status).arg(QString::fromUtf8(response->body)) : response.error().codeName();
        });
        if (!executor.runUntil([&] { return answers > 0; })) return u"never answered"_s;
        executor.drain();
        if (answers != 1 || executor.openCalls() != 0) return u"answered %1 times"_s.arg(answers);
        return outcome;
    }

private slots:
    void calls()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(201, "application/json", R"({"id":7})"); });
        ToolRequest request;
        request.method = "PATCH";
        request.url = QUrl(QString::fromStdString(server.address() + "/appointments/5?day=%D1%87%D1%82"));
        request.headers = {{"Authorization", "secret:calendar"}, {"X-Trace", "1"}};
        request.body = R"({"slot":"15:20"})";
        request.idempotencyKey = "r-1";
        QCOMPARE(run(request), u"201 {\"id\":7}"_s);
        const auto seen = server.requests().at(0);
        QCOMPARE(seen.method, "PATCH");
        QCOMPARE(seen.target, "/appointments/5?day=%D1%87%D1%82");
        QCOMPARE(seen.headers.at("authorization"), "s3cret");
        QCOMPARE(seen.headers.at("idempotency-key"), "r-1");
        QCOMPARE(seen.body, R"({"slot":"15:20"})");
    }

    void fails_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("status is the tool's business") << u"500"_s << u"500 no"_s;
        QTest::newRow("too slow") << u"slow"_s << u"TimedOut"_s;
        QTest::newRow("too large") << u"large"_s << u"TooLarge"_s;
        QTest::newRow("body cut off") << u"cut"_s << u"Unreachable"_s;
        QTest::newRow("unknown secret") << u"secret"_s << u"SecretMissing"_s;
        QTest::newRow("header smuggled in a secret") << u"smuggle"_s << u"BadValue"_s;
        QTest::newRow("file address") << u"file"_s << u"AddressForbidden"_s;
        QTest::newRow("endless redirects") << u"redirect"_s << u"Unreachable"_s;
    }
    void fails()
    {
        QFETCH(QString, how);
        QFETCH(QString, outcome);
        LoopbackServer server([how](const auto &, auto &connection) {
            if (how == "slow"_L1) return connection.waitForPeer();
            if (how == "large"_L1) { connection.respond(200, "text/plain", std::string(300000, 'x')); return; }
            if (how == "cut"_L1) { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"); return; }
            if (how == "redirect"_L1) { connection.respond(302, "text/plain", "", "Location: /again\r\n"); return; }
            connection.respond(500, "text/plain", "no");
        });
        ToolRequest request;
        request.url = QUrl(how == "file"_L1 ? u"file:///etc/passwd"_s : QString::fromStdString(server.address()));
        request.timeoutMs = how == "slow"_L1 ? 150 : 3000;
        request.maxResponseBytes = 100000;
        if (how == "secret"_L1) request.headers = {{"A", "secret:unknown"}};
        if (how == "smuggle"_L1) request.headers = {{"A", "secret:broken"}};
        QCOMPARE(run(request), outcome);
    }

    void cancelledCallsAreSilent()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "text/plain", "late"); });
        TestExecutor executor;
        HttpToolRunner runner(m_client, secret, executor);
        ToolRequest request;
        request.url = QUrl(QString::fromStdString(server.address()));
        int answers = 0;
        const auto call = runner.call(request, [&](const auto &) { ++answers; });
        // The answer may already be waiting to be handed over; cancelling still wins.
        while (server.requests().empty()) QCoreApplication::processEvents();
        runner.cancel(call);
        executor.drain();
        QCOMPARE(answers, 0);
        QCOMPARE(executor.openCalls(), 0);
    }

    void dyingWithOpenCalls()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.waitForPeer(); });
        TestExecutor executor;
        int answers = 0;
        {
            HttpToolRunner runner(m_client, secret, executor);
            ToolRequest request;
            request.url = QUrl(QString::fromStdString(server.address()));
            for (int i = 0; i < 3; ++i) runner.call(request, [&](const auto &) { ++answers; });
        }
        executor.drain();
        QCOMPARE(answers, 0);
        QCOMPARE(executor.openCalls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpToolRunner)
#include "test_http_tool_runner.moc"
