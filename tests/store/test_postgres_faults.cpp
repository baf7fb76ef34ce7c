#include "models/documents/canonical_json.h"
#include "models/store/postgres/connection.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/support/postgres/private_postgres.h"
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

using namespace vox;
using namespace Qt::StringLiterals;

// A database that goes away, a program that dies in a migration, a disk that is full.
class TestPostgresFaults : public QObject {
    Q_OBJECT

private slots:
    void restartedUnderLoad();
    void killedInAMigration();
    void fullDisk();
};

namespace {

// Adds one revision after another to a document of its own, as fast as it can, until it is told to stop.
struct Writer {
    DocumentId document;
    std::atomic<int> acknowledged{0};
    std::atomic<int> refused{0};
    std::atomic<int> strange{0}; // errors that a restart does not explain
    QStringList revisions;

    void run(const QString &url, WorkspaceId workspace, const std::atomic<bool> &stop)
    {
        auto server = PostgresServerStore::open(url);
        if (!server) { ++strange; return; }
        DocumentStore &documents = (*server)->workspace(workspace).documents();
        while (!stop) {
            const QByteArray content = canonicalJson(QJsonObject{{u"n"_s, qint64(revisions.size())}});
            const QStringList parents = revisions.isEmpty() ? QStringList() : QStringList{revisions.last()};
            const auto revision = makeRevision(document, u"agent"_s, 1, parents, u"p"_s, {1}, {}, content);
            const auto added = documents.addRevision(revision, content, u"x"_s, DocumentStore::Copy::Discard);
            if (added) {
                revisions.append(*added);
                ++acknowledged;
            } else if (added.error().code == Error::Code::Unreachable) {
                ++refused;
                std::this_thread::yield(); // asks again: the same revision twice is one
            } else {
                ++strange;
                return;
            }
        }
    }
};

} // namespace

void TestPostgresFaults::restartedUnderLoad()
{
    QTemporaryDir folder(QDir::tempPath() + u"/voxdesk-faults-XXXXXX"_s);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    auto cluster = PrivateCluster::start(folder.filePath(u"postgres"_s));
    QVERIFY2(cluster, qPrintable(cluster ? QString() : cluster.error().detail));
    const QString url = (*cluster)->url();
    const WorkspaceId workspace = WorkspaceId::make({1});
    {
        auto server = PostgresServerStore::open(url);
        QVERIFY(server);
        QVERIFY((*server)->createWorkspace({workspace, u"Test"_s, {1}}));
    }
    std::array<Writer, 3> writers;
    std::atomic<bool> stop{false};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < writers.size(); ++i) {
        writers[i].document = DocumentId::make({qint64(i) + 1});
        threads.emplace_back([&, i] { writers[i].run(url, workspace, stop); });
    }
    const auto allGoOn = [&] {
        const std::array<int, 3> before{writers[0].acknowledged, writers[1].acknowledged, writers[2].acknowledged};
        return QTest::qWaitFor(
            [&] {
                for (std::size_t i = 0; i < writers.size(); ++i)
                    if (writers[i].strange > 0 || writers[i].acknowledged < before[i] + 5) return false;
                return true;
            },
            30'000);
    };
    bool wentOn = allGoOn();
    for (const auto manner : {PrivateCluster::Manner::Orderly, PrivateCluster::Manner::Crash, PrivateCluster::Manner::Orderly}) {
        const auto restarted = (*cluster)->restart(manner);
        wentOn = wentOn && restarted && allGoOn();
    }
    stop = true;
    for (std::thread &thread : threads) thread.join();
    QVERIFY(wentOn);

    auto server = PostgresServerStore::open(url);
    QVERIFY(server);
    Store &store = (*server)->workspace(workspace);
    qsizetype all = 0;
    for (const Writer &writer : writers) {
        QCOMPARE(writer.strange, 0);
        const auto history = store.documents().history(writer.document, 1'000'000);
        QVERIFY(history);
        QStringList kept;
        for (const StoredRevision &revision : *history) kept.prepend(revision.id);
        // Everything that was acknowledged is there; one more may be, whose answer was lost.
        QVERIFY(kept.size() - writer.revisions.size() <= 1);
        QCOMPARE(kept.first(writer.revisions.size()), writer.revisions);
        all += kept.size();
    }
    FeedCursor cursor;
    qsizetype told = 0;
    for (bool more = true; more;) {
        const auto page = store.feed().after(cursor, 5000);
        QVERIFY(page);
        told += page->entries.size();
        cursor = page->next;
        more = page->more;
    }
    QCOMPARE(told, all);
}

void TestPostgresFaults::killedInAMigration()
{
    auto postgres = test::PrivatePostgres::start();
    QVERIFY(postgres);
    const auto url = (*postgres)->freshDatabase();
    QVERIFY(url);
    auto watcher = *Connection::open(*url);
    auto blocker = *Connection::open(*url);
    // A table of the same name, not committed, makes the first step wait in its middle.
    QVERIFY(blocker->runScript("begin; create table environment(x int)"));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--open"_s, *url});
    QVERIFY(child.waitForStarted());
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto waiting = watcher->read("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            return waiting && waiting->integer(0, 0) > 0;
        },
        20'000));
    child.kill();
    QVERIFY(child.waitForFinished());
    QVERIFY(blocker->runScript("rollback"));
    auto server = PostgresServerStore::open(*url); // waits for the dead one's lock, and begins anew
    QVERIFY2(server, qPrintable(server ? QString() : server.error().detail));
    const WorkspaceId workspace = WorkspaceId::make({1});
    QVERIFY((*server)->createWorkspace({workspace, u"Test"_s, {1}}));
    QVERIFY((*server)->workspace(workspace).releases().environments());
    QCOMPARE(watcher->read("select count(*) from schema_version")->integer(0, 0), 1);
}

void TestPostgresFaults::fullDisk()
{
    auto one = test::ServerOfOneWorkspace::make();
    QVERIFY(one);
    auto db = *Connection::open(one->url);
    QVERIFY(db->runScript("create function full_disk() returns trigger language plpgsql as $$ begin raise sqlstate '53100' using message = "
                          "'could not extend file'; end $$; create trigger full_disk before insert on content execute function full_disk()"));
    Store &store = one->store->workspace(one->workspace);
    const QByteArray content = canonicalJson(QJsonObject{{u"a"_s, 1}});
    const auto revision = makeRevision(DocumentId::make({1}), u"agent"_s, 1, {}, u"p"_s, {1}, {}, content);
    const auto add = [&] { return store.documents().addRevision(revision, content, u"x"_s, DocumentStore::Copy::Discard); };
    QCOMPARE(add().error().code, Error::Code::DiskFull);
    QVERIFY(!store.documents().find(revision.document));
    QVERIFY(store.feed().after({}, 10)->entries.isEmpty());
    QVERIFY(db->runScript("drop trigger full_disk on content"));
    QVERIFY(add());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--open") return PostgresServerStore::open(QString::fromLocal8Bit(argv[2])) ? 0 : 1;
    TestPostgresFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_postgres_faults.moc"
