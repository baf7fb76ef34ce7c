#pragma once
#include "app/dsp/energy_voice_activity.h"
#include "app/ports/port_factory.h"
#include "app/realtime/executor.h"
#include <QHash>
#include <QStringList>
#include <deque>
#include <functional>

// Deterministic parts for conversations in tests and benches: each answers on the executor, after a delay on its clock.
namespace vox::stubs {

// What the stub recogniser hears: the n-th segment that is opened takes the n-th list; its k-th final request takes the
// k-th text, or the last one. Partials come when asked for by setting `partialEveryUs`.
struct Hearing {
    QList<QStringList> segments;
    std::int64_t finalDelayUs = 0;
    std::int64_t partialEveryUs = 0; // of sound; the text of the final so far
    bool fails = false;
    bool neverAnswers = false;
    QString name;    // as agents call it
    int opened = 0; // counted by the recogniser
    int asked = 0;
    std::int64_t fedUs = 0; // of the newest segment
};

class StubSpeechToText final : public SpeechToText {
public:
    StubSpeechToText(std::shared_ptr<Hearing> hearing, Executor &executor) : m_hearing(std::move(hearing)), m_executor(executor) {}
    ~StubSpeechToText() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &phrases) override { m_phrases = phrases; }
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override { ++m_ticket; m_open = false; }

private:
    QString text(int request) const;

    std::shared_ptr<Hearing> m_hearing;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    QStringList m_phrases;
    Ticket m_ticket = 0;
    int m_requests = 0;
    std::int64_t m_fedUs = 0, m_partialAtUs = 0;
    bool m_open = false;
};

struct Speaking {
    std::int64_t delayUs = 0;       // to the first sound
    int usACharacter = 60000;
    bool fails = false;             // each utterance
    qsizetype failsAfter = -1;      // characters, then it fails; -1: does not
    bool neverAnswers = false;
    int leadMs = 0;                 // silence before the first sound
    QStringList spoken;             // texts asked for
    int stopped = 0;
};

// Speaks a tone of fixed length a character, the whole utterance at once.
class StubTextToSpeech final : public TextToSpeech {
public:
    StubTextToSpeech(std::shared_ptr<Speaking> speaking, Executor &executor) : m_speaking(std::move(speaking)), m_executor(executor) {}
    ~StubTextToSpeech() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override { ++m_job; ++m_speaking->stopped; }

private:
    void deliver();

    std::shared_ptr<Speaking> m_speaking;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::uint32_t m_job = 0;
    QString m_text;
};

struct Thinking {
    QStringList pieces;
    QList<QList<ModelToolCall>> calls; // behind the pieces: the n-th question gets the n-th
    std::int64_t delayUs = 0, pieceDelayUs = 0;
    bool fails = false, neverAnswers = false;
    bool breaksOff = false;            // fails behind its pieces
    QList<ModelRequest> asked;
    int stopped = 0;
};

class StubLanguageModel final : public LanguageModel {
public:
    StubLanguageModel(std::shared_ptr<Thinking> thinking, Executor &executor) : m_thinking(std::move(thinking)), m_executor(executor) {}
    ~StubLanguageModel() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void ask(const ModelRequest &request) override;
    void stop() override { ++m_job; ++m_thinking->stopped; }

private:
    void piece(qsizetype index, std::uint32_t job);

    std::shared_ptr<Thinking> m_thinking;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::uint32_t m_job = 0;
};

struct Doing {
    std::int64_t delayUs = 0;
    int status = 200;
    QJsonValue json = QJsonObject{};
    bool fails = false, neverAnswers = false;
    QList<ToolRequest> called;
    int cancelled = 0;
};

class StubToolRunner final : public ToolRunner {
public:
    StubToolRunner(std::shared_ptr<Doing> doing, Executor &executor) : m_doing(std::move(doing)), m_executor(executor) {}
    ~StubToolRunner() override { *m_alive = false; }
    CallId call(const ToolRequest &request, Done done) override;
    void cancel(CallId call) override;

private:
    std::shared_ptr<Doing> m_doing;
    Executor &m_executor;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    CallId m_last = 0;
    QSet<CallId> m_cancelled;
};

// Hands out the stubs above. `espeak` is the voice of last resort, as in the programs.
class StubPortFactory : public PortFactory {
public:
    std::shared_ptr<Hearing> hearing = std::make_shared<Hearing>();
    std::shared_ptr<Hearing> secondHearing;   // none: nobody hears instead
    std::shared_ptr<Thinking> secondThinking; // provider "second"
    std::shared_ptr<Speaking> speaking = std::make_shared<Speaking>();
    std::shared_ptr<Speaking> espeak = std::make_shared<Speaking>();
    std::shared_ptr<Thinking> thinking = std::make_shared<Thinking>();
    std::shared_ptr<Doing> doing = std::make_shared<Doing>();
    bool recogniserMissing = false, voiceMissing = false, espeakMissing = false, modelMissing = false;
    std::function<std::unique_ptr<VoiceActivity>()> makeActivity; // empty: by energy
    bool modelLoads = false;      // the recogniser is not ready before loaded()
    std::function<void()> loaded;
    int modelsAsked = 0;

    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<SpeechToText>> speechToTextInstead(const QString &failed, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor) override;
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &provider, Executor &executor) override;
    std::unique_ptr<VoiceActivity> voiceActivity() override;
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override;
    void prepareRecognition(const QString &provider, const QString &language, std::function<void()> ready) override;
};

} // namespace vox::stubs
