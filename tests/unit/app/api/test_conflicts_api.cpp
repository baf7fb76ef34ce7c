#include "models/documents/canonical_json.h"
#include "models/store/audit_store.h"
#include "tests/unit/app/api/api_on_postgres.h"
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// Conflicts over the API, on PostgreSQL: seen, listed, decided by who names every head, and by nobody else.
class TestConflictsApi : public QObject {
    Q_OBJECT
    std::unique_ptr<ApiOnPostgres> m_api;
    DocumentId m_id;
    QByteArray m_path;
    QStringList m_heads; // sorted

    Store &store() { return m_api->server.store->workspace(m_api->server.workspace); }
    // A further head on top of `parent`.
    RevisionId grow(const QString &parent, const QString &author, const QJsonObject &changes)
    {
        QJsonObject content = QJsonDocument::fromJson(*store().documents().content(parent)).object();
        for (auto it = changes.begin(); it != changes.end(); ++it) content.insert(it.key(), *it);
        const QByteArray bytes = changes.isEmpty() ? tombstoneContent() : canonicalJson(content);
        m_api->now.value += 1000;
        return *store().replica().graft(makeRevision(m_id, u"agent"_s, 1, {parent}, author, m_api->now, {}, bytes), bytes);
    }
    QByteArray tag() const { return '"' + m_heads.join(u'+').toLatin1() + '"'; }
    ApiOnPostgres::Answer resolve(QJsonObject body, const QByteArray &token = "owner", const QMap<QByteArray, QByteArray> &headers = {})
    {
        if (!body.contains("heads"_L1) && headers.isEmpty()) body.insert(u"heads"_s, QJsonArray::fromStringList(m_heads));
        return m_api->post(m_path + "/resolve", body, token, headers);
    }

private slots:
    void initTestCase()
    {
        m_api = ApiOnPostgres::make();
        QVERIFY(m_api);
    }
    void init()
    {
        const auto made = m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Split"_s}, {u"goal_ms"_s, 700}}}}).json;
        m_id = *DocumentId::parse(made.value("id"_L1).toString());
        m_path = "/api/v1/agents/" + m_id.text().toLatin1();
        const QString base = made.value("revision"_L1).toString();
        m_heads = {grow(base, u"ann"_s, {{u"goal_ms"_s, 600}, {u"description"_s, u"by Ann"_s}}), grow(base, u"bob"_s, {{u"goal_ms"_s, 500}})};
        m_heads.sort();
    }
    void cleanup()
    {
        m_api->ask("DELETE", m_path, "owner", {}, {{"if-match", "*"}});
        if (m_api->ask("GET", m_path + "/conflict").status == 200) QCOMPARE(resolve({{u"content"_s, QJsonValue::Null}}).status, 204);
    }

    void shownWithBothSides()
    {
        const auto shown = m_api->ask("GET", m_path + "/conflict", "viewer");
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.etag(), m_heads.join(u'+'));
        QCOMPARE(shown.json["before"_L1]["content"_L1]["goal_ms"_L1].toInt(), 700);
        QCOMPARE(shown.json.value("sides"_L1).toArray().size(), 2);
        const QJsonArray places = shown.json.value("places"_L1).toArray();
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0]["path"_L1].toString(), u"/goal_ms"_s);
        QCOMPARE(places[0]["before"_L1].toInt(), 700);
        QCOMPARE(places[0]["values"_L1][0]["value"_L1].toInt() + places[0]["values"_L1][1]["value"_L1].toInt(), 1100);
        QCOMPARE(shown.json["merged"_L1]["description"_L1].toString(), u"by Ann"_s);
        QCOMPARE(m_api->ask("GET", m_path + "/conflict", "viewer", {}, {{"if-none-match", shown.headers.value("etag")}}).status, 304);
    }

    void listed()
    {
        m_api->post("/api/v1/agents", {{u"content"_s, QJsonObject{{u"name"_s, u"Whole"_s}}}});
        const auto items = m_api->ask("GET", "/api/v1/agents?conflict=true").json.value("items"_L1).toArray();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0]["id"_L1].toString(), m_id.text());
        QCOMPARE(m_api->ask("GET", "/api/v1/agents?conflict=maybe").status, 422);
    }

    void nobodyDecidesByAccident()
    {
        QCOMPARE(m_api->ask("PATCH", m_path, "owner", R"({"goal_ms":1})", {{"if-match", "*"}}).status, 409);
        QCOMPARE(m_api->ask("DELETE", m_path, "owner", {}, {{"if-match", "*"}}).status, 409);
        QCOMPARE(m_api->post(m_path + "/restore", {{u"revision"_s, m_heads.first()}}).status, 409);
        QCOMPARE(m_api->ask("GET", m_path + "/conflict").etag(), m_heads.join(u'+'));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QByteArray>("ifMatch");
        QTest::addColumn<int>("status");
        const QJsonObject take{{u"take"_s, u"one"_s}};
        QTest::newRow("viewer") << QByteArray("viewer") << take << QByteArray("all") << 403;
        QTest::newRow("stranger") << QByteArray() << take << QByteArray("all") << 401;
        QTest::newRow("no version") << QByteArray("owner") << take << QByteArray() << 428;
        QTest::newRow("one head") << QByteArray("owner") << take << QByteArray("one") << 412;
        QTest::newRow("anything") << QByteArray("owner") << take << QByteArray("*") << 412;
        QTest::newRow("no decision") << QByteArray("owner") << QJsonObject{{u"message"_s, u"m"_s}} << QByteArray("all") << 422;
        QTest::newRow("two decisions") << QByteArray("owner") << QJsonObject{{u"take"_s, u"one"_s}, {u"content"_s, QJsonObject()}} << QByteArray("all") << 422;
        QTest::newRow("no head") << QByteArray("owner") << QJsonObject{{u"take"_s, u"x"_s}} << QByteArray("all") << 422;
        QTest::newRow("a path without a conflict") << QByteArray("owner") << QJsonObject{{u"choices"_s, QJsonObject{{u"/name"_s, 0}}}} << QByteArray("all") << 422;
        QTest::newRow("no such value") << QByteArray("owner") << QJsonObject{{u"choices"_s, QJsonObject{{u"/goal_ms"_s, 2}}}} << QByteArray("all") << 422;
        QTest::newRow("a value by name") << QByteArray("owner") << QJsonObject{{u"choices"_s, QJsonObject{{u"/goal_ms"_s, u"1"_s}}}} << QByteArray("all") << 422;
        QTest::newRow("choices of another type") << QByteArray("owner") << QJsonObject{{u"choices"_s, QJsonArray{1}}} << QByteArray("all") << 422;
        QTest::newRow("no object") << QByteArray("owner") << QJsonObject{{u"content"_s, 5}} << QByteArray("all") << 422;
        QTest::newRow("no agent") << QByteArray("owner") << QJsonObject{{u"content"_s, QJsonObject{{u"nope"_s, 1}}}} << QByteArray("all") << 422;
        QTest::newRow("heads of another type") << QByteArray("owner") << QJsonObject{{u"take"_s, u"one"_s}, {u"heads"_s, u"x"_s}} << QByteArray() << 422;
    }
    void refused()
    {
        QFETCH(QByteArray, token);
        QFETCH(QJsonObject, body);
        QFETCH(QByteArray, ifMatch);
        QFETCH(int, status);
        if (body.value("take"_L1) == "one"_L1) body.insert(u"take"_s, m_heads.first());
        QMap<QByteArray, QByteArray> headers;
        if (ifMatch == "all") headers.insert("if-match", tag());
        else if (ifMatch == "one") headers.insert("if-match", '"' + m_heads.first().toLatin1() + '"');
        else if (!ifMatch.isEmpty()) headers.insert("if-match", ifMatch);
        QCOMPARE(m_api->post(m_path + "/resolve", body, token, headers).status, status);
        QCOMPARE(m_api->ask("GET", m_path + "/conflict").etag(), m_heads.join(u'+'));
    }

    void decided_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<int>("goal"); // 0: deleted
        QTest::newRow("content") << u"content"_s << 550;
        QTest::newRow("one of them") << u"take"_s << 600;
        QTest::newRow("the first's value") << u"choice 0"_s << -1;
        QTest::newRow("the other's value") << u"choice 1"_s << -2;
        QTest::newRow("as it is merged") << u"merged"_s << -1;
        QTest::newRow("deleted") << u"null"_s << 0;
    }
    void decided()
    {
        QFETCH(QString, way);
        QFETCH(int, goal);
        const QJsonObject shown = m_api->ask("GET", m_path + "/conflict").json;
        const QJsonValue values = shown["places"_L1][0]["values"_L1];
        if (goal < 0) goal = values[-1 - goal]["value"_L1].toInt();
        QJsonObject body{{u"message"_s, u"decided"_s}};
        for (const QJsonValue &side : shown.value("sides"_L1).toArray())
            if (way == "take"_L1 && side["author"_L1].toString() == "ann"_L1) body.insert(u"take"_s, side["revision"_L1]);
        if (way == "content"_L1) body.insert(u"content"_s, QJsonObject{{u"name"_s, u"Split"_s}, {u"goal_ms"_s, 550}, {u"languages"_s, QJsonArray{u"en"_s}}});
        if (way.startsWith("choice"_L1)) body.insert(u"choices"_s, QJsonObject{{u"/goal_ms"_s, way.back().digitValue()}});
        if (way == "merged"_L1) body.insert(u"choices"_s, QJsonObject());
        if (way == "null"_L1) body.insert(u"content"_s, QJsonValue::Null);
        // As the ETag, as a list of both, and by naming them.
        const QByteArray list = '"' + m_heads.last().toLatin1() + "\", \"" + m_heads.first().toLatin1() + '"';
        const auto answer = way == "take"_L1 ? resolve(body, "builder", {{"if-match", list}})
            : way == "merged"_L1             ? resolve(body, "builder", {{"if-match", tag()}}) : resolve(body, "builder");
        QCOMPARE(answer.status, goal ? 200 : 204);
        QCOMPARE(m_api->ask("GET", m_path + "/conflict").status, 404);
        const auto row = store().documents().find(m_id);
        QCOMPARE(row->heads.size(), 1);
        QCOMPARE(row->deleted, goal == 0);
        if (goal) QCOMPARE(answer.json["content"_L1]["goal_ms"_L1].toInt(), goal);
        const auto made = store().documents().revision(row->head());
        QCOMPARE(made->header.parents, m_heads);
        QCOMPARE(made->header.message, u"decided"_s);
        const auto entries = m_api->server.store->audit().list(m_api->server.workspace, {{}, u"agent.resolved"_s, m_id.text(), {}, {}, {}}, 0, 5);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().facts.value("revision"_L1).toString(), row->head());
        // Once more, as after a lost answer: it is decided already.
        QCOMPARE(resolve(body).status, 404);
    }

    // Three heads at once: whoever names all of them puts one in their place.
    void threeHeads()
    {
        const QString base = store().documents().revision(m_heads.first())->header.parents.first();
        m_heads.append(grow(base, u"eve"_s, {{u"goal_ms"_s, 400}}));
        m_heads.sort();
        QCOMPARE(m_api->ask("GET", m_path + "/conflict").json["places"_L1][0]["values"_L1].toArray().size(), 3);
        QCOMPARE(resolve({{u"take"_s, m_heads[1]}, {u"heads"_s, QJsonArray::fromStringList(m_heads.first(2))}}).status, 412);
        QCOMPARE(resolve({{u"take"_s, m_heads[1]}}).status, 200);
        QCOMPARE(store().documents().find(m_id)->heads.size(), 1);
    }

    // One side deleted the document, the other edited it.
    void deletedOnOneSide()
    {
        QCOMPARE(resolve({{u"take"_s, m_heads.first()}}).status, 200);
        const QString base = store().documents().find(m_id)->head();
        m_heads = {grow(base, u"ann"_s, {}), grow(base, u"bob"_s, {{u"goal_ms"_s, 333}})};
        m_heads.sort();
        const auto shown = m_api->ask("GET", m_path + "/conflict");
        QCOMPARE(shown.status, 200);
        const QJsonValue first = shown.json["sides"_L1][0], gone = first["deleted"_L1].toBool() ? first : shown.json["sides"_L1][1];
        QVERIFY(gone["deleted"_L1].toBool() && gone["content"_L1].isNull());
        QCOMPARE(resolve({{u"take"_s, gone["revision"_L1]}}).status, 204);
        QVERIFY(store().documents().find(m_id)->deleted);
    }

    void cleanupTestCase() { m_api.reset(); }
};

QTEST_GUILESS_MAIN(TestConflictsApi)
#include "test_conflicts_api.moc"
