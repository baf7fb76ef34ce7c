#include "ui/screens/conversations/detail_page.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/latency_parts.h"
#include "ui/kit/page_header.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/kit/ruler.h"
#include "ui/kit/search_field.h"
#include "ui/kit/segments.h"
#include "ui/kit/tag.h"
#include "ui/kit/words_track.h"
#include "ui/screens/call/call_lanes.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/call/transcript_blocks.h"
#include "ui/screens/conversations/conversation_side.h"
#include "ui/screens/conversations/conversation_words.h"
#include "ui/screens/conversations/conversations_table.h"
#include "ui/screens/conversations/overview_bar.h"
#include "ui/screens/conversations/turns_panel.h"
#include "ui/viewmodels/conversation_view_model.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {
constexpr double rates[] = {1.0, 1.25, 1.5, 2.0};
constexpr qint64 firstViewUs = 16'000'000; // what one looks at first: enough to read words, little enough to see them

// The kit's order of parts is the projection's.
kit::Meaning meaningOf(Part part)
{
    switch (part) {
    case Part::Recognition: return kit::Meaning::Caller;
    case Part::Tool: return kit::Meaning::Tool;
    case Part::Model: return kit::Meaning::Model;
    case Part::Speech: return kit::Meaning::Agent;
    case Part::Endpointing:
    case Part::Decision:
    case Part::Device: return kit::Meaning::Neutral;
    }
    Q_UNREACHABLE();
}
} // namespace

struct DetailPage::Parts {
    kit::PageHeader *header = new kit::PageHeader;
    kit::Tag *outcome = new kit::Tag;
    QPushButton *call = new QPushButton, *goOn = new QPushButton, *exportTo = new QPushButton, *copy = new QPushButton, *remove = new QPushButton;
    RuledRow *tools = new RuledRow(RuledRow::Rule::None);
    QToolButton *play = new QToolButton;
    QLabel *now = kit::makeLabel({}, TextStyle::Mono), *total = kit::makeLabel({}, TextStyle::Mono, Colour::Text3);
    kit::Segments *lanes = new kit::Segments({{}, {}, {}});
    QPushButton *rate = new QPushButton;
    kit::Tag *overlaps = new kit::Tag({}, kit::Meaning::Warning, "layers-2"), *slow = new kit::Tag({}, kit::Meaning::Warning, "clock");
    kit::SearchField *find = new kit::SearchField;
    QToolButton *out = new QToolButton, *in = new QToolButton, *all = new QToolButton;
    OverviewBar *overview;
    kit::Ruler *ruler;
    kit::Lanes *sound;
    kit::WordsTrack *words;
    kit::SpanTracks *spans;
    TranscriptView *transcript = new TranscriptView(TranscriptView::Delays::Hidden);
    TurnsPanel *turns;
    ConversationSide *side;
    kit::RightPanel *panels = new kit::RightPanel;
};

DetailPage::DetailPage(ConversationViewModel &model, QWidget *parent) : QWidget(parent), m_model(model), p(std::make_unique<Parts>())
{
    build();
    connect(p->header, &kit::PageHeader::back, this, &DetailPage::back);
    connect(p->call, &QPushButton::clicked, this, &DetailPage::callRequested);
    connect(p->goOn, &QPushButton::clicked, this, &DetailPage::continueRequested);
    connect(p->exportTo, &QPushButton::clicked, this, &DetailPage::exportRequested);
    connect(p->copy, &QPushButton::clicked, this, &DetailPage::copyRequested);
    connect(p->remove, &QPushButton::clicked, this, &DetailPage::removeRequested);
    connect(p->play, &QToolButton::clicked, &model, &ConversationViewModel::togglePlay);
    connect(p->lanes, &kit::Segments::currentChanged, this, [this](int index) { m_model.setLanes(SoundPlayer::Lanes(index)); });
    connect(p->rate, &QPushButton::clicked, this, [this] {
        const auto at = std::find(std::begin(rates), std::end(rates), m_model.rate());
        m_model.setRate(at == std::end(rates) || at + 1 == std::end(rates) ? rates[0] : *(at + 1));
    });
    connect(p->out, &QToolButton::clicked, this, [this] { zoom(0.5); });
    connect(p->in, &QToolButton::clicked, this, [this] { zoom(2); });
    connect(p->all, &QToolButton::clicked, this, &DetailPage::showAll);
    connect(p->find, &QLineEdit::textChanged, this, &DetailPage::showWords);
    connect(p->find, &QLineEdit::returnPressed, this, [this] { find(true); });
    for (kit::AxisTrack *track : {static_cast<kit::AxisTrack *>(p->ruler), static_cast<kit::AxisTrack *>(p->sound),
                                  static_cast<kit::AxisTrack *>(p->words), static_cast<kit::AxisTrack *>(p->spans)})
        connect(track, &kit::AxisTrack::seekRequested, this, [this](qint64 us) { m_model.seek(Micros{us}); });
    connect(p->transcript, &TranscriptView::textPressed, this, [this](int block, int, int position) {
        for (const PlacedWord &word : m_model.words()) // a word when one was hit, else the line
            if (word.line == block && position >= word.position && position < word.position + word.text.size()) return m_model.seek(word.start);
        if (block < m_model.lines().size()) m_model.seek(m_model.lines()[block].start);
    });
    connect(p->transcript, &TranscriptView::activated, this, [this](int block) {
        if (block < m_model.lines().size()) m_model.seek(m_model.lines()[block].start);
    });
    connect(p->side, &ConversationSide::momentPressed, this, [this](qint64 us) { m_model.seek(Micros{us}); });
    connect(&model, &ConversationViewModel::opened, this, [this] {
        m_shown = false;
        if (isVisible()) showConversation();
    });
    connect(&model, &ConversationViewModel::soundChanged, this, [this] {
        if (isVisible()) showConversation();
    });
    connect(&model, &ConversationViewModel::peaksArrived, this, &DetailPage::showPeaks);
    connect(&model, &ConversationViewModel::playheadMoved, this, &DetailPage::showPlayhead);
    connect(&model, &ConversationViewModel::playingChanged, this, &DetailPage::showPlayhead);
    connect(&model, &ConversationViewModel::lineChanged, this, &DetailPage::showWords);
    connect(&model, &ConversationViewModel::turnChosen, this, [this] {
        const int turn = m_model.chosenTurn();
        if (turn < 0 || !isVisible()) return;
        m_axis.reveal(m_model.stored().summary.turns[turn].callerEnd->value);
    });
    retranslate();
}

DetailPage::~DetailPage()
{
    p->sound->setSource(nullptr);
    p->overview->setSource(nullptr);
}

void DetailPage::build()
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    p->overview = new OverviewBar(m_axis);
    p->ruler = new kit::Ruler(m_axis);
    p->sound = new kit::Lanes(m_axis);
    p->words = new kit::WordsTrack(m_axis);
    p->spans = new kit::SpanTracks(m_axis);
    p->turns = new TurnsPanel(m_model);
    p->side = new ConversationSide(m_model);
    p->sound->setLaneHeight(m.laneConversation);
    p->transcript->setSpacing(8);
    p->transcript->setCompact(true);
    p->header->setBackVisible(true);
    p->header->addTag(p->outcome);
    for (QPushButton *button : {p->copy, p->remove, p->exportTo}) kit::setRole(button, kit::ButtonRole::Quiet);
    p->copy->setIcon(kit::icon("copy"));
    p->remove->setIcon(kit::icon("trash-2"));
    p->exportTo->setIcon(kit::icon("download"));
    p->call->setIcon(kit::icon("phone"));
    p->goOn->setIcon(kit::icon("phone-outgoing"));
    kit::setRole(p->goOn, kit::ButtonRole::Primary);
    p->goOn->hide();
    for (QPushButton *button : {p->copy, p->remove, p->exportTo, p->call, p->goOn}) p->header->addAction(button);
    kit::setRole(p->rate, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    p->out->setIcon(kit::icon("minus"));
    p->in->setIcon(kit::icon("plus"));
    p->all->setIcon(kit::icon("expand"));
    p->find->setMaximumWidth(kit::Theme::of(this).px(200));
    QHBoxLayout *row = p->tools->row();
    for (QWidget *widget : std::initializer_list<QWidget *>{p->play, p->now, p->total, p->lanes, p->rate, p->overlaps, p->slow}) row->addWidget(widget);
    row->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{p->find, p->out, p->in, p->all}) row->addWidget(widget);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(p->tools);
    for (QWidget *track : std::initializer_list<QWidget *>{p->overview, p->ruler, p->sound, p->words, p->spans}) column->addWidget(track);
    auto *line = new RuledRow(RuledRow::Rule::Above, 8);
    column->addWidget(line);
    column->addWidget(p->transcript, 1);
    column->addWidget(p->turns);
    p->panels->setContent(content);
    p->panels->setPanel(p->side, kit::Metrics().inspector);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *head = new RuledRow;
    head->row()->setContentsMargins(0, 0, 0, 0);
    head->row()->addWidget(p->header);
    all->addWidget(head);
    all->addWidget(p->panels, 1);
}

void DetailPage::retranslate()
{
    p->call->setText(tr("Call this agent again"));
    p->goOn->setText(tr("Continue the call"));
    p->goOn->setToolTip(tr("The agent goes on where this call was cut off; what it has done is not done again."));
    p->exportTo->setToolTip(tr("Export events and recording"));
    p->copy->setToolTip(tr("Copy the conversation's id"));
    p->remove->setToolTip(tr("Delete"));
    for (QPushButton *button : {p->exportTo, p->copy, p->remove}) button->setAccessibleName(button->toolTip());
    p->lanes->setNames({tr("Both"), tr("Caller"), tr("Agent")});
    p->lanes->setAccessibleName(tr("Who is heard"));
    p->find->setPlaceholderText(tr("Find in this call"));
    p->out->setToolTip(tr("See more time"));
    p->in->setToolTip(tr("See less time"));
    p->all->setToolTip(tr("See everything"));
    for (QToolButton *button : {p->out, p->in, p->all}) button->setAccessibleName(button->toolTip());
    p->rate->setToolTip(tr("Speed"));
    p->transcript->setAccessibleName(tr("Transcript"));
    if (m_model.isOpen() && m_shown) showConversation();
}

void DetailPage::setGoal(int ms)
{
    if (ms == m_goal) return;
    m_goal = ms;
    if (m_shown) showConversation();
}

void DetailPage::focusFind() { p->find->setFocus(Qt::ShortcutFocusReason); }

void DetailPage::zoom(double factor) { m_axis.zoom(factor, m_axis.playhead().value_or((m_axis.from() + m_axis.to()) / 2)); }

void DetailPage::showAll() { m_axis.showAll(); }

// Everything but the sound's shape, which may come a moment later.
void DetailPage::showConversation()
{
    if (!m_model.isOpen()) return;
    const StoredConversation &stored = m_model.stored();
    const bool first = !m_shown;
    m_shown = true;
    p->header->setTitle(stored.row.agentName);
    p->header->setNote(u"%1, %2, %3  %4"_s.arg(whenText(stored.row.started), channelText(stored.row.channel), durationText(stored.row.durationMs),
                                               stored.row.id.text().left(13)));
    p->outcome->setText(outcomeText(stored.row.outcome));
    p->outcome->setMeaning(outcomeMeaning(stored.row.outcome));
    p->goOn->setVisible(stored.row.outcome == Outcome::CutOff);
    p->lanes->setEnabled(m_model.hasSound());
    using Sound = ConversationViewModel::Sound;
    const Sound sound = m_model.sound();
    p->play->setEnabled(sound == Sound::Here || sound == Sound::Elsewhere);
    p->rate->setEnabled(m_model.hasSound());
    p->play->setToolTip(sound == Sound::Here        ? tr("Play (Space)")
                        : sound == Sound::Elsewhere ? tr("Bring the recording from the server and play it (Space)")
                        : sound == Sound::OnItsWay  ? tr("Bringing the recording here…")
                                                    : tr("There is no recording."));
    const SoundMarks &marks = m_model.marks();
    p->overlaps->setText(tr("%n overlaps", nullptr, int(marks.overlaps.size())));
    const auto slow = std::count_if(marks.delays.begin(), marks.delays.end(), [this](const SoundMarks::Delay &delay) { return delay.ms > m_goal; });
    p->slow->setText(tr("%1 of %n answers over %2 ms", nullptr, int(marks.delays.size())).arg(slow).arg(m_goal));
    m_hasOverlaps = !marks.overlaps.isEmpty();
    m_hasSlow = slow > 0;
    fit();
    if (first) {
        const qint64 duration = stored.summary.duration.value;
        m_axis.setDuration(duration);
        m_axis.show(0, std::min(duration, firstViewUs));
        p->find->clear();
    }
    p->words->setWords(timedWords(m_model.words()));
    p->spans->setRows(spanRows());
    p->turns->setGoal(m_goal);
    p->side->setGoal(m_goal);
    showMarks(*p->sound, marks, m_goal, DelayMarks::Shown);
    showPeaks();
    showWords();
    showPlayhead();
    if (first) emit shown();
}

void DetailPage::showPeaks()
{
    const RecordingPeaks *peaks = m_model.peaks();
    m_peaks = peaks ? CallPeaks(&peaks->caller, &peaks->agent, CallPeaks::Sound::Complete) : CallPeaks();
    const qint64 from = m_axis.from(), to = m_axis.to();
    p->sound->setSource(peaks ? &m_peaks : nullptr);
    m_axis.setDuration(std::max(m_model.stored().summary.duration.value, m_peaks.durationUs()));
    m_axis.show(from, to);
    p->overview->setSource(peaks ? &m_peaks : nullptr);
    if (peaks) emit soundShown();
}

QList<kit::SpanRow> DetailPage::spanRows() const
{
    QList<kit::SpanRow> rows;
    for (int i = 0; i < kit::latencyPartCount; ++i)
        rows.append({kit::latencyPartName(kit::LatencyPart(i)), meaningOf(Part(i)), {}, Part(i) == Part::Device});
    for (const ConversationEvent &event : m_model.stored().events) {
        const auto *span = std::get_if<events::Span>(&event.body);
        if (!span || span->endUs - span->startUs < 1000 || int(span->part) >= rows.size()) continue;
        const QString ms = tr("%1 ms").arg(QLocale().toString((Micros{span->endUs} - Micros{span->startUs}).ms()));
        rows[int(span->part)].spans.append({{span->startUs, span->endUs}, span->name.isEmpty() ? ms : span->name + u' ' + ms, false});
    }
    rows.removeIf([](const kit::SpanRow &row) { return row.spans.isEmpty(); });
    return rows;
}

void DetailPage::showPlayhead()
{
    if (!m_model.isOpen() || !isVisible()) return;
    const qint64 at = m_model.playhead().value;
    m_axis.setPlayhead(at);
    if (m_model.isPlaying() && (at < m_axis.from() || at > m_axis.to())) m_axis.show(at, at + m_axis.to() - m_axis.from());
    p->now->setText(kit::TimeAxis::text(at, 2));
    p->total->setText(kit::TimeAxis::text(m_model.stored().summary.duration.value, 2));
    p->play->setIcon(kit::icon(m_model.isPlaying() ? "pause" : "play"));
    p->play->setAccessibleName(m_model.isPlaying() ? tr("Pause") : tr("Play"));
    p->rate->setText(QLocale().toString(m_model.rate()) + u'×');
    p->side->showMoment(m_model.playhead());
}

void DetailPage::showWords()
{
    if (!m_model.isOpen() || !isVisible()) return;
    p->transcript->setBlocks(lineBlocks(m_model.lines(), m_model.words(), m_model.currentWord(), p->find->text()));
    p->transcript->setSounding(m_model.playhead().value > 0 || m_model.isPlaying() ? m_model.currentLine() : -1);
}

void DetailPage::find(bool forward)
{
    const int count = int(m_model.lines().size()), start = std::max(-1, m_model.currentLine());
    for (int step = 1; step <= count; ++step) {
        const int line = (start + (forward ? step : count - step) + count) % count;
        if (findIn(m_model.lines()[line].text, p->find->text()).isEmpty()) continue;
        m_model.seek(m_model.lines()[line].start);
        m_axis.reveal(m_model.lines()[line].start.value);
        return;
    }
}

void DetailPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void DetailPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_panelWasOver != p->panels->isOver()) {
        m_panelWasOver = p->panels->isOver();
        p->panels->setOpen(!m_panelWasOver); // over the content only when asked for
    }
    fit();
}

// In a low window the transcript keeps its place and the steps, which the answers show as well, give theirs up; in a narrow
// one the figures of the tool row do.
void DetailPage::fit()
{
    const kit::Theme &t = kit::Theme::of(this);
    p->spans->setVisible(height() >= t.px(760));
    p->turns->setVisible(height() >= t.px(560));
    p->overlaps->setVisible(m_hasOverlaps && width() >= t.px(1200));
    p->slow->setVisible(m_hasSlow && width() >= t.px(960));
}

void DetailPage::togglePanel() { p->panels->setOpen(!p->panels->isOpen()); }

void DetailPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_shown) showConversation();
    else showPlayhead();
}

void DetailPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) return m_model.togglePlay();
    if (event->key() == Qt::Key_Escape) {
        emit back();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace vox
