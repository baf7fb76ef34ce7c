#pragma once
#include "ui/screens/agents/graph/graph_scene.h"
#include <QGraphicsView>
#include <QTimer>

namespace vox {

class GraphMouse;
class SketchItem;

// The canvas: shows a flow, pans, zooms, selects, moves and connects. Edits go to the view model; what needs another
// widget (the palette of nodes, the inspector, menus) is asked for by signals. GUI thread; the model must outlive it.
class GraphView : public QGraphicsView {
    Q_OBJECT
public:
    enum class Tool { Select, Hand };
    static constexpr double minimumZoom = 0.1, maximumZoom = 4;

    explicit GraphView(FlowViewModel &model, QWidget *parent = nullptr);
    ~GraphView() override;

    FlowViewModel &model() { return m_model; }
    GraphScene &graph() { return *m_scene; }
    SketchItem &sketch() { return *m_sketch; }

    // 1 is 100 % (times the text scale).
    double zoom() const { return m_zoom; }
    // Keeps the scene point under `anchor` (viewport coordinates; the middle when absent) in place. Clamped.
    void setZoom(double zoom, std::optional<QPoint> anchor = {});
    void zoomIn() { setZoom(m_zoom * 1.25); }
    void zoomOut() { setZoom(m_zoom / 1.25); }
    // The whole graph, at most at 100 %, beside the tools at the left edge.
    void fit();
    void showNode(const QString &id); // scrolls as little as needed
    void panBy(QPoint pixels);
    QPointF centre() const;
    void setCentre(QPointF scene);
    // The whole graph is shown and stays so when the size changes, until somebody moves the view.
    bool isFitted() const { return m_keepFit; }
    // What one sees first: the whole graph when its words can be read then, else its beginning.
    void showBeginning();
    // At least this large, and no node cut at the sides: whole columns around this one, beside tools this wide.
    void showColumns(double readable, const Node &around, int tools = 0);
    QRectF visibleScene() const;

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    // Only looking: no edits by mouse or keys (comparison of versions).
    void setInteractive(bool edits) { m_edits = edits; }
    bool isEditable() const { return m_edits && !m_model.isReadOnly(); }
    // The distance that counts as a hit, in scene units.
    qreal slack() const;

    // Moves the keyboard's place: along arrows for up and down, to the neighbour for left and right.
    void walk(Qt::Key key, bool extend);
    void walkInOrder(int step); // reading order, wraps
    QStringList readingOrder() const;

signals:
    void zoomChanged();
    void viewChanged(); // panned, zoomed or resized
    void resized();
    void toolChanged();
    void editRequested(const QString &node);
    // An arrow was dropped on nothing, or a place double-clicked: choose a node to put there.
    void nodeWanted(QPointF scene, const QString &fromNode, const QString &fromPort);
    void menuRequested(QPoint global, QPointF scene);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;
    bool viewportEvent(QEvent *event) override;

private:
    void updateRoom();
    void applyZoom();
    void scrollBy(QPoint pixels);
    void changeZoom(double zoom, std::optional<QPoint> anchor);
    void moveTo(QPointF centre);
    bool walkGeometrically(const NodeItem &from, QPoint direction, bool extend);
    void stand(const QString &node, bool extend);

    FlowViewModel &m_model;
    GraphScene *m_scene;
    SketchItem *m_sketch;
    std::unique_ptr<GraphMouse> m_mouse;
    QTimer m_zoomRest;
    double m_zoom = 1;
    Tool m_tool = Tool::Select;
    bool m_edits = true;
    bool m_keepFit = true;
};

} // namespace vox
