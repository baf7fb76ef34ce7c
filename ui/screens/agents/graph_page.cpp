#include "ui/screens/agents/graph_page.h"
#include "ui/kit/icons.h"
#include "ui/kit/right_panel.h"
#include "ui/screens/agents/call_dock.h"
#include "ui/screens/agents/graph/graph_actions.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph/minimap.h"
#include "ui/screens/agents/graph/node_picker.h"
#include "ui/screens/agents/graph/node_tools.h"
#include "ui/screens/agents/graph/zoom_control.h"
#include "ui/screens/agents/inspector.h"
#include "ui/screens/agents/node_finder.h"
#include "ui/screens/agents/problems_strip.h"
#include "ui/screens/screen.h"
#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int overlayGap = 12;

} // namespace

GraphPage::GraphPage(FlowViewModel &model, QWidget *parent, ToolTries *tries)
    : QWidget(parent), m_model(model), m_view(new GraphView(model, this)), m_graphActions(new GraphActions(*m_view, this)),
      m_tools(new NodeTools(*m_view, m_view)), m_zoom(new ZoomControl(*m_view, m_view)), m_minimap(new Minimap(*m_view, m_view)),
      m_strip(new ProblemsStrip(model, this)), m_dock(new CallDock(this)), m_inspector(new Inspector(model, this, tries)),
      m_panel(new kit::RightPanel(this)), m_picker(nullptr), m_togglePanel(new QAction(tr("Inspector"), this))
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_strip);
    column->addWidget(m_dock);
    m_panel->setContent(left);
    m_panel->setPanel(m_inspector, kit::Metrics().inspector);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_panel);

    m_togglePanel->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I));
    m_togglePanel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_togglePanel->setIcon(kit::icon("panel-right"));
    Screen::setMenu(m_togglePanel, "view");
    connect(m_togglePanel, &QAction::triggered, this, [this] { m_panel->setOpen(!m_panel->isOpen()); });
    wireCanvas();
}

GraphPage::~GraphPage() = default;

void GraphPage::wireCanvas()
{
    connect(m_view, &GraphView::resized, this, [this] {
        placeOverlays();
        // The first real size decides what is seen first.
        if (m_view->isFitted() && m_view->isVisible()) m_view->showBeginning();
    });
    connect(m_minimap, &Minimap::wantedChanged, this, &GraphPage::placeOverlays);
    connect(m_view, &GraphView::zoomChanged, this, &GraphPage::placeOverlays);
    connect(m_view, &GraphView::nodeWanted, this, &GraphPage::pickNode);
    connect(m_view, &GraphView::menuRequested, this, [this](QPoint global) { showMenu(global); });
    connect(m_view, &GraphView::editRequested, this, [this](const QString &node) {
        m_model.selection().selectNode(node);
        m_panel->setOpen(true);
        m_inspector->focusFirst();
    });
    connect(m_graphActions, &GraphActions::addNodeRequested, this, [this] {
        const Node *selected = m_model.node(m_model.selection().single());
        const QPointF place = selected ? selected->position + QPointF(0, flow_geometry::rowPitch) : m_view->centre();
        QString port;
        if (selected)
            for (const Port &each : m_model.ports(selected->id))
                if (port.isEmpty() && !m_model.edgeAt(selected->id, each.name)) port = each.name;
        pickNode(place, port.isEmpty() ? QString() : selected->id, port);
    });
    connect(m_graphActions, &GraphActions::findRequested, this, &GraphPage::findNode);
    connect(m_strip, &ProblemsStrip::problemChosen, this, &GraphPage::showProblem);
    connect(m_inspector, &Inspector::nodeChosen, this, [this](const QString &node) {
        m_model.selection().selectNode(node);
        m_view->showNode(node);
    });
    connect(m_inspector, &Inspector::rulesRequested, this, &GraphPage::rulesRequested);
    // A narrow window keeps its canvas: the panel comes with a selection and goes with Escape.
    connect(&m_model.selection(), &FlowSelection::changed, this, [this] {
        if (m_panel->isOver() && m_model.selection().single().isEmpty()) m_panel->setOpen(false);
    });
}

QList<QAction *> GraphPage::pageActions() const
{
    QList<QAction *> all = m_graphActions->all();
    all += m_strip->strips();
    all += m_togglePanel;
    return all;
}

void GraphPage::showProblem(const Problem &problem)
{
    if (!m_model.node(problem.node)) {
        emit elsewhereRequested(problem);
        return;
    }
    m_model.selection().selectNode(problem.node);
    m_view->showNode(problem.node);
    m_inspector->showPath(problem.path);
}

void GraphPage::pickNode(QPointF scene, const QString &fromNode, const QString &fromPort)
{
    if (!m_view->isEditable()) return;
    if (!m_picker) {
        m_picker = new NodePicker(this);
        connect(m_picker, &NodePicker::chosen, this, [this](const QString &type) {
            const QString id = m_model.addNode(type, m_pickPlace, m_pickNode, m_pickPort);
            m_view->showNode(id);
            m_view->setFocus();
        });
    }
    m_pickPlace = scene;
    m_pickNode = fromNode;
    m_pickPort = fromPort;
    m_picker->openAtPoint(m_view->viewport()->mapToGlobal(m_view->mapFromScene(scene)));
}

void GraphPage::findNode()
{
    auto *finder = new NodeFinder(m_model, this);
    connect(finder, &NodeFinder::chosen, this, [this](const QString &node) {
        m_model.selection().selectNode(node);
        m_view->showNode(node);
        m_view->setFocus();
    });
    connect(finder, &kit::Popup::closed, finder, &QObject::deleteLater);
    finder->openAtTop(kit::Theme::of(this).px(400));
}

void GraphPage::showMenu(QPoint global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_graphActions->contextMenu());
    menu->popup(global);
}

void GraphPage::placeOverlays()
{
    const QRect area = m_view->rect();
    m_tools->setTypesVisible(!m_model.isReadOnly());
    m_tools->move(overlayGap, overlayGap);
    m_zoom->adjustSize();
    m_zoom->move(overlayGap, area.height() - m_zoom->height() - overlayGap);
    // A low canvas has no room for all three; the tools stay.
    m_zoom->setVisible(m_tools->geometry().bottom() < m_zoom->y());
    const QSize map = m_minimap->sizeHint();
    m_minimap->setGeometry(area.width() - map.width() - overlayGap, area.height() - map.height() - overlayGap, map.width(), map.height());
    m_minimap->setVisible(m_minimap->isWanted() && area.width() > 3 * map.width() && area.height() > 2 * map.height());
}

void GraphPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_dock->setFolded(width() < kit::Theme::of(this).metrics().overlayPanelBelow - kit::Theme::of(this).metrics().railCollapsed);
}

void GraphPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_view->isFitted()) m_view->showBeginning();
    if (m_panel->isOver() && m_model.selection().isEmpty()) m_panel->setOpen(false);
    placeOverlays();
}

QJsonObject GraphPage::saveState() const
{
    const QPointF centre = m_view->centre();
    return {{u"zoom"_s, m_view->zoom()}, {u"x"_s, centre.x()}, {u"y"_s, centre.y()},
            {u"selected"_s, m_model.selection().single()}, {u"panel"_s, m_panel->panelWidth()}, {u"open"_s, m_panel->isOpen()}};
}

void GraphPage::restoreState(const QJsonObject &state)
{
    if (!state.contains("zoom"_L1)) return;
    m_view->setZoom(state.value("zoom"_L1).toDouble(1));
    m_view->setCentre({state.value("x"_L1).toDouble(), state.value("y"_L1).toDouble()});
    if (const QString node = state.value("selected"_L1).toString(); m_model.node(node)) m_model.selection().selectNode(node);
    m_panel->setPanelWidth(state.value("panel"_L1).toInt(m_panel->panelWidth()));
    m_panel->setOpen(state.value("open"_L1).toBool(true));
}

} // namespace vox
