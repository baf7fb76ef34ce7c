#pragma once
#include "app/host/dialogue_record.h"
#include "app/ports/port_factory.h"
#include "app/realtime/executor.h"
#include "models/dialogue/program.h"
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace vox {

// Drives the dialogue of one conversation: feeds the interpreter, carries out its actions, runs tools and models, keeps
// receipts. Owned by its conversation, on its executor.
class Mind final : private LanguageModel::Listener {
public:
    // What the dialogue asks of the rest of the conversation.
    class Body {
    public:
        virtual ~Body() = default;
        virtual Micros now() const = 0; // conversation time
        virtual void happened(EventBody event) = 0;
        virtual void stepped(const DialogueState &state) = 0; // a checkpoint
        // Runs `then` on the executor once all that happened so far, and the newest checkpoint, outlive a crash.
        virtual void onceRecorded(std::function<void()> then) = 0;
        virtual qint64 say(const Say &say) = 0; // its number, counting up
        virtual void unsay(qint64 answer) = 0;  // takes it back unless it has begun to sound
        virtual bool pressKeys(const QString &digits) = 0; // false: the line has no keys
        virtual void prepareToSay(const Say &say) = 0;
        virtual void listen(const Listen &listen) = 0;
        virtual void stopListening() = 0;
        virtual void waitsFor(Part part, const QString &name) = 0;
        virtual void waitsOnPurpose() = 0;   // the agent is silent because it wants to be
        virtual void answerNotComing() = 0; // the step said nothing and waits for the caller
        virtual void switchLanguage(const QString &language) = 0;
        virtual void endAfterSpeech(Outcome outcome, const QString &reason) = 0;
    };
    struct Settings {
        std::shared_ptr<const Program> program;
        std::shared_ptr<const IntentClassifier> classifier; // may be null
        QString language, modelProvider, model;
        QString conversation; // makes receipts unique outside
        QString secondProvider, secondModel; // asked in its place; no model: nobody is
        qint64 secondAfterMs = 4000;
        std::shared_ptr<const DialogueRecord> before; // goes on from here; null: begins
    };

    Mind(Settings settings, PortFactory &ports, Executor &executor, Body &body);
    ~Mind() override;

    // A model of this conversation's own, which answers first; the others stand behind it. Before begin().
    void useModel(std::unique_ptr<LanguageModel> model, const QString &name);
    void begin(UtcMs at);
    // The caller's final words. While the dialogue is busy they go to the step that runs, or are kept until it listens.
    void callerSaid(qint64 utterance, const QString &text, double confidence, bool typed, UtcMs at);
    void callerSilent(qint64 silentMs);
    void callerPressed(const QString &digits); // kept like words, also those of the same entry that come one by one
    void speechEnded(const QString &heard, bool interrupted);
    void callerLeft();

    // Works out the answer to words that may yet change, on a copy and without side effects.
    void prepare(const QString &text, double confidence, UtcMs at);
    void dropPrepared() { m_prepared.reset(); }
    // The caller went on after callerSaid(): takes the dialogue back to before it. False: something outside was already
    // changed, or more of the answer was heard than may be, so it stands.
    enum class Answer { Unheard, Begun };
    bool takeBack(Answer most = Answer::Unheard);
    void answerHeard(qint64 answer);

    bool listening() const { return m_listen.has_value(); }
    bool ended() const { return m_state.ended || m_left; }
    const DialogueState &state() const { return m_state; }

private:
    struct Words {
        qint64 utterance;
        CallerSaid said;
        QString digits; // pressed instead of said
    };
    struct Prepared {
        QString text;
        quint64 revision;
        bool early;
        DialogueStep step;
    };
    struct Undo {
        DialogueState state;
        std::optional<Listen> listen;
        qint64 question;
        bool prompts;
        bool heard = false; // the answer has begun to sound
    };
    // Something that is done outside, from its first try to its answer.
    struct Tool {
        CallTool call;
        Micros began;
        int tries = 0;
        ToolRunner::CallId id = 0;
        Executor::TimerId watch = 0; // its deadline, its next try or the end of its wait
    };

    void modelText(const QString &piece) override;
    void modelSpeaks(const QString &words) override;
    void modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage) override;
    void modelFailed(const Error &error) override;

    CallerSaid understood(const QString &text, double confidence, bool typed, UtcMs at) const;
    void handle(DialogueEvent event);
    void pump();
    void deliver(Words words);
    CallerSaid early(Words words);
    void apply(DialogueStep step);
    void applyWords(DialogueStep step, bool early);
    bool tellStep(const Words &words);
    void perform(const DialogueAction &action);
    void callTool(const CallTool &call);
    void startTool(const QString &receipt);
    void tryTool(const QString &receipt);
    void tried(const QString &receipt, const Result<ToolResponse> &response);
    void toolDone(const QString &receipt, const Result<ToolResponse> &response);
    void doOwn(const QString &receipt);
    void endWaits();
    Tool *toolOf(const QString &receipt);
    void dropTools();
    void askModel(const AskModel &ask);
    Result<std::unique_ptr<LanguageModel>> makeModel();
    void finishModel();
    void stopModel();

    const Settings m_settings;
    PortFactory &m_ports;
    Executor &m_executor;
    Body &m_body;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);

    DialogueState m_state;
    quint64 m_revision = 0;                // counts applied steps
    std::deque<DialogueEvent> m_events;
    bool m_pumping = false;
    bool m_left = false;
    qint64 m_utterance = 0;                // whose step runs
    std::optional<Listen> m_listen;
    std::deque<Words> m_waiting;           // said or pressed while the dialogue was busy
    QString m_lastSaid;                    // the words whose step ran last
    qint64 m_question = 0;                 // the answer that asks what is listened for, while it has not begun to sound
    bool m_prompts = false;                // and it is the listening step's own
    std::optional<Prepared> m_prepared;
    std::optional<Undo> m_undo;
    QSet<QString> m_receipts;              // side effects that were asked for, once and for all

    std::unique_ptr<ToolRunner> m_tools;
    std::vector<Tool> m_open;              // tools that run
    std::unique_ptr<LanguageModel> m_own;  // until the first question
    std::unique_ptr<LanguageModel> m_model;
    QString m_modelName;
    QString m_modelReceipt;
    Micros m_modelStart, m_modelFirst;
    QString m_modelText;
    bool m_modelSaid = false;              // a sentence of this answer went to the dialogue
    Executor::TimerId m_modelWatch = 0;
};

} // namespace vox
