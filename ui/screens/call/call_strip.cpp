#include "ui/screens/call/call_strip.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/theme.h"
#include "ui/kit/time_axis.h"
#include "ui/screens/call/call_lanes.h"
#include "ui/screens/call/transcript_blocks.h"
#include "ui/screens/call/words_in_writing.h"
#include "ui/viewmodels/call_view_model.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace vox {

namespace {
constexpr int mostLines = 12;
}

CallStrip::CallStrip(CallViewModel &call, QWidget *parent)
    : QWidget(parent), m_call(call), m_lanes(new CallLanes(call, CallLanes::Parts::LanesOnly, kit::Theme::of().metrics().laneDock)),
      m_lines(new TranscriptView(TranscriptView::Delays::Hidden)), m_delay(new kit::StackedBar),
      m_total(kit::makeLabel({}, kit::TextStyle::Mono)), m_time(kit::makeLabel({}, kit::TextStyle::Mono)), m_bench(new QPushButton),
      m_end(new QPushButton), m_writing(new WordsInWriting(call, nullptr))
{
    const kit::Metrics &m = kit::Theme::of().metrics();
    kit::setSurface(this, kit::Colour::Surface1);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_lanes);
    auto *delay = new QHBoxLayout;
    delay->setContentsMargins(m.panelPadding, m.half, m.grid, 0);
    delay->addWidget(m_time);
    delay->addWidget(m_delay, 1);
    delay->addWidget(m_total);
    left->addLayout(delay);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(m.half);
    m_lines->setSpacing(2);
    m_lines->setCompact(true);
    m_lines->setFollowing(true);
    right->addWidget(m_lines, 1);
    auto *typing = new QHBoxLayout;
    typing->setContentsMargins(m.panelPadding, 0, m.panelPadding, m.grid);
    typing->setSpacing(m.grid);
    typing->addWidget(m_writing, 1);
    typing->addWidget(m_bench);
    typing->addWidget(m_end);
    right->addLayout(typing);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, m.half, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    m_bench->setIcon(kit::icon("audio-lines"));
    m_end->setIcon(kit::icon("phone-off", kit::Meaning::Error));
    kit::setRole(m_bench, kit::ButtonRole::Quiet);
    kit::setRole(m_end, kit::ButtonRole::Danger);
    connect(m_bench, &QPushButton::clicked, this, &CallStrip::benchRequested);
    connect(m_end, &QPushButton::clicked, &call, &CallViewModel::hangUp);
    connect(&call, &CallViewModel::eventsAdded, this, &CallStrip::refresh);
    connect(&call, &CallViewModel::stateChanged, this, &CallStrip::refresh);
    connect(&call, &CallViewModel::levelsChanged, this, [this] { m_time->setText(kit::TimeAxis::text(m_call.elapsed().value, 1)); });
    refresh();
}

void CallStrip::refresh()
{
    m_bench->setText(tr("Bench"));
    m_bench->setToolTip(tr("Show this call on the Test bench"));
    m_end->setText(tr("End call"));
    m_end->setEnabled(m_call.isRunning());
    if (m_call.isLoading()) m_time->setText(tr("Loading the recogniser…"));
    const std::span events(m_call.events().constData(), std::size_t(m_call.events().size()));
    const QList<SpokenLine> lines = allLines(transcriptTurns(m_call.summary(), events));
    m_lines->setBlocks(lineBlocks(lines.mid(std::max<qsizetype>(0, lines.size() - mostLines)), {}, -1, {}));
    for (auto it = m_call.summary().turns.rbegin(); it != m_call.summary().turns.rend(); ++it) {
        if (!it->totalMs()) continue;
        m_delay->setParts(latencyParts(*it), latencyScale(m_call.summary(), m_call.goalMs()), m_call.goalMs());
        m_total->setText(tr("%1 ms").arg(QLocale().toString(*it->totalMs())));
        return;
    }
    m_delay->setParts({}, m_call.goalMs(), 0);
    m_total->clear();
}

void CallStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace vox
