#include "app/providers/net/http_tool_runner.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/loopback/test_executor.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestHttpToolRunner : public QObject {
    Q_OBJECT

    HttpClient m_client;
    EgressRules m_rules{{}, false, true}; // the test's servers are on this machine

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
        HttpToolRunner runner(m_client, m_rules, secret, executor);
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

    // What an author who tries a tool looks at.
    void tellsHeadersAndTimes()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "application/json", "{}"); });
        TestExecutor executor;
        HttpToolRunner runner(m_client, m_rules, secret, executor);
        std::optional<ToolResponse> got;
        ToolRequest request;
        request.url = QUrl(QString::fromStdString(server.address() + "/"));
        runner.call(request, [&](const Result<ToolResponse> &response) { got = response ? std::optional(*response) : std::nullopt; });
        QVERIFY(executor.runUntil([&] { return got.has_value(); }));
        QVERIFY(got->headers.contains(qMakePair(QByteArray("content-type"), QByteArray("application/json"))));
        QVERIFY(got->firstByteUs > 0 && got->firstByteUs <= got->elapsedUs);
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

    void secretBehindAScheme()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "text/plain", "ok"); });
        ToolRequest request;
        request.url = QUrl(QString::fromStdString(server.address()));
        request.headers = {{"Authorization", "Bearer secret:calendar"}, {"X-Note", "not a secret:here"}};
        QCOMPARE(run(request), u"200 ok"_s);
        QCOMPARE(server.requests().at(0).headers.at("authorization"), "Bearer s3cret");
        QCOMPARE(server.requests().at(0).headers.at("x-note"), "not a secret:here");
    }

    void onlyWhereItMay_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("this machine is closed") << u"{}"_s << u"127.0.0.1"_s << u"AddressForbidden"_s;
        QTest::newRow("by name, too") << u"{}"_s << u"localhost"_s << u"AddressForbidden"_s;
        QTest::newRow("in other writing") << u"{}"_s << u"127.1"_s << u"AddressForbidden"_s;
        QTest::newRow("as a number") << u"{}"_s << u"2130706433"_s << u"AddressForbidden"_s;
        QTest::newRow("private ones do not open it") << u"{\"private\":true}"_s << u"127.0.0.1"_s << u"AddressForbidden"_s;
        QTest::newRow("opened") << u"{\"loopback\":true}"_s << u"127.0.0.1"_s << u"200 ok"_s;
        QTest::newRow("opened, by name") << u"{\"loopback\":true}"_s << u"localhost"_s << u"200 ok"_s;
        QTest::newRow("not on the list") << u"{\"loopback\":true,\"hosts\":[\"shop.example\"]}"_s << u"127.0.0.1"_s << u"AddressForbidden"_s;
        QTest::newRow("on the list") << u"{\"loopback\":true,\"hosts\":[\"shop.example\",\"LOCALHOST\"]}"_s << u"localhost"_s << u"200 ok"_s;
    }
    void onlyWhereItMay()
    {
        QFETCH(QString, rules);
        QFETCH(QString, host);
        QFETCH(QString, outcome);
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "text/plain", "ok"); });
        m_rules = EgressRules::fromJson(QJsonDocument::fromJson(rules.toUtf8()).object());
        ToolRequest request;
        request.url = QUrl(u"http://%1:%2/x"_s.arg(host).arg(server.port()));
        QCOMPARE(run(request), outcome);
        QCOMPARE(server.requests().empty(), outcome != "200 ok"_L1);
        // The server is told the name it was asked by, not the address that was found.
        if (!server.requests().empty()) QCOMPARE(QString::fromStdString(server.requests().at(0).headers.at("host")), u"%1:%2"_s.arg(host).arg(server.port()));
        m_rules = {{}, false, true};
    }

    void redirectsAreJudgedAgain()
    {
        LoopbackServer inner([](const auto &, auto &connection) { connection.respond(200, "text/plain", "inside"); });
        const std::string target = inner.address() + "/inside";
        LoopbackServer outer([&](const auto &, auto &connection) { connection.respond(307, "text/plain", "", "Location: " + target + "\r\n"); });
        ToolRequest request;
        request.method = "POST";
        request.body = "{}";
        request.headers = {{"Authorization", "secret:calendar"}};
        request.url = QUrl(u"http://localhost:%1/"_s.arg(outer.port()));
        m_rules = EgressRules{{u"localhost"_s}, false, true};
        QCOMPARE(run(request), u"AddressForbidden"_s);
        QVERIFY(inner.requests().empty());
        m_rules = EgressRules{{u"localhost"_s, u"127.0.0.1"_s}, false, true};
        QCOMPARE(run(request), u"200 inside"_s);
        // What was meant for the first host stays there; the body goes on, as 307 says.
        const auto seen = inner.requests().at(0);
        QVERIFY(!seen.headers.contains("authorization"));
        QCOMPARE(seen.method + seen.body, "POST{}");
        m_rules = {{}, false, true};
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("opens"); // what must be opened for it; empty: nothing; "never"
        const auto row = [](const char *address, const char *opens) { QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(opens); };
        row("8.8.8.8", "");
        row("172.32.0.1", "");
        row("2606:4700::1111", "");
        row("127.0.0.1", "loopback");
        row("127.255.0.9", "loopback");
        row("::1", "loopback");
        row("::ffff:127.0.0.1", "loopback");
        row("10.1.2.3", "private");
        row("172.31.255.255", "private");
        row("192.168.0.1", "private");
        row("169.254.169.254", "private"); // where clouds keep their keys
        row("100.64.0.1", "private");
        row("fd00::1", "private");
        row("fe80::1", "private");
        row("::ffff:10.0.0.1", "private");
        row("64:ff9b::10.0.0.1", "private");
        row("2002:c0a8:0001::1", "private");
        row("0.0.0.0", "never");
        row("255.255.255.255", "never");
        row("224.0.0.1", "never");
        row("::", "never");
        row("ff02::1", "never");
        row("::127.0.0.1", "never");
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, opens);
        const QHostAddress host(address);
        QVERIFY(!host.isNull());
        EgressRules rules;
        QCOMPARE(rules.allows(host), opens.isEmpty());
        rules.allowNamed(opens);
        QCOMPARE(rules.allows(host), opens != "never"_L1);
        rules.allowNamed(u"private loopback"_s);
        QCOMPARE(rules.allows(host), opens != "never"_L1);
    }

    void hosts_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *list, const char *url, bool allowed) {
            QTest::addRow("%s: %s", list, url) << QString::fromLatin1(list) << QString::fromLatin1(url) << allowed;
        };
        row("", "https://any.example/", true);
        row("", "ftp://any.example/", false);
        row("", "https:///path", false);
        row("api.example.com", "https://api.example.com/x", true);
        row("api.example.com", "https://API.example.com./x", true);
        row("api.example.com", "https://evil.example/api.example.com", false);
        row("api.example.com", "https://api.example.com@evil.example/", false);
        row("*.example.com", "https://api.example.com/", true);
        row("*.example.com", "https://example.com/", false);
        row("*.example.com", "https://badexample.com/", false);
        row("example.com:8443", "https://example.com:8443/", true);
        row("example.com:8443", "https://example.com/", false);
        row("example.com:443", "https://example.com/", true);
    }
    void hosts()
    {
        QFETCH(QString, list);
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        QCOMPARE((EgressRules{list.split(u' ', Qt::SkipEmptyParts), false, false}).allows(QUrl(url)), allowed);
    }

    void cancelledCallsAreSilent()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "text/plain", "late"); });
        TestExecutor executor;
        HttpToolRunner runner(m_client, m_rules, secret, executor);
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
            HttpToolRunner runner(m_client, m_rules, secret, executor);
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
