#include "ui/screens/bench/bench_side.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/screens/call/call_side.h"
#include "ui/viewmodels/call_view_model.h"
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vox {

BenchSide::BenchSide(CallViewModel &call, QWidget *parent)
    : QWidget(parent), m_call(call), m_toolHead(new kit::SectionHeader), m_tool(new ToolCard), m_toolBox(new QWidget),
      m_variablesHead(new kit::SectionHeader), m_variables(new VariablesPanel), m_eventsHead(new kit::SectionHeader), m_events(new EventsPanel)
{
    auto *inside = new QWidget;
    kit::setSurface(inside, kit::Colour::Surface1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_toolHead);
    auto *box = new QVBoxLayout(m_toolBox);
    box->setContentsMargins(16, 0, 16, 12);
    box->addWidget(m_tool);
    column->addWidget(m_toolBox);
    column->addWidget(m_variablesHead);
    column->addWidget(m_variables);
    column->addWidget(m_eventsHead);
    column->addWidget(m_events);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(&call, &CallViewModel::eventsAdded, this, &BenchSide::refresh);
    connect(&call, &CallViewModel::stateChanged, this, &BenchSide::refresh);
    connect(m_events, &EventsPanel::momentPressed, this, &BenchSide::momentPressed);
    refresh();
}

void BenchSide::refresh()
{
    const std::span events(m_call.events().constData(), std::size_t(m_call.events().size()));
    const QList<ToolUse> uses = toolUses(events);
    m_toolHead->setVisible(!uses.isEmpty());
    m_toolBox->setVisible(!uses.isEmpty());
    if (!uses.isEmpty()) m_tool->setUse(uses.last());
    m_toolHead->setTitle(tr("Last tool call"));
    m_toolHead->setNote(tr("%n in this call", nullptr, int(uses.size())));
    m_variablesHead->setTitle(tr("Variables"));
    m_eventsHead->setTitle(tr("Events"));
    const QList<VariableFact> facts = variablesAt(events, Micros{std::numeric_limits<qint64>::max()});
    m_variables->setVariables(facts);
    m_variablesHead->setVisible(!facts.isEmpty());
    m_eventsHead->setVisible(!events.empty());
    m_events->setEvents(events);
}

void BenchSide::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace vox
