#include "app/assembly/machine_ports.h"
#include "app/dsp/energy_voice_activity.h"
#include "app/providers/local/cached_text_to_speech.h"
#include "app/providers/openai/chat_model.h"
#include "app/realtime/work_pool.h"
#include <QDir>
#include <QMutexLocker>

namespace vox {

using namespace Qt::StringLiterals;

std::optional<QByteArray> environmentSecret(const QString &name)
{
    QByteArray variable = "VOXDESK_SECRET_" + name.toUpper().toUtf8();
    for (char &c : variable)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    if (!qEnvironmentVariableIsSet(variable.constData())) return std::nullopt;
    return qgetenv(variable.constData());
}

MachinePorts::MachinePorts(const QString &depsFolder, const LocalRecognisers &recognisers, const LocalVoices &voices, HttpClient &http,
                           WorkPool &pool)
    : m_depsFolder(depsFolder), m_recognisers(recognisers), m_voices(voices), m_http(http), m_pool(pool), m_secrets(environmentSecret),
      m_vendors(http, [this](const QString &name) { return m_secrets(name); })
{
}

MachinePorts::~MachinePorts() = default;

void MachinePorts::setModelAddresses(QHash<QString, ModelAddress> addresses)
{
    const QMutexLocker lock(&m_mutex);
    m_addresses = std::move(addresses);
}

void MachinePorts::setEgress(EgressRules rules)
{
    const QMutexLocker lock(&m_mutex);
    m_egress = std::move(rules);
}

Result<std::unique_ptr<SpeechToText>> MachinePorts::speechToText(const QString &provider, const QString &language, Executor &executor)
{
    if (m_vendors.knows(provider)) return m_vendors.recogniser(provider, language, executor);
    return m_recognisers.make(provider, language, executor, m_pool);
}

Result<std::unique_ptr<SpeechToText>> MachinePorts::speechToTextInstead(const QString &failed, const QString &language, Executor &executor)
{
    return m_recognisers.makeInstead(failed, language, executor, m_pool);
}

Result<std::unique_ptr<TextToSpeech>> MachinePorts::textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor)
{
    if (!m_vendors.knows(provider)) return m_voices.make(provider, voice, executor, m_pool);
    auto made = m_vendors.voice(provider, executor);
    if (!made) return made.error();
    // What was spoken once is not paid for again; it stays in memory only.
    return std::unique_ptr<TextToSpeech>(std::make_unique<CachedTextToSpeech>(std::move(*made), m_vendors.identity(provider), m_voices.prompts(), executor));
}

Result<std::unique_ptr<LanguageModel>> MachinePorts::languageModel(const QString &provider, Executor &executor)
{
    ModelAddress address;
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_addresses.constFind(provider.isEmpty() && m_addresses.size() == 1 ? m_addresses.constBegin().key() : provider);
        if (found == m_addresses.constEnd())
            return Error(Error::Code::NotConfigured, {provider.isEmpty() ? u"language model"_s : provider});
        address = *found;
    }
    QByteArray key;
    if (!address.secret.isEmpty()) {
        const auto secret = m_secrets(address.secret);
        if (!secret) return Error(Error::Code::SecretMissing, {address.secret});
        key = *secret;
    }
    return std::unique_ptr<LanguageModel>(std::make_unique<ChatModel>(m_http, ChatEndpoint{address.base, key}, executor));
}

Result<SpeechModel> MachinePorts::speechModel(const QString &provider, const VoiceSettings &voice, Executor &executor)
{
    return m_vendors.speechModel(provider, voice, executor);
}

std::shared_ptr<const SileroModel> MachinePorts::silero()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_sileroTried) {
        m_sileroTried = true;
        const QString file = QDir(m_depsFolder).filePath(u"models/silero-vad/silero_vad.onnx"_s);
        m_silero = SileroModel::load(file.toStdU16String()).model;
        if (!m_silero) qWarning("The voice detector %s could not be loaded; loudness is used instead.", qUtf8Printable(file));
    }
    return m_silero;
}

std::unique_ptr<VoiceActivity> MachinePorts::voiceActivity()
{
    if (auto model = silero()) return std::make_unique<SileroVoiceActivity>(std::move(model));
    return std::make_unique<EnergyVoiceActivity>();
}

Result<std::unique_ptr<ToolRunner>> MachinePorts::toolRunner(Executor &executor)
{
    EgressRules rules;
    {
        const QMutexLocker lock(&m_mutex);
        rules = m_egress;
    }
    return std::unique_ptr<ToolRunner>(std::make_unique<HttpToolRunner>(m_http, std::move(rules), m_secrets, executor));
}

void MachinePorts::prepareSpeech(const QString &provider, const QStringList &texts, const VoiceSettings &voice)
{
    m_voices.prepare(provider, texts, voice, m_pool);
}

void MachinePorts::prepareRecognition(const QString &provider, const QString &language, std::function<void()> ready)
{
    // Somebody waits for it, or nobody does yet.
    const auto urgency = ready ? WorkPool::Urgency::Partial : WorkPool::Urgency::Background;
    m_pool.submit({urgency, 0, [this, provider, language, ready = std::move(ready)](const std::atomic_bool &) {
                       silero();
                       m_recognisers.prepare(provider, language);
                       if (ready) ready();
                       m_recognisers.prepareStandIn(provider, language);
                   }});
}

} // namespace vox
