#include "tests/store/two_replicas.h"

using namespace vox;
using namespace Qt::StringLiterals;

// What every ReleaseStore must do.
class TestReleases : public QObject, test::TwoReplicas {
    Q_OBJECT
public:
    explicit TestReleases(test::MakeFactory make) : TwoReplicas(std::move(make)) {}

private slots:
    void init() { begin(); }
    void releases();
    void environmentsMoveByGeneration();
    void releasesTravel();
};

void TestReleases::releases()
{
    const DocumentId a = newId(), b = newId();
    const RevisionId ofA = add(*m_store, a, {}, u"a"_s), ofB = add(*m_store, b, {}, u"b"_s);
    Release asked{99, {{a, ofA}, {b, ofB}}, u"Anna"_s, {7}, u"Первый выпуск"_s};
    const auto first = m_store->releases().make(asked);
    QVERIFY(first);
    QCOMPARE(first->number, 1);
    const auto second = m_store->releases().make(asked);
    QCOMPARE(second->number, 2);
    QCOMPARE(*m_store->releases().release(first->id()), *first);
    QCOMPARE(*m_store->releases().releaseByNumber(2), *second);
    QCOMPARE(*m_store->releases().releases(), (QList<Release>{*second, *first}));
    QCOMPARE(m_store->releases().release(u"x"_s).error().code, Error::Code::NotFound);
    QCOMPARE(m_store->releases().releaseByNumber(3).error().code, Error::Code::NotFound);
    asked.documents[b] = ofA; // a revision of another document
    QCOMPARE(m_store->releases().make(asked).error().code, Error::Code::NotFound);
    QCOMPARE(m_store->releases().releases()->size(), 2);
}

void TestReleases::environmentsMoveByGeneration()
{
    const DocumentId id = newId();
    const RevisionId head = add(*m_store, id, {}, u"a"_s);
    const auto release = m_store->releases().make({0, {{id, head}}, u"Anna"_s, {7}, {}});
    QVERIFY(release);
    auto states = m_store->releases().environments();
    QCOMPARE(states->size(), 2);
    EnvironmentState production = states->last();
    QCOMPARE(production.environment, Environment::Production);
    QCOMPARE(production.generation, 0);
    production.release = release->id();
    production.changedBy = u"Anna"_s;
    production.changed = {8};
    production.scheduledFor = {9};
    const auto moved = m_store->releases().move(production);
    QVERIFY(moved);
    QCOMPARE(moved->generation, 1);
    QCOMPARE(m_store->releases().environments()->last(), *moved);
    QCOMPARE(m_store->releases().move(production).error().code, Error::Code::Conflict); // somebody was faster
    EnvironmentState draft = *moved;
    draft.environment = Environment::Draft;
    QCOMPARE(m_store->releases().move(draft).error().code, Error::Code::BadValue);
    EnvironmentState nowhere = *moved;
    nowhere.release = QString(64, u'a');
    QCOMPARE(m_store->releases().move(nowhere).error().code, Error::Code::NotFound);
}

void TestReleases::releasesTravel()
{
    const DocumentId id = newId();
    const RevisionId head = add(*m_store, id, {}, u"a"_s);
    const auto release = m_store->releases().make({0, {{id, head}}, u"Anna"_s, {7}, {}});
    EnvironmentState staging = m_store->releases().environments()->first();
    staging.release = release->id();
    const auto first = m_store->releases().move(staging);
    QVERIFY(carry(*m_store, *m_other));
    QCOMPARE(*m_other->releases().releaseByNumber(1), *release);
    QCOMPARE(m_other->releases().environments()->first(), *first);
    EnvironmentState next = *first;
    next.changedBy = u"Boris"_s;
    const auto second = m_store->releases().move(next);
    QVERIFY(carry(*m_store, *m_other));
    QCOMPARE(m_other->releases().environments()->first(), *second);
    // An older word that comes late is not heard.
    QCOMPARE(give(*m_other, {EnvironmentItem{*first}})->added, 0);
    QCOMPARE(m_other->releases().environments()->first(), *second);
    QVERIFY(m_other->feed().madeHereAfter({}, 100)->entries.isEmpty());
}

int main(int argc, char **argv) { return test::runOnEveryStore<TestReleases>(argc, argv); }
#include "test_releases.moc"
