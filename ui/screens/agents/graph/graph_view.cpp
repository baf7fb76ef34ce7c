#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph/graph_accessible.h"
#include "ui/screens/agents/graph/graph_mouse.h"
#include "ui/screens/agents/graph/sketch_item.h"
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QVarLengthArray>
#include <QWheelEvent>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;
namespace geometry = flow_geometry;

GraphView::GraphView(FlowViewModel &model, QWidget *parent)
    : QGraphicsView(parent), m_model(model), m_scene(new GraphScene(model, kit::Theme::of(parent), this)),
      m_sketch(new SketchItem(m_scene->look())), m_mouse(std::make_unique<GraphMouse>(*this))
{
    m_scene->addItem(m_sketch);
    setScene(m_scene);
    setFrameShape(NoFrame);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setCacheMode(CacheNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setDragMode(NoDrag);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Graph of the agent"));
    installGraphAccessibility();
    m_zoomRest.setSingleShot(true);
    m_zoomRest.setInterval(80);
    connect(&m_zoomRest, &QTimer::timeout, this, [this] { m_scene->setZooming(false); });
    connect(m_scene, &GraphScene::contentRectChanged, this, &GraphView::updateRoom);
    applyZoom();
}

GraphView::~GraphView()
{
    setScene(nullptr);
    delete m_scene; // before the mouse's pointers go
}

qreal GraphView::slack() const
{
    return geometry::portHit / 2 / std::min(1.0, m_zoom);
}

// Room to pan beyond the graph, so that any node can be brought to the middle.
void GraphView::updateRoom()
{
    const QPointF keep = centre();
    const QSizeF view = QSizeF(viewport()->size()) / transform().m11();
    const QRectF content = m_scene->contentRect().isNull() ? QRectF(0, 0, 1, 1) : m_scene->contentRect();
    QRectF room = content.adjusted(-view.width(), -view.height(), view.width(), view.height());
    // Qt's scroll bars are integers of device pixels; a box of whole grid steps keeps the canvas from shivering.
    const double step = geometry::grid * 8;
    room = QRectF(QPointF(std::floor(room.left() / step) * step, std::floor(room.top() / step) * step),
                  QPointF(std::ceil(room.right() / step) * step, std::ceil(room.bottom() / step) * step));
    if (room == sceneRect()) return;
    setSceneRect(room);
    moveTo(keep);
}

void GraphView::applyZoom()
{
    const double scale = m_zoom * m_scene->look().textScale;
    setTransform(QTransform::fromScale(scale, scale));
    updateRoom();
}

void GraphView::setZoom(double zoom, std::optional<QPoint> anchor)
{
    m_keepFit = false;
    changeZoom(zoom, anchor);
}

void GraphView::changeZoom(double zoom, std::optional<QPoint> anchor)
{
    zoom = std::clamp(zoom, minimumZoom, maximumZoom);
    if (std::abs(zoom - 1) < 0.03) zoom = 1;
    if (zoom == m_zoom) return;
    m_scene->setZooming(true);
    m_zoomRest.start();
    const QPoint at = anchor.value_or(viewport()->rect().center());
    const QPointF before = mapToScene(at);
    m_zoom = zoom;
    applyZoom();
    const QPointF middle = viewport()->rect().center();
    moveTo(before - (QPointF(at) - middle) / transform().m11());
    emit zoomChanged();
    emit viewChanged();
}

void GraphView::fit()
{
    const QRectF content = m_scene->contentRect();
    if (content.isNull() || viewport()->width() < 50) return;
    constexpr int edge = 24;
    const double tools = 56 * m_scene->look().textScale;
    const QSizeF free(viewport()->width() - tools - 2 * edge, viewport()->height() - 2 * edge);
    const double scale = std::min(free.width() / content.width(), free.height() / content.height()) / m_scene->look().textScale;
    m_keepFit = true;
    changeZoom(std::clamp(scale, minimumZoom, 1.0), {});
    QPointF middle = content.center() - QPointF(tools / 2.0 / transform().m11(), 0);
    // What does not fit even at the smallest zoom shows its beginning.
    if (scale < minimumZoom) middle.setY(content.top() + viewport()->height() / 2.0 / transform().m11() - edge);
    moveTo(middle);
    emit viewChanged();
}

QPointF GraphView::centre() const
{
    return mapToScene(viewport()->rect()).boundingRect().center();
}

void GraphView::setCentre(QPointF scene)
{
    m_keepFit = false;
    moveTo(scene);
}

void GraphView::moveTo(QPointF centre)
{
    const QPointF now = mapToScene(viewport()->rect().center());
    scrollBy(((centre - now) * transform().m11()).toPoint());
}

void GraphView::showBeginning()
{
    constexpr double readable = 0.75;
    constexpr int tools = 28; // beside the bar of tools, and narrow enough to show nothing of the column before
    fit();
    if (m_zoom >= readable || m_model.flow().nodes.isEmpty()) return;
    const Node *first = &m_model.flow().nodes.first();
    for (const Node &node : m_model.flow().nodes)
        if (node.type == "start"_L1) first = &node;
    showColumns(readable, *first, tools);
    const double scale = transform().m11();
    setCentre({centre().x(), geometry::nodeRect(*first).top() + viewport()->height() / 2.0 / scale - 2 * geometry::grid});
}

// Words can be read and no node of a tidy graph is cut at the sides: as many whole columns as there is room for, with those of
// `around` in the middle; all rows where they fit.
void GraphView::showColumns(double readable, const Node &around, int tools)
{
    constexpr int edge = 24;
    QRectF content;
    for (const Node &node : m_model.flow().nodes) content |= geometry::nodeRect(node);
    const QRectF at = geometry::nodeRect(around);
    const double base = m_scene->look().textScale, gap = geometry::columnPitch - geometry::nodeWidth;
    const double aside = tools * base, free = viewport()->width() - aside - 2.0 * edge; // tools grow with the text
    const double all = std::ceil((content.width() + gap) / geometry::columnPitch - 0.01);
    const double columns = std::clamp(std::floor((free / (readable * base) + gap) / geometry::columnPitch), 1.0, std::max(1.0, all));
    setZoom(std::clamp(free / (columns * geometry::columnPitch - gap) / base, readable, 1.0));
    const double scale = transform().m11();
    // As many columns at its left as at its right, moved where one side has none left.
    const double before = std::round((at.left() - content.left()) / geometry::columnPitch), behind = std::max(0.0, all - before - 1);
    double left = std::min(before, std::floor((columns - 1) / 2));
    left = std::min(before, std::max(left, columns - 1 - behind));
    const double from = at.left() - left * geometry::columnPitch, wide = columns * geometry::columnPitch - gap;
    const double high = viewport()->height() / scale;
    double y = content.center().y();
    if (content.height() > high) y = std::clamp(at.center().y(), content.top() + high / 2 - edge, content.bottom() - high / 2 + edge);
    setCentre({from + wide / 2 - aside / 2 / scale, y});
}

QRectF GraphView::visibleScene() const
{
    return mapToScene(viewport()->rect()).boundingRect();
}

void GraphView::panBy(QPoint pixels)
{
    m_keepFit = false;
    scrollBy(pixels);
}

void GraphView::scrollBy(QPoint pixels)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + pixels.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels.y());
}

void GraphView::showNode(const QString &id)
{
    const NodeItem *item = m_scene->nodeItem(id);
    if (!item) return;
    const QRectF want = item->mapRectToScene(item->body()).adjusted(-72, -32, 32, 56), see = visibleScene();
    if (see.contains(want)) return;
    QPointF by;
    if (want.right() > see.right()) by.rx() = want.right() - see.right();
    if (want.left() < see.left()) by.rx() = want.left() - see.left();
    if (want.bottom() > see.bottom()) by.ry() = want.bottom() - see.bottom();
    if (want.top() < see.top()) by.ry() = want.top() - see.top();
    panBy((by * transform().m11()).toPoint());
}

void GraphView::setTool(Tool tool)
{
    if (tool == m_tool) return;
    m_tool = tool;
    m_mouse->showCursor(viewport()->mapFromGlobal(QCursor::pos()));
    emit toolChanged();
}

void GraphView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_scene->look().canvas);
    const double zoom = transform().m11();
    double step = geometry::grid;
    while (step * zoom < 11) step *= 2;
    if (zoom < 0.25) return;
    QVarLengthArray<QPointF, 8192> dots;
    const double left = std::floor(rect.left() / step) * step, top = std::floor(rect.top() / step) * step;
    for (double y = top; y <= rect.bottom(); y += step)
        for (double x = left; x <= rect.right(); x += step) dots.append({x, y});
    QPen pen(m_scene->look().dot, 1);
    pen.setCosmetic(true);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(pen);
    painter->drawPoints(dots.constData(), int(dots.size()));
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint pixels = event->pixelDelta();
    const bool control = event->modifiers() & Qt::ControlModifier;
    // A touchpad scrolls by pixels and pans; a wheel turns by notches and zooms.
    if (!pixels.isNull() && event->source() != Qt::MouseEventNotSynthesized && !control) return panBy(-pixels);
    if (!pixels.isNull() && event->phase() != Qt::NoScrollPhase && !control) return panBy(-pixels);
    const QPoint turn = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier) return panBy(QPoint(-(turn.x() + turn.y()), 0));
    if (turn.y() == 0) return panBy(QPoint(-turn.x(), 0));
    setZoom(m_zoom * std::pow(1.0015, turn.y()), event->position().toPoint());
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    m_mouse->press(event);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse->move(event);
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    m_mouse->release(event);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return;
    const QPointF scene = mapToScene(event->position().toPoint());
    if (const NodeItem *node = m_scene->nodeAt(scene))
        emit editRequested(node->face().id);
    else if (isEditable() && !m_scene->edgeAt(scene, slack() * 0.7))
        emit nodeWanted(scene - QPointF(geometry::nodeWidth / 2, geometry::nodeHeight / 2), {}, {});
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const NodeItem *item = m_scene->nodeItem(m_model.selection().current());
        at = item ? mapFromScene(item->mapRectToScene(item->body()).center()) : viewport()->rect().center();
    }
    const QPointF scene = mapToScene(at);
    if (const NodeItem *node = m_scene->nodeAt(scene)) {
        if (!m_model.selection().hasNode(node->face().id)) m_model.selection().selectNode(node->face().id);
    } else if (const EdgeItem *edge = m_scene->edgeAt(scene, slack())) {
        if (!m_model.selection().hasEdge(edge->id())) m_model.selection().selectEdge(edge->id());
    }
    event->accept();
    emit menuRequested(viewport()->mapToGlobal(at), scene);
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    const bool keep = m_keepFit;
    QGraphicsView::resizeEvent(event);
    updateRoom();
    if (keep) fit();
    m_keepFit = keep;
    emit resized();
    emit viewChanged();
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    emit viewChanged();
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const NodeItem *node = m_scene->nodeAt(mapToScene(help->pos()));
        QString text;
        if (node) text = node->face().summary.isEmpty() ? node->face().title : node->face().title + u'\n' + node->face().summary;
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QGraphicsView::viewportEvent(event);
}

} // namespace vox
