#include "app/providers/local/engine_text_to_speech.h"
#include "app/providers/local/speech_shaper.h"
#include "app/providers/local/speech_text.h"
#include "app/realtime/executor.h"
#include "app/realtime/work_pool.h"
#include "models/base/sentences.h"
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace vox {

// One utterance, shared by the voice and the job that makes it. What the job touches: engine, texts, stopped, shaper and the gate.
struct EngineTextToSpeech::Utterance : std::enable_shared_from_this<Utterance> {
    std::shared_ptr<SpeechEngine> engine;
    WorkPool *pool = nullptr;
    QString text; // speakable
    VoiceSettings settings;
    QList<TextSpan> sentences;
    std::atomic_bool stopped = false;
    std::optional<SpeechShaper> shaper; // sentence jobs follow one another, never overlap

    std::mutex gate;              // held while posting, so that nobody posts to an executor after close()
    Executor *executor = nullptr; // null once closed

    // Executor's thread only.
    Listener *listener = nullptr;
    WorkPool::Ticket ticket;
    bool callOpen = false;

    void post(std::function<void(Utterance &)> task);
    void close();
    void submit(qsizetype sentence);
    void say(qsizetype sentence);
    void sentenceDone(qsizetype sentence);
    void fail(const Error &error);
    bool deliver(std::vector<float> samples, std::vector<SpokenWord> words);
};

void EngineTextToSpeech::Utterance::post(std::function<void(Utterance &)> task)
{
    const std::lock_guard lock(gate);
    if (!executor) return;
    executor->post([self = shared_from_this(), task = std::move(task)] {
        if (!self->stopped.load(std::memory_order_relaxed)) task(*self);
    });
}

// Nothing arrives after this; the virtual clock no longer waits.
void EngineTextToSpeech::Utterance::close()
{
    stopped.store(true, std::memory_order_relaxed);
    listener = nullptr;
    ticket.cancel();
    Executor *left = nullptr;
    {
        const std::lock_guard lock(gate);
        std::swap(left, executor);
    }
    if (left && std::exchange(callOpen, false)) left->closeCall();
}

void EngineTextToSpeech::Utterance::submit(qsizetype sentence)
{
    ticket = pool->submit({WorkPool::Urgency::Speech, std::uint32_t(sentences[sentence].length),
                           [self = shared_from_this(), sentence](const std::atomic_bool &) { self->say(sentence); }});
}

// On the pool.
void EngineTextToSpeech::Utterance::say(qsizetype sentence)
{
    if (stopped.load(std::memory_order_relaxed)) return;
    const TextSpan span = sentences[sentence];
    shaper->beginSentence(span.start);
    const auto said = engine->say(text.mid(span.start, span.length), settings, *shaper);
    if (said) shaper->endSentence();
    if (!said) post([error = said.error()](Utterance &self) { self.fail(error); });
    else post([sentence](Utterance &self) { self.sentenceDone(sentence); });
}

bool EngineTextToSpeech::Utterance::deliver(std::vector<float> samples, std::vector<SpokenWord> words)
{
    post([samples = std::move(samples), words = std::move(words)](Utterance &self) {
        for (const SpokenWord &word : words)
            if (self.listener) self.listener->wordReached(word.textOffset, word.sample);
        if (self.listener && !samples.empty()) self.listener->speechArrived(samples);
    });
    return !stopped.load(std::memory_order_relaxed);
}

void EngineTextToSpeech::Utterance::sentenceDone(qsizetype sentence)
{
    if (sentence + 1 < sentences.size()) return submit(sentence + 1);
    Listener *told = listener;
    close();
    if (told) told->speechFinished();
}

void EngineTextToSpeech::Utterance::fail(const Error &error)
{
    Listener *told = listener;
    close();
    if (told) told->speechFailed(error);
}

EngineTextToSpeech::EngineTextToSpeech(std::shared_ptr<SpeechEngine> engine, Executor &executor, WorkPool &pool)
    : m_engine(std::move(engine)), m_executor(executor), m_pool(pool)
{
}

EngineTextToSpeech::~EngineTextToSpeech() { stop(); }

void EngineTextToSpeech::setListener(Listener *listener)
{
    m_listener = listener;
    if (m_current && !m_current->stopped.load(std::memory_order_relaxed)) m_current->listener = listener;
}

void EngineTextToSpeech::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    m_current = std::make_shared<Utterance>();
    Utterance &utterance = *m_current;
    utterance.engine = m_engine;
    utterance.pool = &m_pool;
    utterance.text = speakable(text);
    utterance.settings = settings;
    utterance.executor = &m_executor;
    utterance.listener = m_listener;
    utterance.callOpen = true;
    m_executor.openCall();
    if (text.size() > kLongestUtterance) {
        const Error error{Error::Code::TooLarge, {u"text"_s, QString::number(kLongestUtterance)}};
        return utterance.post([error](Utterance &self) { self.fail(error); });
    }
    utterance.sentences = sentencesOf(utterance.text);
    if (utterance.sentences.isEmpty()) {
        return utterance.post([](Utterance &self) {
            Listener *told = self.listener;
            self.close();
            if (told) told->speechFinished();
        });
    }
    utterance.shaper.emplace([raw = m_current.get()](auto samples, auto words) { return raw->deliver(std::move(samples), std::move(words)); });
    utterance.submit(0);
}

void EngineTextToSpeech::stop()
{
    if (const auto current = std::exchange(m_current, nullptr)) current->close();
}

} // namespace vox
