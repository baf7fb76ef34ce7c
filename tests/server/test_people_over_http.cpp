#include "models/people/role.h"
#include "tests/server/server_program.h"
#include "tests/server/voxdeskd_program.h"
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
const QString kPassword = u"horse lamp river seven"_s, kSecond = u"another set of words"_s;
QString mailOf(Role role) { return enumName(role) + u"@example.org"_s; }
}

// voxdeskd from the first link to the last entry of its audit, over HTTP.
class TestPeopleOverHttp : public QObject {
    Q_OBJECT

    ServerProgram m_server;
    QMap<QString, QString> m_tokens; // by role

    QString owner() const { return m_tokens.value(u"owner"_s); }
    QString invited(Role role, const QString &email = {})
    {
        return m_server.send("POST", u"invitations"_s, owner(), QJsonObject{{u"role"_s, enumName(role)}, {u"email"_s, email}}).text("token");
    }
    HttpAnswer accept(const QString &token, const QString &email, const QString &password = kPassword)
    {
        return m_server.send("POST", u"invitations/accept"_s, {},
                             QJsonObject{{u"token"_s, token}, {u"name"_s, email.section(u'@', 0, 0)}, {u"email"_s, email}, {u"password"_s, password}});
    }
    HttpAnswer signIn(const QString &email, const QString &password)
    {
        return m_server.send("POST", u"sign-in"_s, {}, QJsonObject{{u"email"_s, email}, {u"password"_s, password}});
    }
    QStringList auditActions()
    {
        const auto connection = Connection::open(m_server.database());
        const auto rows = (*connection)->read("select action || ' ' || outcome from audit order by number");
        QStringList out;
        for (int row = 0; row < rows->size(); ++row) out.append(rows->text(row, 0));
        return out;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start(QByteArray(32, 'k').toBase64()), m_server.said().constData());
        const auto first = accept(m_server.ownerToken(), mailOf(Role::Owner));
        QCOMPARE(first.status, 200);
        m_tokens.insert(u"owner"_s, first.text("token"));
        for (const auto &row : EnumNames<Role>::all) {
            if (row.value == Role::Owner) continue;
            const auto in = accept(invited(row.value, mailOf(row.value)), mailOf(row.value));
            QCOMPARE(in.status, 200);
            QCOMPARE(in.text("role"), QString::fromLatin1(row.name));
            m_tokens.insert(QString::fromLatin1(row.name), in.text("token"));
        }
    }

    void answersHaveTheShapesConsolesRead()
    {
        const QJsonObject me = m_server.send("GET", u"me"_s, m_tokens.value(u"qa"_s)).json();
        QCOMPARE(me.value("person"_L1).toObject().value("email"_L1).toString(), mailOf(Role::Qa));
        QCOMPARE(me.value("role"_L1).toString(), u"qa"_s);
        QVERIFY(!me.value("workspace"_L1).toObject().value("id"_L1).toString().isEmpty());
        QCOMPARE(me.value("permissions"_L1).toArray().size(), permissionsOf(Role::Qa).size());
        const QJsonObject people = m_server.send("GET", u"people"_s, m_tokens.value(u"viewer"_s)).json();
        QCOMPARE(people.value("items"_L1).toArray().size(), int(EnumNames<Role>::all.size()));
        QVERIFY(people.contains("next"_L1));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray none;
        QTest::newRow("stranger") << QByteArray("GET") << u"people"_s << QString() << none << 401;
        QTest::newRow("viewer invites") << QByteArray("POST") << u"invitations"_s << u"viewer"_s << QByteArray("{\"role\":\"viewer\"}") << 403;
        QTest::newRow("builder reads the audit") << QByteArray("GET") << u"audit"_s << u"builder"_s << none << 403;
        QTest::newRow("qa writes a secret") << QByteArray("PUT") << u"secrets/x"_s << u"qa"_s << QByteArray("{\"value\":\"v\"}") << 403;
        QTest::newRow("supervisor names providers") << QByteArray("GET") << u"identity-providers"_s << u"supervisor"_s << none << 403;
        QTest::newRow("used invitation") << QByteArray("POST") << u"invitations/accept"_s << QString()
                                         << QJsonDocument(QJsonObject{{u"token"_s, m_server.ownerToken()}, {u"name"_s, u"Eve"_s},
                                                                      {u"email"_s, u"eve@example.org"_s}, {u"password"_s, kPassword}}).toJson()
                                         << 410;
        QTest::newRow("unknown role") << QByteArray("POST") << u"invitations"_s << u"owner"_s << QByteArray("{\"role\":\"king\"}") << 422;
        QTest::newRow("role as number") << QByteArray("POST") << u"invitations"_s << u"owner"_s << QByteArray("{\"role\":7}") << 422;
        QTest::newRow("no JSON") << QByteArray("POST") << u"sign-in"_s << QString() << QByteArray("{") << 400;
        QTest::newRow("key beyond the role") << QByteArray("POST") << u"keys"_s << u"qa"_s
                                             << QByteArray("{\"name\":\"k\",\"scopes\":[\"people:manage\"]}") << 403;
        QTest::newRow("secret's name") << QByteArray("PUT") << u"secrets/BIG"_s << u"owner"_s << QByteArray("{\"value\":\"v\"}") << 422;
        QTest::newRow("plain http provider") << QByteArray("PUT") << u"identity-providers/x"_s << u"owner"_s
                                             << QByteArray("{\"label\":\"X\",\"issuer\":\"http://x.example\",\"client_id\":\"c\"}") << 422;
        QTest::newRow("audit limit") << QByteArray("GET") << u"audit?limit=100000"_s << u"owner"_s << none << 422;
        QTest::newRow("audit injection") << QByteArray("GET") << u"audit?person=%27%20or%201%3D1--&cursor=1"_s << u"owner"_s << none << 200;
        QTest::newRow("no such person") << QByteArray("PATCH") << u"people/nobody"_s << u"owner"_s << QByteArray("{\"role\":\"qa\"}") << 404;
    }
    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, role);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto answer = m_server.send(method, path, m_tokens.value(role), body);
        QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
    }

    // Each thing that is done leaves one entry, in the words the audit's filters know.
    void everyWriteLeavesOneEntry()
    {
        const auto id = [](const HttpAnswer &answer) { return answer.text("id"); };
        const auto expect = [this](const HttpAnswer &answer, int status, const QStringList &entries) {
            static qsizetype seen = 0;
            const QStringList all = auditActions();
            const QStringList fresh = all.mid(seen);
            seen = all.size();
            if (status == 0) return; // only to begin from here
            QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
            QCOMPARE(fresh, entries);
        };
        expect({}, 0, {});
        const auto invitation = m_server.send("POST", u"invitations"_s, owner(), QJsonObject{{u"role"_s, u"viewer"_s}});
        expect(invitation, 201, {u"person.invited done"_s});
        const auto other = m_server.send("POST", u"invitations"_s, owner(), QJsonObject{{u"role"_s, u"viewer"_s}});
        expect(other, 201, {u"person.invited done"_s});
        expect(m_server.send("DELETE", u"invitations/"_s + id(other), owner()), 204, {u"invitation.withdrawn done"_s});
        const auto joined = accept(invitation.text("token"), u"late@example.org"_s);
        expect(joined, 200, {u"invitation.accepted done"_s});
        const QString late = joined.json().value("person"_L1).toObject().value("id"_L1).toString();
        expect(m_server.send("PATCH", u"people/"_s + late, owner(), QJsonObject{{u"role"_s, u"qa"_s}}), 200, {u"person.role_changed done"_s});
        expect(signIn(u"late@example.org"_s, u"wrong"_s), 401, {u"sign_in.refused refused"_s});
        const auto in = signIn(u"late@example.org"_s, kPassword);
        expect(in, 200, {u"sign_in.done done"_s});
        expect(m_server.send("PUT", u"me/password"_s, in.text("token"), QJsonObject{{u"current"_s, kPassword}, {u"next"_s, kSecond}}), 204,
               {u"password.changed done"_s});
        const auto key = m_server.send("POST", u"keys"_s, in.text("token"), QJsonObject{{u"name"_s, u"CI"_s}, {u"scopes"_s, QJsonArray{u"documents:read"_s}}});
        expect(key, 201, {u"key.made done"_s});
        expect(m_server.send("DELETE", u"keys/"_s + id(key), in.text("token")), 204, {u"key.revoked done"_s});
        expect(m_server.send("POST", u"sign-out"_s, in.text("token"), QByteArray("{}")), 204, {u"sign_out.done done"_s});
        expect(m_server.send("DELETE", u"people/"_s + late, owner()), 204, {u"person.removed done"_s});
        expect(m_server.send("PUT", u"secrets/crm"_s, owner(), QJsonObject{{u"value"_s, u"v"_s}}), 200, {u"secret.written done"_s});
        expect(m_server.send("DELETE", u"secrets/crm"_s, owner()), 204, {u"secret.removed done"_s});
        const QJsonObject provider{{u"label"_s, u"C"_s}, {u"issuer"_s, u"https://login.example.org"_s}, {u"client_id"_s, u"v"_s}};
        expect(m_server.send("PUT", u"identity-providers/company"_s, owner(), provider), 200, {u"identity_provider.changed done"_s});
        expect(m_server.send("DELETE", u"identity-providers/company"_s, owner()), 204, {u"identity_provider.removed done"_s});
        expect(m_server.send("GET", u"audit/export"_s, owner()), 200, {u"audit.exported done"_s});
        // What was refused for want of a permission is told; what failed for another reason changed nothing.
        expect(m_server.send("PUT", u"secrets/x"_s, m_tokens.value(u"qa"_s), QJsonObject{{u"value"_s, u"v"_s}}), 403, {u"secrets.put refused"_s});
        expect(m_server.send("DELETE", u"secrets/none"_s, owner()), 404, {});
        expect(m_server.send("GET", u"people"_s, owner()), 200, {});
    }

    void theAuditIsExported()
    {
        const auto csv = m_server.send("GET", u"audit/export?action=person."_s, owner());
        QVERIFY(csv.body.startsWith("number,time,actor,actor_id,via,action"));
        const auto lines = m_server.send("GET", u"audit/export?format=ndjson&action=person.removed"_s, owner());
        for (const QByteArray &line : lines.body.trimmed().split('\n'))
            QCOMPARE(QJsonDocument::fromJson(line).object().value("action"_L1).toString(), u"person.removed"_s);
        const auto page = m_server.send("GET", u"audit?limit=2"_s, owner()).json();
        QCOMPARE(page.value("items"_L1).toArray().size(), 2);
        const auto next = m_server.send("GET", u"audit?limit=2&cursor="_s + page.value("next"_L1).toString(), owner()).json();
        QVERIFY(next.value("items"_L1).toArray()[0].toObject().value("number"_L1).toInteger()
                < page.value("items"_L1).toArray()[1].toObject().value("number"_L1).toInteger());
        QCOMPARE(m_server.send("GET", u"audit/export?format=xml"_s, owner()).status, 422);
    }

    void tokensAreNotKeptForRepetitions()
    {
        const QByteArray body = "{\"name\":\"once\",\"scopes\":[\"documents:read\"]}";
        const auto first = m_server.send("POST", u"keys"_s, owner(), body, {{"Idempotency-Key", "abc"}});
        const auto again = m_server.send("POST", u"keys"_s, owner(), body, {{"Idempotency-Key", "abc"}});
        QCOMPARE(first.status, 201);
        QVERIFY(again.text("token") != first.text("token"));
    }

    // Values that must never be seen again, through every door that takes some; then everything is searched for them.
    void nothingSecretIsEverSeenAgain()
    {
        QList<QByteArray> canaries;
        const auto canary = [&canaries](const char *door) {
            canaries.append(QByteArray("CANARY-") + door + '-' + QByteArray::number(canaries.size()));
            return QString::fromLatin1(canaries.last());
        };
        const auto text = [](const QString &value) { return value.toUtf8(); };
        QCOMPARE(m_server.send("PUT", u"secrets/openai"_s, owner(), QJsonObject{{u"value"_s, canary("secret")}}).status, 200);
        QCOMPARE(m_server.send("PUT", u"secrets/openai"_s, owner(), QJsonObject{{u"value"_s, canary("rotated")}}).status, 200);
        m_server.send("PUT", u"secrets/BAD"_s, owner(), QJsonObject{{u"value"_s, canary("bad-name")}});
        m_server.send("PUT", u"secrets/openai"_s, owner(), QByteArray("{\"value\":\"") + text(canary("broken-json")));
        m_server.send("PUT", u"secrets/openai"_s, owner(), QJsonObject{{u"value"_s, QJsonArray{canary("wrong-type")}}});
        m_server.send("PUT", u"secrets/openai"_s, owner(), QJsonObject{{u"value"_s, canary("large") + QString(20'000, u'x')}});
        m_server.send("PUT", u"secrets/openai"_s, m_tokens.value(u"viewer"_s), QJsonObject{{u"value"_s, canary("forbidden")}});
        m_server.send("PUT", u"secrets/openai"_s, {}, QJsonObject{{u"value"_s, canary("stranger")}});
        m_server.send("POST", u"secrets/openai"_s, owner(), QJsonObject{{u"value"_s, canary("wrong-method")}});
        signIn(mailOf(Role::Qa), canary("wrong-password"));
        signIn(canary("password-as-address"), kPassword);
        signIn(mailOf(Role::Support), kPassword + canary("longer-password"));
        accept(canary("invitation"), u"x@example.org"_s, canary("password"));
        const QString strong = canary("joined-password");
        QCOMPARE(accept(invited(Role::Viewer), u"canary@example.org"_s, strong).status, 200);
        const auto in = signIn(u"canary@example.org"_s, strong);
        QCOMPARE(m_server.send("PUT", u"me/password"_s, in.text("token"), QJsonObject{{u"current"_s, strong}, {u"next"_s, canary("new-password")}}).status, 204);
        m_server.send("GET", u"people?token="_s + canary("query"), owner());
        m_server.send("GET", u"people"_s, canary("bearer"));
        m_server.send("GET", u"people"_s, owner(), {}, {{"X-Api-Key", text(canary("header"))}, {"Cookie", text(canary("cookie"))}});
        m_server.send("POST", u"sign-in/oidc/finish"_s, {}, QJsonObject{{u"state"_s, canary("state")}, {u"code"_s, canary("code")}, {u"redirect_uri"_s, u"x"_s}});
        m_server.send("PUT", u"identity-providers/c"_s, owner(),
                      QJsonObject{{u"label"_s, u"C"_s}, {u"issuer"_s, u"https://i.example"_s}, {u"client_id"_s, u"v"_s}, {u"client_secret"_s, canary("client-secret")}});
        // Typed where others would read it: refused with the place, whichever door it is.
        const QString value = QString::fromLatin1(canaries[1]);
        QJsonObject content{{u"name"_s, u"Bearer "_s + value}, {u"languages"_s, QJsonArray{u"en"_s}}};
        const auto refused = [&](const HttpAnswer &answer, const QString &place) {
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.text("type"), u"urn:voxdesk:secret-shown"_s);
            QCOMPARE(answer.json().value("args"_L1), QJsonValue(QJsonArray{u"openai"_s, place}));
        };
        const QString builder = m_tokens.value(u"builder"_s);
        refused(m_server.send("POST", u"agents"_s, builder, QJsonObject{{u"content"_s, content}}), u"/content/name"_s);
        content.insert(u"name"_s, u"Harmless"_s);
        const QString made = m_server.send("POST", u"agents"_s, builder, QJsonObject{{u"content"_s, content}}).text("id");
        QVERIFY(!made.isEmpty());
        refused(m_server.send("PATCH", u"agents/"_s + made, builder, QJsonObject{{u"prompt"_s, QJsonObject{{u"en"_s, value}}}}), u"/prompt/en"_s);
        refused(m_server.send("POST", u"sync/items"_s, builder, QJsonObject{{u"items"_s, QJsonArray{QJsonObject{{u"x"_s, value}}}}}), u"/items/0/x"_s);
        refused(m_server.send("POST", u"invitations"_s, owner(), QJsonObject{{u"role"_s, u"viewer"_s}, {u"email"_s, value + u"@example.org"_s}}), u"/email"_s);
        refused(m_server.send("PUT", u"conversations/01890000-0000-7000-8000-000000000001/parts/events?offset=0"_s, m_tokens.value(u"supervisor"_s),
                              QByteArray("....{\"text\":\"") + value.toUtf8() + '"'), QString());

        // Tokens are shown once, to one client; whole ones are nowhere afterwards.
        canaries.append({text(in.text("token")), text(owner()), text(invited(Role::Qa)), m_server.ownerToken().toUtf8(),
                         text(m_server.send("POST", u"keys"_s, owner(), QByteArray("{\"name\":\"k\",\"scopes\":[\"documents:read\"]}")).text("token"))});
        canaries.append({QByteArray(32, 'k').toBase64(), text(kPassword)});

        QByteArray seen;
        const QJsonObject paths = m_server.send("GET", u"openapi.json"_s).json().value("paths"_L1).toObject();
        QVERIFY(paths.size() > 20);
        QStringList readable{u"secrets/openai"_s, u"audit?limit=200"_s, u"audit/export?format=ndjson"_s, u"identity-providers"_s, u"sync/changes"_s};
        for (auto it = paths.begin(); it != paths.end(); ++it)
            if (it->toObject().contains("get"_L1) && !it.key().contains(u'{') && !it.key().endsWith("/events"_L1))
                readable.append(it.key().mid(int(qstrlen("/api/v1/"))));
        for (auto token = m_tokens.cbegin(); token != m_tokens.cend(); ++token)
            for (const QString &path : std::as_const(readable)) seen += m_server.send("GET", path, *token).body;
        for (const QString &path : std::as_const(readable)) seen += m_server.send("GET", path).body;
        QVERIFY(seen.contains("secret.written") && seen.contains("\"openai\""));
        QVERIFY2(m_server.limits().contains("Max core file size        0                    0"), m_server.limits().constData());
        // Another client, as it comes with voxctl: everything it fetched, its backup, and what it said.
        const QTemporaryDir desk;
        const QString folder = desk.filePath(u"replicas"_s), file = desk.filePath(u"backup"_s);
        const auto run = [&](const QStringList &arguments, const QByteArray &input = {}) {
            const auto outcome = ServerProgram::voxctl(desk.path(), arguments, input);
            seen += outcome.said;
            return outcome;
        };
        const auto login = run({u"login"_s, m_server.address(), u"--email"_s, mailOf(Role::Owner), u"--workspace"_s, folder}, kPassword.toUtf8() + '\n');
        QVERIFY2(login.status == 0, login.said);
        QString replica;
        for (const QString &line : QString::fromUtf8(login.said).split(u'\n'))
            if (line.startsWith(folder)) replica = line;
        const auto synced = run({u"sync"_s, u"--workspace"_s, replica});
        QVERIFY2(synced.status == 0, synced.said);
        const auto backed = run({u"backup"_s, file, u"--workspace"_s, replica});
        QVERIFY2(backed.status == 0, backed.said);
        for (QDirIterator files(desk.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            QFile one(files.next());
            if (one.open(QIODevice::ReadOnly)) seen += one.readAll();
        }
        QVERIFY(seen.contains("voxdesk-backup 1") && seen.contains("Harmless"));
        // The whole feed as events, for who may see all of it.
        test::EventsClient events(m_server.port(), owner().toLatin1(), QByteArray());
        QVERIFY(events.isOpen());
        m_server.send("PUT", u"secrets/last"_s, owner(), QJsonObject{{u"value"_s, canary("last")}});
        const QString last = m_server.send("POST", u"agents"_s, builder, QJsonObject{{u"content"_s, content}}).text("id");
        for (QJsonObject event = events.next(); !event.isEmpty(); event = events.next()) {
            const QByteArray text = QJsonDocument(event).toJson();
            seen += text;
            if (text.contains(last.toLatin1())) break;
        }
        QVERIFY(seen.contains(last.toLatin1()));
        const QByteArray shown = m_server.shownWhileRunning();
        // Its environment is shown to nobody but root.
        QVERIFY(shown.contains("voxdeskd") && (::geteuid() != 0 || shown.contains("QT_LOGGING_RULES")));
        seen += shown;
        m_server.stop();
        // What it printed at its start holds the owner's link, which a person had to get somehow.
        const QByteArray kept = m_server.everythingKept().replace("#" + m_server.ownerToken().toLatin1(), "#");
        QVERIFY(kept.contains("INSERT INTO public.secret") && kept.contains("\"what\":\"request\"") && kept.contains("execute"));
        for (const QByteArray &value : std::as_const(canaries))
            for (const QByteArray &form : {value, value.toBase64().left(value.size() / 3 * 4 - 2), value.toHex()}) {
                QVERIFY2(!seen.contains(form), value + " was answered");
                QVERIFY2(!kept.contains(form), value + " was kept");
            }
    }
};

QTEST_GUILESS_MAIN(TestPeopleOverHttp)
#include "test_people_over_http.moc"
