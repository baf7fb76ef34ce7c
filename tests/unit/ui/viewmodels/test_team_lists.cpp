// People, keys, secrets and the audit of a team's server, as their screens know them.
#include "tests/unit/ui/viewmodels/scripted_server.h"
#include "ui/viewmodels/audit_view_model.h"
#include "ui/viewmodels/keys_view_model.h"
#include "ui/viewmodels/people_view_model.h"
#include "ui/viewmodels/secrets_view_model.h"
#include <QJsonArray>
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using State = TeamViewModel::State;

class TestTeamLists : public QObject {
    Q_OBJECT
private slots:
    void aLocalWorkspaceHasNoLists();
    void rolesDecideWhatIsSeen();
    void peopleAreListedAndInvited();
    void rolesChangeAndAreTakenBack();
    void keysAreShownOnce();
    void secretsAreOnlyWritten();
    void theAuditIsReadByPages();
    void theAuditIsExportedInPieces_data();
    void theAuditIsExportedInPieces();
    void whatWasReadStaysWhenTheLineIsLost();

private:
    using Script = ScriptedServer::Script;
    static QJsonObject items(const QJsonArray &items, const QJsonValue &next = QJsonValue::Null) { return {{u"items"_s, items}, {u"next"_s, next}}; }
    static QJsonObject person(const QString &name, Role role, bool active = true)
    {
        PersonInfo info;
        info.id = PersonId::make({qint64(qHash(name))});
        info.name = name;
        info.email = name.toLower() + u"@example.org"_s;
        info.role = role;
        info.active = active;
        return toJson(info);
    }
    static const ServerRequest *asked(const Script &script, const QByteArray &method, const QString &path)
    {
        for (auto it = script.asked.crbegin(); it != script.asked.crend(); ++it)
            if (it->method == method && it->path == path) return &*it;
        return nullptr;
    }
};

void TestTeamLists::aLocalWorkspaceHasNoLists()
{
    PeopleViewModel people(nullptr);
    QCOMPARE(people.state(), State::Local);
    people.invite(u"a@b.c"_s, Role::Viewer); // no server, nothing happens
    AuditViewModel audit(nullptr);
    audit.setFilter({u"x"_s, {}, {}, {}, {}, {}});
    audit.exportTo(u"/nowhere.csv"_s);
    QCOMPARE(audit.state(), State::Local);
}

void TestTeamLists::rolesDecideWhatIsSeen()
{
    TeamDesk desk(Role::Viewer);
    QCOMPARE(AuditViewModel(desk.sync.get()).state(), State::Forbidden);
    QCOMPARE(SecretsViewModel(desk.sync.get()).state(), State::Forbidden);
    QVERIFY(desk.script.asked.isEmpty()); // what is not allowed is not even asked for
    PeopleViewModel people(desk.sync.get());
    QCOMPARE(people.state(), State::Loading);
    QVERIFY(!people.mayManage());
    KeysViewModel keys(desk.sync.get());
    QVERIFY(!keys.scopesToGive().contains(Permission::WriteDocuments));
    QVERIFY(!keys.seesEverybodys());
}

void TestTeamLists::peopleAreListedAndInvited()
{
    TeamDesk desk(Role::Owner);
    desk.script.answers = {{u"GET people"_s, Script::json(items({person(u"Zoe"_s, Role::Qa), person(u"Anna"_s, Role::Owner), person(u"Gone"_s, Role::Viewer, false)}))},
                           {u"GET invitations"_s, Script::json(items({QJsonObject{{u"id"_s, u"i1"_s}, {u"email"_s, u"new@example.org"_s}, {u"role"_s, u"qa"_s}}}))},
                           {u"POST invitations"_s, Script::json(QJsonObject{{u"id"_s, u"i2"_s}, {u"email"_s, u"dan@example.org"_s}, {u"role"_s, u"builder"_s}, {u"token"_s, u"vxi_secret"_s}})}};
    PeopleViewModel people(desk.sync.get());
    QTRY_COMPARE(people.state(), State::Ready);
    QCOMPARE(people.people().size(), 2);
    QCOMPARE(people.people().first().name, u"Anna"_s);
    QTRY_COMPARE(people.invitations().size(), 1);
    QCOMPARE(people.rolesToGive().size(), int(EnumNames<Role>::all.size()));
    QSignalSpy invited(&people, &PeopleViewModel::invited);
    people.invite(u" dan@example.org "_s, Role::Builder);
    QTRY_COMPARE(invited.count(), 1);
    QCOMPARE(invited.first().first().toString(), u"https://team.example:8443/join#vxi_secret"_s);
    const ServerRequest *request = asked(desk.script, "POST", u"invitations"_s);
    QCOMPARE(request->body["email"_L1].toString(), u"dan@example.org"_s);
    QCOMPARE(request->body["role"_L1].toString(), u"builder"_s);
}

void TestTeamLists::rolesChangeAndAreTakenBack()
{
    TeamDesk desk(Role::Owner);
    const QJsonObject anna = person(u"Anna"_s, Role::Qa);
    QString role = u"qa"_s;
    const auto now = [&role, anna] {
        QJsonObject out = anna;
        out.insert("role"_L1, role);
        return out;
    };
    desk.script.answers.insert(u"GET people"_s, [&](const ServerRequest &) { return Result<ServerAnswer>(ServerAnswer{200, items({now()}), {}, {}}); });
    desk.script.answers.insert(u"GET invitations"_s, Script::json(items({})));
    desk.script.answers.insert(u"PATCH people/"_s + anna.value("id"_L1).toString(), [&](const ServerRequest &request) {
        role = request.body["role"_L1].toString();
        return Result<ServerAnswer>(ServerAnswer{200, now(), {}, {}});
    });
    desk.script.answers.insert(u"DELETE people/"_s + anna.value("id"_L1).toString(), Script::fails(Error::Code::LastOwner));
    PeopleViewModel people(desk.sync.get());
    QTRY_COMPARE(people.state(), State::Ready);
    QSignalSpy changed(&people, &PeopleViewModel::roleChanged);
    people.changeRole(people.people().first(), Role::Supervisor);
    QTRY_COMPARE(changed.count(), 1);
    QTRY_COMPARE(people.people().first().role, Role::Supervisor);
    people.changeRole(people.people().first(), changed.first().at(1).value<Role>());
    QTRY_COMPARE(people.people().first().role, Role::Qa);
    QSignalSpy failed(&people, &TeamViewModel::failed);
    people.remove(people.people().first());
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(people.people().size(), 1);
}

void TestTeamLists::keysAreShownOnce()
{
    TeamDesk desk(Role::Builder);
    ApiKeyInfo info;
    info.id = u"k1"_s;
    info.name = u"nightly"_s;
    info.hint = u"vxk_3f9a…"_s;
    QJsonObject made = toJson(info);
    made.insert("token"_L1, u"vxk_whole"_s);
    desk.script.answers = {{u"GET keys"_s, Script::json(items({toJson(info)}))}, {u"POST keys"_s, Script::json(made)}};
    KeysViewModel keys(desk.sync.get());
    QTRY_COMPARE(keys.state(), State::Ready);
    QSignalSpy shown(&keys, &KeysViewModel::made);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    keys.make(u" nightly "_s, {Permission::ReadDocuments, Permission::ReadConversations}, 90);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().toString(), u"vxk_whole"_s);
    const QJsonValue body = asked(desk.script, "POST", u"keys"_s)->body;
    QCOMPARE(body["name"_L1].toString(), u"nightly"_s);
    QCOMPARE(body["scopes"_L1].toArray(), (QJsonArray{u"documents:read"_s, u"conversations:read"_s}));
    QVERIFY(body["expires_utc_ms"_L1].toInteger() - before >= qint64(90) * 24 * 3600 * 1000);
    for (const ApiKeyInfo &key : keys.keys()) QVERIFY(!key.hint.contains("whole"_L1));
}

void TestTeamLists::secretsAreOnlyWritten()
{
    TeamDesk desk(Role::Builder);
    desk.script.answers = {{u"GET secrets"_s, Script::json(items({QJsonObject{{u"name"_s, u"openai.key"_s}, {u"version"_s, 3}}}))},
                           {u"PUT secrets/openai.key"_s, Script::json(QJsonObject{{u"name"_s, u"openai.key"_s}, {u"version"_s, 4}})}};
    SecretsViewModel secrets(desk.sync.get());
    QTRY_COMPARE(secrets.state(), State::Ready);
    for (const QString &bad : {u""_s, u"Big"_s, u"a b"_s, u"a/b"_s, u"ключ"_s, QString(65, u'a'), u"a\nb"_s}) {
        QVERIFY2(!SecretsViewModel::isName(bad), qPrintable(bad));
        secrets.write(bad, u"x"_s);
    }
    QVERIFY(!asked(desk.script, "PUT", u"secrets/"_s));
    QCOMPARE(desk.script.asked.size(), 1);
    QSignalSpy written(&secrets, &SecretsViewModel::written);
    secrets.write(u"openai.key"_s, u"sk-value"_s);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.first().first().value<SecretInfo>().version, 4);
    QCOMPARE(asked(desk.script, "PUT", u"secrets/openai.key"_s)->body["value"_L1].toString(), u"sk-value"_s);
}

void TestTeamLists::theAuditIsReadByPages()
{
    TeamDesk desk(Role::Owner);
    const auto entry = [](int number) { return QJsonObject{{u"number"_s, number}, {u"actor"_s, u"Anna"_s}, {u"action"_s, u"agent.changed"_s}}; };
    desk.script.answers = {{u"GET people"_s, Script::json(items({person(u"Anna"_s, Role::Owner)}))},
                           {u"GET audit"_s, [&](const ServerRequest &request) {
                                const bool second = request.query.queryItemValue(u"cursor"_s) == "9"_L1;
                                return Result<ServerAnswer>(ServerAnswer{200, second ? items({entry(8)}) : items({entry(10), entry(9)}, u"9"_s), {}, {}});
                            }}};
    AuditViewModel audit(desk.sync.get());
    QTRY_COMPARE(audit.state(), State::Ready);
    QCOMPARE(audit.entries().size(), 2);
    QVERIFY(audit.hasMore());
    QSignalSpy appended(&audit, &AuditViewModel::appended);
    audit.more();
    audit.more(); // once is enough
    QTRY_COMPARE(appended.count(), 1);
    QCOMPARE(audit.entries().size(), 3);
    QVERIFY(!audit.hasMore());
    QTRY_COMPARE(audit.people().size(), 1);
    audit.setFilter({u"p1"_s, u"agent.changed"_s, u"a+b"_s, u"done"_s, {1000}, {}});
    QTRY_COMPARE(audit.entries().size(), 2);
    const QUrlQuery query = asked(desk.script, "GET", u"audit"_s)->query;
    QCOMPARE(query.queryItemValue(u"person"_s), u"p1"_s);
    QCOMPARE(query.queryItemValue(u"subject"_s, QUrl::FullyDecoded), u"a+b"_s);
    QCOMPARE(query.queryItemValue(u"from"_s), u"1000"_s);
    QVERIFY(!query.hasQueryItem(u"to"_s));
}

void TestTeamLists::theAuditIsExportedInPieces_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("csv") << u"audit.csv"_s;
    QTest::newRow("ndjson") << u"audit.ndjson"_s;
}

void TestTeamLists::theAuditIsExportedInPieces()
{
    QFETCH(QString, name);
    const bool csv = name.endsWith("csv"_L1);
    TeamDesk desk(Role::Owner);
    desk.script.answers = {{u"GET people"_s, Script::json(items({}))}, {u"GET audit"_s, Script::json(items({}))},
                           {u"GET audit/export"_s, [csv](const ServerRequest &request) {
                                const QString cursor = request.query.queryItemValue(u"cursor"_s);
                                const int from = cursor.isEmpty() ? 1500 : cursor.toInt() - 1, to = std::max(1, from - 999);
                                QByteArray bytes = csv && cursor.isEmpty() ? "number,actor\r\n" : "";
                                for (int n = from; n >= to; --n)
                                    bytes += csv ? QByteArray::number(n) + ",\"A\nB\"\r\n" : "{\"number\":" + QByteArray::number(n) + "}\n";
                                return Result<ServerAnswer>(ServerAnswer{200, QJsonValue::Undefined, bytes, {}});
                            }}};
    AuditViewModel audit(desk.sync.get());
    QTRY_COMPARE(audit.state(), State::Ready);
    QTemporaryDir folder;
    QSignalSpy exported(&audit, &AuditViewModel::exported);
    audit.exportTo(folder.filePath(name));
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported.first().at(1).toInt(), 1500);
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QCOMPARE(all.count(csv ? "number,actor" : "\"number\":1}"), 1);
    QVERIFY(all.contains(csv ? "\r\n501,\"A" : "{\"number\":501}"));
}

void TestTeamLists::whatWasReadStaysWhenTheLineIsLost()
{
    TeamDesk desk(Role::Owner);
    desk.script.answers = {{u"GET people"_s, Script::json(items({person(u"Anna"_s, Role::Owner)}))}, {u"GET invitations"_s, Script::json(items({}))}};
    PeopleViewModel people(desk.sync.get());
    QTRY_COMPARE(people.state(), State::Ready);
    desk.script.answers.insert(u"GET people"_s, Script::fails(Error::Code::Unreachable));
    people.refresh();
    QTRY_COMPARE(people.state(), State::Failed);
    QCOMPARE(people.people().size(), 1);
    QCOMPARE(people.error()->code, Error::Code::Unreachable);
    desk.script.answers.insert(u"GET people"_s, Script::json(items({person(u"Anna"_s, Role::Owner), person(u"Ben"_s, Role::Qa)})));
    people.refresh();
    QTRY_COMPARE(people.state(), State::Ready);
    QCOMPARE(people.people().size(), 2);
}

QTEST_GUILESS_MAIN(TestTeamLists)
#include "test_team_lists.moc"
