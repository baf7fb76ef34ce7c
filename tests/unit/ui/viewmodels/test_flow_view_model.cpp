#include "tests/ui/agents/flows.h"
#include "ui/viewmodels/flow_fixes.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestFlowViewModel : public QObject {
    Q_OBJECT
private slots:
    void undoesEverything_data();
    void undoesEverything();
    void aCommandIsOneStep();
    void typingIsOneStep();
    void addsBelowAnOutcome();
    void selectionSurvivesUndo();
    void readOnlyStaysAsItIs();
    void pastesHostileText();
    void searches_data();
    void searches();
    void connectsAFreeOutcome();
    void followsACall();

private:
    static void randomEdit(FlowViewModel &model, QRandomGenerator &random);
};

void TestFlowViewModel::randomEdit(FlowViewModel &model, QRandomGenerator &random)
{
    const Flow &flow = model.flow();
    const auto anyNode = [&] { return flow.nodes.isEmpty() ? QString() : flow.nodes.at(random.bounded(int(flow.nodes.size()))).id; };
    const auto types = nodeTypes();
    switch (random.bounded(12)) {
    case 0: model.addNode(QLatin1StringView(types[size_t(random.bounded(int(types.size())))]->name), QPointF(random.bounded(2000), random.bounded(2000))); break;
    case 1: model.moveNodes({anyNode(), anyNode()}, QPointF(random.bounded(9) - 4, random.bounded(9) - 4) * 16); break;
    case 2: model.rename(anyNode(), QString::number(random.bounded(1000))); break;
    case 3: model.setSetting(anyNode(), u"/text/en"_s, QString::number(random.bounded(1000))); break;
    case 4: model.connectPort(anyNode(), u"next"_s, anyNode()); break;
    case 5: model.disconnectPort(anyNode(), u"next"_s); break;
    case 6:
        model.selection().set({anyNode()});
        model.removeSelected();
        break;
    case 7:
        model.selection().set({anyNode(), anyNode(), anyNode()});
        model.align(flow_edits::Alignment(random.bounded(8)));
        break;
    case 8:
        model.selection().set({anyNode(), anyNode()});
        model.paste(model.copySelected());
        break;
    case 9:
        model.selection().set({anyNode()});
        model.duplicateSelected();
        break;
    case 10: model.tidy(); break;
    case 11:
        if (!flow.edges.isEmpty()) model.reroute(flow.edges.at(random.bounded(int(flow.edges.size()))).id, anyNode());
        break;
    }
}

void TestFlowViewModel::undoesEverything_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestFlowViewModel::undoesEverything()
{
    QFETCH(quint32, seed);
    const QJsonObject original = flows::agent(flows::clinic());
    LooseContent content(original);
    FlowViewModel model(content);
    QRandomGenerator random(seed);
    for (int i = 0; i < 60; ++i) {
        randomEdit(model, random);
        QCOMPARE(model.flow(), Flow::fromJson(content.content().value("flow"_L1).toObject()));
        for (const QString &id : model.selection().nodes()) QVERIFY(model.node(id));
    }
    const QJsonObject last = content.content();
    while (content.undoLabel()) model.undo();
    QCOMPARE(content.content(), original);
    while (content.redoLabel()) model.redo();
    QCOMPARE(content.content(), last);
}

void TestFlowViewModel::aCommandIsOneStep()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    const Flow before = model.flow();
    model.selection().set({u"day"_s, u"found"_s});
    model.removeSelected();
    QCOMPARE(model.flow().nodes.size(), before.nodes.size() - 2);
    model.undo();
    QCOMPARE(model.flow(), before);
    QVERIFY(!content.undoLabel());
}

void TestFlowViewModel::typingIsOneStep()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    for (const QString &typed : {u"G"_s, u"Go"_s, u"Goo"_s, u"Good"_s}) model.rename(u"bye"_s, typed);
    model.undo();
    QCOMPARE(model.node(u"bye"_s)->name, u"Goodbye"_s);
}

void TestFlowViewModel::addsBelowAnOutcome()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    const QString id = model.addNode(u"say"_s, model.node(u"hand"_s)->position, u"hello"_s, u"other"_s);
    QVERIFY(model.node(id));
    QCOMPARE(model.edgeAt(u"hello"_s, u"other"_s)->to, id);
    QVERIFY(model.node(id)->position != model.node(u"hand"_s)->position); // moved aside
    QCOMPARE(model.selection().single(), id);
    QVERIFY(model.addNode(u"nonsense"_s, {}).isEmpty());
}

void TestFlowViewModel::selectionSurvivesUndo()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    const QString id = model.addNode(u"say"_s, {});
    model.selection().set({id, u"hello"_s});
    model.undo();
    QCOMPARE(model.selection().nodes(), QSet<QString>{u"hello"_s});
}

void TestFlowViewModel::readOnlyStaysAsItIs()
{
    LooseContent content(flows::agent(flows::clinic()), LooseContent::Access::ReadOnly);
    FlowViewModel model(content);
    const Flow before = model.flow();
    QRandomGenerator random(7);
    for (int i = 0; i < 40; ++i) randomEdit(model, random);
    QCOMPARE(model.flow(), before);
}

void TestFlowViewModel::pastesHostileText()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    model.selection().set({u"hello"_s, u"topic"_s, u"day"_s});
    const QByteArray good = model.copySelected();
    QVERIFY(model.paste(good));
    QRandomGenerator random(42);
    for (int i = 0; i < 500; ++i) {
        QByteArray text = good;
        for (int change = random.bounded(1, 6); change > 0; --change) {
            const int at = random.bounded(int(text.size()));
            if (random.bounded(2)) text[at] = char(random.bounded(256));
            else text.remove(at, random.bounded(20));
        }
        model.paste(text); // may be refused; must neither crash nor make ids twice
    }
    QSet<QString> ids;
    for (const Node &node : model.flow().nodes) ids.insert(node.id);
    QCOMPARE(ids.size(), model.flow().nodes.size());
}

void TestFlowViewModel::searches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a name") << u"topic"_s << QStringList{u"topic"_s};
    QTest::newRow("spoken words") << u"how can I help"_s << QStringList{u"hello"_s};
    QTest::newRow("words in any order") << u"reception greeting"_s << QStringList{u"hello"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList();
}

void TestFlowViewModel::searches()
{
    QFETCH(QString, words);
    LooseContent content(flows::agent(flows::clinic()));
    const FlowViewModel model(content);
    QTEST(model.search(words), "found");
}

void TestFlowViewModel::connectsAFreeOutcome()
{
    LooseContent content(flows::agent(flows::clinic()));
    FlowViewModel model(content);
    model.disconnectPort(u"hello"_s, model.ports(u"hello"_s).first().name);
    const Port port = model.ports(u"hello"_s).first();
    const QString shown = port.label.isEmpty() ? QString::fromUtf8(port.labelNoop ? port.labelNoop : port.name.toUtf8().constData()) : port.label;
    const Problem problem{Problem::Severity::Error, u"/flow/nodes/1"_s, {Error::Code::FlowPortOpen, {shown}}, u"hello"_s};
    const auto fix = obviousFix(model, problem);
    QVERIFY(fix);
    applyFix(model, *fix);
    QCOMPARE(model.edgeAt(u"hello"_s, port.name)->to, u"topic"_s); // the nearest below
    QVERIFY(!obviousFix(model, problem));
}

void TestFlowViewModel::followsACall()
{
    FlowActivity activity;
    activity.enter(u"a"_s, 0);
    activity.enter(u"b"_s, 1500);
    activity.tick(1750);
    QCOMPARE(activity.activeNode(), u"b"_s);
    QCOMPARE(activity.activeMs(), 250);
    QCOMPARE(activity.lastMs(u"a"_s), 1500);
    QVERIFY(activity.taken(u"a"_s, u"b"_s));
    QVERIFY(!activity.taken(u"b"_s, u"a"_s));
    activity.finish(2000);
    QVERIFY(activity.activeNode().isEmpty());
    QCOMPARE(activity.lastMs(u"b"_s), 500);
    QVERIFY(activity.visited(u"a"_s));
}

QTEST_GUILESS_MAIN(TestFlowViewModel)
#include "test_flow_view_model.moc"
