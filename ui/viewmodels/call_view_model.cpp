#include "ui/viewmodels/call_view_model.h"
#include "app/workspace/when_done.h"
#include <QMutex>
#include <QMutexLocker>
#include <QTimer>
#include <vector>

namespace vox {

// Carries a call's events and sound from the worker to the UI thread: gathered under a lock, fetched in one go.
class CallViewModel::Feed final : public CallObserver {
public:
    explicit Feed(CallViewModel *model) : m_model(model) {}

    struct Batch {
        QList<ConversationEvent> events;
        std::vector<float> caller, agent;
        std::optional<Meter> meter;
        bool over = false;
    };

    void eventHappened(const ConversationEvent &event) override
    {
        add([&](Batch &batch) { batch.events.append(event); });
    }
    void metered(const Meter &meter, Samples caller, Samples agent) override
    {
        add([&](Batch &batch) {
            batch.meter = meter;
            batch.caller.insert(batch.caller.end(), caller.begin(), caller.end());
            batch.agent.insert(batch.agent.end(), agent.begin(), agent.end());
        });
    }
    void ended(const ConversationId &) override
    {
        add([](Batch &batch) { batch.over = true; });
    }

    Batch fetch()
    {
        const QMutexLocker lock(&m_mutex);
        m_woken = false;
        return std::exchange(m_batch, {});
    }
    // UI thread; nothing reaches the model afterwards.
    void forget()
    {
        const QMutexLocker lock(&m_mutex);
        m_model = nullptr;
    }

private:
    template <typename F> void add(F put)
    {
        const QMutexLocker lock(&m_mutex);
        put(m_batch);
        if (m_woken || !m_model) return;
        m_woken = true;
        QMetaObject::invokeMethod(m_model, [model = m_model] { QTimer::singleShot(16, model, &CallViewModel::take); }, Qt::QueuedConnection);
    }

    QMutex m_mutex;
    CallViewModel *m_model; // guarded, null once forgotten
    Batch m_batch;
    bool m_woken = false;
};

CallViewModel::CallViewModel(Calls &calls, OpenLine microphone, OpenSilence silence, QObject *parent)
    : QObject(parent), m_calls(calls), m_microphone(std::move(microphone)), m_silence(std::move(silence))
{
    connect(&m_calls, &Calls::finished, this, [this](const ConversationId &id) {
        if (id == m_conversation) emit stored(id);
    });
    connect(&m_calls, &Calls::finishFailed, this, [this](const ConversationId &id, const Error &error) {
        if (id == m_conversation) emit failed(error);
    });
}

CallViewModel::~CallViewModel()
{
    if (m_wanted) *m_wanted = false;
    if (m_feed) m_feed->forget();
    if (m_call) m_call->hangUp();
}

void CallViewModel::setState(State state)
{
    if (m_state == state) return;
    m_state = state;
    emit stateChanged();
}

void CallViewModel::start(DocumentId agent, Mode mode, const QString &language) { begin(agent, mode, language, std::nullopt); }

void CallViewModel::goOn(ConversationId conversation, DocumentId agent, Mode mode) { begin(agent, mode, {}, conversation); }

void CallViewModel::begin(DocumentId agent, Mode mode, const QString &language, std::optional<ConversationId> continues)
{
    if (isRunning()) return;
    m_mode = mode;
    m_agent = agent;
    m_loading = false;
    const auto wanted = m_wanted = std::make_shared<bool>(true);
    m_muted = false;
    m_lastError.reset();

    CallRequest request;
    request.agent = agent;
    request.language = language;
    request.continues = continues;
    request.pace = m_pace;
    // A simulated caller does not wait for the clock.
    const bool simulated = m_pace == ConversationHost::Pace::AsFastAsPossible;
    request.channel = mode == Mode::Text ? Channel::Text : simulated ? Channel::Simulation : Channel::Microphone;
    request.textOnly = mode == Mode::Text;
    request.silentAgent = mode == Mode::Text;
    request.cancelEcho = m_cancelsEcho = mode == Mode::Microphone && !simulated;
    if (mode == Mode::Microphone) {
        auto line = m_microphone();
        if (!line) {
            m_lastError = line.error();
            emit failed(line.error());
            return;
        }
        auto shared = std::make_shared<std::unique_ptr<Line>>(std::move(*line));
        request.line = [shared] { return std::move(*shared); };
    } else {
        request.line = m_silence;
    }
    m_events.clear();
    m_projection = {};
    m_callerPeaks = {};
    m_agentPeaks = {};
    m_levels = {};
    m_elapsed = {};
    m_conversation = {};
    m_feed = std::make_shared<Feed>(this);
    request.observer = m_feed;
    request.wanted = [wanted] { return *wanted; };
    request.loading = [this, wanted, alive = QPointer(this)] {
        if (!alive || !*wanted) return;
        m_loading = true;
        emit stateChanged();
    };
    setState(State::Starting);
    whenDone(m_calls.start(std::move(request)), this, [this, wanted](const Result<RunningCall> &running) {
        if (!*wanted) { // hung up before it began
            if (running) running->call->hangUp();
            return;
        }
        if (running) return began(*running);
        m_lastError = running.error();
        end();
        emit failed(running.error());
    });
}

void CallViewModel::began(const RunningCall &running)
{
    m_conversation = running.call->id();
    if (!m_feed) return; // it was over before we heard that it began
    m_call = running.call;
    m_agentName = running.agentName;
    m_goalMs = running.goalMs;
    setState(State::Live);
}

void CallViewModel::hangUp()
{
    if (m_state == State::Starting) {
        *m_wanted = false;
        return end();
    }
    if (!m_call || m_state != State::Live) return;
    setState(State::Ending);
    m_call->hangUp();
}

void CallViewModel::say(const QString &text)
{
    if (m_call && !text.trimmed().isEmpty()) m_call->say(text.trimmed());
}

void CallViewModel::press(const QString &digits)
{
    if (m_call) m_call->press(digits);
}

void CallViewModel::setMuted(bool muted)
{
    if (m_muted == muted) return;
    m_muted = muted;
    if (m_call) m_call->setMuted(muted);
    emit mutedChanged();
}

void CallViewModel::take()
{
    if (!m_feed) return;
    Feed::Batch batch = m_feed->fetch();
    if (!batch.events.isEmpty()) {
        const int first = int(m_events.size());
        for (const ConversationEvent &event : batch.events) m_projection.add(event);
        m_events += batch.events;
        m_elapsed = std::max(m_elapsed, batch.events.last().at);
        emit eventsAdded(first);
    }
    if (!batch.caller.empty()) {
        const qint64 from = microsOfSamples(qint64(m_callerPeaks.samples())).value;
        m_callerPeaks.add(batch.caller);
        m_agentPeaks.add(batch.agent);
        emit soundArrived(from);
    }
    if (batch.meter) {
        m_levels = {batch.meter->callerDb, batch.meter->agentDb, batch.meter->echoReturnLossDb, batch.meter->callerSpeaking};
        m_elapsed = batch.meter->at;
        emit levelsChanged();
    }
    if (batch.over) end();
}

void CallViewModel::end()
{
    if (m_feed) m_feed->forget();
    m_feed.reset();
    m_call.reset();
    m_levels = {};
    setState(State::Idle);
    emit levelsChanged();
}

} // namespace vox
