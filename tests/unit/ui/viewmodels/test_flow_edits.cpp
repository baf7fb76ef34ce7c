#include "tests/ui/agents/flows.h"
#include "ui/viewmodels/flow_diff.h"
#include "ui/viewmodels/flow_edits.h"
#include "ui/viewmodels/flow_geometry.h"
#include "ui/viewmodels/flow_layout.h"
#include <QtTest>

using namespace vox;
using namespace vox::flow_edits;
using namespace Qt::StringLiterals;

// Flows are written "a>b c>d": an arrow by port "next" from a to b; a node "s" is a start.
class TestFlowEdits : public QObject {
    Q_OBJECT
private slots:
    void connecting_data();
    void connecting();
    void removesArrowsWithNodes();
    void pastesWithNewIds();
    void pastesNoSecondStart();
    void aligns_data();
    void aligns();
    void layout_data();
    void layout();
    void layoutOfALongChain();
    void outPorts_data();
    void outPorts();
    void arrowsThatGoBackPassOutside();
    void comparesById();

private:
    static Flow parse(const QString &text);
    static QString written(const Flow &flow);
    int m_count = 0;
    MakeId m_newId = [this] { return u"new%1"_s.arg(++m_count); };
};

Flow TestFlowEdits::parse(const QString &text)
{
    Flow flow;
    const auto node = [&flow](const QString &id) {
        if (!flow.node(id)) flow.nodes.append({id, id == "s"_L1 ? u"start"_s : u"say"_s, {}, QPointF(0, 96.0 * double(flow.nodes.size())), {}});
    };
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'>');
        for (const QString &id : ends) node(id);
        if (ends.size() == 2) flow.edges.append({part, ends[0], u"next"_s, ends[1]});
    }
    return flow;
}

QString TestFlowEdits::written(const Flow &flow)
{
    QStringList parts;
    for (const Edge &edge : flow.edges) parts.append(edge.from + u'>' + edge.to);
    return parts.join(u' ');
}

void TestFlowEdits::connecting_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("after");
    QTest::newRow("a new arrow") << u"s>a b"_s << u"a"_s << u"b"_s << u"s>a a>b"_s;
    QTest::newRow("a port leads to one node") << u"s>a b"_s << u"s"_s << u"b"_s << u"s>b"_s;
    QTest::newRow("to itself") << u"s>a"_s << u"a"_s << u"a"_s << u"s>a a>a"_s;
    QTest::newRow("not into the start") << u"s>a"_s << u"a"_s << u"s"_s << u"s>a"_s;
    QTest::newRow("not to nothing") << u"s>a"_s << u"a"_s << u"gone"_s << u"s>a"_s;
    QTest::newRow("not from nothing") << u"s>a"_s << u"gone"_s << u"a"_s << u"s>a"_s;
}

void TestFlowEdits::connecting()
{
    QFETCH(QString, before);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(written(connected(parse(before), from, u"next"_s, to, m_newId)), "after");
}

void TestFlowEdits::removesArrowsWithNodes()
{
    const Flow flow = without(parse(u"s>a a>b b>c c>a"_s), {u"b"_s}, {u"c>a"_s});
    QCOMPARE(written(flow), u"s>a"_s);
    QCOMPARE(flow.nodes.size(), 3);
}

void TestFlowEdits::pastesWithNewIds()
{
    const Flow flow = parse(u"s>a a>b b>c"_s);
    const Pasted pasted = flow_edits::pasted(flow, copied(flow, {u"a"_s, u"b"_s}), {160, 320}, m_newId);
    QCOMPARE(pasted.nodes.size(), 2);
    QCOMPARE(pasted.flow.nodes.size(), flow.nodes.size() + 2);
    QCOMPARE(pasted.flow.edges.size(), flow.edges.size() + 1); // only the arrow between the two came along
    QSet<QString> ids;
    for (const Node &node : pasted.flow.nodes) ids.insert(node.id);
    QCOMPARE(ids.size(), pasted.flow.nodes.size());
    QCOMPARE(topLeft(pasted.flow, pasted.nodes).value(), QPointF(160, 320));
    QVERIFY(!flow_edits::pasted(flow, {{u"nodes"_s, QJsonArray()}}, {}, m_newId).nodes.size());
}

void TestFlowEdits::pastesNoSecondStart()
{
    const Flow flow = parse(u"s>a"_s);
    const Pasted pasted = flow_edits::pasted(flow, copied(flow, {u"s"_s, u"a"_s}), {}, m_newId);
    QCOMPARE(pasted.nodes.size(), 1);
    QCOMPARE(pasted.flow.edges.size(), 1);
    QCOMPARE(flow_edits::pasted({}, copied(flow, {u"s"_s, u"a"_s}), {}, m_newId).nodes.size(), 2);
}

void TestFlowEdits::aligns_data()
{
    QTest::addColumn<int>("alignment");
    QTest::addColumn<QList<QPointF>>("after");
    const auto row = [](const char *name, Alignment alignment, QList<QPointF> after) { QTest::newRow(name) << int(alignment) << after; };
    row("left", Alignment::Left, {{0, 0}, {0, 96}, {0, 400}});
    row("right", Alignment::Right, {{512, 0}, {512, 96}, {512, 400}});
    row("top", Alignment::Top, {{0, 0}, {512, 0}, {160, 0}});
    row("spread down", Alignment::SpreadDown, {{0, 0}, {512, 208}, {160, 400}});
}

void TestFlowEdits::aligns()
{
    QFETCH(int, alignment);
    QFETCH(QList<QPointF>, after);
    Flow flow = parse(u"a b c"_s);
    flow.nodes[0].position = {0, 0};
    flow.nodes[1].position = {512, 96};
    flow.nodes[2].position = {160, 400};
    const Flow done = aligned(flow, {u"a"_s, u"b"_s, u"c"_s}, Alignment(alignment));
    for (int i = 0; i < 3; ++i) QCOMPARE(done.nodes[i].position, after[i]);
    QCOMPARE(aligned(flow, {u"a"_s}, Alignment(alignment)), flow); // one node has nothing to line up with
}

void TestFlowEdits::layout_data()
{
    QTest::addColumn<QString>("flow");
    QTest::newRow("empty") << QString();
    QTest::newRow("chain") << u"s>a a>b b>c"_s;
    QTest::newRow("diamond") << u"s>a s>b a>c b>c"_s;
    QTest::newRow("a loop back") << u"s>a a>b b>a b>c"_s;
    QTest::newRow("to itself") << u"s>a a>a a>b"_s;
    QTest::newRow("loose nodes") << u"s>a x y>z"_s;
    QTest::newRow("wide") << u"s>a s>b s>c s>d s>e a>f e>f c>g"_s;
    QTest::newRow("all in a circle") << u"a>b b>c c>a"_s;
}

void TestFlowEdits::layout()
{
    QFETCH(QString, flow);
    const Flow before = parse(flow);
    const Flow after = placed(before, layeredLayout(before));
    for (int i = 0; i < after.nodes.size(); ++i) {
        QCOMPARE(after.nodes[i].position, snapped(after.nodes[i].position));
        if (after.nodes[i].type == "start"_L1) QCOMPARE(after.nodes[i].position, before.nodes[i].position);
        for (int j = 0; j < i; ++j)
            QVERIFY2(!flow_geometry::nodeRect(after.nodes[i]).intersects(flow_geometry::nodeRect(after.nodes[j])), "nodes overlap");
    }
    int down = 0;
    for (const Edge &edge : after.edges) down += after.node(edge.to)->position.y() > after.node(edge.from)->position.y();
    QVERIFY(down >= after.edges.size() - 1); // each row above has at most one arrow that leads back
    QCOMPARE(layeredLayout(before), layeredLayout(before));
}

void TestFlowEdits::layoutOfALongChain()
{
    Flow flow;
    for (int i = 0; i < 20000; ++i) flow.nodes.append({u"n%1"_s.arg(i), u"say"_s, {}, {}, {}});
    for (int i = 1; i < 20000; ++i) flow.edges.append({u"e%1"_s.arg(i), u"n%1"_s.arg(i - 1), u"next"_s, u"n%1"_s.arg(i)});
    const auto places = layeredLayout(flow);
    QCOMPARE(places.size(), 20000);
    QCOMPARE(places.value(u"n19999"_s).y(), 19999 * 96.0);
}

void TestFlowEdits::outPorts_data()
{
    QTest::addColumn<QString>("roles"); // m main, o other, f failure
    QTest::addColumn<QList<double>>("places");
    QTest::newRow("one leaves at the middle") << u"m"_s << QList{0.5};
    QTest::newRow("of two the main one") << u"mo"_s << QList{0.5, 0.84};
    QTest::newRow("failure at the left") << u"mf"_s << QList{0.5, 0.16};
    QTest::newRow("all three") << u"mof"_s << QList{0.5, 0.84, 0.16};
    QTest::newRow("more are spread") << u"mmoo"_s << QList{0.125, 0.375, 0.625, 0.875};
}

void TestFlowEdits::outPorts()
{
    QFETCH(QString, roles);
    QFETCH(QList<double>, places);
    QList<Port> ports;
    for (const QChar role : roles)
        ports.append({QString(role), {}, nullptr, role == u'm' ? Port::Role::Main : role == u'f' ? Port::Role::Failure : Port::Role::Other});
    for (int i = 0; i < ports.size(); ++i)
        QCOMPARE(flow_geometry::outPort(QRectF(100, 0, 200, 56), ports, i), QPointF(100 + 200 * places[i], 56));
}

void TestFlowEdits::arrowsThatGoBackPassOutside()
{
    const QRectF target(0, 0, 208, 56), source(0, 288, 208, 56), between(100, 144, 208, 56);
    const auto course = flow_geometry::course({104, 344}, target, {target, source, between}, 0);
    QVERIFY(course.back);
    QCOMPARE(course.points.first(), QPointF(104, 344));
    QCOMPARE(course.points.last().y(), target.top());
    for (const QPointF &point : course.points) {
        QVERIFY(!between.contains(point));
        QVERIFY(!source.adjusted(1, 1, -1, -1).contains(point));
    }
    QVERIFY(flow_geometry::course({104, 344}, target, {target, source, between}, 3).points[6] != course.points[6]);
}

void TestFlowEdits::comparesById()
{
    Flow before = parse(u"s>a a>b"_s), after = before;
    after.nodes[0].position += QPointF(64, 64);       // moved: the same
    after.nodes[1].name = u"Hello"_s;                 // changed
    after.nodes.removeLast();
    after.nodes.append({u"c"_s, u"say"_s, {}, {}, {}});
    after.edges[1].to = u"c"_s;
    const FlowDiff diff = compareFlows(before, after);
    QCOMPARE(diff.after.value(u"s"_s), DiffMark::Same);
    QCOMPARE(diff.before.value(u"a"_s), DiffMark::Changed);
    QCOMPARE(diff.before.value(u"b"_s), DiffMark::Removed);
    QCOMPARE(diff.after.value(u"c"_s), DiffMark::Added);
    QCOMPARE(diff.after.value(u"a>b"_s), DiffMark::Changed);
    QCOMPARE(diff.added, 1);
    QCOMPARE(diff.removed, 1);
    QCOMPARE(diff.changed, 2);
}

QTEST_GUILESS_MAIN(TestFlowEdits)
#include "test_flow_edits.moc"
