#include "ui/screens/bench/bench_screen.h"
#include "app/workspace/agent_documents.h"
#include "ui/kit/empty.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/theme.h"
#include "ui/screens/bench/bench_header.h"
#include "ui/screens/bench/bench_side.h"
#include "ui/screens/call/call_lanes.h"
#include "ui/screens/call/latency_legend.h"
#include "ui/screens/call/transcript_blocks.h"
#include "ui/screens/call/trouble_bar.h"
#include "ui/screens/call/words_in_writing.h"
#include "ui/viewmodels/device_choice.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

struct BenchScreen::Private {
    BenchScreen &screen;
    CallViewModel &call;
    AgentDocuments &agents;
    DeviceChoice &devices;

    kit::RightPanel *panels = new kit::RightPanel;
    BenchHeader *header;
    BenchDevices *deviceRow;
    TroubleBar *trouble = new TroubleBar;
    CallLanes *lanes;
    kit::SectionHeader *transcriptHead = new kit::SectionHeader;
    TranscriptView *transcript = new TranscriptView(TranscriptView::Delays::Shown);
    kit::Empty *empty = new kit::Empty("audio-lines", {}, {});
    QStackedLayout *middle = new QStackedLayout;
    RuledRow *figures = new RuledRow(RuledRow::Rule::Above, 32);
    QLabel *figureTexts[5]{};
    WordsInWriting *writing;
    BenchSide *side;
    QAction *callAction, *muteAction, *writeAction, *phrasesAction, *openAction, *panelAction;
    QList<TranscriptTurn> turns;
    bool panelWasOver = false;

    void build();
    void addActions();
    void retranslate();
    void showAll();
    void showFigures();
    void press();
    void showError(const Error &error);
};

void BenchScreen::Private::build()
{
    header = new BenchHeader(call, agents);
    deviceRow = new BenchDevices(call, devices);
    lanes = new CallLanes(call, CallLanes::Parts::WithTools, kit::Theme::of().metrics().laneBench);
    writing = new WordsInWriting(call, &agents);
    side = new BenchSide(call);

    auto *work = new QWidget;
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addSpacing(kit::Theme::of().metrics().half);
    column->addWidget(lanes);
    transcriptHead->addAction(new LatencyLegend);
    transcriptHead->setHairline(true);
    column->addWidget(transcriptHead);
    column->addWidget(transcript, 1);
    for (QLabel *&label : figureTexts) {
        label = kit::makeLabel({}, TextStyle::Small, Colour::Text2);
        label->setTextFormat(Qt::PlainText);
        figures->row()->addWidget(label);
        figures->row()->addSpacing(kit::Theme::of().metrics().grid);
    }
    figures->row()->addStretch(1);
    column->addWidget(figures);
    auto *typing = new RuledRow(RuledRow::Rule::Above, 48);
    typing->row()->addWidget(writing);
    column->addWidget(typing);

    auto *nothing = new QWidget;
    auto *centre = new QVBoxLayout(nothing);
    centre->addStretch(2);
    empty->setFixedWidth(kit::Theme::of().px(620));
    centre->addWidget(empty, 0, Qt::AlignHCenter);
    centre->addStretch(3);
    middle->addWidget(nothing);
    middle->addWidget(work);

    transcript->setFollowing(true);
    transcript->setAccessibleName(BenchScreen::tr("Transcript"));
    panels->setPanel(side, kit::Metrics().benchPanel);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(deviceRow);
    rows->addWidget(trouble);
    rows->addLayout(middle, 1);
    panels->setContent(content);
    auto *all = new QVBoxLayout(&screen);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(header);
    all->addWidget(panels, 1);
    kit::setSurface(&screen, Colour::Surface1);
}

void BenchScreen::Private::addActions()
{
    const auto add = [this](const char *menu, const QKeySequence &keys, auto run) {
        auto *action = new QAction(&screen);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        Screen::setMenu(action, menu);
        QObject::connect(action, &QAction::triggered, &screen, run);
        screen.addAction(action);
        return action;
    };
    callAction = add("call", Qt::Key_F9, [this] { press(); });
    muteAction = add("call", QKeySequence(Qt::CTRL | Qt::Key_M), [this] { call.setMuted(!call.isMuted()); });
    writeAction = add("call", QKeySequence(Qt::CTRL | Qt::Key_T), [this] { writing->focusField(); });
    phrasesAction = add("call", QKeySequence(Qt::CTRL | Qt::Key_P), [this] { writing->openPhrases(); });
    openAction = add("call", QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (!call.conversation().isNull() && !call.isRunning()) emit screen.navigationRequested(u"conversations"_s, call.conversation().text());
    });
    panelAction = add("view", QKeySequence(Qt::CTRL | Qt::Key_I), [this] { panels->setOpen(!panels->isOpen()); });
}

void BenchScreen::Private::retranslate()
{
    transcriptHead->setTitle(BenchScreen::tr("Transcript"));
    muteAction->setText(BenchScreen::tr("Mute the microphone"));
    writeAction->setText(BenchScreen::tr("Say it in writing"));
    phrasesAction->setText(BenchScreen::tr("Phrases the agent listens for"));
    openAction->setText(BenchScreen::tr("Open the conversation"));
    panelAction->setText(BenchScreen::tr("Show tools, variables and events"));
    showAll();
}

void BenchScreen::Private::press()
{
    if (call.isRunning()) return call.hangUp();
    if (header->agent().isNull()) return;
    trouble->setError(std::nullopt);
    call.start(header->agent(), header->mode());
}

void BenchScreen::Private::showError(const Error &error)
{
    const bool noDevice = error.code == Error::Code::NoMicrophone || error.code == Error::Code::DeviceLost;
    trouble->setError(error, noDevice ? BenchScreen::tr("Call in writing") : QString());
}

void BenchScreen::Private::showAll()
{
    const bool running = call.isRunning();
    const bool something = running || !call.events().isEmpty();
    middle->setCurrentIndex(something ? 1 : 0);
    if (!something) panels->setOpen(false);
    deviceRow->setVisible(header->mode() == CallViewModel::Mode::Microphone);
    callAction->setText(running ? BenchScreen::tr("End call") : BenchScreen::tr("Call the agent"));
    const bool noMicrophone = header->mode() == CallViewModel::Mode::Microphone && devices.microphones().isEmpty();
    empty->setSentence(header->agent().isNull() ? BenchScreen::tr("There is no agent to call yet. Make one first.")
                       : noMicrophone ? BenchScreen::tr("No microphone was found. Plug one in, or call in writing.")
                                      : BenchScreen::tr("Call the agent and watch sound, words and milliseconds as they happen."));
    empty->setButton(header->agent().isNull() ? BenchScreen::tr("Go to the agents")
                     : noMicrophone ? BenchScreen::tr("Call in writing") : BenchScreen::tr("Call"));
    if (!something) return;
    const std::span events(call.events().constData(), std::size_t(call.events().size()));
    turns = transcriptTurns(call.summary(), events);
    transcript->setScale(call.goalMs(), latencyScale(call.summary(), call.goalMs()));
    transcript->setBlocks(exchangeBlocks(turns, call.goalMs()));
    showFigures();
}

void BenchScreen::Private::showFigures()
{
    const ConversationSummary &summary = call.summary();
    const auto ms = [](std::optional<qint64> value) {
        return value ? BenchScreen::tr("%1 ms").arg(QLocale().toString(*value)) : u"–"_s;
    };
    int answers = 0;
    for (const TranscriptLine &line : summary.transcript) answers += line.who == Who::Agent;
    figureTexts[0]->setText(BenchScreen::tr("%n answers", nullptr, answers));
    figureTexts[1]->setText(BenchScreen::tr("Delay p50 %1").arg(ms(summary.latencyMs(0.5))));
    const auto p95 = summary.latencyMs(0.95);
    figureTexts[2]->setText(BenchScreen::tr("p95 %1").arg(ms(p95)));
    const kit::Meaning meaning = kit::latencyMeaning(int(p95.value_or(0)), call.goalMs());
    if (meaning == kit::Meaning::Neutral) kit::setText(figureTexts[2], TextStyle::Small, Colour::Text2);
    else kit::setText(figureTexts[2], TextStyle::Small, meaning);
    figureTexts[3]->setText(BenchScreen::tr("Goal %1").arg(ms(call.goalMs())));
    figureTexts[4]->setText(BenchScreen::tr("%n barge-ins", nullptr, int(summary.stops.size())));
}

BenchScreen::BenchScreen(CallViewModel &call, AgentDocuments &agents, DeviceChoice &devices, QWidget *parent)
    : Screen(parent), d(new Private{*this, call, agents, devices})
{
    d->build();
    d->addActions();
    d->retranslate();
    connect(d->header, &BenchHeader::callPressed, this, [this] { d->press(); });
    connect(d->header, &BenchHeader::openPressed, d->openAction, &QAction::trigger);
    connect(d->header, &BenchHeader::agentChanged, this, [this] { d->showAll(); });
    connect(d->header, &BenchHeader::modeChanged, this, [this] { d->showAll(); });
    connect(&devices, &DeviceChoice::changed, this, [this] { d->showAll(); });
    connect(&call, &CallViewModel::eventsAdded, this, [this] { d->showAll(); });
    connect(&call, &CallViewModel::stateChanged, this, [this] {
        if (d->call.state() == CallViewModel::State::Starting) d->panels->setOpen(!d->panels->isOver());
        d->showAll();
        if (d->call.state() == CallViewModel::State::Live && d->call.mode() == CallViewModel::Mode::Text) d->writing->focusField();
    });
    connect(&call, &CallViewModel::failed, this, [this](const Error &error) { d->showError(error); });
    const auto inWriting = [this] {
        d->header->setMode(CallViewModel::Mode::Text);
        if (!d->call.isRunning()) d->press();
    };
    connect(d->trouble, &TroubleBar::actionPressed, this, inWriting);
    connect(d->empty, &kit::Empty::pressed, this, [this, inWriting] {
        if (d->header->agent().isNull()) emit navigationRequested(u"agents"_s, {});
        else if (d->header->mode() == CallViewModel::Mode::Microphone && d->devices.microphones().isEmpty()) inWriting();
        else d->press();
    });
    connect(d->side, &BenchSide::momentPressed, this, [this](qint64 us) {
        d->lanes->axis().reveal(us);
        if (!d->call.isRunning()) d->lanes->axis().setPlayhead(us);
    });
}

BenchScreen::~BenchScreen() = default;

QJsonObject BenchScreen::saveState() const
{
    return {{u"agent"_s, d->header->agent().text()},
            {u"text"_s, d->header->mode() == CallViewModel::Mode::Text},
            {u"panel"_s, d->panels->panelWidth()}};
}

void BenchScreen::restoreState(const QJsonObject &state)
{
    open(state.value("agent"_L1).toString());
    d->header->setMode(state.value("text"_L1).toBool() ? CallViewModel::Mode::Text : CallViewModel::Mode::Microphone);
    if (const int width = state.value("panel"_L1).toInt(); width > 0) d->panels->setPanelWidth(width);
    d->showAll();
}

void BenchScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    if (d->panelWasOver == d->panels->isOver()) return;
    d->panelWasOver = d->panels->isOver();
    d->panels->setOpen(!d->panelWasOver && d->middle->currentIndex() == 1); // over the content only when asked for
}

void BenchScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) d->retranslate();
    Screen::changeEvent(event);
}

void BenchScreen::open(const QString &agent)
{
    if (const auto id = DocumentId::parse(agent); id && !d->call.isRunning()) d->header->setAgent(*id);
}

} // namespace vox
