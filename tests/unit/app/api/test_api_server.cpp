#include "app/api/http/gzip.h"
#include "tests/support/loopback/raw_client.h"
#include "tests/unit/app/api/requests.h"
#include "tests/unit/app/api/test_server.h"
#include <QFile>
#include <QJsonDocument>
#include <QtTest>
#include <random>
#include <thread>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwner = "Authorization: Bearer owner\r\n";

Route route(Method method, const QString &path, Access access, Handler handler, qint64 bodyLimit = 1000)
{
    Route out;
    out.method = method;
    out.path = path;
    out.access = access;
    out.handler = std::move(handler);
    out.tag = u"Test"_s;
    out.bodyLimit = bodyLimit;
    return out;
}

Result<ApiAnswer> echo(ApiRequest &request)
{
    ApiAnswer answer;
    answer.contentType = "text/plain";
    answer.body = request.body;
    return answer;
}

Routes testRoutes()
{
    Routes out;
    out.push_back(route(Method::Get, u"/api/v1/open"_s, Access::anybody(), [](ApiRequest &r) -> Result<ApiAnswer> {
        return ApiAnswer::json(QJsonObject{{u"stranger"_s, r.caller.isStranger()}, {u"q"_s, r.query.queryItemValue(u"q"_s, QUrl::FullyDecoded)},
                                           {u"address"_s, r.caller.address}});
    }));
    out.push_back(route(Method::Post, u"/api/v1/echo"_s, Access::signedIn(), echo));
    out.push_back(route(Method::Post, u"/api/v1/small"_s, Access::signedIn(), [](ApiRequest &r) -> Result<ApiAnswer> {
        return ApiAnswer::json(QJsonObject{{u"size"_s, r.body.size()}});
    }, 1 << 20));
    out.push_back(route(Method::Get, u"/api/v1/things/{id}"_s, Access::needs(Permission::ReadDocuments), [](ApiRequest &r) -> Result<ApiAnswer> {
        return ApiAnswer::json(QJsonObject{{u"id"_s, r.parameters.value(u"id"_s)}}).tagged(u"v1"_s);
    }));
    out.push_back(route(Method::Delete, u"/api/v1/things/{id}"_s, Access::needs(Permission::WriteDocuments), [](ApiRequest &r) -> Result<ApiAnswer> {
        r.audit(u"thing.removed"_s, r.parameters.value(u"id"_s));
        return ApiAnswer::none();
    }));
    out.push_back(route(Method::Get, u"/api/v1/long"_s, Access::anybody(), [](ApiRequest &) -> Result<ApiAnswer> {
        ApiAnswer answer;
        answer.body = QByteArray(20000, 'x');
        answer.contentType = "text/plain";
        return answer;
    }));
    out.push_back(route(Method::Get, u"/api/v1/stream"_s, Access::anybody(), [](ApiRequest &) -> Result<ApiAnswer> {
        ApiAnswer answer;
        answer.contentType = "application/octet-stream";
        answer.stream = {600'000, [](ServerStore &, qint64 offset, qint64 most) -> Result<QByteArray> {
            return QByteArray(qsizetype(most), char('a' + offset / 262144));
        }};
        return answer;
    }));
    Route once = route(Method::Post, u"/api/v1/once"_s, Access::signedIn(), [n = std::make_shared<std::atomic<int>>(0)](ApiRequest &r) -> Result<ApiAnswer> {
        if (r.body == "bad") return Error(Error::Code::BadValue, {u"body"_s, u"bad"_s});
        return ApiAnswer::json(QJsonObject{{u"n"_s, ++*n}}, 201);
    });
    once.oneStep = true;
    out.push_back(once);
    return out;
}

QJsonObject jsonOf(const std::optional<RawClient::Answer> &answer)
{
    return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object() : QJsonObject();
}

qint64 memoryKb()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

} // namespace

class TestApiServer : public QObject {
    Q_OBJECT
private slots:
    void answersAndRefusals_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        const QByteArray owner = kOwner;
        QTest::newRow("open") << QByteArray("GET") << QByteArray("/api/v1/open?q=a%26b+c") << QByteArray() << 200 << QByteArray("x-request-id");
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/api/v1/open") << QByteArray() << 200 << QByteArray("content-length");
        QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/api/v1/things/x") << QByteArray() << 204 << QByteArray("allow");
        QTest::newRow("no such address") << QByteArray("GET") << QByteArray("/api/v1/none") << QByteArray() << 404 << QByteArray();
        QTest::newRow("climbing") << QByteArray("GET") << QByteArray("/api/v1/things/..") << owner << 404 << QByteArray();
        QTest::newRow("climbing, hidden") << QByteArray("GET") << QByteArray("/api/v1/things/%2e%2e") << owner << 404 << QByteArray();
        QTest::newRow("a zero byte") << QByteArray("GET") << QByteArray("/api/v1/things/%00") << owner << 404 << QByteArray();
        QTest::newRow("no text") << QByteArray("GET") << QByteArray("/api/v1/things/%ff") << owner << 404 << QByteArray();
        QTest::newRow("no such method") << QByteArray("PATCH") << QByteArray("/api/v1/open") << QByteArray() << 405 << QByteArray("allow");
        QTest::newRow("stranger") << QByteArray("GET") << QByteArray("/api/v1/things/1") << QByteArray() << 401 << QByteArray("www-authenticate");
        QTest::newRow("forged") << QByteArray("GET") << QByteArray("/api/v1/things/1") << QByteArray("Authorization: Bearer x\r\n") << 401 << QByteArray();
        QTest::newRow("basic") << QByteArray("GET") << QByteArray("/api/v1/things/1") << QByteArray("Authorization: Basic b3duZXI=\r\n") << 401 << QByteArray();
        QTest::newRow("owner") << QByteArray("GET") << QByteArray("/api/v1/things/1") << owner << 200 << QByteArray("etag");
        QTest::newRow("same version") << QByteArray("GET") << QByteArray("/api/v1/things/1") << owner + "If-None-Match: \"v1\"\r\n" << 304 << QByteArray("etag");
        QTest::newRow("a role too small") << QByteArray("DELETE") << QByteArray("/api/v1/things/1") << QByteArray("Authorization: Bearer viewer\r\n") << 403 << QByteArray();
        QTest::newRow("a scope too small") << QByteArray("DELETE") << QByteArray("/api/v1/things/1") << QByteArray("Authorization: Bearer key:owner\r\n") << 403 << QByteArray();
        QTest::newRow("allowed") << QByteArray("DELETE") << QByteArray("/api/v1/things/1") << owner << 204 << QByteArray();
    }
    void answersAndRefusals()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        RawClient client(m_server->port());
        const auto answer = client.ask(verb.toStdString(), target.toStdString(), headers.toStdString());
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        if (!header.isEmpty()) QVERIFY(answer->headers.contains(header.toStdString()));
        QCOMPARE(answer->header("x-content-type-options"), "nosniff");
        if (status >= 400) {
            QCOMPARE(answer->header("content-type"), "application/problem+json");
            QCOMPARE(jsonOf(answer).value("status"_L1).toInt(), status);
            QVERIFY(jsonOf(answer).value("type"_L1).toString().startsWith("urn:voxdesk:"_L1));
        }
        QVERIFY(client.ask("GET", "/api/v1/open")); // the connection goes on
    }

    // Pages of other sites may not read anything, whatever they ask and however.
    void noOtherOriginIsLetIn()
    {
        RawClient client(m_server->port());
        const std::string origin = "Origin: https://evil.example\r\nAccess-Control-Request-Method: PATCH\r\nAccess-Control-Request-Headers: authorization\r\n";
        for (const char *verb : {"GET", "HEAD", "OPTIONS", "POST", "PROPFIND"}) {
            const auto answer = client.ask(verb, "/api/v1/open", origin);
            QVERIFY(answer);
            for (const auto &[name, value] : answer->headers) QVERIFY2(!name.starts_with("access-control"), name.c_str());
        }
    }

    void unknownMethods_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<int>("status");
        QTest::newRow("a method nobody knows") << QByteArray("BREW") << 405;
        QTest::newRow("TRACE") << QByteArray("TRACE") << 405;
        QTest::newRow("lower case") << QByteArray("get") << 405;
        QTest::newRow("a WebDAV method") << QByteArray("PROPFIND") << 405;
        QTest::newRow("5,000 letters") << QByteArray(5000, 'A') << 405;
        QTest::newRow("letters and signs") << QByteArray("GE(T") << 400;
    }
    void unknownMethods()
    {
        QFETCH(QByteArray, verb);
        QFETCH(int, status);
        RawClient client(m_server->port());
        const auto answer = client.ask(verb.toStdString(), "/api/v1/open", kOwner);
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        if (status == 405) QCOMPARE(answer->header("allow"), "GET, HEAD, OPTIONS");
    }

    // Limits of heads: told apart from nonsense, and nothing is read behind them.
    void headersWithoutEnd()
    {
        RawClient many(m_server->port()), longOne(m_server->port()), target(m_server->port());
        std::string headers;
        for (int i = 0; i < 150; ++i) headers += "X-" + std::to_string(i) + ": y\r\n";
        const auto tooMany = many.ask("GET", "/api/v1/open", headers);
        QVERIFY(tooMany && (tooMany->status == 400 || tooMany->status == 431));
        QVERIFY(many.isClosed());
        const auto tooLong = longOne.ask("GET", "/api/v1/open", "X: " + std::string(20'000, 'y') + "\r\n");
        QVERIFY(tooLong && tooLong->status == 431);
        QVERIFY(longOne.isClosed());
        const auto tooFar = target.ask("GET", "/api/v1/open?q=" + std::string(20'000, 'y'));
        QVERIFY(tooFar && tooFar->status == 431);
    }

    void queriesAndRequestIds()
    {
        RawClient client(m_server->port());
        const auto answer = client.ask("GET", "/api/v1/open?q=a%26b+c&token=hush", "X-Request-Id: mine-1\r\n");
        QCOMPARE(jsonOf(answer).value("q"_L1).toString(), u"a&b c"_s);
        QCOMPARE(answer->header("x-request-id"), "mine-1");
        QVERIFY(client.ask("GET", "/api/v1/open", "X-Request-Id: a b\r\n")->header("x-request-id") != "a b");
        const std::lock_guard lock(m_server->mutex);
        for (const QJsonObject &line : m_server->log) QVERIFY(!QJsonDocument(line).toJson().contains("hush"));
    }

    void problemsInBothLanguages()
    {
        RawClient client(m_server->port());
        QCOMPARE(client.ask("GET", "/api/v1/things/1", "Accept-Language: ru;q=0.3, en\r\n")->header("content-language"), "en");
        QCOMPARE(client.ask("GET", "/api/v1/things/1", "Accept-Language: fr, ru-RU;q=0.9, en;q=0.5\r\n")->header("content-language"), "ru");
    }

    void sentAheadAndInPieces()
    {
        RawClient client(m_server->port());
        const std::string one = std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n") + kOwner + "Content-Length: 3\r\n\r\none";
        const std::string two = std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n") + kOwner + "Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n";
        QVERIFY(client.send(one + two + one));
        QCOMPARE(client.read()->body, "one");
        QCOMPARE(client.read()->body, "two");
        QCOMPARE(client.read()->body, "one");
        for (const char c : two) QVERIFY(client.send({&c, 1}));
        QCOMPARE(client.read()->body, "two");
    }

    void continueIsSentOnlyToWhoMay()
    {
        RawClient client(m_server->port());
        const std::string head = "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n";
        QVERIFY(client.send(head + kOwner + "\r\n"));
        QVERIFY(client.send("abc"));
        QCOMPARE(client.read()->body, "abc");
        QVERIFY(client.send(head + "\r\n"));
        QCOMPARE(client.read()->status, 401);
        QVERIFY(client.isClosed());
    }

    void packedBodies()
    {
        RawClient client(m_server->port());
        const std::string packed = gzipped(QByteArray(900, 'z')).toStdString();
        const std::string headers = std::string(kOwner) + "Content-Encoding: gzip\r\n";
        QCOMPARE(client.ask("POST", "/api/v1/echo", headers, packed)->body, std::string(900, 'z'));
        const QByteArray bomb = gzipped(QByteArray(100'000'000, '0'));
        QVERIFY(bomb.size() < 1 << 20);
        QCOMPARE(client.ask("POST", "/api/v1/small", headers, bomb.toStdString())->status, 413);
        QCOMPARE(client.ask("POST", "/api/v1/echo", headers, "no gzip")->status, 400);
        QCOMPARE(client.ask("POST", "/api/v1/echo", std::string(kOwner) + "Content-Encoding: br\r\n", "x")->status, 415);
        const auto answer = client.ask("GET", "/api/v1/long", "Accept-Encoding: br, gzip;q=0.5\r\n");
        QCOMPARE(answer->header("content-encoding"), "gzip");
        QCOMPARE(*ungzipped(QByteArray::fromStdString(answer->body), 30000), QByteArray(20000, 'x'));
        QCOMPARE(client.ask("GET", "/api/v1/long", "Accept-Encoding: gzip;q=0\r\n")->body.size(), 20000);
    }

    void streamsAreSentInPieces()
    {
        RawClient client(m_server->port());
        const auto answer = client.ask("GET", "/api/v1/stream");
        QCOMPARE(answer->body.size(), 600'000);
        QCOMPARE(answer->body.back(), 'c');
        QVERIFY(client.ask("HEAD", "/api/v1/stream"));
        QVERIFY(client.ask("GET", "/api/v1/open"));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        for (const auto &row : kHostileRequests) {
            QByteArray bytes = QByteArray(row.bytes.data(), qsizetype(row.bytes.size())).replace(" /x ", " /api/v1/echo ");
            bytes.replace("Host: a\r\n", "Host: a\r\nAuthorization: Bearer owner\r\n");
            QTest::newRow(row.name) << bytes << row.status;
        }
    }
    void hostile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client(m_server->port());
        QVERIFY(client.send({bytes.constData(), std::size_t(bytes.size())}));
        const auto answer = client.read();
        QVERIFY(answer);
        QVERIFY(answer->status == status || answer->status == 413);
        QVERIFY2(client.isClosed(), "nothing behind it may be read as a request");
    }

    void tooLargeIsSaidBeforeItIsRead()
    {
        RawClient client(m_server->port());
        const auto answer = client.ask("POST", "/api/v1/echo", kOwner, std::string(2000, 'x'));
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        QCOMPARE(jsonOf(answer).value("args"_L1).toArray().at(1).toString(), u"1000"_s);
    }

    void tenGigabytesInChunks()
    {
        const qint64 before = memoryKb();
        RawClient client(m_server->port());
        QVERIFY(client.send(std::string("POST /api/v1/small HTTP/1.1\r\nHost: a\r\n") + kOwner + "Transfer-Encoding: chunked\r\n\r\n"));
        const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
        qint64 sent = 0;
        while (sent < qint64(10) << 30 && client.send(chunk)) sent += qint64(chunk.size());
        QVERIFY(sent < 64 << 20);
        const auto answer = client.read();
        if (answer) QCOMPARE(answer->status, 413); // a reset may have overtaken it
        QVERIFY2(memoryKb() - before < 32 * 1024, "memory grew");
        RawClient next(m_server->port());
        QCOMPARE(next.ask("GET", "/api/v1/open")->status, 200);
    }

    void slowOnesAreShown()
    {
        ListenOptions listen;
        listen.times.head = std::chrono::milliseconds(150);
        listen.times.idle = std::chrono::milliseconds(150);
        listen.times.body = std::chrono::milliseconds(150);
        TestServer server(testRoutes(), listen);
        RawClient silent(server.port()), half(server.port()), body(server.port());
        QVERIFY(half.send("GET /api/v1/open HTTP/1.1\r\nHost:"));
        QVERIFY(body.send(std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n") + kOwner + "Content-Length: 100\r\n\r\nabc"));
        QVERIFY(half.isClosed());
        QVERIFY(body.isClosed());
        QVERIFY(silent.isClosed());
        // A byte now and then does not help.
        RawClient drip(server.port());
        std::string head = "GET /api/v1/open HTTP/1.1\r\nHost: a\r\nX: ";
        QElapsedTimer since;
        since.start();
        bool open = drip.send(head);
        while (open && since.elapsed() < 5000) open = drip.send("y");
        QVERIFY(!open);
    }

    void connectionsAreBounded()
    {
        ListenOptions listen;
        listen.mostConnections = 3;
        TestServer server(testRoutes(), listen);
        std::vector<std::unique_ptr<RawClient>> held;
        for (int i = 0; i < 3; ++i) {
            held.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(held.back()->ask("GET", "/api/v1/open"));
        }
        RawClient more(server.port());
        const auto refused = more.read();
        QVERIFY(!refused || refused->status == 503);
        held.clear();
        QTRY_COMPARE(server.server->connections(), 0);
        QVERIFY(RawClient(server.port()).ask("GET", "/api/v1/open"));
    }

    void ratesAreLimited()
    {
        TestServer server(testRoutes(), {}, {{0.001, 3}, {0.001, 2}});
        RawClient client(server.port());
        for (int i = 0; i < 3; ++i) QCOMPARE(client.ask("GET", "/api/v1/things/1", kOwner)->status, 200);
        const auto limited = client.ask("GET", "/api/v1/things/1", kOwner);
        QCOMPARE(limited->status, 429);
        QVERIFY(std::stoi(limited->header("retry-after")) > 0);
        QCOMPARE(client.ask("GET", "/api/v1/things/1", "Authorization: Bearer viewer\r\n")->status, 200);
        for (const int status : {401, 401, 429}) QCOMPARE(client.ask("GET", "/api/v1/things/1", "Authorization: Bearer guess\r\n")->status, status);
    }

    void idempotency()
    {
        RawClient client(m_server->port());
        const std::string key = std::string(kOwner) + "Idempotency-Key: k1\r\n";
        const auto first = client.ask("POST", "/api/v1/once", key, "a");
        QCOMPARE(first->status, 201);
        const auto second = client.ask("POST", "/api/v1/once", key, "a");
        QCOMPARE(second->status, 201);
        QCOMPARE(second->body, first->body);
        QCOMPARE(client.ask("POST", "/api/v1/once", key, "b")->status, 422);
        QVERIFY(client.ask("POST", "/api/v1/once", kOwner, "a")->body != first->body);
    }

    void auditOfWritesAndRefusals()
    {
        TestServer server(testRoutes());
        RawClient client(server.port());
        QCOMPARE(client.ask("DELETE", "/api/v1/things/7", kOwner)->status, 204);
        QCOMPARE(client.ask("DELETE", "/api/v1/things/7", "Authorization: Bearer viewer\r\n")->status, 403);
        QCOMPARE(client.ask("GET", "/api/v1/things/7", kOwner)->status, 200);
        const std::lock_guard lock(server.memory.mutex);
        QCOMPARE(server.memory.audit.size(), 2);
        QCOMPARE(server.memory.audit[0].action, u"thing.removed"_s);
        QCOMPARE(server.memory.audit[0].subject, u"7"_s);
        QCOMPARE(server.memory.audit[1].outcome, u"refused"_s);
    }

    void withoutADatabase()
    {
        TestServer server(testRoutes());
        server.databaseAway = true;
        RawClient client(server.port());
        QCOMPARE(client.ask("GET", "/api/v1/things/7", kOwner)->status, 503);
        server.databaseAway = false;
        bool back = false; // the first of several workers
        QTRY_VERIFY(back = back || client.ask("GET", "/api/v1/things/7", kOwner)->status == 200);
    }

    void addressBehindAProxy()
    {
        ListenOptions listen;
        listen.proxies = *Proxies::parse(u"127.0.0.1"_s);
        TestServer server(testRoutes(), listen);
        RawClient client(server.port());
        QCOMPARE(jsonOf(client.ask("GET", "/api/v1/open", "X-Forwarded-For: 1.1.1.1, 2.2.2.2\r\n")).value("address"_L1).toString(), u"2.2.2.2"_s);
        RawClient direct(m_server->port());
        QCOMPARE(jsonOf(direct.ask("GET", "/api/v1/open", "X-Forwarded-For: 1.1.1.1\r\n")).value("address"_L1).toString(), u"127.0.0.1"_s);
    }

    void stopLetsARequestFinish()
    {
        std::mutex gate;
        gate.lock();
        std::atomic<bool> inside = false;
        Routes routes{route(Method::Get, u"/api/v1/wait"_s, Access::anybody(), [&](ApiRequest &) -> Result<ApiAnswer> {
            inside = true;
            const std::lock_guard wait(gate);
            return ApiAnswer::json(QJsonObject{{u"done"_s, true}});
        })};
        TestServer server(routes);
        RawClient client(server.port()), idle(server.port());
        QVERIFY(client.send("GET /api/v1/wait HTTP/1.1\r\nHost: a\r\n\r\n"));
        QTRY_VERIFY(inside);
        std::thread stopping([&] { server.server->stop(std::chrono::seconds(10)); });
        QVERIFY(idle.isClosed());
        gate.unlock();
        const auto answer = client.read();
        QVERIFY(answer && answer->status == 200);
        QCOMPARE(answer->header("connection"), "close");
        stopping.join();
        QVERIFY(!RawClient(server.port()).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    void mutations()
    {
        std::mt19937 random(7);
        const std::string seed = std::string("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n") + kOwner + "Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n";
        for (int i = 0; i < 300; ++i) {
            std::string bytes = seed;
            for (unsigned n = 1 + random() % 4; n > 0; --n) bytes[random() % bytes.size()] = char(random());
            RawClient client(m_server->port());
            client.send(bytes);
            client.finishSending();
        }
        QTRY_COMPARE(m_server->server->connections(), 0);
        QCOMPARE(RawClient(m_server->port()).ask("GET", "/api/v1/open")->status, 200);
    }

    void initTestCase() { m_server = std::make_unique<TestServer>(testRoutes()); }
    void cleanupTestCase() { m_server.reset(); }

private:
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestApiServer)
#include "test_api_server.moc"
