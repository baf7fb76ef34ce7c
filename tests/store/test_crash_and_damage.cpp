#include "tests/store/sqlite_factory.h"
#include "models/documents/canonical_json.h"
#include "models/store/sqlite/database.h"
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <sqlite3.h>

using namespace vox;
using namespace Qt::StringLiterals;

// SQLite's file under a killed writer, a full disk, a newer program and hostile bytes.
class TestCrashAndDamage : public QObject {
    Q_OBJECT

    static Result<std::unique_ptr<Store>> open(const QString &path) { return SqliteStore::open(path, {WorkspaceId::make({1}), {1}}); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

public:
    // The child of killed(): writes working copies for ever and says each number once it is stored.
    static int writeForEver(const QString &path);

private slots:
    void killed();
    void newerIsRefusedUntouched();
    void notOurs_data();
    void notOurs();
    void fullDiskLosesNothing();
    void busyWriterIsReported();
    void hostileBytes();
};

int TestCrashAndDamage::writeForEver(const QString &path)
{
    auto store = open(path);
    if (!store) return 1;
    const DocumentId id = *DocumentId::parse(u"0193f000-0000-7000-8000-000000000001"_s);
    qint64 stamp = 0;
    if (const auto copy = (*store)->documents().workingCopy(id); copy && *copy) stamp = (*copy)->stamp;
    for (qint64 n = stamp + 1;; ++n) {
        const auto done = (*store)->documents().putWorkingCopy(
            {id, {}, 1, canonicalJson(QJsonObject{{u"n"_s, n}}), QString::number(n), {n}, n - 1}, u"agent"_s);
        if (!done) return 2;
        ConversationRow row;
        row.started = {n};
        row.id = ConversationId::make({n});
        if (!(*store)->conversations().put({{row, "x", u"hello"_s}})) return 3;
        printf("%lld\n", static_cast<long long>(n));
        fflush(stdout);
    }
}

void TestCrashAndDamage::killed()
{
    test::SqliteFactory factory;
    qint64 acknowledged = 0;
    int said = 0;
    const auto hear = [&](const QByteArray &line) {
        if (line.trimmed().isEmpty()) return;
        acknowledged = line.trimmed().toLongLong();
        ++said;
    };
    for (int round = 0; round < 5; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, factory.path()});
        QVERIFY(child.waitForStarted());
        const qint64 until = acknowledged + 20 + round;
        while (acknowledged < until) {
            QVERIFY(child.waitForReadyRead(20000));
            while (child.canReadLine()) hear(child.readLine());
        }
        child.kill();
        child.waitForFinished();
        for (const QByteArray &line : child.readAllStandardOutput().split('\n')) hear(line);

        auto store = open(factory.path());
        QVERIFY(store);
        const auto copy = (*store)->documents().workingCopy(*DocumentId::parse(u"0193f000-0000-7000-8000-000000000001"_s));
        QVERIFY(copy && *copy);
        QVERIFY((*copy)->stamp >= acknowledged);
        QCOMPARE((*copy)->content, canonicalJson(QJsonObject{{u"n"_s, (*copy)->stamp}}));
        ConversationQuery query;
        query.text = u"hello"_s;
        const auto page = (*store)->conversations().query(query);
        QVERIFY(page);
        QVERIFY(page->count >= said);
        acknowledged = (*copy)->stamp;
    }
}

void TestCrashAndDamage::newerIsRefusedUntouched()
{
    test::SqliteFactory factory;
    { auto store = open(factory.path()); QVERIFY(store); }
    sqlite3 *raw = nullptr;
    QCOMPARE(sqlite3_open(factory.path().toUtf8().constData(), &raw), SQLITE_OK);
    sqlite3_exec(raw, "pragma user_version = 9000", nullptr, nullptr, nullptr);
    sqlite3_close(raw);
    const auto store = open(factory.path());
    QVERIFY(!store);
    QCOMPARE(store.error().code, Error::Code::StoreNewer);
    QCOMPARE(store.error().args.last(), u"9000"_s);
}

void TestCrashAndDamage::notOurs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("this is no database at all, but it is long enough to be looked at ").repeated(20);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    test::SqliteFactory factory;
    sqlite3 *raw = nullptr;
    sqlite3_open(factory.path().toUtf8().constData(), &raw);
    sqlite3_exec(raw, "create table document(id); create table x(y);", nullptr, nullptr, nullptr);
    sqlite3_close(raw);
    QTest::newRow("somebody else's") << read(factory.path());
}

void TestCrashAndDamage::notOurs()
{
    QFETCH(QByteArray, bytes);
    test::SqliteFactory factory;
    write(factory.path(), bytes);
    const auto store = open(factory.path());
    QVERIFY(!store);
    QCOMPARE(store.error().code, Error::Code::StoreBroken);
    QVERIFY(store.error().args.first().endsWith(u"workspace.sqlite"_s));
    QCOMPARE(read(factory.path()), bytes); // not a byte of it was changed
}

void TestCrashAndDamage::fullDiskLosesNothing()
{
    test::SqliteFactory factory;
    auto database = Database::open(factory.path());
    QVERIFY(database);
    QVERIFY((*database)->runScript("create table t(bytes blob); insert into t values(x'01'); pragma max_page_count = 20;"));
    const auto full = (*database)->run("insert into t(bytes) values(?)", QByteArray(1'000'000, 'x'));
    QVERIFY(!full);
    QCOMPARE(full.error().code, Error::Code::DiskFull);
    auto query = (*database)->query("select count(*) from t");
    QVERIFY(query && *query->next());
    QCOMPARE(query->integer(0), 1);
}

void TestCrashAndDamage::busyWriterIsReported()
{
    test::SqliteFactory factory;
    auto store = open(factory.path());
    auto other = Database::open(factory.path());
    QVERIFY(store && other);
    QVERIFY((*other)->runScript("pragma busy_timeout = 10"));
    QVERIFY((*store)->transaction([&]() -> Result<void> {
        const auto refused = (*other)->run("insert into setting(key, value) values('a', '[1]')");
        if (refused || refused.error().code != Error::Code::StoreBusy) return Error(Error::Code::Unknown);
        // Readers never wait.
        auto reading = (*other)->query("select count(*) from setting");
        if (!reading || !reading->next()) return Error(Error::Code::Unknown);
        return {};
    }));
}

void TestCrashAndDamage::hostileBytes()
{
    test::SqliteFactory factory;
    {
        auto store = open(factory.path());
        QVERIFY(store);
        QList<ConversationStore::Entry> entries;
        for (int i = 0; i < 60; ++i) {
            ConversationRow row;
            row.started = {1000 + i};
            row.id = ConversationId::make(row.started, {quint8(i)});
            entries.append({row, QByteArray("event").repeated(i), u"hello world number %1"_s.arg(i)});
        }
        QVERIFY((*store)->conversations().put(entries));
        const QByteArray content = canonicalJson(QJsonObject{{u"a"_s, 1}});
        const auto revision = makeRevision(DocumentId::make({1}), u"agent"_s, 1, {}, u"p"_s, {1}, {}, content);
        QVERIFY((*store)->documents().addRevision(revision, content, u"n"_s, DocumentStore::Copy::Discard));
    }
    const QByteArray good = read(factory.path());
    QVERIFY(good.size() > 8192);
    QRandomGenerator random(20260101);
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = good;
        const int hits = 1 + int(random.bounded(40));
        for (int i = 0; i < hits; ++i) bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        if (round % 10 == 0) bytes.truncate(random.bounded(int(bytes.size())));
        test::SqliteFactory damaged;
        write(damaged.path(), bytes);
        auto store = open(damaged.path());
        if (!store) continue;
        // Whatever they answer, they answer.
        (void)(*store)->documents().list(u"agent"_s);
        (void)(*store)->settings().all();
        ConversationQuery query;
        query.text = u"hello wor"_s;
        (void)(*store)->conversations().query(query);
        const auto page = (*store)->conversations().query({});
        if (!page) continue;
        for (const ConversationRow &row : page->rows) (void)(*store)->conversations().events(row.id);
        if (!page->rows.isEmpty()) (void)(*store)->conversations().erase(page->rows.first().id);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--write-for-ever") return TestCrashAndDamage::writeForEver(QString::fromLocal8Bit(argv[2]));
    TestCrashAndDamage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_crash_and_damage.moc"
