#include "models/sync/serve.h"
#include "tests/unit/models/sync/replica.h"
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

const QString someHash = QString(64, u'a');

RevisionItem revisionItem(const QJsonObject &content)
{
    const QByteArray bytes = canonicalJson(content);
    return {makeRevision(DocumentId::make({7}, {}), u"agent"_s, 1, {}, u"anna"_s, {5}, u"«first»\n"_s, bytes), bytes};
}

QList<ReplicaItem> oneOfEach()
{
    RevisionItem erased = revisionItem(agentContent(u"x"_s));
    erased.content.reset();
    RevisionItem tombstone = revisionItem({});
    tombstone.header.contentSha256 = sha256Hex(tombstoneContent());
    tombstone.content = tombstoneContent();
    Release release{3, {{DocumentId::make({7}, {}), someHash}}, u"anna"_s, {9}, u"go"_s};
    EnvironmentState state;
    state.environment = Environment::Production;
    state.release = someHash;
    state.generation = 5;
    state.changedBy = u"boris"_s;
    return {revisionItem(agentContent(u"Ж \" \\ \u2028"_s)), erased, tombstone, ErasureItem{someHash}, ReleaseItem{release}, EnvironmentItem{state}};
}

QJsonArray asJson(const QList<ReplicaItem> &items) { return QJsonDocument::fromJson(wire::writeItems(items)).array(); }

QJsonArray changed(qsizetype at, const QString &key, const QJsonValue &value)
{
    QJsonArray items = asJson(oneOfEach());
    QJsonObject item = items[at].toObject();
    item.insert(key, value);
    items.replace(at, item);
    return items;
}

} // namespace

class TestWire : public QObject {
    Q_OBJECT
private slots:
    void there_and_back()
    {
        const auto read = wire::readItems(asJson(oneOfEach()), wire::Unknown::Refuse);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().args.join(u' ')));
        QCOMPARE(read->items.size(), 6);
        QCOMPARE(wire::writeItems(read->items), wire::writeItems(oneOfEach()));
        QCOMPARE(std::get<RevisionItem>(read->items[0]).header.id(), std::get<RevisionItem>(oneOfEach()[0]).header.id());
        QCOMPARE(sha256Hex(*std::get<RevisionItem>(read->items[0]).content), std::get<RevisionItem>(oneOfEach()[0]).header.contentSha256);
        QVERIFY(!std::get<RevisionItem>(read->items[1]).content);
        QCOMPARE(std::get<ReleaseItem>(read->items[4]).release.id(), std::get<ReleaseItem>(oneOfEach()[4]).release.id());
        QCOMPARE(std::get<EnvironmentItem>(read->items[5]).state, std::get<EnvironmentItem>(oneOfEach()[5]).state);

        wire::Changes page{u"3"_s, oneOfEach(), {}, u"7"_s, true, u"f"_s};
        const auto again = wire::readChanges(wire::writeChanges(page));
        QVERIFY(again && again->more && again->after == u"3"_s && again->next == u"7"_s && again->feed == u"f"_s);
        QCOMPARE(again->items.size(), 6);
    }

    void what_is_wrong_is_named_data()
    {
        QTest::addColumn<QJsonArray>("items");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QJsonArray &items, Error::Code code, const QString &place) {
            QTest::newRow(name) << items << int(code) << place;
        };
        using Code = Error::Code;
        row("no object", {1}, Code::WrongType, u"/items/0"_s);
        row("no type", {QJsonObject()}, Code::MissingField, u"/items/0/type"_s);
        row("unknown type", changed(0, u"type"_s, u"dream"_s), Code::BadValue, u"/items/0/type"_s);
        row("id in capitals", changed(0, u"document"_s, u"0192ABCD-0000-7000-8000-000000000001"_s), Code::BadValue, u"/items/0/document"_s);
        row("no id", changed(0, u"document"_s, u"x"_s), Code::BadValue, u"/items/0/document"_s);
        row("schema 0", changed(0, u"schema"_s, 0), Code::OutOfRange, u"/items/0/schema"_s);
        row("half a schema", changed(0, u"schema"_s, 1.5), Code::OutOfRange, u"/items/0/schema"_s);
        row("a time beyond 2^53", changed(0, u"created_utc_ms"_s, 1e17), Code::OutOfRange, u"/items/0/created_utc_ms"_s);
        row("parents no list", changed(0, u"parents"_s, u"x"_s), Code::WrongType, u"/items/0/parents"_s);
        row("a parent no hash", changed(0, u"parents"_s, QJsonArray{u"x"_s}), Code::BadValue, u"/items/0/parents"_s);
        row("a parent twice", changed(0, u"parents"_s, QJsonArray{someHash, someHash}), Code::BadValue, u"/items/0/parents"_s);
        row("a content that is none", changed(0, u"content"_s, 5), Code::WrongType, u"/items/0/content"_s);
        row("an author too long", changed(0, u"author"_s, QString(201, u'a')), Code::TooLarge, u"/items/0/author"_s);
        row("a content too large", changed(0, u"content"_s, QJsonObject{{u"a"_s, QString((16 << 20) + 1, u'x')}}), Code::TooLarge,
            u"/items/0/content"_s);
        row("a hash in capitals", changed(3, u"content_sha256"_s, QString(64, u'A')), Code::BadValue, u"/items/3/content_sha256"_s);
        row("a release of nothing", changed(4, u"documents"_s, QJsonObject{{u"x"_s, someHash}}), Code::BadValue, u"/items/4/documents/x"_s);
        row("the draft", changed(5, u"environment"_s, u"draft"_s), Code::BadValue, u"/items/5/environment"_s);
    }
    void what_is_wrong_is_named()
    {
        QFETCH(QJsonArray, items);
        QFETCH(int, code);
        QFETCH(QString, place);
        const auto read = wire::readItems(items, wire::Unknown::Refuse);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().args.value(0), place);
    }

    void a_content_that_is_not_what_its_hash_says()
    {
        Replica replica;
        const auto read = wire::readItems(changed(0, u"content"_s, agentContent(u"forged"_s)), wire::Unknown::Refuse);
        QVERIFY(read);
        QCOMPARE(takeItems(replica.store(), read->items.first(1), Trust::Documents).error().code, Error::Code::BadValue);
        QVERIFY(replica.store().documents().list(u"agent"_s)->isEmpty());
        // The authority's own things are not a console's to give.
        QCOMPARE(takeItems(replica.store(), read->items, Trust::Documents).error().code, Error::Code::Refused);
    }

    void a_puller_skips_what_it_does_not_know()
    {
        const auto read = wire::readItems(changed(3, u"type"_s, u"dream"_s), wire::Unknown::Skip);
        QVERIFY(read);
        QCOMPARE(read->items.size(), 5);
        QCOMPARE(read->skipped, QStringList{u"dream"_s});
    }

    void pages_end_where_they_become_heavy()
    {
        Replica replica;
        for (int i = 0; i < 12; ++i) {
            QJsonObject content = agentContent(u"a"_s);
            content.insert("description"_L1, QString(1 << 20, QChar(u'a' + i)));
            put(replica.store(), DocumentId::make({i + 1}, {}), {}, content, u"anna"_s, i);
        }
        FeedCursor at;
        int pages = 0, items = 0;
        for (bool more = true; more; ++pages) {
            const auto page = changesAfter(replica.store(), at, 1000, u"f"_s);
            QVERIFY(page);
            QVERIFY(page->items.size() <= 9);
            items += int(page->items.size());
            at = page->next;
            more = page->more;
        }
        QCOMPARE(items, 12);
        QVERIFY(pages >= 2);
    }

    // Any bytes may come: they are refused or read, nothing else.
    void hostile_bytes()
    {
        const wire::Changes page{u"3"_s, oneOfEach(), {}, u"7"_s, true, u"f"_s};
        const QByteArray good = wire::writeChanges(page);
        std::mt19937 random(7);
        int readable = 0;
        for (int i = 0; i < 4000; ++i) {
            QByteArray bad = good;
            for (quint32 n = 1 + random() % 4; n > 0; --n) {
                const qsizetype at = qsizetype(random() % quint32(bad.size()));
                switch (random() % 4) {
                case 0: bad[at] = char(random()); break;
                case 1: bad.remove(at, qsizetype(random() % 40)); break;
                case 2: bad.insert(at, bad.mid(qsizetype(random() % quint32(bad.size())), qsizetype(random() % 60))); break;
                default: bad.insert(at, QByteArray("[[{\"\":1e999,-0").mid(qsizetype(random() % 10)));
                }
                if (bad.isEmpty()) bad = "{";
            }
            if (const auto read = wire::readChanges(bad)) {
                ++readable;
                Q_UNUSED(wire::writeChanges(*read).size());
            }
            Q_UNUSED(wire::readPush(bad).hasValue());
            Q_UNUSED(wire::readEntry(QJsonDocument::fromJson(bad).object()).hasValue());
        }
        QVERIFY(readable > 0 && readable < 4000);
        QVERIFY(!wire::readChanges(QByteArray(100'000, '[')));
    }

    void feed_entries()
    {
        const FeedEntry entry{u"5"_s, u"release.made"_s, someHash, {{u"number"_s, 2}}, {4}};
        const auto read = wire::readEntry(wire::writeEntry(entry));
        QVERIFY(read);
        QCOMPARE(wire::writeEntry(*read), wire::writeEntry(entry));
        QVERIFY(!wire::readEntry({}));
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "test_wire.moc"
