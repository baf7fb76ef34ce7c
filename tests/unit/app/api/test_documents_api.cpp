#include "tests/unit/app/api/api_on_postgres.h"
#include <QtTest>
#include <thread>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject made(ApiOnPostgres &api, const QString &name)
{
    return api.post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, name}}}, {u"message"_s, u"first"_s}}).json;
}
QByteArray pathOf(const QJsonObject &document) { return "/api/v1/agents/" + document.value("id"_L1).toString().toLatin1(); }
QByteArray versionOf(const QJsonObject &document) { return '"' + document.value("revision"_L1).toString().toLatin1() + '"'; }

} // namespace

// Documents of a kind over the API, on PostgreSQL.
class TestDocumentsApi : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_api = ApiOnPostgres::make();
        QVERIFY(m_api);
    }

    void lifeOfADocument()
    {
        const auto created = m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Ann"_s}}}});
        QCOMPARE(created.status, 201);
        QCOMPARE(created.headers.value("location"), pathOf(created.json));
        QCOMPARE(created.json["content"_L1]["goal_ms"_L1].toInt(), 800); // defaults are filled in
        const QByteArray path = pathOf(created.json);
        const auto read = m_api->ask("GET", path);
        QCOMPARE(read.json, created.json);
        QCOMPARE(read.etag(), created.json.value("revision"_L1).toString());
        QCOMPARE(m_api->ask("GET", path, "owner", {}, {{"if-none-match", read.headers.value("etag")}}).status, 304);

        const auto patched = m_api->ask("PATCH", path, "owner", R"({"goal_ms":900,"description":"d"})", {{"if-match", versionOf(created.json)}});
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.json["content"_L1]["goal_ms"_L1].toInt(), 900);
        QCOMPARE(m_api->ask("PATCH", path, "owner", R"({"goal_ms":901})", {{"if-match", versionOf(created.json)}}).status, 412);
        QCOMPARE(m_api->ask("PATCH", path, "owner", R"({"goal_ms":901})").status, 428);
        const auto removed = m_api->ask("PATCH", path, "owner", R"({"description":null})", {{"if-match", "*"}});
        QVERIFY(!removed.json["content"_L1].toObject().contains("description"_L1));

        QCOMPARE(m_api->ask("GET", path + "/history").json.value("items"_L1).toArray().size(), 3);
        const auto old = m_api->ask("GET", path + "/revisions/" + created.json.value("revision"_L1).toString().toLatin1());
        QCOMPARE(old.json["content"_L1]["goal_ms"_L1].toInt(), 800);

        QCOMPARE(m_api->ask("DELETE", path, "owner", {}, {{"if-match", versionOf(removed.json)}}).status, 204);
        QCOMPARE(m_api->ask("GET", path).status, 404);
        const auto restored = m_api->post(path + "/restore", {});
        QCOMPARE(restored.status, 200);
        QCOMPARE(restored.json["content"_L1]["goal_ms"_L1].toInt(), 900);
        const auto back = m_api->post(path + "/restore", {{u"revision"_s, created.json.value("revision"_L1)}});
        QCOMPARE(back.json["content"_L1]["goal_ms"_L1].toInt(), 800);
    }

    void problemsNameTheirPlace()
    {
        const QJsonObject agent = made(*m_api, u"Bad"_s);
        const auto refused = m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":"x","nope":1,"turns":{"zzz":1}})", {{"if-match", "*"}});
        QCOMPARE(refused.status, 422);
        QStringList places;
        for (const QJsonValue &problem : refused.json.value("problems"_L1).toArray()) places.append(problem["path"_L1].toString());
        QVERIFY2(places.contains(u"/goal_ms"_s) && places.contains(u"/nope"_s) && places.contains(u"/turns/zzz"_s), qPrintable(places.join(u' ')));
        QCOMPARE(m_api->ask("GET", pathOf(agent)).json.value("revision"_L1), agent.value("revision"_L1));
    }

    void listsInPages()
    {
        for (int i = 0; i < 5; ++i) made(*m_api, u"Page %1"_s.arg(i));
        QStringList names;
        QByteArray after;
        for (int page = 0; page < 10; ++page) {
            const auto answer = m_api->ask("GET", "/api/v1/agents?name=page&limit=2&after=" + after);
            for (const QJsonValue &item : answer.json.value("items"_L1).toArray()) names.append(item["name"_L1].toString());
            if (answer.json.value("next"_L1).isNull()) break;
            after = answer.json.value("next"_L1).toString().toUtf8().toPercentEncoding();
        }
        QCOMPARE(names, (QStringList{u"Page 0"_s, u"Page 1"_s, u"Page 2"_s, u"Page 3"_s, u"Page 4"_s}));
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?limit=0").status, 422);
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?limit=201").status, 422);
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?sort=x").status, 422);
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?after=zzz").status, 422);
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?changed_since=1800000000000").json.value("items"_L1).toArray().size(), 0);
    }

    void foundByText()
    {
        m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Text"_s}, {u"description"_s, u"Speaks of watermelons"_s}}}});
        const auto names = [&](const QByteArray &query) {
            QStringList out;
            for (const QJsonValue &item : m_api->ask("GET", "/api/v1/agents?" + query, "viewer").json.value("items"_L1).toArray()) out.append(item["name"_L1].toString());
            return out;
        };
        QCOMPARE(names("text=watermelon"), QStringList{u"Text"_s});
        QCOMPARE(names("text=waterm&sort=-changed"), QStringList{u"Text"_s});
        QCOMPARE(names("text=watermelon&name=other"), QStringList());
        QCOMPARE(names("text=description"), QStringList()); // a field's name
    }

    void historiesInPages()
    {
        const QJsonObject agent = made(*m_api, u"Long"_s);
        for (int i = 0; i < 6; ++i) m_api->ask("PATCH", pathOf(agent), "owner", "{\"goal_ms\":" + QByteArray::number(600 + i) + '}', {{"if-match", "*"}});
        QStringList whole, paged;
        for (const QJsonValue &item : m_api->ask("GET", pathOf(agent) + "/history").json.value("items"_L1).toArray()) whole.append(item["id"_L1].toString());
        QCOMPARE(whole.size(), 7);
        QString after;
        do {
            const auto page = m_api->ask("GET", pathOf(agent) + "/history?limit=3" + (after.isEmpty() ? QByteArray() : "&after=" + after.toLatin1())).json;
            for (const QJsonValue &item : page.value("items"_L1).toArray()) paged.append(item["id"_L1].toString());
            after = page.value("next"_L1).toString();
        } while (!after.isEmpty());
        QCOMPARE(paged, whole);
        QCOMPARE(m_api->ask("GET", pathOf(agent) + "/history?after=nonsense").status, 422);
    }

    void severalVersionsMayBeNamed()
    {
        const QJsonObject agent = made(*m_api, u"Named"_s);
        const QByteArray version = versionOf(agent), other = '"' + QByteArray(64, 'f') + '"';
        QCOMPARE(m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":901})", {{"if-match", other + ", " + other}}).status, 412);
        QCOMPARE(m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":901})", {{"if-match", "W/" + version}}).status, 412); // weak ones never match
        QCOMPARE(m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":901})", {{"if-match", ""}}).status, 412);
        QCOMPARE(m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":901})", {{"if-match", other + " ," + version}}).status, 200);
    }

    void reasonsStandInTheHistory()
    {
        const QJsonObject agent = made(*m_api, u"Why"_s);
        m_api->ask("PATCH", pathOf(agent), "owner", R"({"goal_ms":910})", {{"if-match", "*"}, {"x-message", "%D0%BF%D0%BE%D1%87%D0%B5%D0%BC%D1%83 100%"}});
        QCOMPARE(m_api->ask("GET", pathOf(agent) + "/history").json["items"_L1][0]["message"_L1].toString(), u"почему 100%"_s);
    }

    // Of many who change the same version, one does; nothing is lost and nothing half done.
    void compareAndSwapRaces()
    {
        const QJsonObject agent = made(*m_api, u"Race"_s);
        std::atomic<int> won = 0, lost = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&, i] {
                ApiOnPostgres &api = *m_api;
                auto store = PostgresServerStore::open(api.server.url);
                if (!store) return;
                Exchange exchange;
                exchange.head.verb = "PATCH";
                exchange.head.method = Method::Patch;
                exchange.head.target = pathOf(agent);
                exchange.head.headers = {{"authorization", "Bearer owner"}, {"if-match", versionOf(agent)}};
                exchange.body = "{\"goal_ms\":" + QByteArray::number(1000 + i) + '}';
                if (api.dispatcher.begin(exchange) && api.dispatcher.admit(exchange, store->get())) api.dispatcher.run(exchange, store->get());
                if (exchange.answer.status == 200) ++won;
                if (exchange.answer.status == 412) ++lost;
            });
        for (std::thread &thread : threads) thread.join();
        QCOMPARE(won.load(), 1);
        QCOMPARE(lost.load(), 5);
        QCOMPARE(m_api->ask("GET", pathOf(agent) + "/history").json.value("items"_L1).toArray().size(), 2);
    }

    // The same key at the same time: one document, the same answer.
    void idempotencyRaces()
    {
        std::vector<std::thread> threads;
        std::mutex mutex;
        QSet<QString> ids;
        for (int i = 0; i < 5; ++i)
            threads.emplace_back([&] {
                auto store = PostgresServerStore::open(m_api->server.url);
                if (!store) return;
                Exchange exchange;
                exchange.head.verb = "POST";
                exchange.head.method = Method::Post;
                exchange.head.target = "/api/v1/agents";
                exchange.head.headers = {{"authorization", "Bearer owner"}, {"idempotency-key", "k-1"}};
                exchange.body = R"({"content":{"name":"Once"}})";
                if (m_api->dispatcher.begin(exchange) && m_api->dispatcher.admit(exchange, store->get())) m_api->dispatcher.run(exchange, store->get());
                const std::lock_guard lock(mutex);
                ids.insert(QString::number(exchange.answer.status) + QJsonDocument::fromJson(exchange.answer.body).object().value("id"_L1).toString());
            });
        for (std::thread &thread : threads) thread.join();
        QCOMPARE(ids.size(), 1);
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?name=once").json.value("items"_L1).toArray().size(), 1);
        QCOMPARE(m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Other"_s}}}}, "owner", {{"idempotency-key", "k-1"}}).status, 422);
        QCOMPARE(m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{}}}, "owner", {{"idempotency-key", "k-2"}}).status, 422);
        QCOMPARE(m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Now good"_s}}}}, "owner", {{"idempotency-key", "k-2"}}).status, 201);
    }

    void largeDocuments()
    {
        const auto with = [](qsizetype size) {
            return QJsonObject{{u"content"_s, QJsonObject{{u"name"_s, u"Large"_s}, {u"knowledge"_s, QJsonObject{{u"en"_s, QString(size, u'x')}}}}}};
        };
        QCOMPARE(m_api->post("/api/v1/agents", with(400'000)).status, 201);
        const auto fiveMegabytes = m_api->post("/api/v1/agents", with(5'000'000));
        QCOMPARE(fiveMegabytes.status, 422); // the field's own limit, with its place
        QCOMPARE(fiveMegabytes.json["problems"_L1][0]["path"_L1].toString(), u"/knowledge/en"_s);
        QCOMPARE(m_api->post("/api/v1/agents", with(9'000'000)).status, 413);
    }

    void erasure()
    {
        const QJsonObject agent = made(*m_api, u"Personal"_s);
        const QByteArray revision = pathOf(agent) + "/revisions/" + agent.value("revision"_L1).toString().toLatin1();
        QCOMPARE(m_api->ask("DELETE", revision, "builder").status, 403);
        QCOMPARE(m_api->ask("DELETE", revision).status, 204);
        QCOMPARE(m_api->ask("GET", revision).status, 404);
        QVERIFY(m_api->ask("GET", pathOf(agent) + "/history").json["items"_L1][0]["erased"_L1].toBool());
    }

    void environments()
    {
        const QJsonObject agent = made(*m_api, u"Published"_s);
        const QJsonArray take{agent.value("id"_L1)};
        // An agent without a flow has errors: the gate says which.
        const auto gate = m_api->post("/api/v1/environments/staging/publish", {{u"take"_s, take}, {u"message"_s, u"m"_s}});
        QCOMPARE(gate.status, 422);
        QVERIFY(gate.json["problems"_L1][0]["path"_L1].toString().startsWith(u'/' + agent.value("id"_L1).toString()));
        QCOMPARE(m_api->ask("GET", "/api/v1/environments/staging").json.value("generation"_L1).toInt(), 0);

        QFile file(QStringLiteral(VOX_SOURCE_DIR "/resources/demo/blank_en.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object().value("content"_L1).toObject();
        const QJsonObject good = m_api->post("/api/v1/agents", {{u"content"_s, content}}).json;
        const QByteArray production = "/api/v1/environments/production/";
        const QJsonObject body{{u"take"_s, QJsonArray{good.value("id"_L1)}}, {u"message"_s, u"one"_s}};
        QCOMPARE(m_api->post(production + "publish", body, "qa").status, 403);
        const auto first = m_api->post(production + "publish", body);
        QVERIFY2(first.status == 200, first.body);
        QCOMPARE(first.json.value("release_number"_L1).toInt(), 1);
        QVERIFY(first.json.value("previous_number"_L1).isNull());
        const auto nothingBefore = m_api->post(production + "rollback", {});
        QCOMPARE(nothingBefore.status, 404);
        QCOMPARE(nothingBefore.json.value("title"_L1).toString(), u"Nothing was published to production before what is there now."_s);
        const auto changed = m_api->ask("PATCH", pathOf(good), "owner", R"({"goal_ms":1234})", {{"if-match", "*"}});
        const QJsonObject exact{{good.value("id"_L1).toString(), changed.json.value("revision"_L1)}};
        QCOMPARE(m_api->post(production + "publish", {{u"documents"_s, exact}, {u"generation"_s, 0}}).status, 409);
        const auto second = m_api->post(production + "publish", {{u"documents"_s, exact}, {u"generation"_s, 1}, {u"message"_s, u"two"_s}});
        QCOMPARE(second.status, 200);
        const auto compared = m_api->ask("GET", "/api/v1/releases/1/compare/production");
        QCOMPARE(compared.json["items"_L1][0]["changes"_L1][0]["path"_L1].toString(), u"/goal_ms"_s);
        const auto back = m_api->post(production + "rollback", {});
        QCOMPARE(back.json.value("release"_L1), first.json.value("release"_L1));
        QCOMPARE(back.json.value("release_number"_L1).toInt(), 1);
        QCOMPARE(back.json.value("previous_number"_L1).toInt(), 2);
        QCOMPARE(m_api->ask("GET", "/api/v1/releases").json.value("items"_L1).toArray().size(), 2);
        const auto newest = m_api->ask("GET", "/api/v1/releases?limit=1");
        QCOMPARE(newest.json["items"_L1][0]["number"_L1].toInt(), 2);
        const auto oldest = m_api->ask("GET", "/api/v1/releases?limit=1&after=" + newest.json.value("next"_L1).toString().toLatin1());
        QCOMPARE(oldest.json["items"_L1][0]["number"_L1].toInt(), 1);
        QVERIFY(oldest.json.value("next"_L1).isNull());

        // What a host runs is not what is published: seen, adopted, in step again.
        QCOMPARE(m_api->post(production + "running", {{u"host"_s, u"desk-1"_s}, {u"documents"_s, exact}}).status, 200);
        const auto drift = m_api->ask("GET", production + "drift");
        QCOMPARE(drift.json.value("in_step"_L1).toBool(), false);
        QCOMPARE(drift.json["hosts"_L1][0]["items"_L1][0]["changes"_L1][0]["after"_L1].toInt(), 1234);
        QCOMPARE(m_api->post(production + "adopt", {{u"host"_s, u"desk-2"_s}}).status, 409);
        QCOMPARE(m_api->post(production + "adopt", {{u"host"_s, u"desk-1"_s}}).status, 200);
        QCOMPARE(m_api->ask("GET", production + "drift").json.value("in_step"_L1).toBool(), true);

        const auto waits = m_api->post(production + "schedule", {{u"release"_s, 1}, {u"at_utc_ms"_s, m_api->now.value + 60000}});
        QCOMPARE(waits.status, 200);
        QVERIFY(!waits.json.value("scheduled_release"_L1).toString().isEmpty());
        QCOMPARE(m_api->post(production + "schedule", {{u"release"_s, 1}, {u"at_utc_ms"_s, 5}}).status, 422);
        QCOMPARE(m_api->post(production + "cancel", {}).json.value("scheduled_release"_L1).toString(), QString());
    }

    void cleanupTestCase() { m_api.reset(); }

private:
    std::unique_ptr<ApiOnPostgres> m_api;
};

QTEST_GUILESS_MAIN(TestDocumentsApi)
#include "test_documents_api.moc"
