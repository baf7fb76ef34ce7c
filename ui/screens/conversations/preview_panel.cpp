#include "ui/screens/conversations/preview_panel.h"
#include "ui/kit/icons.h"
#include "ui/kit/lanes.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/theme.h"
#include "ui/screens/call/call_lanes.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/call/transcript_blocks.h"
#include "ui/screens/conversations/conversation_words.h"
#include "ui/screens/conversations/conversations_table.h"
#include "ui/viewmodels/conversation_view_model.h"
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

PreviewPanel::PreviewPanel(ConversationViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_name(kit::makeLabel({}, TextStyle::BodyStrong)), m_open(new QPushButton),
      m_circumstance(kit::makeLabel({}, TextStyle::Small, Colour::Text2)), m_lanes(new kit::Lanes(m_axis)), m_play(new QToolButton),
      m_time(kit::makeLabel({}, TextStyle::MonoSmall, Colour::Text2)), m_noSound(kit::makeLabel({}, TextStyle::Small, Colour::Text3)),
      m_head(new kit::SectionHeader), m_words(new TranscriptView(TranscriptView::Delays::Hidden)), m_content(new QWidget),
      m_nothing(kit::makeLabel({}, TextStyle::Body, Colour::Text3))
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    m_axis.setGutter(0);
    m_lanes->setLaneHeight(m.lanePreview);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(m.panelPadding, m.grid, m.panelPadding, m.grid);
    top->setSpacing(m.grid);
    auto *head = new QHBoxLayout;
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    head->addWidget(m_name, 1);
    head->addWidget(m_open);
    top->addLayout(head);
    top->addWidget(m_circumstance);
    top->addWidget(m_lanes);
    auto *play = new QHBoxLayout;
    play->addWidget(m_play);
    play->addWidget(m_time);
    play->addWidget(m_noSound);
    play->addStretch(1);
    top->addLayout(play);
    auto *figures = new QGridLayout;
    figures->setVerticalSpacing(0);
    figures->setHorizontalSpacing(m.panelPadding);
    for (int i = 0; i < 6; ++i) {
        m_figureNames[i] = kit::makeLabel({}, TextStyle::Small, Colour::Text2);
        m_figures[i] = kit::makeLabel({}, TextStyle::Mono);
        figures->addWidget(m_figureNames[i], i / 3 * 3, i % 3);
        figures->addWidget(m_figures[i], i / 3 * 3 + 1, i % 3);
        figures->setColumnStretch(i % 3, 1);
    }
    figures->setRowMinimumHeight(2, m.grid);
    auto *line = new RuledRow(RuledRow::Rule::Above, 104);
    line->row()->addLayout(figures);
    m_words->setSpacing(4);
    m_words->setCompact(true);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(line);
    auto *ruled = new RuledRow(RuledRow::Rule::Above, 36);
    ruled->row()->setContentsMargins(0, 0, 0, 0);
    ruled->row()->addWidget(m_head);
    column->addWidget(ruled);
    column->addWidget(m_words, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_content);
    all->addWidget(m_nothing, 0, Qt::AlignTop);
    m_nothing->setContentsMargins(m.panelPadding, m.panelPadding, m.panelPadding, 0);
    m_nothing->setWordWrap(true);

    connect(m_open, &QPushButton::clicked, this, &PreviewPanel::openRequested);
    connect(m_play, &QToolButton::clicked, &model, &ConversationViewModel::togglePlay);
    connect(m_lanes, &kit::Lanes::seekRequested, this, [this](qint64 us) { m_model.seek(Micros{us}); });
    connect(m_words, &TranscriptView::textPressed, this, [this](int block, int, int) {
        if (block < m_model.lines().size()) m_model.seek(m_model.lines()[block].start);
    });
    connect(&model, &ConversationViewModel::opened, this, &PreviewPanel::refresh);
    connect(&model, &ConversationViewModel::soundChanged, this, &PreviewPanel::refresh);
    connect(&model, &ConversationViewModel::peaksArrived, this, &PreviewPanel::refresh);
    connect(&model, &ConversationViewModel::playheadMoved, this, &PreviewPanel::showTime);
    connect(&model, &ConversationViewModel::playingChanged, this, &PreviewPanel::showTime);
    connect(&model, &ConversationViewModel::lineChanged, this, [this] {
        if (isVisible()) showWords();
    });
    refresh();
}

void PreviewPanel::setSearch(const QString &text)
{
    if (text == m_search) return;
    m_search = text;
    if (m_model.isOpen()) showWords();
}

void PreviewPanel::refresh()
{
    m_content->setVisible(m_model.isOpen());
    m_nothing->setVisible(!m_model.isOpen());
    m_nothing->setText(tr("Choose a conversation to hear and read it here."));
    if (!m_model.isOpen()) {
        m_lanes->setSource(nullptr);
        return;
    }
    const StoredConversation &stored = m_model.stored();
    m_name->setText(stored.row.agentName);
    m_open->setText(tr("Open") + u"  Enter"_s);
    m_circumstance->setText(u"%1, %2, %3"_s.arg(whenText(stored.row.started), channelText(stored.row.channel), durationText(stored.row.durationMs)));
    const RecordingPeaks *peaks = m_model.peaks();
    m_peaks = peaks ? CallPeaks(&peaks->caller, &peaks->agent, CallPeaks::Sound::Complete) : CallPeaks();
    m_lanes->setSource(peaks ? &m_peaks : nullptr);
    m_axis.setDuration(std::max(stored.summary.duration.value, m_peaks.durationUs()));
    m_axis.showAll();
    showMarks(*m_lanes, m_model.marks(), 0, DelayMarks::Hidden);
    const auto ms = [](std::optional<qint64> value) { return value ? tr("%1 ms").arg(QLocale().toString(*value)) : u"–"_s; };
    const QString names[6] = {tr("Delay p50"), tr("Delay p95"), tr("Turns"), tr("Interruptions"), tr("Errors"), tr("Outcome")};
    const QString values[6] = {ms(stored.row.p50Ms), ms(stored.row.p95Ms), QLocale().toString(stored.row.turns),
                               QLocale().toString(stored.row.interruptions), QLocale().toString(stored.row.errors), outcomeText(stored.row.outcome)};
    for (int i = 0; i < 6; ++i) {
        m_figureNames[i]->setText(names[i]);
        m_figures[i]->setText(values[i]);
    }
    kit::setText(m_figures[5], TextStyle::Body, outcomeMeaning(stored.row.outcome));
    using Sound = ConversationViewModel::Sound;
    m_play->setVisible(m_model.hasSound() || m_model.sound() == Sound::Elsewhere);
    m_time->setVisible(m_model.hasSound());
    m_lanes->setVisible(m_model.hasSound());
    m_noSound->setVisible(!m_model.hasSound());
    m_noSound->setText(m_model.sound() == Sound::Elsewhere  ? tr("Recorded at another desk; playing brings it here.")
                       : m_model.sound() == Sound::OnItsWay ? tr("Bringing the recording here…")
                                                            : tr("There is no recording."));
    showTime();
    showWords();
}

void PreviewPanel::showTime()
{
    if (!m_model.isOpen()) return;
    m_axis.setPlayhead(m_model.playhead().value);
    m_play->setIcon(kit::icon(m_model.isPlaying() ? "pause" : "play"));
    m_play->setAccessibleName(m_model.isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    m_time->setText(kit::TimeAxis::text(m_model.playhead().value) + u" / "_s + kit::TimeAxis::text(m_model.stored().summary.duration.value));
}

void PreviewPanel::showWords()
{
    const bool playing = m_model.isPlaying();
    m_words->setBlocks(lineBlocks(m_model.lines(), m_model.words(), playing ? m_model.currentWord() : -1, m_search));
    if (playing) m_words->setSounding(m_model.currentLine());
    qsizetype found = 0;
    for (const SpokenLine &line : m_model.lines()) found += findIn(line.text, m_search).size();
    m_head->setTitle(tr("Transcript"));
    m_head->setNote(m_search.isEmpty() ? QString() : tr("%n found", nullptr, int(found)));
}

void PreviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace vox
