// Releases and environments over a store: plans, gates, scheduled publication, rolling back, drift.
#include "models/sync/publishing.h"
#include "tests/unit/models/sync/replica.h"
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestPublishing : public QObject {
    Q_OBJECT
private slots:
    void init();
    void publishesWhatStands();
    void takesOnlyWhatIsAsked();
    void refusesWhatIsBroken();
    void refusesAConflict();
    void refusesAnOldPlan();
    void rollsBackAndForth();
    void waitsForItsTime();
    void cancelsWhatWaits();
    void takesDeletedOnesOut();
    void tellsDrift();
    void promotesARelease();

private:
    Publication by(const QString &message = {}, qint64 at = 0) const { return {u"Marta"_s, message, {1000}, {at}}; }
    QJsonObject good(const QString &name, const QString &description = {}) const
    {
        // The smallest agent without errors.
        QJsonObject content = agentContent(name);
        content.insert("description"_L1, description);
        const auto node = [](const QString &id, const QString &type) {
            return QJsonObject{{u"id"_s, id}, {u"type"_s, type}, {u"name"_s, QString()}, {u"position"_s, QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}}, {u"settings"_s, QJsonObject()}};
        };
        content.insert("flow"_L1, QJsonObject{{u"nodes"_s, QJsonArray{node(u"a"_s, u"start"_s), node(u"b"_s, u"end"_s)}},
                                              {u"edges"_s, QJsonArray{QJsonObject{{u"id"_s, u"e"_s}, {u"from"_s, u"a"_s}, {u"port"_s, u"next"_s}, {u"to"_s, u"b"_s}}}}});
        return content;
    }
    EnvironmentState state(Environment environment)
    {
        const auto states = m_replica->store().releases().environments();
        for (const EnvironmentState &each : *states)
            if (each.environment == environment) return each;
        return {};
    }
    std::unique_ptr<Replica> m_replica;
    DocumentId m_first, m_second;
    RevisionId m_one, m_two;
};

void TestPublishing::init()
{
    m_replica = std::make_unique<Replica>();
    m_first = DocumentId::make({10});
    m_second = DocumentId::make({11});
    m_one = put(m_replica->store(), m_first, {}, good(u"Alpha"_s), u"Marta"_s, 100);
    m_two = put(m_replica->store(), m_second, {}, good(u"Beta"_s), u"Marta"_s, 100);
}

void TestPublishing::publishesWhatStands()
{
    Store &store = m_replica->store();
    const auto plan = planPublishing(store, Environment::Staging);
    QVERIFY(plan);
    QCOMPARE(plan->changes.size(), 2);
    QCOMPARE(plan->changes.first().name, u"Alpha"_s);
    QVERIFY(plan->changes.first().before.isEmpty());
    QVERIFY2(plan->blocks.isEmpty(), plan->blocks.isEmpty() ? "" : qPrintable(plan->blocks.first().problems.value(0).error.codeName()));
    const auto moved = publish(store, *plan, by(u"First"_s));
    QVERIFY(moved);
    const auto release = store.releases().release(moved->release);
    QVERIFY(release);
    QCOMPARE(release->number, 1);
    QCOMPARE(release->message, u"First"_s);
    QCOMPARE(release->documents.value(m_first), m_one);
    QVERIFY(state(Environment::Production).release.isEmpty());
    // Nothing has changed since.
    QVERIFY(planPublishing(store, Environment::Staging)->changes.isEmpty());
}

void TestPublishing::takesOnlyWhatIsAsked()
{
    Store &store = m_replica->store();
    QVERIFY(publish(store, *planPublishing(store, Environment::Production), by()));
    const RevisionId newer = put(store, m_first, {m_one}, good(u"Alpha"_s, u"new"_s), u"Marta"_s, 200);
    put(store, m_second, {m_two}, good(u"Beta"_s, u"new"_s), u"Marta"_s, 200);
    const auto plan = planPublishing(store, Environment::Production, {m_first});
    QVERIFY(plan);
    QCOMPARE(plan->changes, (QList<ReleaseChange>{{m_first, u"agent"_s, u"Alpha"_s, m_one, newer}}));
    QCOMPARE(plan->documents.value(m_second), m_two);
}

void TestPublishing::refusesWhatIsBroken()
{
    Store &store = m_replica->store();
    put(store, m_first, {m_one}, agentContent(u"Alpha"_s), u"Marta"_s, 200); // no flow
    const auto plan = planPublishing(store, Environment::Production);
    QVERIFY(plan);
    QCOMPARE(plan->blocks.size(), 1);
    QCOMPARE(plan->blocks.first().document, m_first);
    QVERIFY(!plan->blocks.first().problems.isEmpty());
    const auto moved = publish(store, *plan, by());
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, Error::Code::AgentInvalid);
    QVERIFY(state(Environment::Production).release.isEmpty());
}

void TestPublishing::refusesAConflict()
{
    Store &store = m_replica->store();
    put(store, m_first, {m_one}, good(u"Alpha"_s, u"mine"_s), u"Marta"_s, 200);
    put(store, m_first, {m_one}, good(u"Alpha"_s, u"theirs"_s), u"Alina"_s, 201);
    const auto plan = planPublishing(store, Environment::Production, {m_first});
    QVERIFY(plan);
    QVERIFY(plan->blocks.first().conflict);
    QCOMPARE(publish(store, *plan, by()).error().code, Error::Code::Conflict);
}

void TestPublishing::refusesAnOldPlan()
{
    Store &store = m_replica->store();
    const auto plan = planPublishing(store, Environment::Staging);
    QVERIFY(publish(store, *plan, by()));
    const auto again = publish(store, *plan, by());
    QVERIFY(!again);
    QCOMPARE(again.error().code, Error::Code::Conflict);
    QCOMPARE(store.releases().releases()->size(), 1); // and left no release behind
}

void TestPublishing::rollsBackAndForth()
{
    Store &store = m_replica->store();
    const QString first = publish(store, *planPublishing(store, Environment::Production), by())->release;
    QCOMPARE(rollBack(store, Environment::Production, u"Marta"_s, {1}).error().code, Error::Code::NotFound);
    put(store, m_first, {m_one}, good(u"Alpha"_s, u"new"_s), u"Marta"_s, 200);
    const QString second = publish(store, *planPublishing(store, Environment::Production), by())->release;
    QVERIFY(first != second);
    QCOMPARE(rollBack(store, Environment::Production, u"Dan"_s, {2000})->release, first);
    QCOMPARE(state(Environment::Production).changedBy, u"Dan"_s);
    QCOMPARE(rollBack(store, Environment::Production, u"Dan"_s, {2001})->release, second);
}

void TestPublishing::waitsForItsTime()
{
    Store &store = m_replica->store();
    const auto waiting = publish(store, *planPublishing(store, Environment::Production), by(u"Later"_s, 5000));
    QVERIFY(waiting);
    QVERIFY(waiting->release.isEmpty());
    QCOMPARE(waiting->scheduledFor, UtcMs{5000});
    QVERIFY(publishDue(store, {4999})->isEmpty());
    const auto moved = publishDue(store, {5000});
    QVERIFY(moved);
    QCOMPARE(moved->size(), 1);
    QCOMPARE(moved->first().release, waiting->scheduledRelease);
    QCOMPARE(moved->first().changedBy, u"Marta"_s);
    QVERIFY(moved->first().scheduledRelease.isEmpty());
    QVERIFY(publishDue(store, {6000})->isEmpty());
}

void TestPublishing::cancelsWhatWaits()
{
    Store &store = m_replica->store();
    QVERIFY(publish(store, *planPublishing(store, Environment::Production), by({}, 5000)));
    QVERIFY(cancelScheduled(store, Environment::Production, u"Marta"_s, {2000})->scheduledRelease.isEmpty());
    QVERIFY(publishDue(store, {9000})->isEmpty());
    QVERIFY(cancelScheduled(store, Environment::Production, u"Marta"_s, {2000})); // nothing waits: nothing happens
}

void TestPublishing::takesDeletedOnesOut()
{
    Store &store = m_replica->store();
    QVERIFY(publish(store, *planPublishing(store, Environment::Production), by()));
    putTombstone(store, m_second, {m_two}, u"Marta"_s, 200);
    const auto plan = planPublishing(store, Environment::Production);
    QVERIFY(plan);
    QCOMPARE(plan->changes.size(), 1);
    QVERIFY(plan->changes.first().after.isEmpty());
    QVERIFY(publish(store, *plan, by()));
    QCOMPARE(state(Environment::Production).generation, 2);
}

void TestPublishing::tellsDrift()
{
    Store &store = m_replica->store();
    QVERIFY(draftDrift(store, Environment::Production)->isEmpty()); // nothing published, nothing to differ from
    QVERIFY(publish(store, *planPublishing(store, Environment::Production), by()));
    QVERIFY(draftDrift(store, Environment::Production)->isEmpty());
    const RevisionId newer = put(store, m_first, {m_one}, good(u"Alpha"_s, u"new"_s), u"Marta"_s, 200);
    const auto drift = draftDrift(store, Environment::Production);
    QCOMPARE(*drift, (QList<ReleaseChange>{{m_first, u"agent"_s, u"Alpha"_s, m_one, newer}}));
}

void TestPublishing::promotesARelease()
{
    Store &store = m_replica->store();
    const QString staged = publish(store, *planPublishing(store, Environment::Staging), by())->release;
    put(store, m_first, {m_one}, good(u"Alpha"_s, u"new"_s), u"Marta"_s, 200);
    const auto plan = planRelease(store, Environment::Production, staged);
    QVERIFY(plan);
    QCOMPARE(plan->documents.value(m_first), m_one); // not what was edited since
    QVERIFY(publish(store, *plan, by()));
    const QString produced = state(Environment::Production).release;
    QVERIFY(compareReleases(store, staged, produced)->isEmpty());
    QCOMPARE(compareReleases(store, {}, produced)->size(), 2);
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "test_publishing.moc"
