#include "app/workspace/agent_document.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/file_tokens.h"
#include "app/workspace/join_server.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/workspace.h"
#include "tests/unit/app/workspace/await.h"
#include "tests/unit/app/workspace/fake_server.h"
#include <QSignalSpy>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Kind = SyncState::Kind;

namespace {

// A console that joined the server: its folder, its workspace, its driver.
class Desk {
public:
    Desk(FakeServer &server, const QString &name) : m_server(server)
    {
        JoinRequest request;
        request.address = u"fake.example"_s;
        request.email = name + u"@example.org"_s;
        request.password = u"right"_s;
        const auto joined = await(joinServer(server.connector(), tokens, request, m_folder.path(), {1'700'000'000'000}));
        if (!joined) qFatal("%s", qPrintable(joined.error().codeName()));
        folder = joined->folder;
        open();
    }
    void open()
    {
        auto opened = Workspace::open(folder, Workspace::Role::Console, Workspace::Missing::Refuse);
        if (!opened) qFatal("%s", qPrintable(opened.error().codeName()));
        workspace = std::move(*opened);
        driver = std::make_unique<SyncDriver>(*workspace, m_server.connector(), tokens);
        driver->start();
    }
    void close()
    {
        driver.reset();
        workspace.reset();
    }
    std::shared_ptr<AgentDocument> agent(DocumentId id) { return *await(workspace->agents().open(id)); }
    Kind kind() const { return driver->state().kind; }

    QTemporaryDir m_folder; // goes last
    MemoryTokens tokens;
    QString folder;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SyncDriver> driver;

private:
    FakeServer &m_server;
};

void set(AgentDocument &agent, const QString &key, const QJsonValue &value) { agent.setValue(u'/' + key, value, {"Edit", {}, {}}); }
QString nameOf(AgentDocument &agent, const QString &key = u"name"_s) { return agent.content().value(key).toVariant().toString(); }

} // namespace

class TestSyncDriver : public QObject {
    Q_OBJECT
private slots:
    void joining()
    {
        FakeServer server;
        MemoryTokens tokens;
        QTemporaryDir folder;
        JoinRequest request;
        request.invitation = u"https://fake.example:8443/join#vxi_good"_s;
        request.name = u"Anna"_s;
        request.email = u"anna@example.org"_s;
        request.password = u"a long one"_s;
        const auto joined = await(joinServer(server.connector(), tokens, request, folder.path(), {1}));
        QVERIFY(joined);
        QCOMPARE(joined->address.url.toString(), u"https://fake.example:8443"_s);
        QCOMPARE(joined->me.name, u"anna"_s);
        QCOMPARE(tokens.kept.size(), 1);
        auto workspace = Workspace::open(joined->folder, Workspace::Role::Tool, Workspace::Missing::Refuse);
        QVERIFY(workspace);
        QCOMPARE((*workspace)->id(), server.workspace); // the identity of what it replicates
        QCOMPARE(serverOf(**workspace)->url, joined->address.url);
        // Again: the same folder.
        request.invitation.clear();
        request.address = u"fake.example:8443"_s;
        request.password = u"wrong"_s;
        QCOMPARE(await(joinServer(server.connector(), tokens, request, folder.path(), {1})).error().code, Error::Code::Unauthorized);
        request.password = u"right"_s;
        QCOMPARE(await(joinServer(server.connector(), tokens, request, folder.path(), {1}))->folder, joined->folder);
        // Local agents come along when somebody says so.
        QTemporaryDir local;
        auto own = Workspace::open(local.path(), Workspace::Role::Tool, Workspace::Missing::CreateDemo);
        QCOMPARE(*await(copyAgents(**own, joined->folder, {})), 2);
        QCOMPARE(await((*workspace)->agents().list())->size(), 2);
    }

    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("token");
        QTest::newRow("link") << u"https://h:1/join#vxi_a"_s << u"https://h:1"_s << u"vxi_a"_s;
        QTest::newRow("own scheme") << u"voxdesk://h/join#vxi_a"_s << u"https://h"_s << u"vxi_a"_s;
        QTest::newRow("bare token") << u" vxi_a "_s << QString() << u"vxi_a"_s;
        QTest::newRow("address") << u"h.example:9000"_s << u"https://h.example:9000"_s << QString();
        QTest::newRow("not secure") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s << QString();
        QTest::newRow("another scheme") << u"ftp://h/join#vxi_a"_s << u"-"_s << QString();
        QTest::newRow("another token") << u"https://h/join#hello"_s << u"-"_s << QString();
        QTest::newRow("a name before the host") << u"https://bank.example@evil.example/join#vxi_a"_s << u"-"_s << QString();
    }
    void links()
    {
        QFETCH(QString, text);
        QFETCH(QString, server);
        QFETCH(QString, token);
        const auto link = readInvitationLink(text);
        QCOMPARE(bool(link), server != u"-"_s);
        if (!link) return;
        QCOMPARE(link->server.toString(), server);
        QCOMPARE(link->invitation, token);
    }

    void a_local_workspace_stands_still()
    {
        QTemporaryDir folder;
        auto workspace = Workspace::open(folder.path(), Workspace::Role::Console, Workspace::Missing::CreateEmpty);
        MemoryTokens tokens;
        SyncDriver driver(**workspace, {}, tokens);
        driver.start();
        QCOMPARE(driver.state().kind, Kind::Local);
        QVERIFY(!driver.server());
        QVERIFY(driver.may(Permission::ManageWorkspace));
    }

    // An edit at one desk stands in the open agent at the other, without anybody pressing anything.
    void edits_appear_on_the_other()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s), boris(server, u"boris"_s);
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE(await(boris.workspace->agents().list())->size(), 1);
        const auto mine = anna.agent(id), theirs = boris.agent(id);
        QSignalSpy replaced(theirs.get(), &AgentDocument::replacedFromElsewhere);
        set(*mine, u"name"_s, u"Renamed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(*theirs), u"Renamed"_s, 5'000);
        QVERIFY(!replaced.isEmpty());
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        QCOMPARE(await(boris.workspace->agents().history(id))->first().header.author, u"anna"_s);
        // Both at once, different fields.
        set(*mine, u"goal_ms"_s, 700);
        set(*theirs, u"description"_s, u"By Boris"_s);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(*mine, u"description"_s), u"By Boris"_s, 5'000);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(*theirs, u"goal_ms"_s), u"700"_s, 5'000);
        // Undoing takes back one's own edit only.
        QVERIFY(theirs->undoLabel());
        theirs->undo();
        QVERIFY(nameOf(*theirs, u"description"_s).startsWith(u"Greets"_s));
        QCOMPARE(nameOf(*theirs, u"goal_ms"_s), u"700"_s);
    }

    void the_same_field_is_a_conflict_a_person_decides()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s), boris(server, u"boris"_s);
        const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE(await(boris.workspace->agents().list())->size(), 1);
        const auto mine = anna.agent(id), theirs = boris.agent(id);
        server.online = false;
        set(*mine, u"name"_s, u"Anna's"_s);
        set(*theirs, u"name"_s, u"Boris's"_s);
        QVERIFY(await(mine->makeRevision()));
        QVERIFY(await(theirs->makeRevision()));
        QTRY_COMPARE(anna.kind(), Kind::Offline);
        QVERIFY(anna.driver->state().pending > 0);
        server.online = true;
        anna.driver->syncNow();
        boris.driver->syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(anna.kind(), Kind::Conflict, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(boris.kind(), Kind::Conflict, 10'000);
        QCOMPARE(anna.driver->conflicts(), QList<DocumentId>{id});
        // Everybody keeps his own in front.
        QCOMPARE(nameOf(*mine), u"Anna's"_s);
        QCOMPARE(nameOf(*theirs), u"Boris's"_s);
        const auto conflict = await(anna.driver->conflict(id));
        QVERIFY(conflict);
        QCOMPARE(conflict->ours().author, u"anna"_s);
        QJsonObject decided = conflict->merged;
        decided.insert("name"_L1, u"Ours"_s);
        QVERIFY(await(anna.driver->resolve(*conflict, decided, u"Agreed"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(*theirs), u"Ours"_s, 5'000);
        QTRY_COMPARE(nameOf(*mine), u"Ours"_s);
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        QTRY_COMPARE(boris.kind(), Kind::Synced);
    }

    // What is typed while the same field comes from elsewhere is not overwritten and overwrites nothing.
    void typing_while_it_comes()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s), boris(server, u"boris"_s);
        const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE(await(boris.workspace->agents().list())->size(), 1);
        const auto mine = anna.agent(id), theirs = boris.agent(id);
        set(*mine, u"name"_s, u"Anna's"_s);
        set(*theirs, u"name"_s, u"Boris's"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.kind() == Kind::Conflict && boris.kind() == Kind::Conflict, 10'000);
        QCOMPARE(nameOf(*mine), u"Anna's"_s);
        QCOMPARE(nameOf(*theirs), u"Boris's"_s);
        QCOMPARE(await(anna.driver->conflict(id))->sides.size(), 2);
    }

    void deleted_there_edited_here()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s), boris(server, u"boris"_s);
        const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE(await(boris.workspace->agents().list())->size(), 1);
        const auto theirs = boris.agent(id);
        server.online = false;
        QVERIFY(await(anna.workspace->agents().remove(id)));
        set(*theirs, u"name"_s, u"Still needed"_s);
        QVERIFY(await(theirs->save()));
        server.online = true;
        anna.driver->syncNow(); // whoever is first: both retry by themselves, too
        boris.driver->syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(boris.kind(), Kind::Conflict, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(anna.kind(), Kind::Conflict, 10'000);
        QVERIFY(await(anna.driver->conflict(id))->theirs().deleted != await(anna.driver->conflict(id))->ours().deleted);
    }

    // Without a server one works on; what was made goes when it is back, also by another process.
    void offline_restart_and_back()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s);
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        server.online = false;
        const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE(anna.kind(), Kind::Offline);
        QCOMPARE(anna.driver->state().pending, 1);
        QVERIFY(anna.driver->state().lastSynced.value > 0);
        anna.close();
        anna.open();
        QTRY_COMPARE(anna.kind(), Kind::Offline);
        server.online = true;
        QTRY_COMPARE_WITH_TIMEOUT(anna.kind(), Kind::Synced, 10'000); // by itself
        QVERIFY(server.core.replica.store().documents().find(id));
        QCOMPARE(anna.driver->state().pending, 0);
    }

    void a_token_that_is_not_good_any_more()
    {
        FakeServer server;
        Desk anna(server, u"anna"_s);
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        server.goodToken = u"vxs_other"_s;
        anna.driver->syncNow();
        QTRY_COMPARE(anna.kind(), Kind::Refused);
        QCOMPARE(anna.driver->state().why->code, Error::Code::Unauthorized);
        anna.driver->setToken(u"vxs_other"_s);
        QTRY_COMPARE(anna.kind(), Kind::Synced);
        QCOMPARE(anna.tokens.kept.values().first(), u"vxs_other"_s);
    }

    void tokens_in_a_file()
    {
        QTemporaryDir folder;
        FileTokens tokens(folder.filePath(u"deep/tokens.json"_s));
        QCOMPARE(await(tokens.read(u"server/x"_s)).valueOr(u"?"_s), QString());
        QVERIFY(await(tokens.write(u"server/x"_s, u"vxs_secret"_s)));
        QCOMPARE(*await(FileTokens(folder.filePath(u"deep/tokens.json"_s)).read(u"server/x"_s)), u"vxs_secret"_s);
        const auto who = QFile(folder.filePath(u"deep/tokens.json"_s)).permissions();
        QVERIFY(!(who & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        QVERIFY(await(tokens.write(u"server/x"_s, {})));
        QCOMPARE(*await(tokens.read(u"server/x"_s)), QString());
    }
};

QTEST_GUILESS_MAIN(TestSyncDriver)
#include "test_sync_driver.moc"
