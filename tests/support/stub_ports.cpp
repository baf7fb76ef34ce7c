#include "tests/support/stub_ports.h"
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace vox::stubs {

namespace {

// Runs later on the executor, unless the stub is gone by then.
void later(Executor &executor, std::int64_t delayUs, const std::shared_ptr<bool> &alive, std::function<void()> task)
{
    auto guarded = [alive, task = std::move(task)] { if (*alive) task(); };
    if (delayUs <= 0) executor.post(std::move(guarded));
    else executor.callAt(executor.nowUs() + delayUs, std::move(guarded));
}

} // namespace

void StubSpeechToText::begin()
{
    ++m_hearing->opened;
    ++m_ticket;
    m_requests = 0;
    m_fedUs = m_partialAtUs = 0;
    m_open = true;
}

QString StubSpeechToText::text(int request) const
{
    const QStringList texts = m_hearing->segments.value(m_hearing->opened - 1);
    return texts.isEmpty() ? QString() : texts[std::min<qsizetype>(request, texts.size() - 1)];
}

void StubSpeechToText::feed(Samples samples)
{
    m_fedUs += std::int64_t(samples.size()) * 1000000 / kSampleRate;
    m_hearing->fedUs = m_fedUs;
    if (m_hearing->partialEveryUs <= 0 || m_fedUs - m_partialAtUs < m_hearing->partialEveryUs) return;
    m_partialAtUs = m_fedUs;
    if (m_listener) m_listener->partialHeard({text(m_requests), 1.0, 1.0, {}, m_fedUs});
}

SpeechToText::Ticket StubSpeechToText::requestFinal()
{
    const Ticket ticket = ++m_ticket;
    const QString heard = text(m_requests++);
    ++m_hearing->asked;
    if (m_hearing->neverAnswers) return ticket;
    later(m_executor, m_hearing->finalDelayUs, m_alive, [this, ticket, heard, fed = m_fedUs] {
        if (ticket != m_ticket || !m_listener) return;
        if (m_hearing->fails) return m_listener->recognitionFailed({Error::Code::RecognitionFailed, {u"stub"_s}});
        m_listener->finalHeard(ticket, {heard, 1.0, 1.0, {}, fed});
    });
    return ticket;
}

void StubTextToSpeech::speak(const QString &text, const VoiceSettings &)
{
    m_speaking->spoken << text;
    m_text = text;
    if (m_speaking->neverAnswers) return;
    later(m_executor, m_speaking->delayUs, m_alive, [this, job = ++m_job] {
        if (job == m_job) deliver();
    });
}

void StubTextToSpeech::deliver()
{
    const std::uint32_t job = m_job;
    if (m_speaking->fails) return m_listener->speechFailed({Error::Code::SpeechFailed, {u"stub"_s}});
    const qsizetype characters = m_speaking->failsAfter >= 0 ? std::min(m_speaking->failsAfter, m_text.size()) : m_text.size();
    std::vector<float> sound(std::size_t(m_speaking->leadMs) * 16, 0.0f);
    const auto lead = sound.size();
    sound.resize(lead + std::size_t(characters) * std::size_t(m_speaking->usACharacter) * 16 / 1000);
    for (std::size_t i = lead; i < sound.size(); ++i)
        sound[i] = 0.3f * std::cos(float((i - lead) % kSampleRate) * 2 * std::numbers::pi_v<float> * 300.0f / kSampleRate);
    m_listener->speechArrived(sound);
    if (job != m_job) return;
    if (m_speaking->failsAfter >= 0) m_listener->speechFailed({Error::Code::SpeechFailed, {u"stub"_s}});
    else m_listener->speechFinished();
}

void StubLanguageModel::ask(const ModelRequest &request)
{
    m_thinking->asked << request;
    if (m_thinking->neverAnswers) return;
    later(m_executor, m_thinking->delayUs, m_alive, [this, job = ++m_job] { piece(0, job); });
}

void StubLanguageModel::piece(qsizetype index, std::uint32_t job)
{
    if (job != m_job) return;
    if (m_thinking->fails) return m_listener->modelFailed({Error::Code::ServerFailed, {u"stub"_s, u"500"_s}});
    if (index >= m_thinking->pieces.size()) {
        if (m_thinking->breaksOff) return m_listener->modelFailed({Error::Code::BadAnswer, {u"stub"_s, u"cut off"_s}});
        return m_listener->modelFinished(m_thinking->calls.value(m_thinking->asked.size() - 1), {10, 20, true});
    }
    m_listener->modelText(m_thinking->pieces[index]);
    later(m_executor, m_thinking->pieceDelayUs, m_alive, [this, index, job] { piece(index + 1, job); });
}

ToolRunner::CallId StubToolRunner::call(const ToolRequest &request, Done done)
{
    m_doing->called << request;
    const CallId id = ++m_last;
    if (m_doing->neverAnswers) return id;
    later(m_executor, m_doing->delayUs, m_alive, [this, id, done] {
        if (m_cancelled.contains(id)) return;
        if (m_doing->fails) return done(Error{Error::Code::Refused, {u"stub"_s}});
        done(ToolResponse{m_doing->status, QJsonDocument(m_doing->json.toObject()).toJson(), m_doing->json, 0});
    });
    return id;
}

void StubToolRunner::cancel(CallId call)
{
    m_cancelled.insert(call);
    ++m_doing->cancelled;
}

Result<std::unique_ptr<SpeechToText>> StubPortFactory::speechToText(const QString &, const QString &language, Executor &executor)
{
    if (recogniserMissing) return Error{Error::Code::LanguageUnsupported, {language}};
    auto made = std::make_unique<StubSpeechToText>(hearing, executor);
    made->setProvider(hearing->name);
    return std::unique_ptr<SpeechToText>(std::move(made));
}

Result<std::unique_ptr<SpeechToText>> StubPortFactory::speechToTextInstead(const QString &failed, const QString &, Executor &executor)
{
    if (!secondHearing) return Error{Error::Code::NotFound, {u"recogniser"_s, failed}};
    auto made = std::make_unique<StubSpeechToText>(secondHearing, executor);
    made->setProvider(secondHearing->name);
    return std::unique_ptr<SpeechToText>(std::move(made));
}

Result<std::unique_ptr<TextToSpeech>> StubPortFactory::textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor)
{
    const bool last = provider == "espeak"_L1;
    if (last ? espeakMissing : voiceMissing) return Error{Error::Code::VoiceMissing, {voice.language}};
    return std::unique_ptr<TextToSpeech>(std::make_unique<StubTextToSpeech>(last ? espeak : speaking, executor));
}

Result<std::unique_ptr<LanguageModel>> StubPortFactory::languageModel(const QString &provider, Executor &executor)
{
    if (secondThinking && provider == "second"_L1) return std::unique_ptr<LanguageModel>(std::make_unique<StubLanguageModel>(secondThinking, executor));
    if (modelMissing) return Error{Error::Code::NotConfigured, {provider}};
    return std::unique_ptr<LanguageModel>(std::make_unique<StubLanguageModel>(thinking, executor));
}

std::unique_ptr<VoiceActivity> StubPortFactory::voiceActivity()
{
    return makeActivity ? makeActivity() : std::make_unique<EnergyVoiceActivity>();
}

Result<std::unique_ptr<ToolRunner>> StubPortFactory::toolRunner(Executor &executor)
{
    return std::unique_ptr<ToolRunner>(std::make_unique<StubToolRunner>(doing, executor));
}

void StubPortFactory::prepareRecognition(const QString &, const QString &, std::function<void()> ready)
{
    ++modelsAsked;
    if (modelLoads) loaded = std::move(ready);
    else if (ready) ready();
}

} // namespace vox::stubs
