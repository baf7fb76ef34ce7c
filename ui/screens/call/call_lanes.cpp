#include "ui/screens/call/call_lanes.h"
#include "ui/kit/ruler.h"
#include "ui/viewmodels/call_view_model.h"
#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace vox {

kit::TimeSpan timeSpan(const Stretch &stretch) { return {stretch.from.value, stretch.to.value}; }

void showMarks(kit::Lanes &lanes, const SoundMarks &marks, int goalMs, DelayMarks delays)
{
    const auto spans = [](const QList<Stretch> &stretches) {
        QList<kit::TimeSpan> out;
        for (const Stretch &stretch : stretches) out.append(timeSpan(stretch));
        return out;
    };
    lanes.setSpeech(kit::LaneSide::Caller, spans(marks.caller));
    lanes.setSpeech(kit::LaneSide::Agent, spans(marks.agent));
    lanes.setOverlaps(spans(marks.overlaps));
    QList<kit::BargeInMark> stops;
    for (const SoundMarks::Stop &stop : marks.stops)
        stops.append({stop.at.value, CallLanes::tr("barge-in, silent after %1 ms").arg(QLocale().toString(stop.voiceToSilenceMs))});
    lanes.setBargeIns(stops);
    QList<kit::DelayMark> gaps;
    if (delays == DelayMarks::Shown)
        for (const SoundMarks::Delay &delay : marks.delays) gaps.append({timeSpan(delay.gap), goalMs > 0 && delay.ms > goalMs});
    lanes.setDelays(gaps);
}

QList<kit::TimedWord> timedWords(const QList<PlacedWord> &words)
{
    QList<kit::TimedWord> out;
    out.reserve(words.size());
    for (const PlacedWord &word : words)
        out.append({{word.start.value, word.end.value}, word.text, word.who == Who::Caller ? kit::LaneSide::Caller : kit::LaneSide::Agent,
                    word.line, word.heard, word.settled});
    return out;
}

CallLanes::CallLanes(CallViewModel &call, Parts parts, int laneHeight, QWidget *parent)
    : QWidget(parent), m_call(call), m_peaks(&call.peaks(Who::Caller), &call.peaks(Who::Agent), CallPeaks::Sound::Growing), m_lanes(new kit::Lanes(m_axis))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new kit::Ruler(m_axis));
    column->addWidget(m_lanes);
    m_lanes->setLaneHeight(laneHeight);
    if (parts == Parts::WithTools) {
        m_tools = new kit::SpanTracks(m_axis);
        column->addWidget(m_tools);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&call, &CallViewModel::stateChanged, this, [this] {
        if (m_call.state() == CallViewModel::State::Starting) begin();
        if (!m_call.isRunning()) m_axis.setLive(false);
        showEvents();
    });
    connect(&call, &CallViewModel::eventsAdded, this, &CallLanes::showEvents);
    connect(&call, &CallViewModel::soundArrived, this, [this](qint64 fromUs) {
        m_lanes->soundArrived(fromUs);
        if (m_axis.isFollowing()) m_axis.setPlayhead(m_axis.duration());
        if (m_call.levels().callerSpeaking) showEvents(); // the bar over the voice grows
    });
    begin();
    showEvents();
}

void CallLanes::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) showEvents();
    QWidget::changeEvent(event);
}

void CallLanes::begin()
{
    m_lanes->setSource(&m_peaks);
    m_axis.setLive(m_call.isRunning());
    m_axis.setPlayhead(std::nullopt);
    if (!m_call.isRunning()) m_axis.showAll();
    else m_axis.show(0, 40'000'000);
    if (m_call.isRunning()) m_axis.setFollowing(true);
}

void CallLanes::showEvents()
{
    const std::span events(m_call.events().constData(), std::size_t(m_call.events().size()));
    showMarks(*m_lanes, soundMarks(m_call.summary(), events, m_call.elapsed()), m_call.goalMs(), DelayMarks::Hidden);
    if (!m_tools) return;
    kit::SpanRow row{tr("Tools"), kit::Meaning::Tool, {}, false};
    for (const ToolUse &use : toolUses(events)) {
        const Micros end = use.returned ? use.end : m_call.elapsed();
        const QString label = use.returned ? tr("%1 %2 ms").arg(use.name, QLocale().toString((end - use.start).ms())) : use.name;
        row.spans.append({{use.start.value, std::max(end, use.start).value}, label, false});
    }
    m_tools->setRows({row});
}

} // namespace vox
