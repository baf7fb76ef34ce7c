#include "app/talks/talk_ports.h"
#include "app/dsp/energy_voice_activity.h"
#include "app/realtime/executor.h"
#include "app/talks/talk_hearing.h"
#include <QJsonDocument>
#include <QSet>
#include <array>
#include <cmath>
#include <numbers>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCharacter = 60 * kSampleRate / 1000;

// Runs later on the executor, unless the part is gone by then.
void later(Executor &executor, qint64 delayUs, const std::shared_ptr<bool> &alive, std::function<void()> task)
{
    auto guarded = [alive, task = std::move(task)] { if (*alive) task(); };
    if (delayUs <= 0) executor.post(std::move(guarded));
    else executor.callAt(executor.nowUs() + delayUs, std::move(guarded));
}

// A tone of 60 ms a character, the whole text at once.
class Voice final : public TextToSpeech {
public:
    Voice(qint64 delayUs, bool fails, Executor &executor) : m_delayUs(delayUs), m_fails(fails), m_executor(executor) {}
    ~Voice() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void stop() override { ++m_job; }
    void speak(const QString &text, const VoiceSettings &) override
    {
        later(m_executor, m_delayUs, m_alive, [this, job = ++m_job, characters = std::size_t(text.size())] {
            if (job == m_job && m_listener) deliver(job, characters);
        });
    }

private:
    void deliver(quint32 job, std::size_t characters)
    {
        if (m_fails) return m_listener->speechFailed(Error(Error::Code::SpeechFailed, {u"talk"_s}));
        static const auto wave = [] {
            std::array<float, kSampleRate / 100> made{}; // three periods of 300 Hz
            for (std::size_t i = 0; i < made.size(); ++i)
                made[i] = 0.3f * std::cos(float(i) * 2 * std::numbers::pi_v<float> * 300.0f / kSampleRate);
            return made;
        }();
        std::vector<float> sound(characters * kCharacter);
        for (std::size_t i = 0; i < sound.size(); ++i) sound[i] = wave[i % wave.size()];
        m_listener->speechArrived(sound);
        if (job == m_job) m_listener->speechFinished();
    }

    const qint64 m_delayUs;
    const bool m_fails;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    quint32 m_job = 0;
};

class Tools final : public ToolRunner {
public:
    Tools(std::shared_ptr<TalkScene> scene, Executor &executor) : m_scene(std::move(scene)), m_executor(executor) {}
    ~Tools() override { *m_alive = false; }
    void cancel(CallId call) override { m_cancelled.insert(call); }
    CallId call(const ToolRequest &request, Done done) override
    {
        const CallId id = ++m_last;
        const auto line = m_scene->takeTool(request.name);
        if (line && line->answer == TalkLine::Answer::Never) return id;
        const bool late = line && line->answer == TalkLine::Answer::TimesOut;
        const qint64 us = late ? qint64(request.timeoutMs) * 1000 : line ? line->us : 0;
        later(m_executor, us, m_alive, [this, id, done, line, late, request] {
            if (m_cancelled.contains(id)) return;
            if (late) return done(Error(Error::Code::TimedOut, {request.name, QString::number(request.timeoutMs)}));
            if (!line || line->answer == TalkLine::Answer::Fails) return done(Error(Error::Code::Unreachable, {request.url.host()}));
            done(responseOf(*line));
        });
        return id;
    }

private:
    static ToolResponse responseOf(const TalkLine &line)
    {
        const QByteArray array = QJsonDocument(QJsonArray{line.json}).toJson(QJsonDocument::Compact);
        return {line.status, array.mid(1, array.size() - 2), line.json, line.us};
    }

    std::shared_ptr<TalkScene> m_scene;
    Executor &m_executor;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    CallId m_last = 0;
    QSet<CallId> m_cancelled;
};

// Answers word by word, so that its sentences arrive one after the other.
class Model final : public LanguageModel {
public:
    Model(std::shared_ptr<TalkScene> scene, Executor &executor) : m_scene(std::move(scene)), m_executor(executor) {}
    ~Model() override { *m_alive = false; }
    void setListener(Listener *listener) override { m_listener = listener; }
    void stop() override { ++m_job; }
    void ask(const ModelRequest &request) override
    {
        const auto line = m_scene->takeModel();
        if (line && line->answer == TalkLine::Answer::Never) return;
        const bool late = line && line->answer == TalkLine::Answer::TimesOut;
        const bool fails = !line || late || line->answer == TalkLine::Answer::Fails;
        Error error(Error::Code::Unreachable, {u"model"_s});
        if (late) error = Error(Error::Code::TimedOut, {u"model"_s, QString::number(request.timeoutMs)});
        const qint64 us = late ? qint64(request.timeoutMs) * 1000 : line ? line->us : 0;
        later(m_executor, us, m_alive, [this, job = ++m_job, fails, error, words = line && !line->text.isEmpty() ? line->text.split(u' ') : QStringList(),
                                       calls = line ? line->calls : QJsonArray()] {
            if (job != m_job || !m_listener) return;
            if (fails) return m_listener->modelFailed(error);
            word(words, 0, job, calls);
        });
    }

private:
    void word(const QStringList &words, qsizetype index, quint32 job, const QJsonArray &calls)
    {
        if (job != m_job || !m_listener) return;
        if (index >= words.size()) return m_listener->modelFinished(callsOf(calls), {0, words.size(), true});
        m_listener->modelText(index == 0 ? words[index] : u' ' + words[index]);
        later(m_executor, 0, m_alive, [this, words, index, job, calls] { word(words, index + 1, job, calls); });
    }

    // Arguments that are no object are what a model sends that cannot write JSON.
    static QList<ModelToolCall> callsOf(const QJsonArray &calls)
    {
        QList<ModelToolCall> out;
        for (const QJsonValue &call : calls) {
            const QJsonValue arguments = call["arguments"_L1];
            out.append({u"call_%1"_s.arg(out.size()), call["name"_L1].toString(), arguments.toObject(),
                        arguments.isObject() ? QString() : arguments.toVariant().toString()});
        }
        return out;
    }

    std::shared_ptr<TalkScene> m_scene;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    quint32 m_job = 0;
};

} // namespace

Result<std::unique_ptr<SpeechToText>> TalkPorts::speechToText(const QString &, const QString &, Executor &executor)
{
    return std::unique_ptr<SpeechToText>(std::make_unique<TalkHearing>(m_scene, m_talk.recognitionUs, m_talk.recognitionFails, executor));
}

Result<std::unique_ptr<SpeechToText>> TalkPorts::speechToTextInstead(const QString &failed, const QString &, Executor &executor)
{
    if (!m_talk.secondHears) return Error(Error::Code::NotFound, {u"recogniser"_s, failed});
    auto second = std::make_unique<TalkHearing>(m_scene, 0, false, executor);
    second->setProvider(u"second"_s);
    return std::unique_ptr<SpeechToText>(std::move(second));
}

Result<std::unique_ptr<TextToSpeech>> TalkPorts::textToSpeech(const QString &provider, const VoiceSettings &, Executor &executor)
{
    // The voice of last resort does not fail with the first one.
    const bool fails = m_talk.voiceFails && provider != "espeak"_L1;
    return std::unique_ptr<TextToSpeech>(std::make_unique<Voice>(m_talk.speechUs, fails, executor));
}

Result<std::unique_ptr<LanguageModel>> TalkPorts::languageModel(const QString &, Executor &executor)
{
    return std::unique_ptr<LanguageModel>(std::make_unique<Model>(m_scene, executor));
}

std::unique_ptr<VoiceActivity> TalkPorts::voiceActivity() { return std::make_unique<EnergyVoiceActivity>(); }

Result<std::unique_ptr<ToolRunner>> TalkPorts::toolRunner(Executor &executor)
{
    return std::unique_ptr<ToolRunner>(std::make_unique<Tools>(m_scene, executor));
}

} // namespace vox
