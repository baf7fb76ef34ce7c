#include "ui/screens/conversations/conversation_side.h"
#include "app/wording/wording.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/time_axis.h"
#include "ui/screens/call/call_side.h"
#include "ui/screens/call/fact_list.h"
#include "ui/viewmodels/conversation_view_model.h"
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

ConversationSide::ConversationSide(ConversationViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_stateHead(new kit::SectionHeader), m_variables(new VariablesPanel),
      m_noVariables(kit::makeLabel({}, kit::TextStyle::Small, kit::Colour::Text3)), m_toolBox(new QWidget), m_toolHead(new kit::SectionHeader),
      m_tool(new ToolCard), m_marksHead(new kit::SectionHeader), m_marks(new FactList(48))
{
    auto *inside = new QWidget;
    kit::setSurface(inside, kit::Colour::Surface1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_stateHead);
    column->addWidget(m_variables);
    m_noVariables->setContentsMargins(16, 0, 16, 8);
    column->addWidget(m_noVariables);
    column->addWidget(m_toolHead);
    auto *box = new QVBoxLayout(m_toolBox);
    box->setContentsMargins(16, 0, 16, 8);
    box->addWidget(m_tool);
    column->addWidget(m_toolBox);
    column->addWidget(m_marksHead);
    column->addWidget(m_marks);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    m_marks->setFocusPolicy(Qt::StrongFocus);
    connect(m_marks, &FactList::pressed, this, [this](int row) { emit momentPressed(m_times.value(row)); });
    connect(&model, &ConversationViewModel::opened, this, [this] {
        m_at = {-1};
        showMarks();
    });
    showMarks();
}

void ConversationSide::showMoment(Micros at)
{
    if (!m_model.isOpen() || at == m_at) return;
    m_at = at;
    const auto &stored = m_model.stored();
    // At rest at the beginning one wants to know how it ended.
    const Micros moment = at.value > 0 ? at : Micros{std::numeric_limits<qint64>::max()};
    const std::span events(stored.events.constData(), std::size_t(stored.events.size()));
    const QList<VariableFact> facts = variablesAt(events, moment);
    m_stateHead->setTitle(at.value > 0 ? tr("State at %1").arg(kit::TimeAxis::text(at.value, 2)) : tr("State at the end"));
    const NodeFact node = nodeAt(events, moment);
    m_stateHead->setNote(node.name.isEmpty() ? node.type : node.name);
    m_variables->setVariables(facts);
    m_variables->setVisible(!facts.isEmpty());
    m_noVariables->setVisible(facts.isEmpty());
    m_noVariables->setText(tr("Nothing has been remembered yet."));
    const ToolUse *last = nullptr;
    for (const ToolUse &use : m_model.tools())
        if (use.start <= moment) last = &use;
    m_toolHead->setVisible(last);
    m_toolBox->setVisible(last);
    m_toolHead->setTitle(tr("Last tool call"));
    if (last) m_tool->setUse(*last);
}

void ConversationSide::setGoal(int ms)
{
    if (ms == m_goal) return;
    m_goal = ms;
    showMarks();
}

void ConversationSide::showMarks()
{
    m_marksHead->setTitle(tr("Marks"));
    m_marks->setAccessibleName(tr("Marks"));
    if (!m_model.isOpen()) return;
    struct Mark { qint64 us; FactList::Row row; };
    QList<Mark> marks;
    const auto add = [&](qint64 us, const char *icon, kit::Meaning meaning, const QString &text) {
        marks.append({us, {kit::TimeAxis::text(us), text, {}, icon, meaning}});
    };
    const auto &summary = m_model.stored().summary;
    for (const SoundMarks::Delay &delay : m_model.marks().delays)
        if (delay.ms > m_goal) add(delay.gap.from.value, "clock", kit::Meaning::Warning, tr("Answer after %1 ms").arg(QLocale().toString(delay.ms)));
    for (const SpokenLine &line : m_model.lines())
        if (line.interrupted) add(line.end.value, "layers-2", kit::Meaning::Warning, tr("Barge-in, %1 of %n words heard", nullptr, line.words).arg(line.heardWords));
    for (const ConversationError &error : summary.errors)
        add(error.atMs * 1000, "octagon-x", kit::Meaning::Error, wording::whatHappened(errorOf(error)));
    for (const ConversationEvent &event : m_model.stored().events) {
        if (std::holds_alternative<events::Retrieved>(event.body)) add(event.at.value, "book-open", kit::Meaning::Knowledge, tr("Looked up in the knowledge text"));
        if (std::holds_alternative<events::HandedOver>(event.body)) add(event.at.value, "headset", kit::Meaning::Human, tr("Handed over to a person"));
        if (const auto *ended = std::get_if<events::Ended>(&event.body); ended && ended->outcome == Outcome::Completed)
            add(event.at.value, "circle-check", kit::Meaning::Success, tr("Completed"));
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.us < b.us; });
    QList<FactList::Row> rows;
    m_times.clear();
    for (const Mark &mark : marks) {
        rows.append(mark.row);
        m_times.append(mark.us);
    }
    m_marks->setRows(rows);
    m_marksHead->setVisible(!rows.isEmpty());
}

void ConversationSide::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showMarks();
        const Micros at = m_at;
        m_at = {-1};
        showMoment(at);
    }
    QWidget::changeEvent(event);
}

} // namespace vox
