#pragma once
#include "ui/viewmodels/flow_view_model.h"
#include <QJsonObject>
#include <QWidget>

class QAction;

namespace vox {

class CallDock;
class FloatingBar;
class GraphActions;
class GraphView;
class Inspector;
class Minimap;
class NodePicker;
class NodeTools;
class ProblemsStrip;
class ToolTries;
namespace kit { class RightPanel; }

// The builder's first tab: canvas with its tools over it, problems beneath, the place for a call, the inspector at the
// right. Owned by a BuilderPage.
class GraphPage : public QWidget {
    Q_OBJECT
public:
    explicit GraphPage(FlowViewModel &model, QWidget *parent = nullptr, ToolTries *tries = nullptr);
    ~GraphPage() override;

    GraphView &view() { return *m_view; }
    Inspector &inspector() { return *m_inspector; }
    CallDock &dock() { return *m_dock; }
    QList<QAction *> pageActions() const;
    void showProblem(const Problem &problem);
    // After one's role changed.
    void showWhatOneMay() { placeOverlays(); }
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    // A problem that lies outside the flow: show its place on another tab.
    void elsewhereRequested(const vox::Problem &problem);
    void rulesRequested(); // where tools may send requests

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void wireCanvas();
    void placeOverlays();
    void pickNode(QPointF scene, const QString &fromNode, const QString &fromPort);
    void findNode();
    void showMenu(QPoint global);

    FlowViewModel &m_model;
    GraphView *m_view;
    GraphActions *m_graphActions;
    NodeTools *m_tools;
    FloatingBar *m_zoom;
    Minimap *m_minimap;
    ProblemsStrip *m_strip;
    CallDock *m_dock;
    Inspector *m_inspector;
    kit::RightPanel *m_panel;
    NodePicker *m_picker;
    QPointF m_pickPlace;
    QString m_pickNode, m_pickPort;
    QAction *m_togglePanel;
};

} // namespace vox
