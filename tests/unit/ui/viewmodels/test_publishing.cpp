// Environments of a local workspace, publishing as its dialog knows it, and the history with numbers and filters.
#include "app/workspace/agent_document.h"
#include "app/workspace/environments.h"
#include "tests/ui/agents/demo_workspace.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include "ui/viewmodels/publish_view_model.h"
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestPublishing : public QObject {
    Q_OBJECT
private slots:
    void init();
    void tellsWhereEverythingStands();
    void publishesWhatIsTyped();
    void rollsBackAndForth();
    void anOlderReleaseIsPublishedAgain();
    void whatIsBrokenIsNotPublished();
    void aConflictIsNotPublished();
    void schedulesAndForgets();
    void historyHasNumbers();
    void historyFoldsAndFilters();

private:
    bool ready(PublishViewModel &model)
    {
        return QTest::qWaitFor([&] { return model.state() == PublishViewModel::State::Ready || model.state() == PublishViewModel::State::Failed; }, 10'000);
    }
    std::shared_ptr<AgentDocument> open(const QString &name)
    {
        const auto opened = await(m_past->workspace->agents().open(m_past->idOf(name)));
        return opened ? *opened : nullptr;
    }
    std::unique_ptr<PastWorkspace> m_past;
    std::unique_ptr<Environments> m_environments;
};

void TestPublishing::init()
{
    m_environments.reset();
    m_past = std::make_unique<PastWorkspace>();
    QVERIFY(m_past->workspace);
    m_environments = std::make_unique<Environments>(*m_past->workspace);
    QTRY_COMPARE(m_environments->standing().size(), 2);
}

void TestPublishing::tellsWhereEverythingStands()
{
    const DocumentId id = m_past->idOf(u"Order desk"_s);
    const EnvironmentStanding *live = m_environments->of(Environment::Production), *staging = m_environments->of(Environment::Staging);
    QVERIFY(live && live->release && live->previous);
    QVERIFY(staging && staging->release);
    const int liveNumber = m_environments->numberOf(id, live->release->documents.value(id));
    QVERIFY(liveNumber > 0);
    QVERIFY(m_environments->numberOf(id, staging->release->documents.value(id)) > liveNumber);
    QCOMPARE(m_environments->numberOf(id, u"no such revision"_s), 0);
    const auto drift = await(m_environments->drift(Environment::Production));
    QVERIFY(drift);
    QVERIFY(drift->hosts.isEmpty());
    QVERIFY(!drift->drafts.isEmpty());
}

void TestPublishing::publishesWhatIsTyped()
{
    const auto document = open(u"Order desk"_s);
    document->setValue(u"/goal_ms"_s, 650, {"x", {}, {}}); // not even saved yet
    PublishViewModel model(*m_environments, document->id());
    QVERIFY(ready(model));
    QCOMPARE(model.environment(), Environment::Production);
    const auto goal = std::find_if(model.lines().cbegin(), model.lines().cend(), [](const auto &line) { return line.change.change.path == "/goal_ms"_L1; });
    QVERIFY(goal != model.lines().cend());
    QCOMPARE(goal->change.change.after.toInt(), 650);
    QVERIFY(model.canPublish());
    QSignalSpy published(&model, &PublishViewModel::published);
    model.publish(u"Faster"_s);
    QTRY_COMPARE(published.count(), 1);
    QTRY_COMPARE(m_environments->of(Environment::Production)->release->message, u"Faster"_s);
    QCOMPARE(m_environments->of(Environment::Production)->release->number, published.first().first().toInt());
    model.look();
    QVERIFY(ready(model));
    QTRY_VERIFY(model.lines().isEmpty());
    QVERIFY(!model.canPublish());
}

void TestPublishing::rollsBackAndForth()
{
    const QString now = m_environments->of(Environment::Production)->state.release, before = m_environments->of(Environment::Production)->state.previous;
    QVERIFY(await(m_environments->rollBack(Environment::Production)));
    QTRY_COMPARE(m_environments->of(Environment::Production)->state.release, before);
    QVERIFY(await(m_environments->rollBack(Environment::Production)));
    QTRY_COMPARE(m_environments->of(Environment::Production)->state.release, now);
}

void TestPublishing::anOlderReleaseIsPublishedAgain()
{
    const QList<Release> releases = m_environments->releases();
    QVERIFY(releases.size() > 2);
    const Release oldest = releases.last();
    PublishViewModel model(*m_environments, {});
    model.setRelease(oldest);
    QVERIFY(ready(model));
    QVERIFY(model.canPublish());
    // What is being edited has no part in it.
    const auto document = open(u"Order desk"_s);
    document->setValue(u"/goal_ms"_s, 651, {"x", {}, {}});
    model.look();
    QVERIFY(ready(model));
    for (const auto &line : model.lines()) QVERIFY(line.change.change.after.toInt() != 651);
    QSignalSpy published(&model, &PublishViewModel::published);
    model.publish(u"As in the beginning"_s);
    QTRY_COMPARE(published.count(), 1);
    QTRY_COMPARE(m_environments->of(Environment::Production)->release->documents, oldest.documents);
    model.setRelease(oldest);
    QVERIFY(ready(model));
    QVERIFY(model.lines().isEmpty() && !model.canPublish()); // it is there
}

void TestPublishing::whatIsBrokenIsNotPublished()
{
    const auto document = open(u"Order desk"_s);
    QJsonObject content = document->content();
    content.insert("flow"_L1, QJsonObject());
    document->edit(content, {"x", {}, {}});
    PublishViewModel model(*m_environments, document->id());
    QVERIFY(ready(model));
    QVERIFY(!model.blocks().isEmpty());
    QCOMPARE(model.blocks().first().agent, document->id());
    QVERIFY(!model.canPublish());
    const QString release = m_environments->of(Environment::Production)->state.release;
    model.publish(u"No"_s);
    const auto plan = await(m_environments->plan(Environment::Production, {document->id()}));
    QVERIFY(plan);
    const auto refused = await(m_environments->publish(*plan, u"No"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::AgentInvalid);
    QCOMPARE(m_environments->of(Environment::Production)->state.release, release);
}

void TestPublishing::aConflictIsNotPublished()
{
    PublishViewModel model(*m_environments, m_past->idOf(u"Returns desk"_s));
    QVERIFY(ready(model));
    QVERIFY(!model.blocks().isEmpty());
    QVERIFY(model.blocks().first().conflict);
    QVERIFY(!model.canPublish());
    model.setEnvironment(Environment::Staging);
    QVERIFY(ready(model));
    QVERIFY(model.blocks().first().conflict);
}

void TestPublishing::schedulesAndForgets()
{
    PublishViewModel model(*m_environments, m_past->idOf(u"Order desk"_s));
    QVERIFY(ready(model));
    QSignalSpy published(&model, &PublishViewModel::published);
    model.publish(u"Tomorrow"_s, {m_past->workspace->now().value + 86'400'000});
    QTRY_COMPARE(published.count(), 1);
    QVERIFY(published.first().at(1).toBool());
    QTRY_VERIFY(m_environments->of(Environment::Production)->scheduled.has_value());
    QCOMPARE(m_environments->of(Environment::Production)->scheduled->message, u"Tomorrow"_s);
    QVERIFY(await(m_environments->cancelScheduled(Environment::Production)));
    QTRY_VERIFY(!m_environments->of(Environment::Production)->scheduled.has_value());
}

void TestPublishing::historyHasNumbers()
{
    AgentsHistoryViewModel history(*m_past->workspace, open(u"Order desk"_s), m_environments.get());
    QTRY_COMPARE(history.versions().size(), 6); // what stands now, four versions, the first
    const auto &newest = history.versions().at(1);
    QCOMPARE(newest.author, u"Alina Vale"_s);
    QVERIFY(newest.number > 0);
    QCOMPARE(newest.in, QList<Environment>{Environment::Staging});
    QCOMPARE(newest.added, 2); // a node and its arrow
    QVERIFY(newest.changed >= 2);
    QCOMPARE(history.versions().at(2).in, QList<Environment>{Environment::Production});
    QVERIFY(history.versions().at(2).number < newest.number);
    QTRY_VERIFY(history.isCompared());
    QCOMPARE(history.versions().last().number, 0);
}

void TestPublishing::historyFoldsAndFilters()
{
    const auto document = open(u"Order desk"_s);
    for (int goal = 600; goal < 603; ++goal) {
        document->setValue(u"/goal_ms"_s, goal, {"x", {}, {}});
        QVERIFY(await(document->makeRevision()));
    }
    AgentsHistoryViewModel history(*m_past->workspace, document, m_environments.get());
    QTRY_COMPARE(history.versions().size(), 7);
    QCOMPARE(history.versions().at(1).saves, 2);
    QCOMPARE(history.folded(), 2);
    history.setShow(AgentsHistoryViewModel::Show::Saves);
    QCOMPARE(history.versions().size(), 9);
    QCOMPARE(history.folded(), 0);
    QVERIFY(history.authors().contains(u"Dan Sokolov"_s));
    history.setAuthor(u"Alina Vale"_s);
    QCOMPARE(history.versions().size(), 3);
    for (int i = 1; i < 3; ++i) QCOMPARE(history.versions().at(i).author, u"Alina Vale"_s);
    history.compare(1, 2);
    QTRY_VERIFY(history.isCompared());
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "test_publishing.moc"
