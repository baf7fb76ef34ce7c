#pragma once
#include "app/host/line.h"
#include "app/ports/port_factory.h"
#include "models/audio/block.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/conversation/event.h"
#include "models/dialogue/program.h"
#include <QHash>
#include <QString>
#include <memory>
#include <optional>

namespace vox {

class WorkPool;
struct DialogueRecord;

// Everything that decides how a conversation runs, fixed when it starts.
struct CallPlan {
    ConversationId id;
    QString agent;             // document id
    QString agentName;
    QString revision;
    std::shared_ptr<const Program> program;
    std::shared_ptr<const IntentClassifier> classifier; // null: intents match by examples' words only
    QString language;
    QJsonObject settings;      // turn taking: the keys of Fields<TurnSettings>; what is absent has its default
    VoiceSettings voice;       // of the first language
    QHash<QString, VoiceSettings> voices; // by language, for agents that switch; absent: `voice` in that language
    QString sttProvider;
    QString ttsProvider;       // "none": the agent answers in text only
    QString modelProvider, model;
    QString speechModel, speechVoice; // provider of a model that hears and speaks itself, before all of the above; empty: none
    // Who takes over in a call: a recogniser (empty: the next best one), a voice (empty: the last resort), a model (none: nobody).
    QString sttSecond, ttsSecond, secondModelProvider, secondModel;
    qint64 secondModelAfterMs = 4000;
    qint64 longestMs = 3600000; // then the call ends, 0: no limit
    bool cancelEcho = false;   // a microphone beside a loudspeaker: the agent's voice is taken out of the caller's
    bool textOnly = false;     // the caller types: no voice activity, no recogniser
    Channel channel = Channel::Microphone;
    QString folder;            // conversations/<id>, made by the caller; empty: nothing is recorded
    quint64 seed = 0;
    std::shared_ptr<const DialogueRecord> before; // goes on with a dialogue that was cut off; null: a new one
    UtcMs startedAt;
};

// Follows one conversation. Called on the worker's thread: copy what is needed and post it on.
class CallObserver {
public:
    virtual ~CallObserver() = default;
    virtual void eventHappened(const ConversationEvent &event) = 0;
    // Every 50 ms: levels in dBFS, and what was recorded since the last call (caller, agent), for meters and waveforms.
    struct Meter { Micros at; float callerDb = -100, agentDb = -100; bool callerSpeaking = false; std::optional<float> echoReturnLossDb = {}; };
    virtual void metered(const Meter &meter, Samples caller, Samples agent) = 0;
    virtual void ended(const ConversationId &conversation) = 0; // files are closed
};

// One running conversation, as its owner sees it. Thread-safe handle: calls are posted to the worker.
class Call {
public:
    virtual ~Call() = default;
    virtual ConversationId id() const = 0;
    virtual void say(const QString &typedByCaller) = 0; // text mode: the caller's words, typed
    virtual void press(const QString &digits) = 0;      // DTMF
    virtual void hangUp() = 0;                          // the caller leaves
    virtual void setMuted(bool muted) = 0;
};

// Runs conversations: each lives whole on one executor. Owned by a program; thread-safe. Ports and pool outlive it.
// Destroying it ends what runs (cut_off) and returns once all files are closed.
class ConversationHost {
public:
    enum class Pace { RealTime, AsFastAsPossible };
    // RealTime: on one of `workers` live threads. AsFastAsPossible: virtual clock, one thread a conversation, deterministic.
    ConversationHost(PortFactory &ports, WorkPool &pool, int workers = 1);
    ~ConversationHost();
    ConversationHost(const ConversationHost &) = delete;
    ConversationHost &operator=(const ConversationHost &) = delete;

    // Returns at once; the parts (recogniser, voice) are made on the pool and the call begins when they are there. What
    // cannot be made is a Failure event of the call. The line and the observer are owned by the call from here on.
    // Errors: AgentInvalid when the plan has no program.
    Result<std::shared_ptr<Call>> start(CallPlan plan, std::unique_ptr<Line> line, std::shared_ptr<CallObserver> observer,
                                        Pace pace = Pace::RealTime);
    int running() const;
    // Blocks until no conversation runs. Any thread but a worker's or the pool's.
    void waitUntilIdle();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
