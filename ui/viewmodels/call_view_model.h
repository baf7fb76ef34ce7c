#pragma once
#include "app/calls/calls.h"
#include "models/audio/peaks.h"
#include "models/conversation/projections.h"
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

namespace vox {

// The call an operator is in, as the Test bench and the builder's dock show it: one at a time, shared by both. UI
// thread; what the worker reports arrives in batches, at most every 16 ms.
class CallViewModel : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Starting, Live, Ending };
    enum class Mode { Microphone, Text };
    struct Levels { float callerDb = -100, agentDb = -100; std::optional<float> echoReturnLossDb = {}; bool callerSpeaking = false; };
    // Opens the chosen microphone and loudspeaker; fails with NoMicrophone.
    using OpenLine = std::function<Result<std::unique_ptr<Line>>()>;
    // A line without a device, for text mode.
    using OpenSilence = std::function<std::unique_ptr<Line>()>;

    CallViewModel(Calls &calls, OpenLine microphone, OpenSilence silence, QObject *parent = nullptr);
    ~CallViewModel() override;

    // Does nothing unless idle.
    void start(DocumentId agent, Mode mode, const QString &language = {});
    // Goes on with a call that was cut off; `agent` is the one that was talked to. Does nothing unless idle.
    void goOn(ConversationId conversation, DocumentId agent, Mode mode);
    void hangUp();
    void say(const QString &text);
    void press(const QString &digits);
    void setMuted(bool muted);
    // Of the next call; real time unless a simulated caller is on the line.
    void setPace(ConversationHost::Pace pace) { m_pace = pace; }

    State state() const { return m_state; }
    bool isRunning() const { return m_state != State::Idle; }
    // Starting, and it waits for the recogniser's model; hangUp() gives up.
    bool isLoading() const { return m_state == State::Starting && m_loading; }
    Mode mode() const { return m_mode; }
    DocumentId agent() const { return m_agent; }
    QString agentName() const { return m_agentName; }
    int goalMs() const { return m_goalMs; }
    bool isMuted() const { return m_muted; }
    std::optional<Error> lastError() const { return m_lastError; }

    // Of the running call, or of the last one until the next starts.
    const ConversationSummary &summary() const { return m_projection.summary(); }
    const QList<ConversationEvent> &events() const { return m_events; }
    const Peaks &peaks(Who who) const { return who == Who::Caller ? m_callerPeaks : m_agentPeaks; }
    Levels levels() const { return m_levels; }
    // Whether the agent's voice is taken out of the caller's: of the running call.
    bool cancelsEcho() const { return m_cancelsEcho && isRunning(); }
    Micros elapsed() const { return m_elapsed; }
    ConversationId conversation() const { return m_conversation; }

signals:
    void stateChanged();
    void eventsAdded(int first);   // events()[first...] are new; summary() has changed
    void soundArrived(qint64 fromUs);
    void levelsChanged();
    void mutedChanged();
    // It could not start, or something the operator must know happened.
    void failed(const vox::Error &error);
    // It ended and stands in the history.
    void stored(const vox::ConversationId &conversation);

private:
    class Feed;
    void begin(DocumentId agent, Mode mode, const QString &language, std::optional<ConversationId> continues);
    void setState(State state);
    void began(const RunningCall &running);
    void take();
    void end();

    Calls &m_calls;
    OpenLine m_microphone;
    OpenSilence m_silence;
    State m_state = State::Idle;
    Mode m_mode = Mode::Microphone;
    DocumentId m_agent;
    QString m_agentName;
    int m_goalMs = 800;
    ConversationHost::Pace m_pace = ConversationHost::Pace::RealTime;
    bool m_muted = false;
    bool m_loading = false;
    std::shared_ptr<bool> m_wanted; // false once nobody wants the call that is starting
    std::shared_ptr<Call> m_call;
    std::shared_ptr<Feed> m_feed;
    ConversationId m_conversation;
    QList<ConversationEvent> m_events;
    ConversationProjection m_projection;
    Peaks m_callerPeaks, m_agentPeaks;
    Levels m_levels;
    bool m_cancelsEcho = false;
    Micros m_elapsed;
    std::optional<Error> m_lastError;
};

} // namespace vox
