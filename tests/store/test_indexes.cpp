#include "models/documents/canonical_json.h"
#include "models/store/postgres/connection.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/support/postgres/private_postgres.h"
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyConversations = 30'000, manyDocuments = 20'000;

using Ask = std::function<bool(Store &store)>;

ConversationQuery asked(const std::function<void(ConversationQuery &)> &fill)
{
    ConversationQuery out;
    fill(out);
    return out;
}

} // namespace

Q_DECLARE_METATYPE(Ask)

// Every list, filter and search goes by an index: what PostgreSQL counts says which, of the very statements that the store makes.
class TestIndexes : public QObject {
    Q_OBJECT
    Result<test::ServerOfOneWorkspace> m_server = Error(Error::Code::NotFound);

    struct Counted {
        qint64 whole = 0; // rows that were read by going through a whole big table
        QMap<QString, qint64> scans;
    };
    Counted counted()
    {
        auto db = Connection::open(m_server->url);
        Counted out;
        const auto rows = (*db)->read("select indexrelname::text, idx_scan from pg_stat_user_indexes");
        for (int row = 0; row < rows->size(); ++row) out.scans.insert(rows->text(row, 0), rows->integer(row, 1));
        const auto whole = (*db)->read("select coalesce(sum(seq_tup_read), 0)::bigint from pg_stat_user_tables where relname in "
                                       "('conversation', 'document', 'document_words', 'revision', 'feed', 'audit')");
        out.whole = whole->integer(0, 0);
        return out;
    }

private slots:
    void initTestCase()
    {
        m_server = test::ServerOfOneWorkspace::make();
        QVERIFY(m_server);
        auto db = *Connection::open(m_server->url);
        const QUuid workspace = m_server->workspace.uuid();
        // One in ten thousand is what the filters look for.
        QVERIFY(db->write("insert into conversation(workspace, key, id, agent, agent_name, revision, release, started_utc_ms, duration_ms, language, channel, "
                          "outcome, p50_ms, p95_ms, turns, errors, interruptions, words) "
                          "select $1, n << 10, gen_random_uuid(), case when n % 10000 = 0 then 'rare' else 'agent' || n % 5 end, 'a', 'r', "
                          "case when n % 10000 = 1 then 'rare' else '' end, n, 1000, case when n % 10000 = 2 then 'de' else 'ru' end, "
                          "case when n % 10000 = 3 then 'phone' else 'microphone' end, case when n % 10000 = 4 then 'failed' else 'completed' end, 100, "
                          "case when n % 10000 = 5 then 9000 else 200 end, 3, case when n % 10000 = 6 then 1 else 0 end, case when n % 10000 = 7 then 1 else 0 end, "
                          "array_to_tsvector(array['often', 'word' || n % 5000]) from generate_series(1, $2) as n",
                          workspace, manyConversations));
        QVERIFY(db->write("insert into document(workspace, id, kind, name, folded, schema, changed_utc_ms, heads) "
                          "select $1, gen_random_uuid(), 'agent', 'Agent ' || n, 'agent ' || n, 1, n, array['h' || n] from generate_series(1, $2) as n",
                          workspace, manyDocuments));
        QVERIFY(db->write("insert into document_words(workspace, document, words) select workspace, id, array_to_tsvector(array['often', 'word' || changed_utc_ms]) "
                          "from document"));
        QVERIFY(db->write("insert into revision(workspace, id, document, kind, schema, author, created_utc_ms, message, content_sha256, name, folded, parents) "
                          "select workspace, heads[1], id, kind, 1, 'p', 1, '', heads[1], name, folded, '{}' from document"));
        QVERIFY(db->runScript("vacuum analyze"));
    }

    void byIndex_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QString>("index");
        const auto conversations = [](const char *name, const QString &index, const std::function<void(ConversationQuery &)> &fill) {
            QTest::newRow(name) << Ask([fill](Store &store) {
                const auto page = store.conversations().query(asked(fill));
                return page && !page->rows.isEmpty();
            }) << index;
        };
        conversations("newest conversations", u"conversation_pkey"_s, [](ConversationQuery &) {});
        conversations("agent", u"conversation_by_agent"_s, [](ConversationQuery &query) { query.agent = u"rare"_s; });
        conversations("release", u"conversation_by_release"_s, [](ConversationQuery &query) { query.release = u"rare"_s; });
        conversations("language", u"conversation_by_language"_s, [](ConversationQuery &query) { query.language = u"de"_s; });
        conversations("channel", u"conversation_by_channel"_s, [](ConversationQuery &query) { query.channel = Channel::Phone; });
        conversations("outcome", u"conversation_by_outcome"_s, [](ConversationQuery &query) { query.outcome = Outcome::Failed; });
        conversations("slow", u"conversation_by_delay"_s, [](ConversationQuery &query) { query.slowerThanMs = 8000; });
        conversations("errors", u"conversation_with_errors"_s, [](ConversationQuery &query) { query.withErrors = true; });
        conversations("interrupted", u"conversation_interrupted"_s, [](ConversationQuery &query) { query.interrupted = true; });
        conversations("rare word", u"conversation_by_words"_s, [](ConversationQuery &query) { query.text = u"word77 "_s; });
        conversations("frequent word", u"conversation_pkey"_s, [](ConversationQuery &query) { query.text = u"often "_s; });

        const auto documents = [](const char *name, const QString &index, const DocumentStore::Query &query) {
            QTest::newRow(name) << Ask([query](Store &store) { return store.documents().page(query).hasValue(); }) << index;
        };
        DocumentStore::Query query{u"agent"_s};
        documents("documents by name", u"document_by_name"_s, query);
        query.sort = DocumentStore::Sort::NewestFirst;
        documents("documents by change", u"document_by_change"_s, query);
        query.name = u"ent 1234"_s;
        documents("part of a name", u"document_by_part"_s, query);
        query.name.clear();
        query.text = u"word777 "_s;
        documents("text of documents", u"document_words_found"_s, query);
        query.text.clear();
        query.inConflict = true;
        documents("conflicts", u"document_split"_s, query);
        QTest::newRow("history") << Ask([](Store &store) {
            const auto page = store.documents().page({u"agent"_s});
            return page && store.documents().history(page->rows.first().id)->size() == 1;
        }) << u"revision_by_document"_s;
    }
    void byIndex()
    {
        QFETCH(Ask, ask);
        QFETCH(QString, index);
        const Counted before = counted();
        {
            auto store = PostgresServerStore::open(m_server->url);
            QVERIFY(store);
            QVERIFY(ask((*store)->workspace(m_server->workspace)));
        } // a connection that ends tells what it did
        QTRY_VERIFY2(counted().scans.value(index) > before.scans.value(index), qPrintable(index));
        // Counting up to a thousand of what is nearly everything may as well begin anywhere.
        QVERIFY2(counted().whole <= before.whole + ConversationPage::countCap + 1, qPrintable(QString::number(counted().whole - before.whole)));
    }
};

QTEST_GUILESS_MAIN(TestIndexes)
#include "test_indexes.moc"
