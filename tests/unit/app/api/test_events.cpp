#include <utility>

#include "app/api/api_server.h"
#include "app/api/events/event_hub.h"
#include "app/api/events/event_session.h"
#include "tests/support/loopback/raw_client.h"
#include "tests/unit/app/api/api_on_postgres.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Roles as tokens, until they are revoked; "documents" is a key that may follow documents only.
class RevocableTokens final : public Authenticator {
public:
    Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs at) override
    {
        if (revoked) return Error(Error::Code::SignInNeeded);
        const bool key = token == "documents"_L1;
        auto caller = m_roles.authenticate(store, key ? u"owner"_s : token, address, at);
        if (caller && key) caller->scopes = QList<Permission>{Permission::ReadEvents, Permission::ReadDocuments};
        return caller;
    }
    std::atomic<bool> revoked = false;

private:
    RoleTokens m_roles;
};

// The door with its WebSocket over PostgreSQL, with times a test can wait for.
struct EventServer {
    ApiOnPostgres &api;
    RevocableTokens tokens;
    std::unique_ptr<WorkerPool> workers;
    std::unique_ptr<EventHub> hub;
    std::unique_ptr<EventParts> parts;
    std::unique_ptr<ApiServer> server;

    explicit EventServer(ApiOnPostgres &routes, const std::function<void(EventParts &)> &adjust = {}) : api(routes)
    {
        const auto open = [url = api.server.url] { return PostgresServerStore::open(url); };
        workers = std::make_unique<WorkerPool>(open, 3);
        hub = std::make_unique<EventHub>([url = api.server.url] { return PostgresListener::open(url); }, open, [](ServerStore &) {});
        auto started = ApiServer::start({}, api.dispatcher, *workers, [this](AnyStream stream, Exchange exchange) {
            std::make_shared<EventSession>(std::move(stream), std::move(exchange), *parts)->start();
        }, [&](ServerCore &core) {
            parts = std::make_unique<EventParts>(EventParts{core, *hub, tokens, [] { return UtcMs{1'700'000'000'000}; }});
            parts->goodbye = 300ms;
            if (adjust) adjust(*parts);
        });
        if (started) server = *std::move(started);
    }
    ~EventServer()
    {
        if (server) server->stop(0ms);
        hub.reset();
        server.reset();
        workers.reset();
    }
    FeedStore &feed() { return api.server.store->workspace(api.server.workspace).feed(); }
    bool tell(const QString &type, const QString &subject, const QJsonObject &facts = {}) { return bool(feed().add({{}, type, subject, facts, {1}, Origin::Here})); }
};

std::unique_ptr<RawClient> opened(EventServer &server, const std::string &token, const std::string &query = {})
{
    auto client = std::make_unique<RawClient>(server.server->port());
    client->send("GET /api/v1/events" + query + " HTTP/1.1\r\nHost: t\r\n" + (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n")
                 + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    const auto answer = client->read();
    if (!answer || answer->status != 101) return nullptr;
    return client;
}

QJsonObject next(RawClient &client)
{
    const auto message = client.readMessage();
    return message ? QJsonDocument::fromJson(QByteArray::fromStdString(*message)).object() : QJsonObject();
}

qint64 memoryKb()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

} // namespace

// The WebSocket itself: who is let in and how, who is shown what, who is closed and why, and what a slow reader costs.
class TestEvents : public QObject {
    Q_OBJECT
    std::unique_ptr<ApiOnPostgres> m_api;

private slots:
    void initTestCase()
    {
        m_api = ApiOnPostgres::make();
        QVERIFY(m_api);
    }
    void cleanupTestCase() { m_api.reset(); }

    void tokenAsTheFirstMessage_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("reason"); // empty: let in
        const QByteArray refused = "you may not follow events";
        QTest::newRow("good") << QByteArray(R"({"token":"owner"})") << QByteArray();
        QTest::newRow("forged") << QByteArray(R"({"token":"vxs_forged"})") << refused;
        QTest::newRow("empty") << QByteArray(R"({})") << refused;
        QTest::newRow("another type") << QByteArray(R"({"token":["owner"]})") << refused;
        QTest::newRow("no JSON") << QByteArray("owner") << refused;
        QTest::newRow("nothing") << QByteArray() << QByteArray("no token came");
        QTest::newRow("too long") << QByteArray(5000, 'x') << QByteArray("-"); // Beast's own word
    }
    void tokenAsTheFirstMessage()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, reason);
        EventServer server(*m_api, [&](EventParts &parts) { parts.firstMessage = message.isEmpty() ? 200ms : 10'000ms; });
        QVERIFY(server.server);
        const auto client = opened(server, {});
        QVERIFY(client); // a browser cannot send headers with an upgrade
        if (!message.isEmpty()) QVERIFY(client->sendMessage({message.constData(), std::size_t(message.size())}));
        if (reason.isEmpty()) {
            QTRY_COMPARE(server.hub->followers(), 1);
            QVERIFY(server.tell(u"document.revised"_s, u"first"_s));
            QCOMPARE(next(*client).value("subject"_L1).toString(), u"first"_s);
            return;
        }
        QVERIFY(!client->readMessage());
        if (reason != "-") QCOMPARE(QByteArray::fromStdString(client->closeReason()), reason);
        QTRY_COMPARE(server.server->connections(), 0);
    }

    void everybodySeesHisOwn()
    {
        EventServer server(*m_api);
        const auto documents = opened(server, {}), all = opened(server, "owner");
        QVERIFY(all && documents);
        QVERIFY(documents->sendMessage(R"({"token":"documents"})"));
        QTRY_COMPARE(server.hub->followers(), 2);
        QVERIFY(server.tell(u"conversation.finished"_s, u"c"_s));
        QVERIFY(server.tell(u"person.changed"_s, u"p"_s));
        QVERIFY(server.tell(u"something.new"_s, u"n"_s));
        QVERIFY(server.tell(u"document.revised"_s, u"d"_s));
        QCOMPARE(next(*documents).value("subject"_L1).toString(), u"d"_s);
        for (const char *subject : {"c", "p", "n", "d"}) QCOMPARE(next(*all).value("subject"_L1).toString(), QString::fromLatin1(subject));
    }

    void whoMayNoMoreIsClosed()
    {
        EventServer server(*m_api, [](EventParts &parts) { parts.recheck = 100ms; });
        const auto client = opened(server, "viewer");
        QVERIFY(client);
        QVERIFY(server.tell(u"document.revised"_s, u"before"_s));
        QCOMPARE(next(*client).value("subject"_L1).toString(), u"before"_s);
        server.tokens.revoked = true;
        QVERIFY(!client->readMessage());
        QCOMPARE(client->closeReason(), "you may not follow events");
        QTRY_COMPARE(server.server->connections(), 0);
    }

    void whoIsGoneIsNoticed()
    {
        EventServer server(*m_api, [](EventParts &parts) { parts.silence = 300ms; });
        const auto gone = opened(server, "viewer"), there = opened(server, "viewer");
        QVERIFY(gone && there);
        // Who answers pings stays for many times as long as who does not.
        QElapsedTimer since;
        since.start();
        for (int i = 0; since.elapsed() < 1500; ++i) {
            QVERIFY(server.tell(u"document.revised"_s, QString::number(i)));
            QCOMPARE(next(*there).value("subject"_L1).toString(), QString::number(i));
        }
        QTRY_COMPARE(server.server->connections(), 1);
    }

    // Whoever takes nothing is a place in the feed and a page of it, and in the end nothing at all; he comes back with the last
    // cursor he saw and misses nothing.
    void slowReaders()
    {
        EventServer server(*m_api, [](EventParts &parts) { parts.stall = 400ms; });
        Store &store = server.api.server.store->workspace(server.api.server.workspace);
        const std::string begin = store.feed().end()->toStdString();
        constexpr int kEntries = 5000;
        const QString text(3600, u'x'); // below what is sent in several frames
        QVERIFY(store.transaction([&]() -> Result<void> {
            for (int i = 0; i < kEntries; ++i)
                if (auto told = store.feed().add({{}, u"document.revised"_s, QString::number(i), {{u"name"_s, text}}, {1}, Origin::Here}); !told) return told;
            return {};
        }));
        const qint64 before = memoryKb();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 8; ++i) slow.push_back(opened(server, "viewer", "?after=" + begin));
        qint64 most = 0;
        const auto allGone = [&] {
            most = std::max(most, memoryKb() - before);
            return server.server->connections() == 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(allGone(), 10'000);
#if !defined(__SANITIZE_ADDRESS__) // which keeps freed memory back
        QVERIFY2(most < 64 * 1024, qPrintable(u"%1 KiB for 8 readers of 18 MB each"_s.arg(most)));
#endif
        qInfo("8 readers who take nothing of 18 MB: %lld KiB", most);
        // What was on its way is whole; the rest comes with the next connection.
        int seen = 0;
        std::string cursor = begin;
        for (QJsonObject entry = next(*slow.front()); !entry.isEmpty(); entry = next(*slow.front())) {
            QCOMPARE(entry.value("subject"_L1).toString(), QString::number(seen++));
            cursor = entry.value("cursor"_L1).toString().toStdString();
        }
        QVERIFY(seen < kEntries);
        const auto again = opened(server, "viewer", "?after=" + cursor);
        QVERIFY(again);
        for (; seen < kEntries; ++seen) {
            const QJsonObject entry = next(*again);
            QVERIFY2(entry.value("subject"_L1).toString() == QString::number(seen), qPrintable(u"%1: %2"_s.arg(seen).arg(QString::fromStdString(again->closeReason()))));
        }
    }

    void brokenFrames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not masked") << QByteArray("\x81\x02hi", 4);
        QTest::newRow("an unknown kind") << QByteArray("\x83\x80\0\0\0\0", 6);
        QTest::newRow("reserved bits") << QByteArray("\xF1\x80\0\0\0\0", 6);
        QTest::newRow("a ping of 200 bytes") << QByteArray("\x89\xFE\0\xC8\0\0\0\0", 8);
        QTest::newRow("2^63 bytes") << QByteArray("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0\0\0", 14);
        QTest::newRow("no text") << QByteArray("\x81\x82\0\0\0\0\xC3\x28", 8);
    }
    void brokenFrames()
    {
        QFETCH(QByteArray, bytes);
        EventServer server(*m_api);
        const auto client = opened(server, "viewer");
        QVERIFY(client);
        QVERIFY(client->send({bytes.constData(), std::size_t(bytes.size())}));
        QVERIFY(!client->readMessage());
        QTRY_COMPARE(server.server->connections(), 0);
    }

    void places()
    {
        EventServer server(*m_api);
        for (const char *after : {"?after=nonsense", "?after=-1", "?after=999999999", "?after=99999999999999999999", "?after=%00", "?after=1;drop"}) {
            const auto client = opened(server, "viewer", after);
            QVERIFY(client);
            QVERIFY(!client->readMessage());
            QCOMPARE(client->closeReason(), "this place is not of this feed: begin anew");
        }
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "test_events.moc"
