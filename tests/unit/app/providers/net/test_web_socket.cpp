#include "app/providers/net/web_socket.h"
#include "tests/support/loopback/test_executor.h"
#include "tests/support/loopback/web_socket_server.h"
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestWebSocket : public QObject {
    Q_OBJECT

    struct Log {
        QStringList lines;
        bool closed = false;
    };
    static WebSockets::Handlers into(Log &log)
    {
        return {[&log] { log.lines.append(u"opened"_s); },
                [&log](const QByteArray &text) { log.lines.append(QString::fromUtf8(text)); },
                [&log](const std::optional<Error> &error) {
                    log.lines.append(error ? error->codeName() : u"closed"_s);
                    log.closed = true;
                }};
    }
    static WebSockets::Request to(const WebSocketServer &server, const char *path = "/v1?x=1")
    {
        WebSockets::Request request;
        request.url = QUrl(QString::fromStdString(server.address() + path));
        request.headers = {{"Authorization", "Bearer k"}};
        request.openTimeoutMs = 2000;
        return request;
    }

private slots:
    void talksBothWays()
    {
        WebSocketServer server([](auto &peer) {
            while (const auto text = peer.receive()) {
                if (*text == "bye") return peer.close();
                peer.send("echo " + *text);
            }
        });
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        const auto id = sockets.open(to(server), executor, into(log));
        sockets.send(id, "one"); // before it is open
        QVERIFY(executor.runUntil([&] { return log.lines.size() == 2; }));
        sockets.send(id, QByteArray(300000, 'x'));
        sockets.send(id, "bye");
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QCOMPARE(log.lines.size(), 4);
        QCOMPARE(log.lines[1], u"echo one"_s);
        QCOMPARE(log.lines[2].size(), 300005);
        QCOMPARE(log.lines[3], u"closed"_s);
        QCOMPARE(server.requests()[0].target, "/v1?x=1");
        QCOMPARE(server.requests()[0].headers.at("authorization"), "Bearer k");
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("401") << 401 << u"Unauthorized"_s;
        QTest::newRow("429") << 429 << u"RateLimited"_s;
        QTest::newRow("503") << 503 << u"ServerFailed"_s;
    }
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        WebSocketServer server([](auto &) {}, [&](const auto &) { return WebSocketServer::Welcome{status, {{"Retry-After", "3"}}}; });
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        sockets.open(to(server), executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QCOMPARE(log.lines, QStringList{code});
    }

    void nobodyThere()
    {
        WebSockets::Request request;
        {
            WebSocketServer gone([](auto &) {});
            request = to(gone);
        }
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        sockets.open(request, executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QCOMPARE(log.lines, QStringList{u"Refused"_s});
    }

    void neverShakesHands()
    {
        WebSocketServer server([](auto &peer) { peer.receive(); });
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        auto request = to(server);
        request.openTimeoutMs = 100;
        request.url.setScheme(u"wss"_s); // our plain server cannot answer that
        sockets.open(request, executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QVERIFY(log.lines[0] == "TimedOut"_L1 || log.lines[0] == "Unreachable"_L1);
    }

    void cutWithoutAWord()
    {
        WebSocketServer server([](auto &peer) {
            peer.send("half");
            peer.drop();
        });
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        sockets.open(to(server), executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QCOMPARE(log.lines, (QStringList{u"opened"_s, u"half"_s, u"Unreachable"_s}));
    }

    void tooMuch()
    {
        WebSocketServer server([](auto &peer) {
            peer.send(std::string(5000, 'x'));
            peer.receive();
        });
        TestExecutor executor;
        Log log;
        WebSockets sockets;
        auto request = to(server);
        request.longestMessage = 4000;
        sockets.open(request, executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.closed; }));
        QCOMPARE(log.lines.last(), u"TooLarge"_s);
    }

    void closedIsSilent()
    {
        WebSocketServer server([](auto &peer) {
            peer.send("one");
            while (peer.receive()) peer.send("more");
        });
        TestExecutor executor;
        Log log;
        auto sockets = std::make_unique<WebSockets>();
        const auto id = sockets->open(to(server), executor, into(log));
        QVERIFY(executor.runUntil([&] { return log.lines.size() == 2; }));
        sockets->send(id, "x");
        sockets->close(id);
        executor.drain();
        QCOMPARE(log.lines.size(), 2);
        sockets->open(to(server), executor, into(log));
        sockets.reset(); // while one opens
        executor.drain();
        QVERIFY(!log.closed);
    }
};

QTEST_GUILESS_MAIN(TestWebSocket)
#include "test_web_socket.moc"
