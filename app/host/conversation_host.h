#pragma once
#include "app/ports/port_factory.h"
#include "models/audio/block.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/conversation/event.h"
#include "models/dialogue/program.h"
#include <QString>
#include <functional>
#include <memory>

namespace vox {

class WorkPool;

// Where a conversation's sound comes from and goes to. The worker pulls: captured() is asked for the next 10 ms until it
// says Wait. Implemented by app/devices (microphone), by files and simulated callers, by phone lines. Used on the
// worker's thread only; `wake` (set by the host) may be called from any thread when new sound is there.
class Line {
public:
    enum class Captured { Block, Wait, Ended };
    virtual ~Line() = default;
    virtual void start(std::function<void()> wake) = 0;
    // The next 10 ms of the caller, in order, without gaps (a device that lost sound fills with silence).
    virtual Captured captured(AudioBlock &into) = 0;
    // The agent's next 10 ms; exactly one call for each captured block, silence included. The host keeps the line
    // ahead by nothing: what is played now is heard after playoutDelayUs().
    virtual void play(const AudioBlock &block) = 0;
    // From play() to the ear: queue and device. 0 for files and simulations. May change during a call.
    virtual std::int64_t playoutDelayUs() const = 0;
    // Drops sound that was played but is not yet audible; returns how many samples were dropped. 0 when it cannot.
    virtual int dropUnheard() { return 0; }
    virtual void stop() = 0;
};

// Everything that decides how a conversation runs, fixed when it starts.
struct CallPlan {
    ConversationId id;
    QString agent;             // document id
    QString agentName;
    QString revision;
    std::shared_ptr<const Program> program;
    std::shared_ptr<const IntentClassifier> classifier; // null: intents match by examples' words only
    QString language;
    QJsonObject settings;      // the agent's "speech" settings (models/kinds/agents), typed there
    VoiceSettings voice;
    QString sttProvider, ttsProvider, modelProvider, model;
    Channel channel = Channel::Microphone;
    QString folder;            // conversations/<id>, made by the caller; empty: nothing is recorded
    quint64 seed = 0;
    UtcMs startedAt;
};

// Follows one conversation. Called on the worker's thread: copy what is needed and post it on.
class CallObserver {
public:
    virtual ~CallObserver() = default;
    virtual void eventHappened(const ConversationEvent &event) = 0;
    // Every 50 ms: levels in dBFS, and what was recorded since the last call (caller, agent), for meters and waveforms.
    struct Meter { Micros at; float callerDb = -100, agentDb = -100; bool callerSpeaking = false; float echoReturnLossDb = 0; };
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

// Runs conversations: each lives whole on one worker. Owned by a program; thread-safe.
class ConversationHost {
public:
    enum class Pace { RealTime, AsFastAsPossible };
    // RealTime: `workers` live threads. AsFastAsPossible: virtual clock, one thread a conversation, deterministic.
    ConversationHost(PortFactory &ports, WorkPool &pool, int workers = 1);
    ~ConversationHost();

    // The line and the observer are owned by the call from here on.
    Result<std::shared_ptr<Call>> start(CallPlan plan, std::unique_ptr<Line> line, std::shared_ptr<CallObserver> observer,
                                        Pace pace = Pace::RealTime);
    int running() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
