#include "tests/store/two_replicas.h"

using namespace vox;
using namespace Qt::StringLiterals;

// What every FeedStore must do.
class TestFeed : public QObject, test::TwoReplicas {
    Q_OBJECT
public:
    explicit TestFeed(test::MakeFactory make) : TwoReplicas(std::move(make)) {}

private slots:
    void init() { begin(); }
    void feedTellsWhatHappened();
    void feedPagesGoOn();
    void feedRefusesForeignPlaces();
    void nothingOfARefusedStepIsTold();
    void receivedIsNotMadeHere();
    void clockSetBack();
};

void TestFeed::feedTellsWhatHappened()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"Order desk"_s);
    ConversationRow row;
    row.started = {5};
    row.id = ConversationId::make(row.started);
    row.agentName = u"Order desk"_s;
    QVERIFY(m_store->conversations().put({{row, {}, {}}}));
    QVERIFY(m_store->conversations().erase(row.id));
    QVERIFY(m_store->feed().add({{}, u"suite.finished"_s, u"nightly"_s, {{u"failed"_s, 2}}, {77}}));
    const auto page = m_store->feed().after({}, 100);
    QVERIFY(page);
    QCOMPARE(types(*page), (QStringList{u"document.revised"_s, u"conversation.finished"_s, u"conversation.erased"_s, u"suite.finished"_s}));
    const FeedEntry &revised = page->entries[0];
    QCOMPARE(revised.subject, first);
    QCOMPARE(revised.facts["document"_L1], QJsonValue(id.text()));
    QCOMPARE(revised.facts["name"_L1], QJsonValue(u"Order desk"_s));
    QCOMPARE(revised.facts["tombstone"_L1], QJsonValue(false));
    QVERIFY(revised.at.value > 0);
    QCOMPARE(page->entries[3].at.value, 77);
    QCOMPARE(page->entries[3].facts["failed"_L1].toInt(), 2);
    QCOMPARE(page->next, *m_store->feed().end());
    QVERIFY(!page->more);
}

void TestFeed::feedPagesGoOn()
{
    QStringList made;
    for (int i = 0; i < 11; ++i) made.append(add(*m_store, newId(), {}, u"a"_s));
    FeedCursor cursor;
    QStringList seen;
    for (int pages = 0; pages < 3; ++pages) {
        const auto page = m_store->feed().after(cursor, 4);
        QVERIFY(page);
        QCOMPARE(page->more, pages < 2);
        for (const FeedEntry &entry : page->entries) seen.append(entry.subject);
        cursor = page->next;
    }
    QCOMPARE(seen, made);
    QVERIFY(m_store->feed().after(cursor, 4)->entries.isEmpty());
    const RevisionId late = add(*m_store, newId(), {}, u"late"_s);
    const auto rest = m_store->feed().after(cursor, 4);
    QCOMPARE(rest->entries.size(), 1);
    QCOMPARE(rest->entries.first().subject, late);
    // One entry's own cursor is a place, too.
    QCOMPARE(m_store->feed().after(rest->entries.first().cursor, 4)->entries.size(), 0);
}

void TestFeed::feedRefusesForeignPlaces()
{
    add(*m_store, newId(), {}, u"a"_s);
    for (const QString &cursor : {u"x"_s, u"-1"_s, u"999999999"_s, u"1; drop table feed"_s, u"99999999999999999999999"_s}) {
        const auto page = m_store->feed().after(cursor, 10);
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::BadValue);
    }
    QVERIFY(!m_store->feed().after({}, 0));
    QVERIFY(!m_store->feed().after({}, 5001));
}

void TestFeed::nothingOfARefusedStepIsTold()
{
    const RevisionId kept = add(*m_store, newId(), {}, u"kept"_s);
    QVERIFY(!m_store->transaction([&]() -> Result<void> {
        add(*m_store, newId(), {}, u"gone"_s);
        return Error(Error::Code::Cancelled);
    }));
    const auto page = m_store->feed().after({}, 10);
    QCOMPARE(page->entries.size(), 1);
    QCOMPARE(page->entries.first().subject, kept);
}

void TestFeed::receivedIsNotMadeHere()
{
    const RevisionId mine = add(*m_store, newId(), {}, u"mine"_s);
    QVERIFY(give(*m_store, {revision(newId(), {}, u"theirs"_s)}));
    QCOMPARE(m_store->feed().after({}, 10)->entries.size(), 2);
    QCOMPARE(m_store->feed().after({}, 10)->entries.last().origin, Origin::Elsewhere);
    const auto here = m_store->feed().madeHereAfter({}, 10);
    QCOMPARE(here->entries.size(), 1);
    QCOMPARE(here->entries.first().subject, mine);
    QCOMPARE(here->next, *m_store->feed().end()); // what was passed over is not looked at again
}

void TestFeed::clockSetBack()
{
    const DocumentId id = newId();
    const RevisionId first = add(*m_store, id, {}, u"one"_s);
    const auto seen = *m_store->feed().end();
    m_now -= 366LL * 24 * 3600 * 1000;
    const RevisionId second = add(*m_store, id, {first}, u"two"_s);
    const auto late = m_store->feed().after(seen, 10);
    QCOMPARE(late->entries.size(), 1);
    QCOMPARE(late->entries.first().subject, second);
    QCOMPARE(m_store->documents().find(id)->heads, QList<RevisionId>{second});
    QCOMPARE(m_store->documents().history(id)->first().id, second);
    QVERIFY(carry(*m_store, *m_other));
    QCOMPARE(m_other->documents().find(id)->heads, QList<RevisionId>{second});
}

int main(int argc, char **argv) { return test::runOnEveryStore<TestFeed>(argc, argv); }
#include "test_feed.moc"
