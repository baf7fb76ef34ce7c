#include "ui/screens/agents/graph/graph_accessible.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QAccessibleWidget>
#include <QPointer>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString spoken(const FlowViewModel &model, const Node &node)
{
    QStringList parts{FlowViewModel::typeLabel(node.type)};
    if (!node.name.isEmpty()) parts.append(node.name);
    if (const QString summary = model.summary(node); !summary.isEmpty()) parts.append(summary);
    return parts.join(u", "_s);
}

// One node, by id: the flow may change under it.
class NodeAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    NodeAccessible(GraphView *view, QString id) : m_view(view), m_id(std::move(id)) {}

    bool isValid() const override { return m_view && m_view->model().node(m_id); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) return {};
        const FlowViewModel &model = m_view->model();
        if (kind == QAccessible::Name) return spoken(model, *model.node(m_id));
        if (kind != QAccessible::Description) return {};
        QStringList ways;
        for (const Port &port : model.ports(m_id)) {
            const Edge *edge = model.edgeAt(m_id, port.name);
            const Node *to = edge ? model.node(edge->to) : nullptr;
            ways.append(model.portLabel(port) + u": "_s + (to ? model.title(*to) : GraphView::tr("leads nowhere")));
        }
        return ways.join(u"; "_s);
    }

    QRect rect() const override
    {
        const NodeItem *item = isValid() ? m_view->graph().nodeItem(m_id) : nullptr;
        if (!item) return {};
        const QRect on = m_view->mapFromScene(item->mapRectToScene(item->body())).boundingRect();
        return {m_view->viewport()->mapToGlobal(on.topLeft()), on.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = state.multiSelectable = true;
        if (!isValid()) return state;
        state.selected = m_view->model().selection().hasNode(m_id);
        state.focused = m_view->hasFocus() && m_view->model().selection().current() == m_id;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (!isValid()) return;
        m_view->model().selection().selectNode(m_id);
        m_view->showNode(m_id);
        if (action == pressAction()) emit m_view->editRequested(m_id);
    }

private:
    QPointer<GraphView> m_view;
    QString m_id;
};

// The canvas as a list of its nodes in reading order.
class GraphAccessible final : public QAccessibleWidget {
public:
    explicit GraphAccessible(GraphView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~GraphAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids)) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view->model().flow().nodes.size()); }
    QAccessibleInterface *child(int index) const override
    {
        const QStringList order = m_view->readingOrder();
        if (index < 0 || index >= order.size()) return nullptr;
        const QString &node = order[index];
        auto at = m_ids.find(node);
        if (at == m_ids.end()) at = m_ids.insert(node, QAccessible::registerAccessibleInterface(new NodeAccessible(m_view, node)));
        return QAccessible::accessibleInterface(*at);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QStringList order = m_view->readingOrder();
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it)
            if (QAccessible::accessibleInterface(*it) == child) return int(order.indexOf(it.key()));
        return -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return child(int(m_view->readingOrder().indexOf(m_view->model().selection().current())));
    }

private:
    GraphView *m_view;
    mutable QHash<QString, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new GraphAccessible(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace vox
