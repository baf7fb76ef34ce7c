#include "models/documents/canonical_json.h"
#include "models/store/sqlite/database.h"
#include "tests/store/sqlite_factory.h"
#include <QFile>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

// Workspaces of earlier programs come along whole.
class TestMigrations : public QObject {
    Q_OBJECT
    static void makeFirstForm(const QString &path);

private slots:
    void fromTheFirstForm();
    void interrupted();
};

namespace {
const QString agent = u"0193f000-0000-7000-8000-000000000001"_s;
const QString gone = u"0193f000-0000-7000-8000-000000000002"_s;
const QString call = u"0193f000-0000-7000-8000-000000000003"_s;
}

// What the first program left behind: an agent with two revisions, a deleted one, a conversation.
void TestMigrations::makeFirstForm(const QString &path)
{
    auto opened = Database::open(path);
    QVERIFY(opened);
    Database &db = **opened;
    QFile script(QStringLiteral(VOX_SOURCE_DIR "/resources/sql/001.sql"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    QVERIFY(db.runScript(script.readAll()));
    QVERIFY(db.runScript("pragma application_id = 1450145892; pragma user_version = 1;"
                         "insert into workspace values('0193f000-0000-7000-8000-00000000000f', 1)"));
    const auto document = [&](const QString &id, const QString &name, int deleted) {
        QVERIFY(db.run("insert into document values(?, 'agent', ?, 1, 5, ?)", id, name, deleted));
    };
    document(agent, u"Ёлка"_s, 0);
    document(gone, u"Gone"_s, 1);
    const auto revision = [&](const QString &id, const QString &of, const QByteArray &content) {
        const QString hash = sha256Hex(content);
        QVERIFY(db.run("insert or ignore into content values(?, ?)", hash, content));
        QVERIFY(db.run("insert into revision(id, document, kind, schema, author, created_utc_ms, message, content_sha256) "
                       "values(?, ?, 'agent', 1, 'Anna', 5, '', ?)",
                       id, of, hash));
    };
    revision(u"r1"_s, agent, "{\"name\":\"Old\"}");
    revision(u"r2"_s, agent, "not json");
    revision(u"r3"_s, gone, "null");
    QVERIFY(db.runScript("insert into revision_parent values('r2', 'r1'); insert into head values('" + agent.toUtf8() + "', 'r2'), ('"
                         + gone.toUtf8() + "', 'r3')"));
    QVERIFY(db.run("insert into conversation values(1024, ?, ?, 'Ёлка', '', '', 1, 9, 'ru', 'microphone', 'completed', null, null, 1, 0, 0)", call, agent));
    const QString words = u"перенесите доставку"_s;
    QVERIFY(db.run("insert into conversation_body values(1024, ?, ?)", qCompress("events"), qCompress(words.toUtf8())));
    QVERIFY(db.run("insert into conversation_search(rowid, words) values(1024, ?)", words));
}

void TestMigrations::fromTheFirstForm()
{
    test::SqliteFactory factory;
    makeFirstForm(factory.path());
    auto opened = factory.connect();
    QVERIFY(opened);
    Store &store = **opened;
    const auto page = store.feed().after({}, 100);
    QVERIFY(page);
    QStringList subjects, names;
    for (const FeedEntry &entry : page->entries) {
        subjects.append(entry.subject);
        names.append(entry.facts["name"_L1].toString());
        QCOMPARE(entry.origin, Origin::Here);
    }
    QCOMPARE(subjects, (QStringList{u"r1"_s, u"r2"_s, u"r3"_s, call}));
    QCOMPARE(names, (QStringList{u"Old"_s, u"Ёлка"_s, u"Gone"_s, u"Ёлка"_s}));
    QCOMPARE(page->entries[2].facts["tombstone"_L1], QJsonValue(true));
    QCOMPARE(page->entries[1].facts["tombstone"_L1], QJsonValue(false));
    QCOMPARE(store.documents().page({u"agent"_s, DocumentStore::Deleted::Hide, u"елк"_s})->rows.size(), 1);
    QCOMPARE(store.documents().list(u"agent"_s, DocumentStore::Deleted::Only)->size(), 1);
    ConversationQuery query;
    for (const QString &text : {u"доставк"_s, u"перен"_s, u"доставка "_s}) {
        query.text = text;
        QCOMPARE(store.conversations().query(query)->rows.size(), 1);
    }
    QVERIFY(store.conversations().erase(*ConversationId::parse(call)));
    QVERIFY(store.conversations().query(query)->rows.isEmpty());
}

void TestMigrations::interrupted()
{
    test::SqliteFactory factory;
    makeFirstForm(factory.path());
    {
        // A table in the way stops the step in its middle.
        auto db = Database::open(factory.path());
        QVERIFY((*db)->runScript("create table environment(x)"));
    }
    QVERIFY(!factory.connect());
    {
        auto db = Database::open(factory.path());
        auto query = (*db)->query("select (select user_version from pragma_user_version), "
                                  "exists(select 1 from sqlite_schema where name = 'erasure')");
        QVERIFY(query && *query->next());
        QCOMPARE(query->integer(0), 1);
        QCOMPARE(query->integer(1), 0);
    }
    {
        auto db = Database::open(factory.path());
        QVERIFY((*db)->runScript("drop table environment"));
    }
    auto store = factory.connect();
    QVERIFY(store);
    QCOMPARE((*store)->feed().after({}, 100)->entries.size(), 4);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "test_migrations.moc"
