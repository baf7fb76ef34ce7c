#include "tests/ui/agents/flows.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestChangeLines : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void tellsNothingOfMoves();
};

void TestChangeLines::tellsWhatChanged_data()
{
    using Edit = std::function<void(Flow &, QJsonObject &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("node");
    const auto row = [](const char *name, Edit edit, Change::What what, const QString &title, const QString &node) {
        QTest::newRow(name) << edit << int(what) << title << node;
    };
    row("a new node", [](Flow &f, QJsonObject &) { f.nodes.append({u"x"_s, u"say"_s, u"Extra"_s, {}, {}}); }, Change::What::Added, u"Extra"_s, u"x"_s);
    row("a node is gone", [](Flow &f, QJsonObject &) { f.nodes.removeLast(); f.edges.removeIf([](const Edge &e) { return e.to == "bye"_L1; }); f.edges.append({u"day-done"_s, u"day"_s, u"done"_s, u"hand"_s}); },
        Change::What::Removed, u"Goodbye"_s, u"bye"_s);
    row("another name", [](Flow &f, QJsonObject &) { f.nodes[1].name = u"Hello"_s; }, Change::What::Changed, u"Hello"_s, u"hello"_s);
    row("other words", [](Flow &f, QJsonObject &) { f.nodes[1].settings = flows::said(u"Hi"_s); }, Change::What::Changed, u"Greeting"_s, u"hello"_s);
    row("an arrow leads elsewhere", [](Flow &f, QJsonObject &) { f.edges[1].to = u"bye"_s; }, Change::What::Changed, u"Greeting"_s, u"hello"_s);
    row("an arrow is gone", [](Flow &f, QJsonObject &) { f.edges.removeAt(1); }, Change::What::Removed, u"Greeting"_s, u"hello"_s);
    row("the agent's name", [](Flow &, QJsonObject &a) { a.insert("name"_L1, u"Other"_s); }, Change::What::Changed, u"Name"_s, QString());
}

void TestChangeLines::tellsWhatChanged()
{
    using Edit = std::function<void(Flow &, QJsonObject &)>;
    QFETCH(Edit, edit);
    QFETCH(QString, title);
    const QJsonObject older = flows::agent(flows::clinic());
    Flow flow = flows::clinic();
    QJsonObject newer = older;
    edit(flow, newer);
    newer.insert("flow"_L1, flow.toJson());
    const auto lines = changeLines(older, newer);
    QVERIFY(!lines.isEmpty());
    const auto named = std::find_if(lines.cbegin(), lines.cend(), [&](const auto &line) { return line.what == title; });
    QVERIFY(named != lines.cend());
    QTEST(int(named->change.what), "what");
    QTEST(named->node, "node");
}

void TestChangeLines::tellsNothingOfMoves()
{
    Flow flow = flows::clinic();
    const QJsonObject older = flows::agent(flow);
    for (Node &node : flow.nodes) node.position += QPointF(32, 0);
    QVERIFY(changeLines(older, flows::agent(flow)).isEmpty());
    QVERIFY(changeLines(older, older).isEmpty());
}

QTEST_GUILESS_MAIN(TestChangeLines)
#include "test_change_lines.moc"
