#pragma once
#include "app/dsp/echo_canceller.h"
#include "app/dsp/echo_gate.h"
#include "app/dsp/echo_loss.h"
#include "app/host/agent_lane.h"
#include "app/host/conversation_host.h"
#include "app/host/ear.h"
#include "app/host/latency_tracker.h"
#include "app/host/mind.h"
#include "app/host/mouth.h"
#include "app/host/recorder.h"
#include "models/dialogue/turns/turn_machine.h"
#include <atomic>

namespace vox {

// The parts of one conversation that take time to make; made on the pool.
struct ConversationParts {
    std::unique_ptr<SpeechToText> recogniser;
    std::unique_ptr<TextToSpeech> voice;
    std::optional<SpeechModel> speechModel; // its ear is the recogniser already
    std::unique_ptr<VoiceActivity> activity;
    std::unique_ptr<Recorder> recorder;
    QList<Error> failures; // what could not be made: the call goes on without it
};

// One running conversation: wires ear, turn taking, mind, mouth and recorder, in 10 ms steps. Lives whole on one executor;
// owned by the host, which deletes it there once finished() was called.
class Conversation final : private Mind::Body, private Mouth::Listener, private SpeechToText::Listener, private LineListener {
public:
    struct World {
        PortFactory &ports;
        WorkPool &pool;
        Executor &executor;
    };
    Conversation(CallPlan plan, std::unique_ptr<Line> line, std::shared_ptr<CallObserver> observer, World world,
                 std::function<void()> finished);
    ~Conversation() override;

    // Makes the parts; blocks. Any thread but the executor's.
    static ConversationParts open(const CallPlan &plan, World world, Executor &disk, JournalWriter &journals, Recorder::Failed failed);

    void begin(ConversationParts parts);
    void typed(const QString &text);
    void pressed(const QString &digits);
    void setMuted(bool muted) { m_muted = muted; }
    void callerLeaves();
    void cutOff(const QString &reason);
    void recordingFailed(const Error &error);

private:
    // the line's listener: any thread
    void soundArrived() override;
    void callerTyped(const QString &text) override;
    void callerPressed(const QString &digits) override;
    void lineTroubled(const Error &error) override;

    // sound: conversation.cpp
    void pull();
    void hear(AudioBlock &block);
    void awaitDisk();
    void play();
    void settlePlay();
    void meter(const AudioBlock &caller, const AudioBlock &agent, float probability);
    void lineEnded();
    void finishIfSaid();
    void finish(Outcome outcome, const QString &reason);
    void emitAt(Micros at, EventBody body);
    void emitFailure(const Error &error);
    void flush();
    void tellLine();
    void tellLine(bool listens);
    std::unique_ptr<SpeechToText> chained(std::unique_ptr<SpeechToText> first);
    std::unique_ptr<TextToSpeech> chained(std::unique_ptr<TextToSpeech> first);
    void openRecogniser();
    void useSpeechModel(SpeechModel model, std::unique_ptr<TextToSpeech> voice);
    VoiceSettings voiceFor(const QString &language) const;

    // turns: conversation_turns.cpp
    void turn(const TurnEvent &event);
    void takeTurns();
    void act(const TurnAction &action);
    void callerStarted(const TurnAction &action);
    void recognise();
    void endOfTurn(const TurnAction &action);
    void commit();
    void forgetWords();
    void dropAnswer();
    void dropSegment(const TurnAction &action);
    void holdAnswer();
    void stopAnswer(const TurnAction &action);
    QString withBefore(const QString &text) const;
    void heardWords(const Transcript &transcript, bool final);
    void recognitionLate();
    void partialHeard(const Transcript &transcript) override;
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript) override;
    void recognitionFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { speechUsed(usage); }
    void voiceUsed(const SpeechUsage &usage) override { speechUsed(usage); }
    void speechUsed(const SpeechUsage &usage);

    // the mind's wishes and the mouth's reports: conversation_speech.cpp
    Micros now() const override;
    void happened(EventBody event) override { emitAt(now(), std::move(event)); }
    void stepped(const DialogueState &state) override;
    void onceRecorded(std::function<void()> then) override;
    qint64 say(const Say &say) override;
    void unsay(qint64 answer) override { m_mouth.unsay(answer, now()); }
    bool pressKeys(const QString &digits) override { return m_line->pressKeys(digits); }
    void waitsOnPurpose() override { m_latency.cancel(); }
    void prepareToSay(const Say &say) override;
    void listen(const Listen &listen) override;
    void stopListening() override;
    void tellListening();
    void waitsFor(Part part, const QString &name) override;
    void answerNotComing() override;
    void switchLanguage(const QString &language) override;
    void endAfterSpeech(Outcome outcome, const QString &reason) override;
    void soundReady(qint64 answer) override;
    void answerStarted(qint64 answer, bool interruptible, Micros at) override;
    void answerEnded(const Mouth::Spoken &spoken) override;
    void everythingSaid(const QString &heard) override;

    const CallPlan m_plan;
    const TurnSettings m_settings;
    std::unique_ptr<Line> m_line;
    std::shared_ptr<CallObserver> m_observer;
    World m_world;
    std::function<void()> m_finishedCallback;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // executor's thread only
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<EchoCanceller> m_echo;
    EchoLoss m_echoLoss;
    EchoGate m_echoGate;
    Ear m_ear;
    Mouth m_mouth;
    Mind m_mind;
    AgentLane m_lane;
    LatencyTracker m_latency;
    QString m_language;

    std::atomic_bool m_wakePosted = false;
    bool m_hearsItself = false; // the model does
    bool m_begun = false, m_finished = false, m_muted = false;
    bool m_playOwed = false;          // a silent block waits for the answer's first sound
    std::int64_t m_capturedAtUs = 0;  // executor's time of the last captured block
    std::vector<ConversationEvent> m_outbox;
    std::optional<std::pair<Micros, DialogueState>> m_checkpoint; // written behind the sound
    History m_remembered;             // what of it was written down
    bool m_toldListens = false;
    std::optional<std::pair<Outcome, QString>> m_ending; // once everything was said

    TurnState m_turn;
    std::vector<TurnEvent> m_turnEvents;
    bool m_inTurn = false;
    QString m_expects;
    QStringList m_phrases;            // listened for: plain
    std::optional<std::int64_t> m_patienceUs; // the dialogue listens, the turn machine does not know it yet
    qint64 m_utterances = 0;
    qint64 m_answers = 0;
    qint64 m_answerNow = 0;           // being heard
    SpeechToText::Ticket m_ticket = 0;
    std::optional<Transcript> m_final; // of the open segment, as it stands
    bool m_awaitsFinal = false;       // the turn has ended, the words are not known yet
    bool m_goesOn = false;            // the utterance that follows replaces the last one
    QString m_lastWords;              // of the last utterance
    Micros m_lastStart;               // and where it began
    QString m_before;                 // words of the last utterance that the open segment goes on with
    QString m_standing;               // words whose answer could not be taken back: no part of what follows
    Micros m_finalAt;                 // when m_final came
    Micros m_speechStart, m_speechEnd, m_endpoint;
    std::optional<events::Stopped> m_stopping; // told once the last sound before silence is known
    Micros m_barge;                   // caller's first sample over the agent's voice

    std::vector<float> m_meterCaller, m_meterAgent;
};

} // namespace vox
