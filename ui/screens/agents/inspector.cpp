#include "ui/screens/agents/inspector.h"
#include "ui/kit/field_form.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/screens/agents/form_context.h"
#include "ui/screens/agents/outcomes_form.h"
#include "ui/screens/agents/tool_try_form.h"
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

Inspector::Inspector(FlowViewModel &model, QWidget *parent, ToolTries *tries)
    : QWidget(parent), m_model(model), m_stack(new QStackedWidget(this)), m_icon(new QLabel), m_kind(kit::makeLabel({}, TextStyle::BodyStrong)),
      m_id(kit::makeLabel({}, TextStyle::MonoSmall, Colour::Text3)), m_hint(new kit::TextBlock({}, TextStyle::Body, Colour::Text3)),
      m_about(new kit::TextBlock({}, TextStyle::Small, Colour::Text3)), m_name(new QLineEdit), m_scroll(new QScrollArea),
      m_form(new kit::FieldForm), m_outcomes(new OutcomesForm(model)), m_outcomesSection(new QWidget),
      m_try(tries ? new ToolTryViewModel(model, *tries, this) : nullptr)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHead(column);
    makeBody(column);
    auto *nothing = new QWidget;
    auto *hint = new QVBoxLayout(nothing);
    const int padding = kit::Theme::of(this).metrics().panelPadding;
    hint->setContentsMargins(padding, padding, padding, padding);
    hint->addWidget(m_hint);
    hint->addStretch(1);
    m_stack->addWidget(nothing);
    m_stack->addWidget(page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(m_stack);
    connect(&model.selection(), &FlowSelection::changed, this, &Inspector::showSelection);
    connect(&model, &FlowViewModel::flowChanged, this, &Inspector::refresh);
    connect(&model, &FlowViewModel::problemsChanged, this, &Inspector::refresh);
    showSelection();
}

void Inspector::makeHead(QVBoxLayout *column)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const int padding = theme.metrics().panelPadding;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(padding, theme.metrics().grid, padding, 0);
    head->setSpacing(theme.metrics().grid);
    m_icon->setFixedSize(theme.metrics().icon, theme.metrics().icon);
    head->addWidget(m_icon);
    head->addWidget(m_kind, 1);
    head->addWidget(m_id);
    column->addLayout(head);
    auto *about = new QVBoxLayout;
    about->setContentsMargins(padding, theme.metrics().half, padding, theme.metrics().grid);
    about->addWidget(m_about);
    column->addLayout(about);
}

void Inspector::makeBody(QVBoxLayout *column)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const int padding = theme.metrics().panelPadding;
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(padding, theme.metrics().half, padding, padding);
    rows->setSpacing(theme.metrics().half);
    auto *label = kit::makeLabel(tr("Name"), TextStyle::Small, Colour::Text2);
    label->setBuddy(m_name);
    rows->addWidget(label);
    rows->addWidget(m_name);
    rows->addSpacing(theme.metrics().grid);
    rows->addWidget(m_form);
    auto *section = new QVBoxLayout(m_outcomesSection);
    section->setContentsMargins(0, theme.metrics().grid, 0, 0);
    section->setSpacing(theme.metrics().half);
    section->addWidget(kit::makeLabel(tr("Outcomes"), TextStyle::SmallStrong, Colour::Text2));
    section->addWidget(m_outcomes);
    rows->addWidget(m_outcomesSection);
    if (m_try) {
        auto *form = new ToolTryForm(*m_try);
        connect(form, &ToolTryForm::rulesRequested, this, &Inspector::rulesRequested);
        rows->addWidget(form);
    }
    rows->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    kit::setSurface(body, Colour::Surface1);
    kit::setSurface(m_scroll->viewport(), Colour::Surface1);
    column->addWidget(m_scroll, 1);

    m_name->setAccessibleName(tr("Name of the node"));
    m_name->setMaxLength(120);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) { m_model.rename(m_node, name); });
    connect(m_name, &QLineEdit::editingFinished, this, [this] { m_model.content().endTyping(); });
    connect(m_form, &kit::FieldForm::edited, this,
            [this](const QString &pointer, const QJsonValue &value) { m_model.setSetting(m_node, pointer, value); });
}

void Inspector::showSelection()
{
    const FlowSelection &selection = m_model.selection();
    const Node *node = m_model.node(selection.single());
    if (node) return showNode(*node);
    m_node.clear();
    m_type.clear();
    if (m_try) m_try->setNode({});
    m_stack->setCurrentIndex(0);
    if (selection.nodes().size() > 1)
        m_hint->setText(tr("%n node(s) selected. Drag moves them together, Ctrl+C copies them, Delete removes them.", nullptr,
                           int(selection.nodes().size())));
    else if (!selection.edges().isEmpty())
        m_hint->setText(tr("An arrow is selected. Delete removes it; to lead it elsewhere, drag from its port."));
    else
        m_hint->setText(m_model.isReadOnly() ? tr("Select a node to see what it does.")
                                             : tr("Select a node to see and change what it does. Double-click the canvas to add one."));
}

void Inspector::showNode(const Node &node)
{
    m_stack->setCurrentIndex(1);
    const bool other = node.id != m_node;
    m_node = node.id;
    if (m_try) m_try->setNode(node.id);
    if (other || node.type != m_type) {
        m_type = node.type;
        const kit::NodeLook &look = kit::nodeLook(node.type);
        const kit::Theme &theme = kit::Theme::of(this);
        m_icon->setPixmap(kit::icon(look.icon, look.meaning).pixmap(theme.metrics().icon));
        m_kind->setText(FlowViewModel::typeLabel(node.type));
        kit::setText(m_kind, TextStyle::BodyStrong, look.meaning);
        if (look.meaning == kit::Meaning::Neutral) kit::setText(m_kind, TextStyle::BodyStrong, Colour::Text1);
        m_id->setText(tr("node %1").arg(node.id.size() > 12 ? node.id.right(4) : node.id));
        m_id->setToolTip(node.id);
        const NodeType *type = nodeType(node.type);
        m_about->setText(type ? QCoreApplication::translate("NodeType", type->description)
                              : tr("This kind of node comes from a newer version. It is kept as it is."));
        m_form->setContext(agentFormContext(m_model.content()));
        m_form->setFields(type ? type->fields() : FieldList());
        m_outcomes->setNode(node.id);
        m_scroll->verticalScrollBar()->setValue(0);
    }
    refresh();
}

QString Inspector::basePath() const
{
    return u"/flow/nodes/%1/settings"_s.arg(m_model.indexOf(m_node));
}

void Inspector::refresh()
{
    const Node *node = m_model.node(m_node);
    if (!node) return;
    if (!m_name->hasFocus() || m_name->text().simplified() != node->name) m_name->setText(node->name);
    m_name->setPlaceholderText(FlowViewModel::typeLabel(node->type));
    m_name->setReadOnly(m_model.isReadOnly());
    m_form->setReadOnly(m_model.isReadOnly());
    m_form->setObject(node->settings);
    m_form->setProblems(m_model.problemsOf(m_node), basePath());
    m_outcomesSection->setVisible(!m_model.ports(m_node).isEmpty());
}

void Inspector::focusFirst()
{
    if (m_stack->currentIndex() == 1) m_form->focusFirst();
}

void Inspector::showPath(const QString &path)
{
    if (path.startsWith(basePath())) m_form->focusField(path.mid(basePath().size()));
}

void Inspector::scrollToEnd() { m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum()); }

void Inspector::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Colour::Surface1]);
}

} // namespace vox
