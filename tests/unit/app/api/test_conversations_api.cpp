#include "models/conversation/log.h"
#include "models/documents/canonical_json.h"
#include "models/sync/wire.h"
#include "tests/unit/app/api/api_on_postgres.h"
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kId = "018f0000-0000-7000-8000-0000000000aa";
const QByteArray kPath = "/api/v1/conversations/" + kId;

QByteArray someEvents()
{
    QList<ConversationEvent> list;
    events::Started started;
    started.agentName = u"Order desk"_s;
    started.language = u"en"_s;
    started.utcMs = 1'700'000'000'000;
    list.append({{0}, started});
    events::Utterance utterance;
    utterance.utterance = 1;
    utterance.text = u"where is my parcel"_s;
    utterance.endUs = 900'000;
    list.append({{1'000'000}, utterance});
    list.append({{2'000'000}, events::Ended{Outcome::Completed, {}}});
    return writeLog(list);
}

} // namespace

// Conversations that are uploaded in pieces and read again, and the exchange of revisions, on PostgreSQL.
class TestConversationsApi : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_api = ApiOnPostgres::make();
        QVERIFY(m_api);
    }

    void uploadedInPieces()
    {
        const QByteArray log = someEvents();
        QByteArray sound = "OggS";
        for (int i = 0; sound.size() < 300'000; ++i) sound += char(i * 7);
        const auto put = [&](const QByteArray &part, qint64 offset, const QByteArray &bytes) {
            return m_api->ask("PUT", kPath + "/parts/" + part + "?offset=" + QByteArray::number(offset), "qa", bytes);
        };
        QCOMPARE(put("events", 0, log).status, 200);
        QCOMPARE(put("recording", 0, sound.first(100'000)).status, 200);
        // The answer was lost and the piece comes again: where to go on is said.
        const auto again = put("recording", 0, sound.first(100'000));
        QCOMPARE(again.status, 409);
        QCOMPARE(again.headers.value("upload-offset"), "100000");
        QCOMPARE(m_api->ask("GET", kPath + "/parts", "qa").json["recording"_L1]["size"_L1].toInt(), 100'000);
        QCOMPARE(put("recording", 100'000, sound.mid(100'000)).status, 200);
        QCOMPARE(put("other", 0, "x").status, 404);
        QCOMPARE(put("recording", 400'000, "x").status, 409);

        const QString eventsHash = sha256Hex(log), soundHash = sha256Hex(sound);
        QCOMPARE(m_api->post(kPath + "/finish", {{u"events_sha256"_s, soundHash}}).status, 422);
        // A wrong hash threw nothing away that was right: the step was undone as a whole.
        QCOMPARE(m_api->ask("GET", kPath + "/parts", "qa").json["events"_L1]["size"_L1].toInt(), log.size());
        const QJsonObject finish{{u"events_sha256"_s, eventsHash}, {u"recording_sha256"_s, soundHash}, {u"release"_s, QString(64, u'c')}};
        QCOMPARE(m_api->post(kPath + "/finish", finish).status, 201);
        QCOMPARE(m_api->post(kPath + "/finish", finish).status, 200);
        QCOMPARE(put("recording", sound.size(), "x").status, 409);

        const auto whole = m_api->ask("GET", kPath + "/recording", "supervisor");
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.etag(), soundHash);
        const auto row = m_api->ask("GET", kPath, "supervisor").json;
        QCOMPARE(row.value("agent_name"_L1).toString(), u"Order desk"_s);
        QCOMPARE(row.value("duration_ms"_L1).toInt(), 2000);
        QCOMPARE(m_api->ask("GET", kPath + "/events").body.count('\n'), 3);
        QCOMPARE(m_api->ask("GET", kPath + "/events", "owner", {}, {{"accept", "application/octet-stream"}}).body, log);
    }

    void ranges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("middle") << QByteArray("bytes=10-19") << 206 << QByteArray("bytes 10-19/300000");
        QTest::newRow("open") << QByteArray("bytes=299990-") << 206 << QByteArray("bytes 299990-299999/300000");
        QTest::newRow("last") << QByteArray("bytes=-10") << 206 << QByteArray("bytes 299990-299999/300000");
        QTest::newRow("beyond") << QByteArray("bytes=299999-999999999") << 206 << QByteArray("bytes 299999-299999/300000");
        QTest::newRow("behind the end") << QByteArray("bytes=300000-") << 416 << QByteArray("bytes */300000");
        QTest::newRow("backwards") << QByteArray("bytes=9-3") << 416 << QByteArray("bytes */300000");
        QTest::newRow("several") << QByteArray("bytes=0-1,5-6") << 200 << QByteArray();
        QTest::newRow("no range") << QByteArray("lines=1-2") << 200 << QByteArray();
        QTest::newRow("no number") << QByteArray("bytes=a-b") << 200 << QByteArray();
        QTest::newRow("too large a number") << QByteArray("bytes=99999999999999999999-") << 200 << QByteArray();
    }
    void ranges()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, content);
        const auto answer = m_api->ask("GET", kPath + "/recording", "owner", {}, {{"range", range}});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("content-range"), content);
    }

    void searched()
    {
        const auto count = [&](const QByteArray &query) { return m_api->ask("GET", "/api/v1/conversations" + query).json.value("items"_L1).toArray().size(); };
        QCOMPARE(count(""), 1);
        QCOMPARE(count("?text=parcels"), 1);
        QCOMPARE(count("?text=nothing"), 0);
        QCOMPARE(count("?outcome=completed&language=en&from=1600000000000&to=1800000000000"), 1);
        QCOMPARE(count("?outcome=failed"), 0);
        QCOMPARE(count("?release=" + QByteArray(64, 'c')), 1);
        QCOMPARE(count("?release=" + QByteArray(64, 'd')), 0);
        QCOMPARE(count("?release=7&text=parcel"), 0); // there is no release 7
        QCOMPARE(m_api->ask("GET", "/api/v1/conversations?interrupted=perhaps").status, 422);
        QCOMPARE(m_api->ask("GET", "/api/v1/conversations?outcome=nonsense").status, 422);
    }

    void erased()
    {
        QCOMPARE(m_api->ask("DELETE", kPath, "builder").status, 403);
        QCOMPARE(m_api->ask("DELETE", kPath, "supervisor").status, 204);
        QCOMPARE(m_api->ask("GET", kPath).status, 404);
        QCOMPARE(m_api->ask("GET", kPath + "/recording").status, 404);
        const auto audit = m_api->server.store->audit().list(m_api->server.workspace, {}, 0, 1);
        QVERIFY(audit);
        // A desk that was away sends it again.
        const QByteArray log = someEvents();
        const auto again = m_api->ask("PUT", kPath + "/parts/events?offset=0", "qa", log);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.json.value("args"_L1).toArray(), (QJsonArray{u"conversation"_s, u"erased"_s}));
        QCOMPARE(m_api->post(kPath + "/finish", {{u"events_sha256"_s, sha256Hex(log)}}).status, 409);
        QCOMPARE(m_api->ask("GET", kPath).status, 404);
    }

    // A console pushes; who may only read is refused; a replayed page changes nothing; what it lacks is named.
    void exchange()
    {
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, u"Pushed"_s}});
        const auto id = DocumentId::make(m_api->now);
        const Revision header = makeRevision(id, u"agent"_s, 1, {}, u"Ann"_s, m_api->now, {}, content);
        const QByteArray page = wire::writePush({RevisionItem{header, content}});
        QCOMPARE(m_api->ask("POST", "/api/v1/sync/items", "viewer", page).status, 403);
        QCOMPARE(m_api->ask("POST", "/api/v1/sync/items", "builder", page).json.value("added"_L1).toInt(), 1);
        QCOMPARE(m_api->ask("POST", "/api/v1/sync/items", "builder", page).json.value("added"_L1).toInt(), 0);
        const auto missing = m_api->post("/api/v1/sync/missing", wire::writeRevisions({header.id(), QString(64, u'a')}), "builder");
        QCOMPARE(missing.json.value("revisions"_L1).toArray(), QJsonArray{QString(64, u'a')});
        const auto changes = m_api->ask("GET", "/api/v1/sync/changes?limit=100");
        QVERIFY(changes.body.contains(id.text().toLatin1()) && changes.body.contains("Pushed"));
        // An orphan, a forged hash, and what only the authority may say.
        const Revision orphan = makeRevision(id, u"agent"_s, 1, {QString(64, u'b')}, u"Ann"_s, m_api->now, {}, content);
        QCOMPARE(m_api->ask("POST", "/api/v1/sync/items", "builder", wire::writePush({RevisionItem{orphan, content}})).status, 404);
        QVERIFY(m_api->ask("POST", "/api/v1/sync/items", "builder", QByteArray(page).replace("Pushed", "Forged")).status == 422);
        const QByteArray release = wire::writePush({ReleaseItem{Release{7, {}, u"Ann"_s, m_api->now, {}}}});
        QCOMPARE(m_api->ask("POST", "/api/v1/sync/items", "builder", release).status, 403);
        QCOMPARE(m_api->ask("GET", "/api/v1/sync/changes?after=nonsense").status, 422);
    }

    void cleanupTestCase() { m_api.reset(); }

private:
    std::unique_ptr<ApiOnPostgres> m_api;
};

QTEST_GUILESS_MAIN(TestConversationsApi)
#include "test_conversations_api.moc"
