#include "ui/screens/agents/graph/node_tools.h"
#include "ui/kit/node_look.h"
#include <QApplication>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;
NodeTools::NodeTools(GraphView &view, QWidget *parent) : FloatingBar(Qt::Vertical, parent), m_view(view)
{
    QToolButton *select = addTool("mouse-pointer-2", tr("Select (V)"));
    QToolButton *hand = addTool("hand", tr("Move the view (H)"));
    for (QToolButton *button : {select, hand}) button->setCheckable(true);
    const auto show = [=, &view] {
        select->setChecked(view.tool() == GraphView::Tool::Select);
        hand->setChecked(view.tool() == GraphView::Tool::Hand);
    };
    connect(select, &QToolButton::clicked, this, [=, &view] { view.setTool(GraphView::Tool::Select); show(); });
    connect(hand, &QToolButton::clicked, this, [=, &view] { view.setTool(GraphView::Tool::Hand); show(); });
    connect(&view, &GraphView::toolChanged, this, show);
    show();
    addGap();
    for (const NodeType *type : nodeTypes()) {
        const QString name = QLatin1StringView(type->name);
        if (name == "start"_L1) continue; // there is one, and it is there
        const kit::NodeLook &look = kit::nodeLook(name);
        QToolButton *button = addTool(look.icon, QCoreApplication::translate("NodeType", type->label), look.meaning);
        button->setToolTip(QCoreApplication::translate("NodeType", type->label) + u'\n'
                           + QCoreApplication::translate("NodeType", type->description));
        button->setProperty("nodeType", name);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, name] { add(name); });
    }
}

void NodeTools::setTypesVisible(bool visible)
{
    for (QToolButton *button : findChildren<QToolButton *>())
        if (button->property("nodeType").isValid()) button->setVisible(visible);
    adjustSize();
}

void NodeTools::add(const QString &type)
{
    const QString id = addNodeSensibly(m_view, type);
    if (id.isEmpty()) return;
    m_view.showNode(id);
    m_view.setFocus();
}

// Dragging without QDrag, whose exec() would be a nested event loop: the pressed button has the mouse anyway.
bool NodeTools::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QToolButton *>(watched);
    auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (!button || !mouse) return FloatingBar::eventFilter(watched, event);
    const QPoint at = mouse->position().toPoint();
    if (event->type() == QEvent::MouseButtonPress) m_pressed = at;
    if (event->type() == QEvent::MouseMove && (mouse->buttons() & Qt::LeftButton) && !m_dragging
        && (at - m_pressed).manhattanLength() > QApplication::startDragDistance()) {
        m_dragging = true;
        button->setCursor(QCursor(button->icon().pixmap(20)));
    }
    if (event->type() == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        button->unsetCursor();
        button->setDown(false);
        drop(button->property("nodeType").toString(), m_view.viewport()->mapFromGlobal(mouse->globalPosition().toPoint()));
        return true;
    }
    return m_dragging;
}

void NodeTools::drop(const QString &type, QPoint at)
{
    if (!m_view.isEditable() || !m_view.viewport()->rect().contains(at) || geometry().contains(m_view.viewport()->mapTo(parentWidget(), at))) return;
    m_view.model().addNode(type, m_view.mapToScene(at) - QPointF(flow_geometry::nodeWidth / 2, flow_geometry::headerHeight / 2));
    m_view.setFocus();
}

QString addNodeSensibly(GraphView &view, const QString &type)
{
    FlowViewModel &model = view.model();
    const QString selected = model.selection().single();
    const Node *above = model.node(selected);
    if (above) {
        for (const Port &port : model.ports(selected)) {
            if (model.edgeAt(selected, port.name)) continue;
            return model.addNode(type, above->position + QPointF(0, flow_geometry::rowPitch), selected, port.name);
        }
        return model.addNode(type, above->position + QPointF(flow_geometry::columnPitch, 0));
    }
    return model.addNode(type, view.centre() - QPointF(flow_geometry::nodeWidth, flow_geometry::nodeHeight) / 2);
}

} // namespace vox
