#include "tests/store/two_replicas.h"
#include <QRandomGenerator>

using namespace vox;
using namespace Qt::StringLiterals;

// What every ReplicaStore must do.
class TestReplica : public QObject, test::TwoReplicas {
    Q_OBJECT
public:
    explicit TestReplica(test::MakeFactory make) : TwoReplicas(std::move(make)) {}

private slots:
    void init() { begin(); }
    void orderDoesNotMatter();
    void twiceChangesNothing();
    void allOrNothing_data();
    void allOrNothing();
    void partInsideATransaction();
    void copiesStay();
    void deletedOnOneSide();
    void graftMakesASecondHead();
    void erasureWins();
    void erasedInAList();
    void hostileItems();
};

void TestReplica::orderDoesNotMatter()
{
    // A small graph with two branches and a merge, given in random orders that keep parents first.
    const DocumentId id = newId();
    QList<RevisionItem> graph{revision(id, {}, u"root"_s)};
    const RevisionId root = graph[0].header.id();
    graph.append(revision(id, {root}, u"left"_s));
    graph.append(revision(id, {root}, u"right"_s));
    graph.append(revision(id, {graph[1].header.id(), graph[2].header.id()}, u"merged"_s));
    graph.append(revision(id, {graph[1].header.id()}, u"left again"_s));
    QRandomGenerator random(7);
    std::optional<DocumentRow> expected;
    for (int round = 0; round < 12; ++round) {
        const auto factory = m_makeFactory();
        auto store = factory->connect();
        QVERIFY(store);
        QList<RevisionItem> left = graph;
        QSet<RevisionId> there;
        while (!left.isEmpty()) {
            const qsizetype i = random.bounded(int(left.size()));
            const auto &parents = left[i].header.parents;
            if (!std::all_of(parents.begin(), parents.end(), [&](const RevisionId &p) { return there.contains(p); })) {
                const auto early = give(**store, {left[i]});
                QVERIFY(!early);
                QCOMPARE(early.error().code, Error::Code::NotFound);
                continue;
            }
            QVERIFY(give(**store, {left[i]}));
            there.insert(left[i].header.id());
            left.removeAt(i);
        }
        const auto row = (*store)->documents().find(id);
        QVERIFY(row);
        if (!expected) expected = *row;
        QCOMPARE(row->heads, expected->heads);
        QCOMPARE(row->name, expected->name);
        QCOMPARE(row->heads.size(), 2);
        QCOMPARE(*(*store)->replica().splitDocuments(), QList<DocumentId>{id});
    }
    const auto received = give(*m_store, QList<ReplicaItem>(graph.begin(), graph.end()));
    QVERIFY(received);
    QCOMPARE(received->added, 5);
    QCOMPARE(received->changed, QList<DocumentId>{id});
    QCOMPARE(received->split, QList<DocumentId>{id});
    QCOMPARE(m_store->documents().find(id)->heads, expected->heads);
}

void TestReplica::twiceChangesNothing()
{
    add(*m_other, newId(), {}, u"a"_s);
    add(*m_other, newId(), {}, u"b"_s);
    QCOMPARE(carry(*m_other, *m_store)->added, 2);
    const auto end = *m_store->feed().end();
    const auto again = carry(*m_other, *m_store);
    QVERIFY(again);
    QCOMPARE(again->added, 0);
    QVERIFY(again->changed.isEmpty());
    QCOMPARE(*m_store->feed().end(), end);
    QCOMPARE(m_store->documents().list(u"agent"_s)->size(), 2);
    QStringList asked{m_store->documents().list(u"agent"_s)->first().head(), QString(64, u'a')};
    QCOMPARE(*m_store->replica().missing(asked), QStringList{asked[1]});
}

void TestReplica::allOrNothing_data()
{
    QTest::addColumn<int>("wrong");
    const char *names[] = {"content of another hash", "no json",     "list",          "unknown parent", "parent of another document",
                           "a hash that is none",     "NUL in text", "release of none", "kind of none", "parent twice", "environment of nothing"};
    for (int i = 0; i < int(std::size(names)); ++i) QTest::newRow(names[i]) << i;
}

void TestReplica::allOrNothing()
{
    QFETCH(int, wrong);
    const DocumentId id = newId();
    const RevisionItem good = revision(newId(), {}, u"good"_s);
    RevisionItem bad = revision(id, {}, u"bad"_s);
    ReplicaItem item;
    const auto with = [&](const QByteArray &content) { bad = {makeRevision(id, u"agent"_s, 1, {}, u"p"_s, {1}, {}, content), content}; };
    if (wrong == 0) bad.content = json(u"other"_s);
    if (wrong == 1) with("{\"a\":");
    if (wrong == 2) with("[1]");
    if (wrong == 3) bad.header.parents = {QString(64, u'a')};
    if (wrong == 4) bad.header.parents = {good.header.id()};
    if (wrong == 5) bad.header.parents = {u"'; drop table revision; --"_s};
    if (wrong == 6) bad.header.message = u"a\0b"_s;
    if (wrong == 8) bad.header.kind.clear();
    if (wrong == 9) bad.header.parents = {good.header.id(), good.header.id()};
    item = bad;
    Release release{1, {{id, QString(64, u'b')}}, u"p"_s, {1}, {}};
    if (wrong == 7) item = ReleaseItem{release};
    EnvironmentState state;
    state.release = QString(64, u'c');
    state.generation = 1;
    if (wrong == 10) item = EnvironmentItem{state};
    const auto received = give(*m_store, {good, item});
    QVERIFY(!received);
    const bool absent = wrong == 3 || wrong == 7 || wrong == 10;
    QCOMPARE(received.error().code, absent ? Error::Code::NotFound : Error::Code::BadValue);
    QVERIFY(!m_store->documents().find(good.header.document));
    QVERIFY(m_store->feed().after({}, 10)->entries.isEmpty());
    QVERIFY(give(*m_store, {good}));
}

void TestReplica::partInsideATransaction()
{
    const RevisionItem one = revision(newId(), {}, u"one"_s), two = revision(newId(), {}, u"two"_s);
    const RevisionItem orphan = revision(newId(), {QString(64, u'a')}, u"orphan"_s);
    QVERIFY(m_store->transaction([&]() -> Result<void> {
        if (auto received = give(*m_store, {one}); !received) return received.error();
        if (give(*m_store, {two, orphan})) return Error(Error::Code::Unknown); // a refused part leaves nothing
        return m_store->settings().put(u"cursor"_s, u"7"_s);
    }));
    QVERIFY(m_store->documents().find(one.header.document));
    QVERIFY(!m_store->documents().find(two.header.document));
    QCOMPARE(m_store->feed().after({}, 10)->entries.size(), 1);
    QCOMPARE(*m_store->settings().get(u"cursor"_s), QJsonValue(u"7"_s));
}

void TestReplica::copiesStay()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"one"_s);
    QVERIFY(m_store->documents().putWorkingCopy({id, first, 1, json(u"draft"_s), u"draft"_s, {m_now}, 0}, u"agent"_s));
    QVERIFY(give(*m_store, {revision(id, {first}, u"two"_s)}));
    const auto row = m_store->documents().find(id);
    QVERIFY(row->hasWorkingCopy);
    QCOMPARE(row->name, u"draft"_s);
    QCOMPARE((*m_store->documents().workingCopy(id))->base, first);
    QVERIFY(m_store->documents().discardWorkingCopy(id));
    QCOMPARE(m_store->documents().find(id)->name, u"two"_s);
}

void TestReplica::deletedOnOneSide()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"one"_s);
    const RevisionItem gone = tombstone(id, {first});
    QVERIFY(give(*m_store, {gone}));
    QVERIFY(m_store->documents().find(id)->deleted);
    QCOMPARE(m_store->documents().find(id)->name, u"one"_s);
    // Somebody edited it meanwhile: it is not gone before a person has looked.
    const RevisionItem edited = revision(id, {first}, u"two"_s);
    QCOMPARE(give(*m_store, {edited})->split, QList<DocumentId>{id});
    const auto row = m_store->documents().find(id);
    QVERIFY(!row->deleted);
    QCOMPARE(row->name, u"two"_s);
    QCOMPARE(row->heads, (QList<RevisionId>{edited.header.id(), gone.header.id()}));
}

void TestReplica::graftMakesASecondHead()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"one"_s);
    const RevisionId second = add(*m_store, id, {first}, u"two"_s);
    const RevisionItem late = revision(id, {first}, u"late"_s);
    QVERIFY(m_store->replica().graft(late.header, *late.content));
    QCOMPARE(m_store->documents().find(id)->heads.size(), 2);
    const RevisionItem merge = revision(id, {second, late.header.id()}, u"merged"_s);
    QVERIFY(m_store->replica().graft(merge.header, *merge.content));
    QCOMPARE(m_store->documents().find(id)->heads, QList<RevisionId>{merge.header.id()});
    QVERIFY(m_store->replica().splitDocuments()->isEmpty());
    QCOMPARE(m_store->feed().madeHereAfter({}, 10)->entries.size(), 4);
    const RevisionItem orphan = revision(id, {QString(64, u'a')}, u"x"_s);
    QCOMPARE(m_store->replica().graft(orphan.header, *orphan.content).error().code, Error::Code::NotFound);
}

void TestReplica::erasureWins()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"secret"_s);
    const RevisionId second = add(*m_store, id, {first}, u"fine"_s);
    const QString hash = sha256Hex(json(u"secret"_s));
    QVERIFY(carry(*m_store, *m_other));
    QVERIFY(m_other->documents().putWorkingCopy({id, first, 1, json(u"secret"_s), u"secret"_s, {m_now}, 0}, u"agent"_s));
    const auto seen = *m_store->feed().end();

    QVERIFY(m_store->replica().eraseContent(hash));
    QVERIFY(m_store->documents().revision(first)->contentErased);
    QCOMPARE(m_store->documents().content(first).error().code, Error::Code::NotFound);
    QCOMPARE(*m_store->documents().content(second), json(u"fine"_s));
    QCOMPARE(m_store->documents().history(id)->size(), 2);
    QVERIFY(m_store->replica().eraseContent(hash)); // again: nothing new
    QCOMPARE(m_store->feed().after(seen, 10)->entries.size(), 1);

    // It travels, and does not come back from a replica that still had it.
    QVERIFY(carry(*m_other, *m_store));
    QVERIFY(m_store->documents().revision(first)->contentErased);
    QVERIFY(carry(*m_store, *m_other));
    QVERIFY(m_other->documents().revision(first)->contentErased);
    QVERIFY(!*m_other->documents().workingCopy(id));
    QCOMPARE(m_other->documents().find(id)->name, u"fine"_s);
    const auto again = makeRevision(id, u"agent"_s, 1, {second}, u"p"_s, {9}, {}, json(u"secret"_s));
    QCOMPARE(m_store->documents().addRevision(again, json(u"secret"_s), u"s"_s, DocumentStore::Copy::Discard).error().code, Error::Code::BadValue);

    QCOMPARE(m_store->replica().eraseContent(QString(64, u'a')).error().code, Error::Code::NotFound);
    QCOMPARE(m_store->replica().eraseContent(sha256Hex(tombstoneContent())).error().code, Error::Code::BadValue);
}

void TestReplica::erasedInAList()
{
    // A header whose content its sender erased already.
    RevisionItem bare = revision(newId(), {}, u"x"_s);
    bare.content.reset();
    QVERIFY(give(*m_store, {bare, ErasureItem{bare.header.contentSha256}}));
    QVERIFY(m_store->documents().revision(bare.header.id())->contentErased);
    const auto items = m_store->replica().items(m_store->feed().after({}, 10)->entries);
    QCOMPARE(items->size(), 2);
}

void TestReplica::hostileItems()
{
    // Headers and contents with random damage: refused or taken, never a crash, and what was taken reads back.
    QRandomGenerator random(20261120);
    const auto damaged = [&](QString text) {
        const int hits = int(random.bounded(3));
        for (int i = 0; i < hits; ++i) {
            if (text.isEmpty() || random.bounded(4) == 0) text.insert(random.bounded(int(text.size()) + 1), QChar(char16_t(random.bounded(0x10000))));
            else text[random.bounded(int(text.size()))] = QChar(char16_t(random.bounded(3) ? random.bounded(128) : random.bounded(0x10000)));
        }
        return random.bounded(40) == 0 ? text.repeated(500) : text;
    };
    int taken = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray content = damaged(u"{\"name\":\"Order desk\",\"n\":[1,2,{\"a\":null}]}"_s).toUtf8();
        if (random.bounded(10) == 0) content = QByteArray("[").repeated(5000);
        Revision header = makeRevision(newId(), damaged(u"agent"_s), 1 - int(random.bounded(20) == 0), {}, damaged(u"person"_s),
                                       {random.bounded(20) == 0 ? std::numeric_limits<qint64>::max() : m_now}, damaged(u"a message"_s), content);
        if (random.bounded(10) == 0) header.contentSha256 = damaged(header.contentSha256);
        if (random.bounded(10) == 0) header.parents = {damaged(QString(64, u'a'))};
        Release release{int(random.bounded(3)) - 1, {{newId(), damaged(QString(64, u'b'))}}, damaged(u"p"_s), {1}, damaged(u"m"_s)};
        EnvironmentState state;
        state.release = damaged(QString(64, u'c'));
        state.generation = qint64(random.generate64());
        QList<ReplicaItem> items{RevisionItem{header, random.bounded(10) ? std::optional(content) : std::nullopt}};
        if (random.bounded(8) == 0) items.append(ReleaseItem{release});
        if (random.bounded(8) == 0) items.append(EnvironmentItem{state});
        if (random.bounded(8) == 0) items.append(ErasureItem{damaged(QString(64, u'd'))});
        if (!give(*m_store, items)) continue;
        ++taken;
        const auto stored = m_store->documents().revision(header.id());
        QVERIFY(stored);
        QCOMPARE(stored->header, header);
    }
    QVERIFY(taken > 20);
    const auto page = m_store->feed().after({}, 5000);
    QVERIFY(page);
    QVERIFY(m_store->replica().items(page->entries));
}

int main(int argc, char **argv) { return test::runOnEveryStore<TestReplica>(argc, argv); }
#include "test_replica.moc"
