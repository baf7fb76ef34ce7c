#include "app/api/dispatcher.h"
#include "app/api/routes/document_routes.h"
#include "app/identity/doors.h"
#include "app/identity/secret_watch.h"
#include "app/security/tokens.h"
#include "tests/unit/app/identity/workspace_of_people.h"
#include <QJsonDocument>

using namespace vox;
using namespace Qt::StringLiterals;

// How often a request waits for the database. Each time costs two processes a turn: what these numbers allow is what the server
// does a thousand times a second.
class TestJourneys : public QObject {
    Q_OBJECT

    WorkspaceOfPeople m_w;
    SecretVault m_vault{*MasterKeys::parse(QByteArray(32, 'k').toBase64())};
    SecretWatch m_watch{m_vault};
    DispatcherOptions options()
    {
        DispatcherOptions out;
        out.perCredential = {0, 0};
        out.watch = &m_watch;
        return out;
    }
    Dispatcher m_dispatcher{documentRoutes(), m_w.doors, [this] { return m_w.now; }, [](const QJsonObject &) {}, options()};
    Caller m_anna;
    QByteArray m_token;

    struct Answer {
        int status = 0;
        qint64 journeys = 0;
        QJsonObject json;
        bool atOnce = false; // admitted without the database
    };
    Answer ask(const QByteArray &verb, const QByteArray &target, const QByteArray &body = {}, const QMap<QByteArray, QByteArray> &headers = {})
    {
        Exchange exchange;
        exchange.head.verb = verb;
        exchange.head.target = target;
        exchange.head.headers = headers;
        exchange.head.headers.insert("authorization", "Bearer " + m_token);
        for (const Method method : {Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete})
            if (Router::nameOf(method) == verb) exchange.head.method = method;
        exchange.body = body;
        const qint64 before = m_w.store().journeys();
        Answer out;
        if (m_dispatcher.begin(exchange)) {
            out.atOnce = m_dispatcher.admitAtOnce(exchange);
            if (out.atOnce || m_dispatcher.admit(exchange, &m_w.store())) m_dispatcher.run(exchange, &m_w.store());
        }
        out.status = exchange.answer.status;
        out.journeys = m_w.store().journeys() - before;
        out.json = QJsonDocument::fromJson(exchange.answer.body).object();
        return out;
    }
    static QByteArray agentNamed(const QByteArray &name) { return "{\"content\":{\"name\":\"" + name + "\"}}"; }

private slots:
    void initTestCase()
    {
        m_anna = m_w.add(u"Anna"_s, Role::Owner);
        m_token = m_w.tryIn(u"anna@example.org"_s)->token;
        QVERIFY(m_vault.put(m_w.store(), m_anna, u"key"_s, "a value that nobody guesses", m_w.now));
        QCOMPARE(ask("POST", "/api/v1/agents", agentNamed("First")).status, 201); // who asks, and what is secret, is known now
    }

    void atMost_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("journeys");
        QTest::newRow("document") << QByteArray("GET ONE") << 200 << 1;
        QTest::newRow("list") << QByteArray("GET LIST") << 200 << 1;
        QTest::newRow("list by change") << QByteArray("GET LIST?sort=-changed") << 200 << 1;
        QTest::newRow("history") << QByteArray("GET ONE/history") << 200 << 1;
        QTest::newRow("new") << QByteArray("POST LIST") << 201 << 2;   // it, and its end
        QTest::newRow("change") << QByteArray("PATCH ONE") << 200 << 3; // what it is, the change, its end
        QTest::newRow("deletion") << QByteArray("DELETE ONE") << 204 << 3;
    }
    void atMost()
    {
        QFETCH(QByteArray, what);
        QFETCH(int, status);
        QFETCH(int, journeys);
        for (int i = 0; i < 2; ++i) {
            const QByteArray id = ask("POST", "/api/v1/agents", agentNamed("One")).json.value("id"_L1).toString().toLatin1();
            QVERIFY(!id.isEmpty());
            QByteArray target = what.mid(what.indexOf(' ') + 1);
            target.replace("ONE", "/api/v1/agents/" + id).replace("LIST", "/api/v1/agents");
            const QByteArray verb = what.left(what.indexOf(' '));
            const QByteArray body = verb == "POST" ? agentNamed("Two") : verb == "PATCH" ? QByteArray("{\"goal_ms\":901}") : QByteArray();
            const Answer answer = ask(verb, target, body, verb == "GET" || verb == "POST" ? QMap<QByteArray, QByteArray>() : QMap<QByteArray, QByteArray>{{"if-match", "*"}});
            QCOMPARE(answer.status, status);
            QVERIFY(answer.atOnce);
            QVERIFY2(answer.journeys <= journeys, qPrintable(QString::number(answer.journeys)));
        }
    }

    // Many quick reads ask together, and each gets what is there when it asks.
    void readsTogether()
    {
        const QByteArray id = ask("POST", "/api/v1/agents", agentNamed("Together")).json.value("id"_L1).toString().toLatin1();
        ServerStore &store = m_w.store();
        const auto begun = [&](Exchange &exchange, const QByteArray &target) {
            exchange.head.verb = "GET";
            exchange.head.method = Method::Get;
            exchange.head.target = target;
            exchange.head.headers.insert("authorization", "Bearer " + m_token);
            return m_dispatcher.begin(exchange) && m_dispatcher.admitAtOnce(exchange);
        };
        Exchange document, list, history, missing;
        QVERIFY(begun(document, "/api/v1/agents/" + id) && begun(list, "/api/v1/agents?limit=2") && begun(history, "/api/v1/agents/" + id + "/history")
                && begun(missing, "/api/v1/agents/01890000-0000-7000-8000-000000000000"));
        const qint64 before = store.journeys();
        for (Exchange *one : {&document, &list, &history, &missing}) m_dispatcher.foresee(*one, store);
        store.fetchForeseen();
        QCOMPARE(store.journeys(), before + 1);
        for (Exchange *one : {&document, &list, &history, &missing}) m_dispatcher.run(*one, &store);
        QCOMPARE(store.journeys(), before + 1);
        QCOMPARE(document.answer.status, 200);
        QCOMPARE(QJsonDocument::fromJson(document.answer.body).object().value("name"_L1).toString(), u"Together"_s);
        QCOMPARE(QJsonDocument::fromJson(list.answer.body)["items"_L1].toArray().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(history.answer.body)["items"_L1].toArray().size(), 1);
        QCOMPARE(missing.answer.status, 404);

        // What was fetched is used once, and nothing that was fetched before survives forgetting.
        DocumentStore &documents = store.workspace(m_w.server.workspace).documents();
        const DocumentId of = *DocumentId::parse(QString::fromLatin1(id));
        documents.foreseeOpen(of);
        documents.foreseeOpen(of);
        store.fetchForeseen();
        store.forgetForeseen();
        QCOMPARE(ask("PATCH", "/api/v1/agents/" + id, "{\"name\":\"Later\"}", {{"if-match", "*"}}).status, 200);
        QCOMPARE(documents.open(of)->row.name, u"Later"_s);
    }

    // A secret that was typed in at another server is found in the very next request here.
    void secretsOfOtherServersAreSeen()
    {
        const auto other = m_w.anotherConnection();
        QVERIFY(m_vault.put(*other, m_anna, u"other"_s, "typed in at another server", m_w.now));
        const Answer shown = ask("POST", "/api/v1/agents", agentNamed("typed in at another server"));
        QCOMPARE(shown.status, 422);
        QCOMPARE(shown.json.value("type"_L1).toString(), u"urn:voxdesk:secret-shown"_s);
        QCOMPARE(ask("GET", "/api/v1/agents?name=another%20server").json.value("items"_L1).toArray().size(), 0);
        QVERIFY(m_vault.remove(*other, m_anna, u"other"_s));
        QCOMPARE(ask("POST", "/api/v1/agents", agentNamed("typed in at another server")).status, 201);
        // The same name and version again, with another value.
        m_w.later(5);
        QVERIFY(m_vault.put(*other, m_anna, u"other"_s, "yet another value of it", m_w.now));
        QCOMPARE(ask("POST", "/api/v1/agents", agentNamed("yet another value of it")).status, 422);
        QVERIFY(m_vault.remove(*other, m_anna, u"other"_s));
    }

    // A key that is revoked at another server opens nothing here a second later.
    void doorsOfOtherServersClose()
    {
        const QByteArray token = std::exchange(m_token, m_w.tryIn(u"anna@example.org"_s)->token);
        QCOMPARE(ask("GET", "/api/v1/agents").status, 200);
        QVERIFY(ask("GET", "/api/v1/agents").atOnce);
        const auto other = m_w.anotherConnection();
        QVERIFY(other->people().dropSession(hashOfToken(m_token)));
        m_w.later(Doors::knownForMs - 1);
        (void)ask("GET", "/api/v1/agents"); // may still be known, or be asked for already
        m_w.later(1);
        QCOMPARE(ask("GET", "/api/v1/agents").status, 401);
        m_w.later(-Doors::knownForMs); // nor does a clock that is set back open it
        QCOMPARE(ask("GET", "/api/v1/agents").status, 401);
        m_token = token;
    }

    // What this server is told counts at once, also for who read just before.
    void forgottenAtOnce()
    {
        QCOMPARE(ask("GET", "/api/v1/agents").status, 200);
        QVERIFY(m_w.doors.known(QString::fromLatin1(m_token), {}, m_w.now));
        m_w.doors.forget();
        QVERIFY(!m_w.doors.known(QString::fromLatin1(m_token), {}, m_w.now));
    }
};

QTEST_GUILESS_MAIN(TestJourneys)
#include "test_journeys.moc"
