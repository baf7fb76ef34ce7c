#include "ui/screens/bench/bench_header.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/when_done.h"
#include "ui/kit/icons.h"
#include "ui/kit/level_meter.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/segments.h"
#include "ui/kit/time_axis.h"
#include "ui/viewmodels/device_choice.h"
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {
constexpr float kPoorEchoLossDb = 10;
}

BenchHeader::BenchHeader(CallViewModel &call, AgentDocuments &agents, QWidget *parent)
    : RuledRow(Rule::Below, 44, parent), m_call(call), m_agents(agents), m_title(kit::makeLabel({}, TextStyle::Title)), m_agent(new QComboBox),
      m_mode(new kit::Segments), m_dot(kit::makeLabel(u"●"_s, TextStyle::Small)), m_time(kit::makeLabel({}, TextStyle::Mono)),
      m_open(new QPushButton), m_button(new QPushButton)
{
    kit::setText(m_dot, TextStyle::Small, kit::Meaning::Error);
    m_mode->add({}, "mic");
    m_mode->add({}, "keyboard");
    m_agent->setMinimumWidth(kit::Theme::of(this).px(160));
    m_agent->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row()->addWidget(m_title);
    row()->addWidget(m_agent);
    row()->addWidget(m_mode);
    row()->addStretch(1);
    row()->addWidget(m_dot);
    row()->addWidget(m_time);
    row()->addWidget(m_open);
    row()->addWidget(m_button);
    m_open->hide();
    connect(m_agent, &QComboBox::activated, this, &BenchHeader::agentChanged);
    connect(m_mode, &kit::Segments::currentChanged, this, &BenchHeader::modeChanged);
    connect(m_button, &QPushButton::clicked, this, &BenchHeader::callPressed);
    connect(m_open, &QPushButton::clicked, this, &BenchHeader::openPressed);
    connect(&call, &CallViewModel::stateChanged, this, [this] {
        if (m_call.state() == CallViewModel::State::Starting) m_stored = {};
        showState();
    });
    connect(&call, &CallViewModel::stored, this, [this](const ConversationId &id) {
        m_stored = id;
        showState();
    });
    connect(&call, &CallViewModel::levelsChanged, this, &BenchHeader::showState);
    connect(&agents, &AgentDocuments::listChanged, this, &BenchHeader::list);
    retranslate();
    list();
}

void BenchHeader::retranslate()
{
    m_title->setText(tr("Test bench"));
    m_mode->setNames({tr("Microphone"), tr("Text")});
    m_agent->setAccessibleName(tr("Agent"));
    m_mode->setAccessibleName(tr("How to talk"));
    m_open->setText(tr("Open conversation"));
    showState();
}

void BenchHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    RuledRow::changeEvent(event);
}

void BenchHeader::list()
{
    whenDone(m_agents.list(), this, [this](const Result<QList<AgentRow>> &rows) {
        if (!rows) return;
        const QString before = m_wanted.isNull() ? m_agent->currentData().toString() : m_wanted.text();
        m_agent->clear();
        for (const AgentRow &row : *rows) m_agent->addItem(kit::icon("workflow"), row.name, row.id.text());
        m_agent->setCurrentIndex(std::max(0, m_agent->findData(before)));
        m_agent->setEnabled(m_agent->count() > 0 && !m_call.isRunning());
        emit agentChanged();
    });
}

DocumentId BenchHeader::agent() const { return DocumentId::parse(m_agent->currentData().toString()).value_or(DocumentId()); }

void BenchHeader::setAgent(DocumentId id)
{
    m_wanted = id;
    if (const int at = m_agent->findData(id.text()); at >= 0) m_agent->setCurrentIndex(at);
}

CallViewModel::Mode BenchHeader::mode() const { return m_mode->current() == 1 ? CallViewModel::Mode::Text : CallViewModel::Mode::Microphone; }

void BenchHeader::setMode(CallViewModel::Mode mode) { m_mode->setCurrent(mode == CallViewModel::Mode::Text ? 1 : 0); }

void BenchHeader::showState()
{
    const bool running = m_call.isRunning();
    const bool ended = m_call.elapsed().value > 0;
    m_dot->setVisible(m_call.state() == CallViewModel::State::Live);
    m_time->setVisible(running || ended);
    m_time->setText(m_call.isLoading() ? tr("Loading the recogniser…") : kit::TimeAxis::text(m_call.elapsed().value, 1));
    m_agent->setEnabled(!running && m_agent->count() > 0);
    m_mode->setEnabled(!running);
    m_open->setVisible(!running && !m_stored.isNull());
    const QString text = running ? tr("End call") : tr("Call");
    // Before the first call the empty bench has the one filled button.
    const auto role = running ? kit::ButtonRole::Danger : ended ? kit::ButtonRole::Primary : kit::ButtonRole::Normal;
    if (m_button->text() == text + u"  F9"_s && kit::buttonRole(m_button) == role) return; // asked 20 times a second
    m_button->setText(text + u"  F9"_s);
    m_button->setAccessibleName(text);
    m_button->setIcon(kit::icon(running ? "phone-off" : "phone", running ? kit::Meaning::Error : kit::Meaning::Neutral));
    kit::setRole(m_button, role);
}

BenchDevices::BenchDevices(CallViewModel &call, DeviceChoice &devices, QWidget *parent)
    : RuledRow(Rule::Below, 44, parent), m_call(call), m_devices(devices), m_microphone(new QComboBox), m_loudspeaker(new QComboBox),
      m_in(new kit::LevelMeter), m_out(new kit::LevelMeter), m_echo(kit::makeLabel({}, TextStyle::MonoSmall, Colour::Text2))
{
    const auto add = [this](const char *icon, QComboBox *box, kit::LevelMeter *meter) {
        auto *sign = new QLabel;
        const kit::Theme &t = kit::Theme::of(this);
        sign->setPixmap(kit::iconPixmap(icon, t.metrics().icon, t[Colour::Text2], devicePixelRatioF()));
        row()->addWidget(sign);
        box->setMinimumContentsLength(12);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row()->addWidget(box, 1);
        row()->addWidget(meter);
        row()->addSpacing(t.metrics().grid);
    };
    add("mic", m_microphone, m_in);
    add("volume-2", m_loudspeaker, m_out);
    row()->addWidget(m_echo);
    row()->addStretch(1);
    connect(m_microphone, &QComboBox::activated, this, [this] { m_devices.chooseMicrophone(m_microphone->currentData().toString()); });
    connect(m_loudspeaker, &QComboBox::activated, this, [this] { m_devices.chooseLoudspeaker(m_loudspeaker->currentData().toString()); });
    connect(&devices, &DeviceChoice::changed, this, &BenchDevices::list);
    connect(&call, &CallViewModel::levelsChanged, this, &BenchDevices::showLevels);
    connect(&call, &CallViewModel::stateChanged, this, &BenchDevices::list);
    list();
    showLevels();
}

void BenchDevices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        list();
        showLevels();
    }
    RuledRow::changeEvent(event);
}

void BenchDevices::list()
{
    const auto fill = [this](QComboBox *box, const QList<DeviceChoice::Device> &devices, const QString &chosen, const QString &none) {
        box->clear();
        for (const DeviceChoice::Device &device : devices) box->addItem(device.name, device.id);
        if (devices.isEmpty()) box->addItem(none);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
        box->setEnabled(!devices.isEmpty() && !m_call.isRunning());
    };
    fill(m_microphone, m_devices.microphones(), m_devices.microphone(), tr("No microphone"));
    fill(m_loudspeaker, m_devices.loudspeakers(), m_devices.loudspeaker(), tr("No loudspeaker"));
    m_echo->setToolTip(tr("Echo return loss enhancement: how much of the loudspeaker's sound is taken out of the microphone's while only the agent speaks. Below 10 dB callers may "
                          "be taken for echo: turn the loudspeaker down, or use a headset."));
    m_microphone->setAccessibleName(tr("Microphone"));
    m_loudspeaker->setAccessibleName(tr("Loudspeaker"));
}

void BenchDevices::showLevels()
{
    const CallViewModel::Levels levels = m_call.levels();
    m_in->setLevel(double(levels.callerDb), double(levels.callerDb));
    m_out->setLevel(double(levels.agentDb), double(levels.agentDb));
    m_echo->setVisible(m_call.cancelsEcho());
    const auto loss = levels.echoReturnLossDb;
    m_echo->setText(loss ? tr("ERLE %1 dB").arg(qRound(*loss)) : tr("ERLE –"));
    const kit::Meaning meaning = !loss ? kit::Meaning::Neutral : *loss < kPoorEchoLossDb ? kit::Meaning::Warning : kit::Meaning::Success;
    if (meaning == m_echoMeaning) return;
    m_echoMeaning = meaning;
    if (meaning == kit::Meaning::Neutral) kit::setText(m_echo, TextStyle::MonoSmall, Colour::Text2);
    else kit::setText(m_echo, TextStyle::MonoSmall, meaning);
}

} // namespace vox
