// The canvas under mouse and keyboard.
#include "tests/ui/agents/flows.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/call_dock.h"
#include "ui/screens/agents/graph/graph_actions.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph_page.h"
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestGraphView : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void connectsByDragging();
    void dropOnNothingAsksForANode();
    void movesOnTheGridInOneStep();
    void escapePutsBack();
    void selectsWithABox();
    void copiesAndPastes();
    void deleteKeyRemoves();
    void arrowsWalk_data();
    void arrowsWalk();
    void zoomKeepsThePointUnderTheCursor();
    void beginsWithWholeColumns_data();
    void beginsWithWholeColumns();
    void readsAloud();
    void overlaysStayInside();
    void leavesNothingBehind();

private:
    QPoint at(const QString &node) const
    {
        const NodeItem *item = m_view->graph().nodeItem(node);
        return m_view->mapFromScene(item->mapToScene(QPointF(100, 14)));
    }
    QPoint portAt(const QString &node, const QString &port) const
    {
        const NodeItem *item = m_view->graph().nodeItem(node);
        for (const NodeFace::Way &way : item->face().ways)
            if (way.name == port) return m_view->mapFromScene(item->mapToScene(way.at));
        return {};
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        QWidget *canvas = m_view->viewport();
        QTest::mousePress(canvas, Qt::LeftButton, keys, from);
        QMouseEvent half(QEvent::MouseMove, QPointF(from + to) / 2, canvas->mapToGlobal(QPointF(from + to) / 2), Qt::NoButton, Qt::LeftButton, keys);
        QMouseEvent whole(QEvent::MouseMove, QPointF(to), canvas->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, keys);
        QApplication::sendEvent(canvas, &half);
        QApplication::sendEvent(canvas, &whole);
        QTest::mouseRelease(canvas, Qt::LeftButton, keys, to);
    }
    std::unique_ptr<LooseContent> m_content;
    std::unique_ptr<FlowViewModel> m_model;
    std::unique_ptr<GraphView> m_view;
    std::unique_ptr<GraphActions> m_actions;
};

void TestGraphView::init()
{
    m_content = std::make_unique<LooseContent>(flows::agent(flows::clinic()));
    m_model = std::make_unique<FlowViewModel>(*m_content);
    m_view = std::make_unique<GraphView>(*m_model);
    m_actions = std::make_unique<GraphActions>(*m_view);
    m_view->resize(1200, 900);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setZoom(1);
    m_view->setFocus();
}

void TestGraphView::cleanup()
{
    m_actions.reset();
    m_view.reset();
    m_model.reset();
    m_content.reset();
}

void TestGraphView::connectsByDragging()
{
    const QString port = m_model->ports(u"book"_s).first().name;
    drag(portAt(u"book"_s, port), at(u"hand"_s));
    QCOMPARE(m_model->edgeAt(u"book"_s, port)->to, u"hand"_s);
    m_model->undo();
    QCOMPARE(m_model->edgeAt(u"book"_s, port)->to, u"topic"_s);
}

void TestGraphView::dropOnNothingAsksForANode()
{
    QSignalSpy wanted(m_view.get(), &GraphView::nodeWanted);
    const QString port = m_model->ports(u"book"_s).last().name;
    drag(portAt(u"book"_s, port), portAt(u"book"_s, port) + QPoint(120, 160));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(1).toString(), u"book"_s);
    QCOMPARE(wanted.first().at(2).toString(), port);
}

void TestGraphView::movesOnTheGridInOneStep()
{
    const QPointF before = m_model->node(u"bye"_s)->position;
    drag(at(u"bye"_s), at(u"bye"_s) + QPoint(70, 41));
    QCOMPARE(m_model->node(u"bye"_s)->position, flow_edits::snapped(before + QPointF(70, 41)));
    m_model->undo();
    QCOMPARE(m_model->node(u"bye"_s)->position, before);
    QVERIFY(!m_content->undoLabel());
}

void TestGraphView::escapePutsBack()
{
    QWidget *canvas = m_view->viewport();
    const QPointF before = m_model->node(u"bye"_s)->position;
    QTest::mousePress(canvas, Qt::LeftButton, {}, at(u"bye"_s));
    const QPoint to = at(u"bye"_s) + QPoint(200, 64);
    QMouseEvent move(QEvent::MouseMove, QPointF(to), canvas->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(canvas, &move);
    QVERIFY(m_view->graph().nodeItem(u"bye"_s)->pos() != before);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->graph().nodeItem(u"bye"_s)->pos(), before);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    QVERIFY(!m_content->undoLabel());
}

void TestGraphView::selectsWithABox()
{
    const QRectF day = m_view->graph().nodeItem(u"day"_s)->sceneBoundingRect(), found = m_view->graph().nodeItem(u"found"_s)->sceneBoundingRect();
    const QRectF box = (day | found).adjusted(-20, 2, 20, 0);
    drag(m_view->mapFromScene(box.topLeft()), m_view->mapFromScene(box.bottomRight()));
    QCOMPARE(m_model->selection().nodes(), (QSet<QString>{u"day"_s, u"found"_s}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(u"hello"_s));
    QCOMPARE(m_model->selection().nodes().size(), 3);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(u"hello"_s));
    QCOMPARE(m_model->selection().single(), u"hello"_s);
}

void TestGraphView::copiesAndPastes()
{
    const qsizetype before = m_model->flow().nodes.size();
    m_model->selection().set({u"day"_s, u"bye"_s});
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_model->flow().nodes.size(), before + 2);
    QCOMPARE(m_model->selection().nodes().size(), 2);
    QVERIFY(!m_model->selection().hasNode(u"day"_s));
    QGuiApplication::clipboard()->setText(u"{\"not\": \"a flow\"}"_s);
    QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_model->flow().nodes.size(), before + 2);
}

void TestGraphView::deleteKeyRemoves()
{
    m_model->selection().selectNode(u"hand"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(!m_model->node(u"hand"_s));
    QVERIFY(!m_view->graph().nodeItem(u"hand"_s));
    m_model->undo();
    QVERIFY(m_view->graph().nodeItem(u"hand"_s));
}

void TestGraphView::arrowsWalk_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("to");
    QTest::newRow("down an arrow") << u"hello"_s << int(Qt::Key_Down) << u"topic"_s;
    QTest::newRow("down the leftmost of several") << u"topic"_s << int(Qt::Key_Down) << u"day"_s;
    QTest::newRow("up the arrow") << u"found"_s << int(Qt::Key_Up) << u"topic"_s;
    QTest::newRow("right to the neighbour") << u"day"_s << int(Qt::Key_Right) << u"found"_s;
    QTest::newRow("left to the neighbour") << u"book"_s << int(Qt::Key_Left) << u"found"_s;
    QTest::newRow("tab in reading order") << u"start"_s << int(Qt::Key_Tab) << u"hello"_s;
}

void TestGraphView::arrowsWalk()
{
    QFETCH(QString, from);
    QFETCH(int, key);
    m_model->selection().selectNode(from);
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QTEST(m_model->selection().single(), "to");
}

void TestGraphView::zoomKeepsThePointUnderTheCursor()
{
    const QPoint cursor(300, 200);
    const QPointF before = m_view->mapToScene(cursor);
    m_view->setZoom(1.7, cursor);
    const QPointF moved = m_view->mapToScene(cursor) - before;
    QVERIFY2(moved.manhattanLength() < 3, qPrintable(u"%1 %2"_s.arg(moved.x()).arg(moved.y())));
    m_view->setZoom(100);
    QCOMPARE(m_view->zoom(), GraphView::maximumZoom);
    m_view->fit();
    QVERIFY(m_view->visibleScene().contains(m_view->graph().contentRect()));
}

void TestGraphView::beginsWithWholeColumns_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("startColumn");
    for (const int width : {640, 700, 965, 1280, 1500})
        for (const int start : {0, 4, 11}) QTest::addRow("%d wide, start in column %d", width, start) << width << start;
}

// A graph too wide to be read whole: what is seen first has words of a size to read, and no node that is cut at a side.
void TestGraphView::beginsWithWholeColumns()
{
    QFETCH(int, width);
    QFETCH(int, startColumn);
    Flow flow;
    flow.nodes.append(flows::node(u"start"_s, u"start"_s, {}, startColumn, 0));
    for (int column = 0; column < 12; ++column) flow.nodes.append(flows::node(u"n%1"_s.arg(column), u"say"_s, u"Node"_s, column, 1, flows::said(u"Hello"_s)));
    LooseContent content(flows::agent(flow));
    FlowViewModel model(content);
    GraphView view(model);
    view.resize(width, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showBeginning();
    QVERIFY(view.zoom() >= 0.75 && view.zoom() <= 1);
    const QRectF seen = view.visibleScene();
    int whole = 0;
    for (const Node &node : model.flow().nodes) {
        const QRectF at = flow_geometry::nodeRect(node);
        const double part = std::min(at.right(), seen.right()) - std::max(at.left(), seen.left());
        const bool inside = at.left() >= seen.left() && at.right() <= seen.right();
        QVERIFY2(inside || part < 20, qPrintable(node.id)); // an edge without words at most
        whole += inside;
        if (node.type == "start"_L1) QVERIFY(inside && at.top() >= seen.top());
    }
    QVERIFY(whole >= int((width - 80) / 256)); // the room is used
}

void TestGraphView::readsAloud()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), int(m_model->flow().nodes.size()));
    QAccessibleInterface *greeting = list->child(1);
    QVERIFY(greeting->text(QAccessible::Name).contains("Greeting"_L1));
    QVERIFY(greeting->text(QAccessible::Description).contains("Topic"_L1));
    greeting->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_model->selection().single(), u"hello"_s);
    m_model->selection().selectNode(u"hello"_s);
    m_model->removeSelected();
    QVERIFY(!greeting->isValid());
}

void TestGraphView::overlaysStayInside()
{
    GraphPage page(*m_model);
    for (const QSize &size : {QSize(1400, 900), QSize(976, 668), QSize(1200, 500), QSize(1600, 1000)}) {
        page.resize(size);
        page.show();
        QApplication::processEvents();
        page.dock().setPanel(new QWidget); // a call begins: the canvas becomes lower
        QApplication::processEvents();
        for (const QWidget *over : page.view().findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (over == page.view().viewport() || !over->isVisible() || over->inherits("QScrollBar") || over->objectName().startsWith("qt_"_L1)) continue;
            QVERIFY2(page.view().rect().contains(over->geometry()), over->metaObject()->className());
        }
        page.dock().setPanel(nullptr);
    }
}

void TestGraphView::leavesNothingBehind()
{
    for (int i = 0; i < 20; ++i) {
        auto page = std::make_unique<GraphPage>(*m_model);
        page->resize(1200, 800);
        page->show();
        QPointer<QGraphicsScene> scene = page->view().scene();
        page->grab();
        page.reset();
        QVERIFY(!scene);
        m_model->moveNodes({u"bye"_s}, {16, 0}); // whoever still listened would crash here
    }
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    TestGraphView test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_graph_view.moc"
