#include "ui/screens/agents/graph/graph_actions.h"
#include "ui/kit/icons.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/screen.h"
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

namespace vox {

using namespace Qt::StringLiterals;
using flow_edits::Alignment;

GraphActions::GraphActions(GraphView &view, QObject *parent) : QObject(parent), m_view(view)
{
    addEditing();
    addSelecting();
    addArranging();
    addLooking();
    FlowViewModel &model = view.model();
    connect(&model.selection(), &FlowSelection::changed, this, &GraphActions::refresh);
    connect(&model.content(), &EditedContent::historyChanged, this, &GraphActions::refresh);
    refresh();
    for (QAction *action : std::as_const(m_all)) view.addAction(action);
}

QAction *GraphActions::add(const QString &text, const QKeySequence &keys, const char *icon, const char *menu)
{
    auto *action = new QAction(text, this);
    if (*icon) action->setIcon(kit::icon(icon));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    Screen::setMenu(action, menu);
    m_all.append(action);
    return action;
}

void GraphActions::addEditing()
{
    FlowViewModel &model = m_view.model();
    const auto copy = [&model] {
        const QByteArray text = model.copySelected();
        if (!text.isEmpty()) QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        return !text.isEmpty();
    };
    m_undo = add(tr("Undo"), QKeySequence::Undo, "undo-2", "edit");
    m_redo = add(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo-2", "edit");
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    for (QAction *action : {m_undo, m_redo}) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_undo, &QAction::triggered, &model, &FlowViewModel::undo);
    connect(m_redo, &QAction::triggered, &model, &FlowViewModel::redo);
    QAction *cut = add(tr("Cut"), QKeySequence::Cut, "", "edit");
    connect(cut, &QAction::triggered, this, [copy, &model] { if (copy()) model.cutSelected(); });
    QAction *copied = add(tr("Copy"), QKeySequence::Copy, "copy", "edit");
    connect(copied, &QAction::triggered, this, copy);
    QAction *paste = add(tr("Paste"), QKeySequence::Paste, "clipboard", "edit");
    connect(paste, &QAction::triggered, this, [&model] { model.paste(QGuiApplication::clipboard()->text().toUtf8()); });
    QAction *twin = add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), "", "edit");
    connect(twin, &QAction::triggered, &model, &FlowViewModel::duplicateSelected);
    QAction *remove = add(tr("Delete"), QKeySequence::Delete, "trash-2", "edit");
    remove->setShortcuts({QKeySequence::Delete, QKeySequence(Qt::Key_Backspace)});
    connect(remove, &QAction::triggered, &model, &FlowViewModel::removeSelected);
    m_needNodes << cut << copied << twin;
    m_needAny << remove;
    m_needEditing << cut << paste << twin << remove;
}

void GraphActions::addSelecting()
{
    FlowViewModel &model = m_view.model();
    connect(add(tr("Add node…"), QKeySequence(Qt::Key_A), "plus", "agent"), &QAction::triggered, this, &GraphActions::addNodeRequested);
    m_needEditing << m_all.last();
    connect(add(tr("Select all"), QKeySequence::SelectAll, "", "edit"), &QAction::triggered, this, [&model] {
        QSet<QString> nodes, edges;
        for (const Node &node : model.flow().nodes) nodes.insert(node.id);
        for (const Edge &edge : model.flow().edges) edges.insert(edge.id);
        model.selection().set(nodes, edges);
    });
    QAction *linked = add(tr("Select connected"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), "", "edit");
    connect(linked, &QAction::triggered, this,
            [&model] { model.selection().set(flow_edits::linked(model.flow(), model.selection().nodes())); });
    m_needNodes << linked;
    connect(add(tr("Find node…"), QKeySequence::Find, "search", "edit"), &QAction::triggered, this, &GraphActions::findRequested);
    m_all.last()->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void GraphActions::addArranging()
{
    FlowViewModel &model = m_view.model();
    struct Row { QString text; QKeySequence keys; Alignment alignment; };
    const Row rows[] = {
        {tr("Align left edges"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Left), Alignment::Left},
        {tr("Align right edges"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Right), Alignment::Right},
        {tr("Align tops"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Up), Alignment::Top},
        {tr("Align bottoms"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Down), Alignment::Bottom},
        {tr("Align centres"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), Alignment::Centre},
        {tr("Align middles"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M), Alignment::Middle},
        {tr("Spread across"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H), Alignment::SpreadAcross},
        {tr("Spread down"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V), Alignment::SpreadDown},
    };
    for (const Row &row : rows) {
        QAction *action = add(row.text, row.keys, "", "agent");
        connect(action, &QAction::triggered, this, [&model, alignment = row.alignment] { model.align(alignment); });
        (row.alignment >= Alignment::SpreadAcross ? m_needThree : m_needTwo).append(action);
    }
    QAction *tidy = add(tr("Tidy up the graph"), QKeySequence(Qt::CTRL | Qt::Key_L), "route", "agent");
    connect(tidy, &QAction::triggered, this, [this, &model] { model.tidy(); m_view.fit(); });
    m_needEditing << tidy;
}

void GraphActions::addLooking()
{
    QAction *in = add(tr("Zoom in"), QKeySequence::ZoomIn, "zoom-in", "view");
    in->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(in, &QAction::triggered, &m_view, &GraphView::zoomIn);
    connect(add(tr("Zoom out"), QKeySequence(Qt::CTRL | Qt::Key_Minus), "zoom-out", "view"), &QAction::triggered, &m_view, &GraphView::zoomOut);
    connect(add(tr("Zoom to 100 %"), QKeySequence(Qt::CTRL | Qt::Key_0), "", "view"), &QAction::triggered, this, [this] { m_view.setZoom(1); });
    QAction *fit = add(tr("Show the whole graph"), QKeySequence(Qt::SHIFT | Qt::Key_1), "maximize", "view");
    fit->setShortcuts({QKeySequence(Qt::SHIFT | Qt::Key_1), QKeySequence(Qt::SHIFT | Qt::Key_Exclam), QKeySequence(Qt::Key_F)});
    connect(fit, &QAction::triggered, &m_view, &GraphView::fit);
    connect(add(tr("Select tool"), QKeySequence(Qt::Key_V), "mouse-pointer-2", "view"), &QAction::triggered, this,
            [this] { m_view.setTool(GraphView::Tool::Select); });
    connect(add(tr("Hand tool"), QKeySequence(Qt::Key_H), "hand", "view"), &QAction::triggered, this,
            [this] { m_view.setTool(GraphView::Tool::Hand); });
}

QList<QAction *> GraphActions::contextMenu() const
{
    QList<QAction *> menu;
    for (QAction *action : m_all)
        if (action->isEnabled() && Screen::menuOf(action) != "view"_L1 && action != m_undo && action != m_redo) menu.append(action);
    return menu;
}

void GraphActions::refresh()
{
    FlowViewModel &model = m_view.model();
    const FlowSelection &selection = model.selection();
    const qsizetype nodes = selection.nodes().size();
    const bool edits = m_view.isEditable();
    for (QAction *action : std::as_const(m_all)) action->setEnabled(true);
    for (QAction *action : std::as_const(m_needNodes)) action->setEnabled(nodes > 0);
    for (QAction *action : std::as_const(m_needAny)) action->setEnabled(!selection.isEmpty());
    for (QAction *action : std::as_const(m_needTwo)) action->setEnabled(nodes > 1 && edits);
    for (QAction *action : std::as_const(m_needThree)) action->setEnabled(nodes > 2 && edits);
    for (QAction *action : std::as_const(m_needEditing)) action->setEnabled(action->isEnabled() && edits);
    const auto name = [](QAction *action, const EditLabel *label, const QString &plain, const QString &with) {
        action->setEnabled(label);
        action->setText(label ? with.arg(QCoreApplication::translate("Edit", label->label), label->argument).trimmed() : plain);
    };
    name(m_undo, model.content().undoLabel(), tr("Undo"), tr("Undo: %1 %2"));
    name(m_redo, model.content().redoLabel(), tr("Redo"), tr("Redo: %1 %2"));
}

} // namespace vox
