#include "app/remote/back_off.h"
#include "app/remote/server_connection.h"
#include "app/remote/web_socket_frames.h"
#include "tests/support/loopback/loopback_server.h"
#include <QJsonObject>
#include <QSignalSpy>
#include <QtEndian>
#include <QtTest>
#include <atomic>
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

using Request = LoopbackServer::Request;
using Line = LoopbackServer::Connection;

ServerAddress at(const LoopbackServer &server) { return {QUrl(QString::fromStdString(server.address())), {}, {}}; }

Result<ServerAnswer> wait(const QFuture<Result<ServerAnswer>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15'000)) return Error(Error::Code::Cancelled);
    return future.result();
}

// What a server sends: whole, not masked.
QByteArray serverFrame(int opcode, const QByteArray &bytes, bool last = true)
{
    QByteArray out;
    out += char((last ? 0x80 : 0) | opcode);
    if (bytes.size() < 126) {
        out += char(bytes.size());
    } else {
        QByteArray size(2, Qt::Uninitialized);
        qToBigEndian(quint16(bytes.size()), size.data());
        out += char(126) + size;
    }
    return out + bytes;
}

std::string upgraded(const Request &request)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
           webSocketAccept(QByteArray::fromStdString(request.headers.at("sec-websocket-key"))).toStdString() + "\r\n\r\n";
}

const QByteArray entry = "{\"cursor\":\"5\",\"type\":\"release.made\",\"subject\":\"s\",\"facts\":{},\"at_utc_ms\":1}";

} // namespace

class TestServerConnection : public QObject {
    Q_OBJECT
private slots:
    void asks_and_is_answered()
    {
        LoopbackServer server([](const Request &, Line &line) { line.respond(200, "application/json", "{\"items\":[1]}", "ETag: \"abc\"\r\n"); });
        ServerConnection connection(at(server), 1);
        connection.setToken(u"vxs_t"_s);
        ServerRequest request{"POST", u"agents/x"_s, QUrlQuery(u"limit=2"_s), QJsonObject{{u"a"_s, QString(9000, u'x')}}};
        const auto answer = wait(connection.request(request));
        QVERIFY(answer);
        QCOMPARE(answer->json["items"_L1].toArray().size(), 1);
        QCOMPARE(answer->etag, u"abc"_s);
        QCOMPARE(connection.link(), TeamServer::Link::Online);
        const Request seen = server.requests().front();
        QCOMPARE(seen.target, std::string("/api/v1/agents/x?limit=2"));
        QCOMPARE(seen.headers.at("authorization"), std::string("Bearer vxs_t"));
        QCOMPARE(seen.headers.at("content-encoding"), std::string("gzip"));
        QVERIFY(seen.body.size() < 500);
        QVERIFY(!seen.headers.at("idempotency-key").empty());
    }

    void failures_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("link");
        using Link = TeamServer::Link;
        const auto row = [](const char *name, int status, const QByteArray &type, const QByteArray &body, Error::Code code, Link link) {
            QTest::newRow(name) << status << type << body << int(code) << int(link);
        };
        const QByteArray problem = "application/problem+json";
        row("named", 409, problem, "{\"type\":\"urn:voxdesk:conflict\",\"args\":[\"x\"]}", Error::Code::Conflict, Link::Online);
        row("signed out", 401, problem, "{\"type\":\"urn:voxdesk:unauthorized\"}", Error::Code::Unauthorized, Link::Refused);
        row("a code of the future", 403, problem, "{\"type\":\"urn:voxdesk:weather-bad\"}", Error::Code::Refused, Link::Online);
        row("somebody else's 404", 404, "text/html", "<html>", Error::Code::NotFound, Link::Online);
        row("not JSON", 200, "application/json", "{\"a\":", Error::Code::BadAnswer, Link::Online);
        row("a redirect", 302, "text/html", "", Error::Code::BadAnswer, Link::Online);
        row("broken problem", 413, problem, "[[[", Error::Code::TooLarge, Link::Online);
    }
    void failures()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(int, link);
        LoopbackServer server([=](const Request &, Line &line) {
            line.respond(status, type.toStdString(), body.toStdString(), status == 302 ? "Location: http://127.0.0.1:1/\r\n" : "");
        });
        ServerConnection connection(at(server), 1);
        const auto answer = wait(connection.request({"GET", u"people"_s}));
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().code), code);
        QCOMPARE(int(connection.link()), link);
    }

    // A lost line and a busy server are tried again with the same key; a refusal is not.
    void tries_again()
    {
        std::atomic_int calls = 0;
        LoopbackServer server([&](const Request &, Line &line) {
            switch (++calls) {
            case 1: line.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"half"); return;
            case 2: line.respond(503, "text/plain", "busy"); return;
            default: line.respond(200, "application/json", "{}");
            }
        });
        ServerConnection connection(at(server), 1);
        QVERIFY(wait(connection.request({"POST", u"sync/items"_s, {}, QJsonObject()})));
        QCOMPARE(calls.load(), 3);
        const auto seen = server.requests();
        QCOMPARE(seen[0].headers.at("idempotency-key"), seen[2].headers.at("idempotency-key"));
        ServerRequest once{"GET", u"x"_s};
        once.retry = false;
        calls = 1;
        QCOMPARE(wait(connection.request(once)).error().code, Error::Code::ServerFailed);
        QCOMPARE(calls.load(), 2);
    }

    void nobody_there()
    {
        std::optional<ServerAddress> address;
        {
            LoopbackServer server([](const Request &, Line &) {});
            address = at(server);
        }
        ServerConnection connection(*address, 1);
        ServerRequest request{"GET", u"me"_s};
        request.retry = false;
        QCOMPARE(wait(connection.request(request)).error().code, Error::Code::Unreachable);
        QCOMPARE(connection.link(), TeamServer::Link::Offline);
    }

    void too_much()
    {
        LoopbackServer server([](const Request &, Line &line) { line.respond(200, "application/json", std::string(3 << 20, ' ') + "{}"); });
        ServerConnection connection(at(server), 1);
        ServerRequest request{"GET", u"x"_s};
        request.retry = false;
        request.mostBytes = 1 << 20;
        const auto answer = wait(connection.request(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::TooLarge);
    }

    void follows_events()
    {
        std::atomic_int lines = 0;
        LoopbackServer server([&](const Request &request, Line &line) {
            if (++lines == 2) return; // the line is lost
            line.send(upgraded(request));
            line.send((serverFrame(1, entry.left(20), false) + serverFrame(9, "ping") + serverFrame(0, entry.mid(20))).toStdString());
            if (lines == 1) return;
            line.waitForPeer();
        });
        ServerConnection connection(at(server), 1);
        connection.setToken(u"vxs_t"_s);
        QSignalSpy happened(&connection, &TeamServer::happened), followed(&connection, &TeamServer::followed);
        connection.follow();
        QTRY_COMPARE_WITH_TIMEOUT(happened.size(), 2, 10'000); // opened again by itself
        QCOMPARE(followed.size(), 2);
        QCOMPARE(happened[0][0].value<FeedEntry>().type, u"release.made"_s);
        QCOMPARE(server.requests().front().headers.at("authorization"), std::string("Bearer vxs_t"));
        QCOMPARE(server.requests().front().target, std::string("/api/v1/events"));
        connection.unfollow();
    }

    void looks_where_no_events_pass()
    {
        LoopbackServer server([](const Request &, Line &line) { line.respond(404, "text/plain", "no"); });
        ServerConnection connection(at(server), 1);
        QSignalSpy followed(&connection, &TeamServer::followed);
        connection.follow();
        QTRY_VERIFY_WITH_TIMEOUT(followed.size() >= 1, 10'000);
    }

    void a_token_that_is_not_good_is_not_tried_again()
    {
        LoopbackServer server([](const Request &, Line &line) { line.respond(401, "text/plain", "no"); });
        ServerConnection connection(at(server), 1);
        connection.setToken(u"vxs_old"_s);
        connection.follow();
        QTRY_COMPARE(connection.link(), TeamServer::Link::Refused);
        QCOMPARE(int(server.requests().size()), 1);
        connection.setToken(u"vxs_new"_s);
        QTRY_COMPARE(int(server.requests().size()), 2);
    }

    void waits_grow_and_differ()
    {
        BackOff one(100, 1'000, 7), same(100, 1'000, 7), other(100, 1'000, 8);
        QList<int> a, b, c;
        for (int i = 0; i < 8; ++i) {
            a.append(one.next());
            b.append(same.next());
            c.append(other.next());
            QVERIFY(a.last() >= std::min(1'000, 100 << i) / 2 && a.last() <= 1'000);
        }
        QCOMPARE(a, b);
        QVERIFY(a != c);
    }

    // Frames cut anywhere are the same messages; damaged ones are refused or read, nothing else.
    void frames()
    {
        const QByteArray all = serverFrame(1, "hello") + serverFrame(2, QByteArray(300, 'x')) + serverFrame(1, "he", false) + serverFrame(10, {}) +
                               serverFrame(0, "llo") + serverFrame(8, QByteArray("\x03\xe8", 2));
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            WebSocketReader reader;
            QByteArrayList texts;
            for (qsizetype from = 0; from < all.size();) {
                const qsizetype size = 1 + qsizetype(random() % 40);
                const auto read = reader.read(all.mid(from, size));
                QVERIFY(read);
                for (const WebSocketMessage &message : *read) texts.append(message.bytes);
                from += size;
            }
            QCOMPARE(texts.size(), 5);
            QCOMPARE(texts[3], QByteArray("hello"));
        }
        for (int round = 0; round < 3000; ++round) {
            QByteArray bad = all;
            for (int i = 0; i < 3; ++i) bad[qsizetype(random() % quint32(bad.size()))] = char(random());
            WebSocketReader reader(1000);
            Q_UNUSED(reader.read(bad).hasValue());
            Q_UNUSED(reader.read(all).hasValue());
        }
        WebSocketReader small(10);
        QVERIFY(!small.read(serverFrame(1, "eleven chars")));
        QVERIFY(!WebSocketReader().read(QByteArray("\x81\x85", 2))); // masked
        QByteArray masked = writeFrame({WebSocketMessage::Kind::Text, "Hello"}, 0x37fa213d); // RFC 6455, 5.7
        QCOMPARE(masked.toHex(), QByteArray("818537fa213d7f9f4d5158"));
        QCOMPARE(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455, 1.3
    }
};

QTEST_GUILESS_MAIN(TestServerConnection)
#include "test_server_connection.moc"
