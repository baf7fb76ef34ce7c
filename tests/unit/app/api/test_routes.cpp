#include "app/api/open_api.h"
#include "tests/unit/app/api/api_on_postgres.h"
#include <QRegularExpression>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// The table of routes: who may call which, and the description made from it.
class TestRoutes : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_api = ApiOnPostgres::make();
        QVERIFY(m_api);
    }

    // Every route × every role, strangers and keys of an owner with each single scope: allowed exactly when the table says so.
    void whoMayWhat_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QList<Permission>>("permissions");
        QTest::newRow("stranger") << QByteArray() << QList<Permission>();
        QTest::newRow("forged") << QByteArray("nobody") << QList<Permission>();
        for (const auto &role : EnumNames<Role>::all) QTest::newRow(role.name) << QByteArray(role.name) << permissionsOf(role.value);
        for (const auto &permission : EnumNames<Permission>::all)
            QTest::newRow(permission.name) << QByteArray("scoped:") + permission.name << QList<Permission>{permission.value};
        QTest::newRow("no scope") << QByteArray("scoped:") << QList<Permission>();
    }
    void whoMayWhat()
    {
        QFETCH(QByteArray, token);
        QFETCH(QList<Permission>, permissions);
        const bool stranger = token.isEmpty() || token == "nobody";
        for (const Route &route : m_api->dispatcher.router().routes()) {
            Exchange exchange = asking(route, token);
            QVERIFY(m_api->dispatcher.begin(exchange));
            QCOMPARE(exchange.route, &route);
            const bool admitted = m_api->dispatcher.admit(exchange, m_api->server.store.get());
            const int expected = route.access.kind == Access::Kind::Anybody ? 0
                : stranger                                                   ? 401
                : route.access.kind == Access::Kind::SignedIn || permissions.contains(route.access.permission) ? 0 : 403;
            QVERIFY2(admitted == (expected == 0) && (admitted || exchange.answer.status == expected),
                     qPrintable(u"%1 %2 gave %3"_s.arg(QLatin1String(Router::nameOf(route.method)), route.path).arg(exchange.answer.status)));
        }
    }

    void onlyTheseAreForAnybody()
    {
        QStringList open;
        for (const Route &route : m_api->dispatcher.router().routes())
            if (route.access.kind == Access::Kind::Anybody) open.append(route.path);
        open.sort();
        const QStringList expected{u"/api/v1/health"_s, u"/api/v1/invitations/accept"_s, u"/api/v1/openapi.json"_s, u"/api/v1/ready"_s, u"/api/v1/sign-in"_s,
                                   u"/api/v1/sign-in/oidc/finish"_s, u"/api/v1/sign-in/oidc/start"_s, u"/api/v1/sign-in/providers"_s};
        QCOMPARE(open, expected);
    }

    // A handler that meets a request it did not expect says so: never 500, never another status than a documented one.
    void everyRouteSurvivesNonsense()
    {
        const QByteArrayList bodies{"", "{", "[]", "null", "{\"content\":[]}", "{\"documents\":{\"x\":1}}", "{\"id\":{},\"at_utc_ms\":\"x\"}", QByteArray(900, '['),
                                    "\xff\xfe", "{\"email\":{\"$ne\":null},\"password\":{\"$gt\":\"\"}}"};
        for (const Route &route : m_api->dispatcher.router().routes()) {
            if (route.path.contains(u"oidc"_s)) continue; // asks the network
            for (const QByteArray &body : bodies) {
                const QByteArray target = asking(route, "owner").head.target;
                const auto answer = m_api->ask(Router::nameOf(route.method), target, "owner", body, {{"if-match", "*"}});
                QVERIFY2(answer.status < 500, qPrintable(u"%1 %2 %3: %4"_s.arg(QLatin1String(Router::nameOf(route.method)), route.path).arg(answer.status)
                                                             .arg(QString::fromUtf8(QJsonDocument(m_api->log.last()).toJson()))));
            }
        }
    }

    void injection_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"' or '1'='1", "'; drop table document; --", "%27%20or%201%3d1--", "$1", "\\'; select pg_sleep(9); --", "%00", "%F0%9F%98%80", "{\"$gt\":\"\"}",
                                 "../../etc/passwd", "%2e%2e%2f", "\"},\"role\":\"owner\",\"x\":{\"", "NULL", "0x31303235343830303536", "1e309", "-1", "99999999999999999999",
                                 "%25%25%s%n", "<script>alert(1)</script>", "${jndi:ldap://x}", "a%0d%0aSet-Cookie:x=1", "%ff%fe", "){|}*"})
            QTest::newRow(text) << QByteArray(text);
    }
    // As ids, cursors, filters and fields: nothing is ever part of a statement, nothing breaks.
    void injection()
    {
        QFETCH(QByteArray, text);
        const QByteArray escaped = QByteArray(text).replace(' ', "%20").replace('"', "%22").replace('/', "%2f");
        for (const Route &route : m_api->dispatcher.router().routes()) {
            if (route.path.contains(u"oidc"_s) || route.path == "/api/v1/sign-in"_L1) continue;
            QByteArray target = route.path.toLatin1();
            for (qsizetype at = target.indexOf('{'); at >= 0; at = target.indexOf('{', at + escaped.size())) target.replace(at, target.indexOf('}', at) - at + 1, escaped);
            for (const char *name : {"after", "name", "text", "sort", "limit", "before", "action", "from", "agent", "offset", "changed_since", "conflict", "deleted", "release", "language"})
                target += (target.contains('?') ? "&" : "?") + QByteArray(name) + '=' + escaped;
            const QJsonObject body{{u"name"_s, QString::fromUtf8(text)}, {u"id"_s, QString::fromUtf8(text)}, {u"message"_s, QString::fromUtf8(text)},
                                   {u"content"_s, QJsonObject{{u"name"_s, QString::fromUtf8(text)}}}, {u"revision"_s, QString::fromUtf8(text)}};
            const auto answer = m_api->ask(Router::nameOf(route.method), target, "owner", QJsonDocument(body).toJson(), {{"if-match", text}});
            QVERIFY2(answer.status < 500, qPrintable(u"%1 %2"_s.arg(QLatin1String(Router::nameOf(route.method)), QString::fromUtf8(target))));
            QVERIFY(!answer.body.contains("PostgreSQL") && !answer.body.contains("syntax error"));
        }
        QVERIFY(m_api->server.store->workspaces()->size() == 1);
    }

    // Every $ref leads somewhere, every path parameter is declared, every operation has an id of its own.
    void openApiIsWhole()
    {
        const auto answer = m_api->ask("GET", "/api/v1/openapi.json", {});
        QCOMPARE(answer.json.value("openapi"_L1).toString(), u"3.1.0"_s);
        const QString text = QString::fromUtf8(answer.body);
        static const QRegularExpression references(u"\"\\$ref\":\"#/components/schemas/([a-z_]+)\""_s);
        const QJsonObject schemas = answer.json["components"_L1]["schemas"_L1].toObject();
        for (auto all = references.globalMatch(text); all.hasNext();) {
            const QString name = all.next().captured(1);
            QVERIFY2(schemas.contains(name), qPrintable(name));
        }
        QSet<QString> ids;
        int operations = 0;
        const QJsonObject paths = answer.json.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path->toObject();
            for (const QJsonValue &operation : methods) {
                ids.insert(operation["operationId"_L1].toString());
                ++operations;
                int declared = 0;
                for (const QJsonValue &parameter : operation["parameters"_L1].toArray()) declared += parameter["in"_L1].toString() == "path"_L1;
                QCOMPARE(declared, path.key().count(u'{'));
                QVERIFY(!operation["summary"_L1].toString().isEmpty());
                QVERIFY(operation["responses"_L1].isObject());
            }
        }
        QCOMPARE(ids.size(), operations);
        QCOMPARE(std::size_t(operations), m_api->dispatcher.router().routes().size());
    }

    void healthTellsStrangersLittle()
    {
        const auto stranger = m_api->ask("GET", "/api/v1/health", {}), viewer = m_api->ask("GET", "/api/v1/health", "viewer"), owner = m_api->ask("GET", "/api/v1/health");
        QCOMPARE(stranger.status, 200);
        QVERIFY(!stranger.body.contains("ping_us") && !stranger.body.contains("1.2.3") && !viewer.body.contains("ping_us"));
        QVERIFY(!stranger.body.contains("schema") && !viewer.body.contains("schema"));
        int schema = 0;
        for (const QJsonValue &part : owner.json.value("components"_L1).toArray()) schema += part["schema"_L1].toInt();
        QVERIFY(schema >= 4);
        QVERIFY(owner.body.contains("ping_us") && owner.body.contains("1.2.3"));
        QVERIFY(m_api->ask("GET", "/api/v1/metrics").body.contains("voxdesk_requests_total{method=\"GET\",route=\"/api/v1/health\",status=\"2xx\"}"));
    }

    void cleanupTestCase() { m_api.reset(); }

private:
    static Exchange asking(const Route &route, const QByteArray &token)
    {
        Exchange exchange;
        exchange.head.verb = Router::nameOf(route.method);
        exchange.head.method = route.method;
        exchange.head.target = route.path.toLatin1();
        const QByteArray id = "018f0000-0000-7000-8000-000000000001";
        for (const char *place : {"{id}", "{revision}", "{name}", "{number}", "{a}", "{b}", "{part}", "{provider}"}) exchange.head.target.replace(place, id);
        if (!token.isEmpty()) exchange.head.headers.insert("authorization", "Bearer " + token);
        exchange.address = u"192.0.2.1"_s;
        return exchange;
    }

    std::unique_ptr<ApiOnPostgres> m_api;
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "test_routes.moc"
