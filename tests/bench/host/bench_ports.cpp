#include "tests/bench/host/bench_ports.h"
#include "tests/support/small_agent.h"
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {

const auto kAnswer = u"Sure thing, I can help you with that request right now. Is there anything else you would like me to look at today?"_s;

// Runs on the executor's next turn, unless its owner is gone by then.
void soon(Executor &executor, const std::shared_ptr<bool> &alive, std::function<void()> task)
{
    executor.post([alive, task = std::move(task)] { if (*alive) task(); });
}

class OneSentence final : public SpeechToText {
public:
    explicit OneSentence(Executor &executor, std::shared_ptr<FakeActivity::Shared> shared) : m_executor(executor), m_shared(std::move(shared)) {}
    ~OneSentence() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {}
    void begin() override { ++m_ticket; }
    void feed(Samples) override { if (m_shared && m_shared->firstFrameUs == 0) m_shared->firstFrameUs = steadyUs(); }
    Ticket requestFinal() override
    {
        soon(m_executor, m_alive, [this, ticket = ++m_ticket] {
            if (ticket == m_ticket && m_listener) m_listener->finalHeard(ticket, {m_words, 1.0, 1.0, {}, 0});
        });
        return m_ticket;
    }
    void drop() override { ++m_ticket; }

private:
    Executor &m_executor;
    std::shared_ptr<FakeActivity::Shared> m_shared;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    const QString m_words = u"please tell me about this turn"_s;
    Ticket m_ticket = 0;
};

class Tone final : public TextToSpeech {
public:
    Tone(Executor &executor, int usACharacter) : m_executor(executor), m_usACharacter(usACharacter)
    {
        for (std::size_t i = 0; i < m_period.size(); ++i)
            m_period[i] = 0.3f * std::cos(float(i) * 2 * std::numbers::pi_v<float> * 300.0f / kSampleRate);
    }
    ~Tone() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void speak(const QString &text, const VoiceSettings &) override
    {
        soon(m_executor, m_alive, [this, job = ++m_job, blocks = text.size() * m_usACharacter / 10000 + 1] {
            for (qsizetype i = 0; i < blocks && job == m_job; ++i) m_listener->speechArrived(m_period);
            if (job == m_job) m_listener->speechFinished();
        });
    }
    void stop() override { ++m_job; }

private:
    Executor &m_executor;
    const int m_usACharacter;
    std::array<float, kBlockSamples> m_period{};
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::uint32_t m_job = 0;
};

class AtOnce final : public LanguageModel {
public:
    AtOnce(Executor &executor, const QStringList &pieces) : m_executor(executor), m_pieces(pieces) {}
    ~AtOnce() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void ask(const ModelRequest &) override { next(0, ++m_job); }
    void stop() override { ++m_job; }

private:
    void next(qsizetype at, std::uint32_t job)
    {
        soon(m_executor, m_alive, [this, at, job] {
            if (job != m_job) return;
            if (at >= m_pieces.size()) return m_listener->modelFinished({}, {});
            m_listener->modelText(m_pieces[at]);
            if (job == m_job) next(at + 1, job);
        });
    }
    Executor &m_executor;
    const QStringList &m_pieces;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::uint32_t m_job = 0;
};

QStringList wordsOfAnswer()
{
    QStringList words = kAnswer.split(u' ');
    for (QString &word : words) word += u' ';
    return words;
}
const QStringList &answer()
{
    static const QStringList words = wordsOfAnswer();
    return words;
}

class Beside final : public VoiceActivity {
public:
    Beside(std::unique_ptr<VoiceActivity> decides, std::unique_ptr<VoiceActivity> runs) : m_decides(std::move(decides)), m_runs(std::move(runs)) {}
    float probability(const AudioBlock &block) override
    {
        (void)m_runs->probability(block);
        return m_decides->probability(block);
    }
    void reset() override {}

private:
    std::unique_ptr<VoiceActivity> m_decides, m_runs;
};

} // namespace

BenchPorts::BenchPorts(std::vector<Caller> &callers, int usACharacter, std::shared_ptr<const SileroModel> silero)
    : m_callers(callers), m_usACharacter(usACharacter), m_silero(std::move(silero))
{
    (void)answer();
}

Result<std::unique_ptr<SpeechToText>> BenchPorts::speechToText(const QString &, const QString &, Executor &executor)
{
    return std::unique_ptr<SpeechToText>(std::make_unique<OneSentence>(executor, m_callers.size() == 1 ? m_callers[0].shared : nullptr));
}

Result<std::unique_ptr<TextToSpeech>> BenchPorts::textToSpeech(const QString &, const VoiceSettings &, Executor &executor)
{
    return std::unique_ptr<TextToSpeech>(std::make_unique<Tone>(executor, m_usACharacter));
}

Result<std::unique_ptr<LanguageModel>> BenchPorts::languageModel(const QString &, Executor &executor)
{
    return std::unique_ptr<LanguageModel>(std::make_unique<AtOnce>(executor, answer()));
}

std::unique_ptr<VoiceActivity> BenchPorts::voiceActivity()
{
    const std::lock_guard lock(m_mutex);
    auto fake = std::make_unique<FakeActivity>(m_callers[m_next++].shared);
    if (!m_silero) return fake;
    return std::make_unique<Beside>(std::move(fake), std::make_unique<SileroVoiceActivity>(m_silero));
}

std::shared_ptr<const Program> chatting()
{
    return stubs::SmallAgent()
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"ask"_s)
        .go(u"answer"_s, u"failed"_s, u"ask"_s)
        .compile();
}

CallPlan planFor(const std::shared_ptr<const Program> &program, const QString &folder, int number)
{
    CallPlan plan;
    plan.id = ConversationId::make({1700000000000 + number}, {});
    plan.program = program;
    plan.language = u"en"_s;
    plan.folder = folder.isEmpty() ? QString() : folder + u"/%1"_s.arg(number);
    plan.settings = {{u"min_endpointing_ms"_s, 0}, {u"endpointing_ms"_s, 0}, {u"max_endpointing_ms"_s, 0}, {u"recognise_after_ms"_s, 0},
                     {u"start_after_ms"_s, 0}, {u"hold_after_ms"_s, 0}, {u"adaptive"_s, false}, {u"use_words"_s, false}};
    plan.longestMs = 0;
    plan.startedAt = {1700000000000};
    return plan;
}

std::shared_ptr<const SileroModel> sileroModel()
{
    const QString deps = qEnvironmentVariable("VOXDESK_DEPS", QStringLiteral(VOX_DEPS_DIR));
    return SileroModel::load((deps + u"/models/silero-vad/silero_vad.onnx"_s).toStdU16String()).model;
}

} // namespace vox::bench
