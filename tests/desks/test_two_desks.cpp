#include "app/workspace/backup.h"
#include "app/workspace/backup_file.h"
#include "models/conversation/log.h"
#include "models/store/conversation_entry.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/desks/real_desk.h"
#include "tests/support/voxctl_program.h"

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Kind = SyncState::Kind;

namespace {

void set(AgentDocument &agent, const QString &key, const QJsonValue &value) { agent.setValue(u'/' + key, value, {"Edit", {}, {}}); }
QString valueOf(AgentDocument &agent, const QString &key) { return agent.content().value(key).toVariant().toString(); }

QByteArray someConversation(ConversationId id)
{
    QList<ConversationEvent> events;
    events::Started started;
    started.conversation = id.text();
    started.agentName = u"Desk"_s;
    started.language = u"en"_s;
    started.utcMs = 1'700'000'000'000;
    events.append({{0}, started});
    events.append({{900'000}, events::Utterance{1, u"where is my parcel"_s, 1, 100'000, 900'000, true}});
    events.append({{2'000'000}, events::Ended{Outcome::Completed, {}}});
    return writeLog(events);
}

} // namespace

namespace {

// A line that ends with the n-th request, as a process does that is killed.
class CutServer final : public TeamServer {
public:
    CutServer(TeamServer &server, int requests) : m_server(server), m_left(requests) {}
    ServerAddress address() const override { return m_server.address(); }
    void setToken(const QString &) override {}
    QFuture<Result<ServerAnswer>> request(const ServerRequest &request) override
    {
        if (m_left-- > 0) return m_server.request(request);
        QPromise<Result<ServerAnswer>> promise;
        promise.start();
        promise.addResult(Error(Error::Code::Unreachable, {u"cut"_s}));
        promise.finish();
        return promise.future();
    }
    Link link() const override { return Link::Online; }
    QByteArray seenFingerprint() const override { return {}; }
    void follow() override {}
    void unfollow() override {}

private:
    TeamServer &m_server;
    int m_left;
};

QString emptyBackup(const QString &path)
{
    BackupWriter writer(path);
    return writer.begin() && writer.end() ? path : QString();
}

} // namespace

// Two consoles and a real server with its database; the server and the consoles are killed while they speak.
class TestTwoDesks : public QObject {
    Q_OBJECT

    VoxdeskdProgram server;
    std::unique_ptr<RealDesk> anna, boris;

private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(VoxctlProgram::path()), "voxctl is not built");
        const QString said = server.start();
        QVERIFY2(said.isEmpty(), qPrintable(said));
        anna = std::make_unique<RealDesk>();
        const QString joined = anna->join(server.ownerLink, u"Anna"_s);
        QVERIFY2(joined.isEmpty(), qPrintable(joined));
        anna->open();
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Synced, 10'000);
        const QString link = anna->invite(u"builder"_s);
        QVERIFY(!link.isEmpty());
        boris = std::make_unique<RealDesk>();
        const QString second = boris->join(link.contains(u'#') ? link : server.address() + u"/join#"_s + link, u"Boris"_s);
        QVERIFY2(second.isEmpty(), qPrintable(second));
        boris->open(-31'536'000'000); // this clock is a year behind
        QTRY_COMPARE_WITH_TIMEOUT(boris->kind(), Kind::Synced, 10'000);
    }
    void cleanupTestCase()
    {
        anna.reset();
        boris.reset();
    }

    void an_edit_appears_on_the_other()
    {
        const DocumentId id = *await(anna->workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
        QTRY_COMPARE_WITH_TIMEOUT(boris->countAgents(), 1, 10'000);
        const auto mine = anna->agent(id), theirs = boris->agent(id);
        QElapsedTimer took;
        took.start();
        set(*mine, u"name"_s, u"Renamed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*theirs, u"name"_s), u"Renamed"_s, 10'000);
        qInfo("an edit was there after %lld ms", took.elapsed());
        set(*theirs, u"goal_ms"_s, 700);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*mine, u"goal_ms"_s), u"700"_s, 10'000);
        QTRY_COMPARE(anna->kind(), Kind::Synced);
    }

    void the_same_field_is_decided_by_a_person()
    {
        const DocumentId id = *await(anna->workspace->agents().createFromTemplate(u"blank_en"_s, u"Both"_s));
        QTRY_COMPARE_WITH_TIMEOUT(boris->countAgents(), 2, 10'000);
        const auto mine = anna->agent(id), theirs = boris->agent(id);
        server.kill();
        set(*mine, u"name"_s, u"Anna's"_s);
        set(*theirs, u"name"_s, u"Boris's"_s);
        QVERIFY(await(mine->makeRevision()));
        QVERIFY(await(theirs->makeRevision()));
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Offline, 20'000);
        const QString said = server.start();
        QVERIFY2(said.isEmpty(), qPrintable(said));
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Conflict, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(boris->kind(), Kind::Conflict, 60'000);
        const auto conflict = await(boris->driver->conflict(id));
        QVERIFY(conflict);
        QCOMPARE(conflict->theirs().content.value("name"_L1).toString(), u"Anna's"_s);
        QVERIFY(await(boris->driver->resolve(*conflict, conflict->theirs().content, {})));
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Synced, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*theirs, u"name"_s), u"Anna's"_s, 20'000);
    }

    // What was recorded at one desk is read and heard at the other.
    void a_conversation_is_reviewed_elsewhere()
    {
        const ConversationId id = ConversationId::make({1'700'000'000'000});
        const QByteArray events = someConversation(id);
        QByteArray sound = "OggS";
        for (int i = 0; sound.size() < (5 << 20); ++i) sound += QByteArray::number(i);
        const QString folder = anna->folder + u"/conversations/"_s + id.text();
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/audio.opus"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(sound) == sound.size());
        file.close();
        const auto put = await(anna->workspace->stores().write([id, events](Store &store) -> Result<void> {
            const ConversationLog log = readLog(events);
            const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
            return store.conversations().put({{rowOf(id, summary), events, searchTextOf(summary)}});
        }));
        QVERIFY(put);
        QTRY_VERIFY_WITH_TIMEOUT(await(boris->workspace->conversations().open(id)), 20'000);
        const auto there = await(boris->workspace->conversations().open(id));
        QCOMPARE(there->events.size(), 3);
        QVERIFY(there->recording.isEmpty()); // fetched when somebody wants to hear it
        const auto path = await(boris->driver->recording(id));
        QVERIFY2(path, qPrintable(path ? QString() : path.error().codeName() + path.error().args.join(u' ')));
        QFile heard(*path);
        QVERIFY(heard.open(QIODevice::ReadOnly));
        QCOMPARE(heard.readAll(), sound);
        QCOMPARE(await(boris->workspace->conversations().query({u"parcel"_s}))->rows.size(), 1);
        // Erased by who may: gone everywhere.
        QTRY_COMPARE(anna->kind(), Kind::Synced);
        QVERIFY(await(anna->workspace->conversations().remove(id)));
        QTRY_VERIFY_WITH_TIMEOUT(!await(boris->workspace->conversations().open(id)), 20'000);
    }

    // A conversation that was erased comes back neither with a server that was restored nor from a desk that still holds it.
    void what_was_erased_stays_away()
    {
        const ConversationId id = ConversationId::make({1'700'000'100'000});
        const QByteArray events = someConversation(id);
        const auto put = [id, events](Store &store) -> Result<void> {
            const ConversationLog log = readLog(events);
            const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
            if (const auto forgiven = store.conversations().forgive(id); !forgiven) return forgiven;
            return store.conversations().put({{rowOf(id, summary), events, searchTextOf(summary)}});
        };
        QVERIFY(await(anna->workspace->stores().write(put)));
        QTRY_VERIFY_WITH_TIMEOUT(await(boris->workspace->conversations().open(id)), 20'000);
        QVERIFY(await(anna->workspace->conversations().remove(id)));
        QTRY_VERIFY_WITH_TIMEOUT(!await(boris->workspace->conversations().open(id)), 20'000);

        // As after restoring a copy from before: it is there again, nothing is marked, and the feed is another one.
        server.kill();
        {
            auto store = PostgresServerStore::open(server.url());
            QVERIFY(store);
            Store &restored = (*store)->workspace((*store)->workspaces()->first().id);
            QVERIFY(put(restored));
            QVERIFY(restored.settings().put(u"sync.feed"_s, u"another"_s));
            const QString said = server.start();
            QVERIFY2(said.isEmpty(), qPrintable(said));
            QTRY_VERIFY_WITH_TIMEOUT(!restored.conversations().find(id), 60'000);
            QVERIFY(*restored.conversations().isErased(id));
            QTRY_COMPARE_WITH_TIMEOUT(boris->kind(), Kind::Synced, 60'000);
            QVERIFY(!await(boris->workspace->conversations().open(id)));

            // Another desk still has it, and believes that nobody else does.
            QVERIFY(await(boris->workspace->stores().write(put)));
            QTRY_VERIFY_WITH_TIMEOUT(!await(boris->workspace->conversations().open(id)), 60'000);
            QVERIFY(!restored.conversations().find(id));
        }
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Synced, 60'000);
        QVERIFY(!await(anna->workspace->conversations().open(id)));
    }

    void the_server_is_killed_during_a_push()
    {
        const int before = anna->countAgents();
        const auto made = makeAgents(*anna->workspace, 1'500);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().codeName() + made.error().args.join(u' ') + made.error().detail));
        for (int i = 0; i < 3; ++i) {
            // Pages are on their way: at once at first, then when it has just come back.
            QTRY_VERIFY_WITH_TIMEOUT(i == 0 ? anna->driver->state().pending > 0 : anna->driver->server()->link() == TeamServer::Link::Online, 30'000);
            server.kill();
            const QString said = server.start();
            QVERIFY2(said.isEmpty(), qPrintable(said));
            anna->driver->syncNow();
        }
        QTRY_COMPARE_WITH_TIMEOUT(anna->driver->state().pending, 0, 60'000);
        boris->driver->syncNow();
        const auto stored = [this] { return await(boris->workspace->stores().read([](Store &store) -> Result<int> { return storedAgents(store); })).valueOr(0); };
        QTRY_COMPARE_WITH_TIMEOUT(stored(), before + 1'500, 60'000);
    }

    // kill -9 in the middle of its first sync; the next one goes on and ends whole.
    void a_console_is_killed_during_a_pull()
    {
        QTRY_COMPARE_WITH_TIMEOUT(anna->kind(), Kind::Synced, 60'000);
        const QString link = anna->invite(u"viewer"_s);
        RealDesk clara;
        const QString joined = clara.join(link.contains(u'#') ? link : server.address() + u"/join#"_s + link, u"Clara"_s);
        QVERIFY2(joined.isEmpty(), qPrintable(joined));
        const auto voxctl = [&] {
            auto program = std::make_unique<VoxctlProgram>(clara.folder);
            program->setEnvironment(u"XDG_CONFIG_HOME"_s, clara.m_folder.filePath(u"config"_s));
            return program;
        };
        QVERIFY(QDir().mkpath(clara.m_folder.filePath(u"config/Voxdesk"_s)));
        QVERIFY(QFile::copy(clara.m_folder.filePath(u"tokens.json"_s), clara.m_folder.filePath(u"config/Voxdesk/tokens.json"_s)));
        for (int i = 0; i < 4; ++i) {
            const auto program = voxctl();
            program->start({u"sync"_s});
            program->process().waitForStarted();
            // When it has written something more.
            const qint64 before = QFileInfo(clara.folder + u"/workspace.sqlite-wal"_s).size();
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(clara.folder + u"/workspace.sqlite-wal"_s).size() != before ||
                                         program->process().state() == QProcess::NotRunning, 20'000);
            program->kill();
        }
        const auto whole = voxctl()->run({u"sync"_s});
        QVERIFY2(whole.status == 0, qPrintable(whole.complaints));
        clara.open();
        const auto count = [](RealDesk &desk) { return await(desk.workspace->stores().read([](Store &store) -> Result<int> { return storedAgents(store); })).valueOr(-1); };
        QCOMPARE(count(clara), count(*anna));
        const auto histories = voxctl()->run({u"agents"_s, u"history"_s, u"Agent 7"_s});
        QCOMPARE(histories.status, 0);
        QVERIFY(histories.out.contains("import"));
    }

    // A program of tomorrow wrote it: it is carried byte for byte, shown, not touched.
    void a_newer_schema_passes_through()
    {
        const DocumentId id = DocumentId::make({42}, {});
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, u"Of tomorrow"_s}, {u"unheard_of"_s, QJsonArray{1, 2}}});
        const Revision revision = makeRevision(id, agentKind().name, agentKind().schema + 1, {}, u"tomorrow"_s, {1'700'000'000'000}, {}, content);
        QVERIFY(await(anna->workspace->stores().write([&](Store &store) { return store.replica().graft(revision, content); })));
        const auto snapshot = [&] { return await(boris->workspace->agents().load(id)); };
        QTRY_VERIFY_WITH_TIMEOUT(snapshot(), 20'000);
        QVERIFY(snapshot()->readOnly);
        const auto bytes = await(boris->workspace->stores().read([&](Store &store) { return store.documents().content(revision.id()); }));
        QCOMPARE(*bytes, content);
        QTRY_COMPARE(boris->kind(), Kind::Synced);
    }

    void a_backup_fills_an_empty_workspace()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"all.backup"_s);
        const QJsonArray people{QJsonObject{{u"name"_s, u"Anna"_s}, {u"email"_s, u"anna@example.org"_s}, {u"role"_s, u"builder"_s}, {u"id"_s, u"7"_s}},
                                QJsonObject{{u"name"_s, u"Gone"_s}, {u"email"_s, u"gone@example.org"_s}, {u"role"_s, u"qa"_s}, {u"active"_s, false}}};
        const auto sums = await(backUp(*anna->workspace, path, people));
        QVERIFY(sums);
        QVERIFY(sums->revisions > 1'500);
        auto empty = Workspace::open(folder.filePath(u"new"_s), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
        const auto back = await(restoreBackup(**empty, path));
        QVERIFY2(back, qPrintable(back ? QString() : back.error().codeName() + back.error().args.join(u' ')));
        QCOMPARE(back->revisions, sums->revisions);
        QCOMPARE(await(restoreBackup(**empty, path)).error().code, Error::Code::Conflict); // not empty any more
        // And an empty server.
        VoxdeskdProgram other;
        const QString said = other.start();
        QVERIFY2(said.isEmpty(), qPrintable(said));
        RealDesk owner;
        QCOMPARE(owner.join(other.ownerLink, u"Olga"_s), QString());
        owner.open();
        QTRY_COMPARE_WITH_TIMEOUT(owner.kind(), Kind::Synced, 20'000);
        // Whoever restores may be killed at any request; the next one goes on.
        for (const int requests : {2, 3, 4, 5}) {
            CutServer cut(*owner.driver->server(), requests);
            QCOMPARE(await(restoreToServer(cut, path)).error().code, Error::Code::Unreachable);
        }
        const auto restored = await(restoreToServer(*owner.driver->server(), path, RestorePeople::Invite));
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().codeName() + restored.error().args.join(u' ')));
        QCOMPARE(restored->revisions, sums->revisions);
        QCOMPARE(restored->conversations, sums->conversations);
        QCOMPARE(restored->recordings, sums->recordings);
        QCOMPARE(restored->invitations.size(), 1);
        QCOMPARE(restored->invitations.first().email, u"anna@example.org"_s);
        QVERIFY(restored->invitations.first().token.startsWith("vxi_"_L1));
        const auto stored = [&] { return await(owner.workspace->stores().read([](Store &store) -> Result<int> { return storedAgents(store); })).valueOr(0); };
        const int there = await(anna->workspace->stores().read([](Store &store) -> Result<int> { return storedAgents(store); })).valueOr(-1);
        QTRY_COMPARE_WITH_TIMEOUT(stored(), there, 60'000);
        // Somebody's workspace is not written into.
        QCOMPARE(await(restoreToServer(*anna->driver->server(), emptyBackup(folder.filePath(u"empty"_s)))).error().code, Error::Code::Conflict);
        // One byte off is no backup, and it says where; half a file neither.
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(damaged.size() / 2));
        const char was = damaged.peek(1).at(0), flipped = char(was ^ 1);
        QVERIFY(damaged.write(&flipped, 1) == 1 && damaged.flush());
        auto fourth = Workspace::open(folder.filePath(u"fourth"_s), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
        const auto refused = await(restoreBackup(**fourth, path));
        QCOMPARE(refused.error().code, Error::Code::BadValue);
        QVERIFY2(refused.error().args.value(1).startsWith("record "_L1), qPrintable(refused.error().args.join(u' ')));
        QVERIFY(damaged.seek(damaged.size() / 2) && damaged.write(&was, 1) == 1);
        damaged.close();
        // Half a file is no backup.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        auto third = Workspace::open(folder.filePath(u"third"_s), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
        QCOMPARE(await(restoreBackup(**third, path)).error().code, Error::Code::BadValue);
        QCOMPARE(await((*third)->agents().list())->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTwoDesks)
#include "test_two_desks.moc"
