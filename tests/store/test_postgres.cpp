#include "models/documents/canonical_json.h"
#include "models/store/idempotency_store.h"
#include "models/store/postgres/connection.h"
#include "models/store/postgres/postgres_listener.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/support/postgres/private_postgres.h"
#include <QCryptographicHash>
#include <QTest>
#include <poll.h>
#include <thread>

using namespace vox;
using namespace Qt::StringLiterals;

// What is PostgreSQL's alone: connections that break, several programs at once, uploads, listeners.
class TestPostgres : public QObject {
    Q_OBJECT
    std::unique_ptr<test::PrivatePostgres> m_postgres;
    QString m_url;
    std::unique_ptr<ServerStore> m_server;
    WorkspaceId m_workspace;

    Store &store() { return m_server->workspace(m_workspace); }
    static QByteArray json(const QString &name) { return canonicalJson(QJsonObject{{u"name"_s, name}}); }
    static Result<RevisionId> add(Store &store, DocumentId id, const QStringList &parents, const QString &name)
    {
        return store.documents().addRevision(makeRevision(id, u"agent"_s, 1, parents, u"p"_s, {1}, {}, json(name)), json(name), name,
                                             DocumentStore::Copy::Discard);
    }
    // As an administrator would: ends every other connection to the database.
    void breakConnections()
    {
        auto connection = Connection::open(m_url);
        QVERIFY(connection);
        QVERIFY((*connection)->read("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));
    }

private slots:
    void initTestCase();
    void init();
    void everyValueComesBack();
    void textPostgresCannotKeep();
    void brokenConnection();
    void brokenInATransaction();
    void unheardFailureIsNoCommit();
    void deadlockIsTriedAgain();
    void refusedAddress();
    void workspacesAreApart();
    void unknownWorkspace();
    void writersAtOnceLeaveAFeedWithoutHoles();
    void onlyOneOfTwoRevisions();
    void severalProgramsMigrateAtOnce();
    void newerIsRefused();
    void listenerHears();
    void streams();
    void wrongStreamIsThrownAway();
    void idempotency();
};

void TestPostgres::initTestCase()
{
    auto postgres = test::PrivatePostgres::start();
    QVERIFY2(postgres, qPrintable(postgres ? QString() : postgres.error().detail));
    m_postgres = std::move(*postgres);
    const auto url = m_postgres->freshDatabase();
    QVERIFY(url);
    m_url = *url;
}

void TestPostgres::init()
{
    auto server = PostgresServerStore::open(m_url);
    QVERIFY(server);
    m_server = std::move(*server);
    m_workspace = WorkspaceId::make({1});
    QVERIFY(m_server->createWorkspace({m_workspace, u"Test"_s, {1}}));
}

void TestPostgres::everyValueComesBack()
{
    auto db = *Connection::open(m_url);
    const QUuid id = QUuid::createUuid();
    const QByteArray bytes("\0\xFF\\x41'", 6);
    const auto rows = db->read("select $1, $2, $3, $4, $5, $6, array_to_string($7, '|'), $8[2] = $2, $9[1], $10[1], cardinality($7)", u"Ёж 'x' $1"_s, bytes,
                               std::numeric_limits<qint64>::min(), true, id, std::optional<qint64>(), QStringList{u"a,b"_s, u"\"{}"_s, QString()},
                               QList<QByteArray>{{}, bytes}, QList<qint64>{-7}, QList<QUuid>{id});
    QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().detail));
    QCOMPARE(rows->text(0, 0), u"Ёж 'x' $1"_s);
    QCOMPARE(rows->blob(0, 1), bytes);
    QCOMPARE(rows->integer(0, 2), std::numeric_limits<qint64>::min());
    QVERIFY(rows->truth(0, 3));
    QCOMPARE(rows->uuid(0, 4), id);
    QVERIFY(rows->isNull(0, 5));
    QCOMPARE(rows->text(0, 6), u"a,b|\"{}|"_s);
    QVERIFY(rows->truth(0, 7));
    QCOMPARE(rows->integer(0, 8), -7);
    QCOMPARE(rows->uuid(0, 9), id);
    QCOMPARE(rows->integer(0, 10), 3);
    QCOMPARE(db->read("select cardinality($1)", QStringList())->integer(0, 0), 0);
}

void TestPostgres::textPostgresCannotKeep()
{
    QCOMPARE(store().settings().put(u"a\0b"_s, 1).error().code, Error::Code::BadValue);
    QVERIFY(store().settings().get(u"a"_s)->isUndefined()); // nothing was cut off
    QVERIFY(store().settings().put(u"a"_s, u"x\0y"_s)); // inside JSON it is escaped
    QCOMPARE(*store().settings().get(u"a"_s), QJsonValue(u"x\0y"_s));
    QVERIFY(store().documents().page({u"agent"_s, DocumentStore::Deleted::Hide, u"'; drop table document; --"_s}));
    ConversationQuery query;
    query.text = u"' | !x:* & \\"_s;
    QVERIFY(store().conversations().query(query));
}

void TestPostgres::brokenConnection()
{
    const DocumentId id = DocumentId::make({1});
    const auto first = add(store(), id, {}, u"one"_s);
    QVERIFY(first);
    breakConnections();
    QVERIFY(store().documents().find(id)); // a read is tried again
    breakConnections();
    QVERIFY(add(store(), id, {*first}, u"two"_s)); // the death is noticed before anything was said
    breakConnections();
    QVERIFY(m_server->ping());
    QCOMPARE(store().feed().after({}, 10)->entries.size(), 2);
}

void TestPostgres::brokenInATransaction()
{
    const DocumentId id = DocumentId::make({1});
    int rounds = 0;
    const auto done = m_server->transaction([&]() -> Result<void> {
        ++rounds;
        if (const auto added = add(store(), id, {}, u"one"_s); !added) return added.error();
        breakConnections();
        if (const auto put = store().settings().put(u"a"_s, 1); !put) return put;
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Unreachable);
    QCOMPARE(rounds, 1);
    QVERIFY(!store().documents().find(id)); // nothing of it stayed, and the connection is back
    QVERIFY(store().feed().after({}, 10)->entries.isEmpty());
}

void TestPostgres::unheardFailureIsNoCommit()
{
    auto db = *Connection::open(m_url);
    const auto done = db->transaction([&]() -> Result<void> {
        (void)db->write("insert into workspace(id, name, created_utc_ms) values($1, 'x', 1)", QUuid::createUuid());
        (void)db->write("select 1 / 0");
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(m_server->workspaces()->count(), db->read("select count(*) from workspace")->integer(0, 0));
}

void TestPostgres::deadlockIsTriedAgain()
{
    // Two take the same two documents in opposite orders, each holding one before it asks for the other.
    QList<DocumentId> ids{DocumentId::make({1}), DocumentId::make({2})};
    QVERIFY(m_server->transaction([&]() -> Result<void> {
        for (const DocumentId &id : ids)
            if (const auto added = add(store(), id, {}, u"x"_s); !added) return added.error();
        return {};
    }));
    std::atomic<int> holding{0}, rounds{0};
    const auto take = [&](int first) {
        auto db = *Connection::open(m_url);
        bool waited = false;
        return db->transaction(
            [&]() -> Result<void> {
                ++rounds;
                for (const int i : {first, 1 - first}) {
                    const auto locked = db->write("select 1 from document where workspace = $1 and id = $2 for update", m_workspace.uuid(), ids[i].uuid());
                    if (!locked) return locked.error();
                    if (std::exchange(waited, true)) continue;
                    ++holding;
                    while (holding < 2) std::this_thread::yield();
                }
                return {};
            },
            Connection::Repeat::Allowed);
    };
    Result<void> other;
    std::thread thread([&] { other = take(1); });
    const auto mine = take(0);
    thread.join();
    QVERIFY(mine);
    QVERIFY(other);
    QVERIFY(rounds >= 3);
}

void TestPostgres::refusedAddress()
{
    const auto server = PostgresServerStore::open(u"postgresql://anna:s3cret@127.0.0.1:1/none"_s);
    QVERIFY(!server);
    QCOMPARE(server.error().code, Error::Code::Unreachable);
    QVERIFY(!server.error().detail.contains(u"s3cret"_s));
    QCOMPARE(server.error().args, QStringList{u"127.0.0.1:1/none"_s});
    QVERIFY(!PostgresServerStore::open(u"no url at all"_s));
}

void TestPostgres::workspacesAreApart()
{
    const WorkspaceId other = WorkspaceId::make({2});
    QVERIFY(m_server->createWorkspace({other, u"Other"_s, {2}}));
    const DocumentId id = DocumentId::make({1});
    const auto here = add(store(), id, {}, u"here"_s);
    QVERIFY(here);
    Store &there = m_server->workspace(other);
    QVERIFY(!there.documents().find(id));
    QVERIFY(!there.documents().revision(*here));
    QVERIFY(!there.documents().content(*here));
    QVERIFY(there.feed().after({}, 10)->entries.isEmpty());
    QVERIFY(add(there, id, {}, u"there"_s)); // the same id is another document
    QCOMPARE(store().documents().find(id)->name, u"here"_s);
    QVERIFY(there.settings().put(u"a"_s, 1));
    QVERIFY(store().settings().get(u"a"_s)->isUndefined());
    QVERIFY(there.replica().eraseContent(sha256Hex(json(u"there"_s))));
    QVERIFY(store().documents().content(*here));
}

void TestPostgres::unknownWorkspace()
{
    Store &nowhere = m_server->workspace(WorkspaceId::make({77}));
    const auto added = add(nowhere, DocumentId::make({1}), {}, u"x"_s);
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::NotFound);
}

void TestPostgres::writersAtOnceLeaveAFeedWithoutHoles()
{
    // A reader who follows while others write sees each entry once and never finds one before his place.
    constexpr int writers = 4, each = 25;
    std::vector<std::thread> threads;
    std::atomic<int> failed{0};
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            auto server = PostgresServerStore::open(m_url);
            if (!server) { failed = each; return; }
            for (int i = 0; i < each; ++i)
                if (!add((*server)->workspace(m_workspace), DocumentId::make({writer * 1000 + i + 1}), {}, u"x"_s)) ++failed;
        });
    QStringList seen;
    FeedCursor cursor;
    while (seen.size() < writers * each && failed == 0) {
        const auto page = store().feed().after(cursor, 7);
        if (!page) break;
        for (const FeedEntry &entry : page->entries) seen.append(entry.subject);
        cursor = page->next;
    }
    for (std::thread &thread : threads) thread.join();
    QCOMPARE(failed, 0);
    QCOMPARE(seen.size(), writers * each);
    QStringList whole;
    const auto all = store().feed().after({}, 5000);
    QVERIFY(all);
    for (const FeedEntry &entry : all->entries) whole.append(entry.subject);
    QCOMPARE(seen, whole);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
}

void TestPostgres::onlyOneOfTwoRevisions()
{
    const DocumentId id = DocumentId::make({1});
    const auto first = add(store(), id, {}, u"one"_s);
    std::atomic<int> won{0}, lost{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            auto server = PostgresServerStore::open(m_url);
            const auto added = add((*server)->workspace(m_workspace), id, {*first}, QString::number(i));
            if (added) ++won;
            else if (added.error().code == Error::Code::Conflict) ++lost;
        });
    for (std::thread &thread : threads) thread.join();
    QCOMPARE(won, 1);
    QCOMPARE(lost, 3);
    QCOMPARE(store().documents().find(id)->heads.size(), 1);
}

void TestPostgres::severalProgramsMigrateAtOnce()
{
    const auto url = m_postgres->freshDatabase();
    QVERIFY(url);
    std::atomic<int> opened{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto server = PostgresServerStore::open(*url);
            if (server) ++opened;
            else qWarning("%s", qPrintable(server.error().detail));
        });
    for (std::thread &thread : threads) thread.join();
    QCOMPARE(opened, 4);
}

void TestPostgres::newerIsRefused()
{
    const auto url = m_postgres->freshDatabase();
    { auto server = PostgresServerStore::open(*url); QVERIFY(server); }
    auto db = *Connection::open(*url);
    QVERIFY(db->runScript("update schema_version set version = 900"));
    const auto server = PostgresServerStore::open(*url);
    QVERIFY(!server);
    QCOMPARE(server.error().code, Error::Code::StoreNewer);
    QCOMPARE(server.error().args.last(), u"900"_s);
}

void TestPostgres::listenerHears()
{
    auto listener = PostgresListener::open(m_url);
    QVERIFY(listener);
    const auto readable = [&] {
        pollfd wait{(*listener)->descriptor(), POLLIN, 0};
        return ::poll(&wait, 1, 5000) == 1;
    };
    QVERIFY((*listener)->poll()->workspaces.isEmpty());
    QVERIFY(add(store(), DocumentId::make({1}), {}, u"x"_s));
    QVERIFY(readable());
    QCOMPARE((*listener)->poll()->workspaces, QSet<WorkspaceId>{m_workspace});
    QVERIFY(!m_server->transaction([&]() -> Result<void> {
        (void)add(store(), DocumentId::make({2}), {}, u"x"_s);
        return Error(Error::Code::Cancelled);
    }));
    QVERIFY((*listener)->poll()->workspaces.isEmpty());
    breakConnections();
    QVERIFY(readable()); // the end of a connection is heard, too
    auto heard = (*listener)->poll();
    while (heard && !heard->missed && readable()) heard = (*listener)->poll();
    QVERIFY(heard);
    QVERIFY(heard->missed);
    QVERIFY(add(store(), DocumentId::make({3}), {}, u"x"_s));
    QVERIFY(readable());
    heard = (*listener)->poll();
    QVERIFY(!heard->missed);
    QCOMPARE(heard->workspaces, QSet<WorkspaceId>{m_workspace});
}

void TestPostgres::streams()
{
    using Part = StreamStore::Part;
    StreamStore &streams = m_server->streams(m_workspace);
    const ConversationId id = ConversationId::make({1});
    QCOMPARE(streams.state(id, Part::Recording)->size, 0);
    QByteArray whole;
    for (int i = 0; i < 5; ++i) {
        const QByteArray piece(i == 1 ? 1024 * 1024 : 1000 + i, char('a' + i));
        const auto size = streams.append(id, Part::Recording, whole.size(), piece);
        QVERIFY(size);
        whole += piece;
        QCOMPARE(*size, whole.size());
        const auto again = streams.append(id, Part::Recording, whole.size() - piece.size(), piece); // its answer got lost
        QCOMPARE(again.error(), Error(Error::Code::Conflict, {QString::number(whole.size())}));
    }
    QVERIFY(!streams.append(id, Part::Recording, whole.size() + 1, "gap"));
    QCOMPARE(streams.append(id, Part::Recording, whole.size(), QByteArray(1024 * 1024 + 1, 'x')).error().code, Error::Code::TooLarge);
    QCOMPARE(*streams.read(id, Part::Recording, 0, whole.size()), whole);
    QCOMPARE(*streams.read(id, Part::Recording, 990, 30), whole.mid(990, 30));
    QCOMPARE(*streams.read(id, Part::Recording, whole.size() - 3, 1000), whole.right(3));
    QCOMPARE(*streams.read(id, Part::Recording, 500'000, 10), whole.mid(500'000, 10));
    QVERIFY(streams.read(id, Part::Recording, whole.size(), 10)->isEmpty());
    QVERIFY(streams.read(id, Part::Events, 0, 10)->isEmpty());
    const QString hash = sha256Hex(whole);
    QVERIFY(streams.seal(id, Part::Recording, hash));
    QVERIFY(streams.seal(id, Part::Recording, hash));
    QCOMPARE(streams.state(id, Part::Recording)->sha256, hash);
    QVERIFY(!streams.append(id, Part::Recording, whole.size(), "more"));
    QVERIFY(streams.erase(id));
    QCOMPARE(streams.state(id, Part::Recording)->size, 0);
}

void TestPostgres::wrongStreamIsThrownAway()
{
    using Part = StreamStore::Part;
    StreamStore &streams = m_server->streams(m_workspace);
    const ConversationId id = ConversationId::make({1});
    QVERIFY(streams.append(id, Part::Events, 0, "abc"));
    QCOMPARE(streams.seal(id, Part::Events, sha256Hex("abd")).error().code, Error::Code::BadValue);
    QCOMPARE(streams.state(id, Part::Events)->size, 0);
    QVERIFY(streams.append(id, Part::Events, 0, "abd"));
    QVERIFY(streams.seal(id, Part::Events, sha256Hex("abd")));
    QVERIFY(streams.seal(id, Part::Recording, sha256Hex({}))); // nothing was recorded
}

void TestPostgres::idempotency()
{
    const KeptAnswer::Name name{m_workspace, PersonId::make({1}), u"key"_s};
    const UtcMs now{1'700'000'000'000};
    const auto claim = [&](const QByteArray &print, UtcMs at) -> Result<std::optional<KeptAnswer>> {
        Result<std::optional<KeptAnswer>> out = std::optional<KeptAnswer>();
        const auto done = m_server->transaction([&]() -> Result<void> {
            out = m_server->idempotency().claim(name, print, at);
            if (!out) return out.error();
            if (*out) return {};
            return m_server->idempotency().keep(name, {201, "application/json", {{"etag", "\"x\""}}, print + " done"});
        });
        if (!done) return done.error();
        return out;
    };
    QVERIFY(!*claim("one", now));
    const auto kept = claim("one", {now.value + 1000});
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->status, 201);
    QCOMPARE((*kept)->body, QByteArray("one done"));
    QCOMPARE((*kept)->headers.value("etag"), QByteArray("\"x\""));
    QCOMPARE(claim("two", {now.value + 2000}).error().code, Error::Code::KeyReused);
    QVERIFY(!*claim("two", {now.value + 25 * 3600 * 1000})); // a day later it is free
    QCOMPARE((*claim("two", {now.value + 25 * 3600 * 1000}))->body, QByteArray("two done"));
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "test_postgres.moc"
