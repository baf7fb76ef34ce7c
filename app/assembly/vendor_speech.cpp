#include "app/assembly/vendor_speech.h"
#include "app/providers/net/web_socket.h"
#include "app/providers/openai/realtime_model.h"
#include "app/providers/openai/realtime_transcription.h"
#include "app/providers/openai/speech_voice.h"
#include "app/providers/openai/transcription.h"
#include "app/providers/yandex/speechkit_recogniser.h"
#include "app/providers/yandex/speechkit_voice.h"
#include <QMutexLocker>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QStringList schemesOf(SpeechProviderKind kind)
{
    return kind == SpeechProviderKind::OpenAiRealtime ? QStringList{u"wss"_s, u"ws"_s} : QStringList{u"https"_s, u"http"_s};
}

} // namespace

VendorSpeech::VendorSpeech(HttpClient &http, SecretSource secrets) : m_http(http), m_secrets(std::move(secrets)) {}
VendorSpeech::~VendorSpeech() = default;

void VendorSpeech::setProviders(QMap<QString, SpeechProvider> providers)
{
    const QMutexLocker lock(&m_mutex);
    m_providers = std::move(providers);
}

bool VendorSpeech::knows(const QString &name) const
{
    const QMutexLocker lock(&m_mutex);
    return m_providers.contains(name);
}

QString VendorSpeech::identity(const QString &name) const
{
    const QMutexLocker lock(&m_mutex);
    const SpeechProvider provider = m_providers.value(name);
    return QStringList{enumName(provider.kind), provider.address, provider.speechModel, provider.voice}.join(u'\n');
}

WebSockets &VendorSpeech::sockets()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_sockets) m_sockets = std::make_unique<WebSockets>();
    return *m_sockets;
}

CallStreams *VendorSpeech::calls()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_calls) m_calls = CallStreams::make();
    return m_calls.get();
}

Result<VendorSpeech::Ready> VendorSpeech::ready(const QString &name, Side side) const
{
    Ready ready;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_providers.contains(name)) return Error(Error::Code::NotFound, {u"provider"_s, name});
        ready.provider = m_providers.value(name);
    }
    // SpeechKit hears and speaks at different addresses.
    QString address = ready.provider.address;
    if (address.isEmpty()) address = side == Side::Hears ? u"https://stt.api.cloud.yandex.net"_s : u"https://tts.api.cloud.yandex.net"_s;
    ready.address = QUrl(address, QUrl::StrictMode);
    if (!ready.address.isValid() || ready.address.host().isEmpty() || !schemesOf(ready.provider.kind).contains(ready.address.scheme()))
        return Error(Error::Code::BadValue, {u"speech_providers.address"_s, ready.provider.address});
    if (ready.provider.secret.isEmpty()) return ready;
    const auto secret = m_secrets(ready.provider.secret);
    if (!secret) return Error(Error::Code::SecretMissing, {ready.provider.secret});
    ready.key = *secret;
    return ready;
}

Result<std::unique_ptr<SpeechToText>> VendorSpeech::recogniser(const QString &name, const QString &language, Executor &executor)
{
    const auto vendor = ready(name, Side::Hears);
    if (!vendor) return vendor.error();
    const auto &[provider, address, key] = *vendor;
    using Made = std::unique_ptr<SpeechToText>;
    switch (provider.kind) {
    case SpeechProviderKind::OpenAi:
        return Made(std::make_unique<OpenAiTranscription>(
            m_http, OpenAiTranscription::Options{{name, address, key}, provider.recognitionModel, language}, executor));
    case SpeechProviderKind::OpenAiRealtime:
        return Made(std::make_unique<RealtimeTranscription>(
            sockets(), RealtimeTranscription::Options{name, address, key, provider.recognitionModel, language}, executor));
    case SpeechProviderKind::Yandex:
        if (CallStreams *streams = calls())
            return Made(std::make_unique<SpeechKitRecogniser>(
                *streams, SpeechKitRecogniser::Options{{name, address, key, provider.folder}, provider.recognitionModel, language}, executor));
        break;
    }
    return Error(Error::Code::NotConfigured, {name});
}

Result<SpeechModel> VendorSpeech::speechModel(const QString &name, const VoiceSettings &voice, Executor &executor)
{
    const auto vendor = ready(name, Side::Speaks);
    if (!vendor) return vendor.error();
    const auto &[provider, address, key] = *vendor;
    if (provider.kind != SpeechProviderKind::OpenAiRealtime) return Error(Error::Code::NotConfigured, {name});
    RealtimeModelOptions options{name, address, key, provider.speechModel, voice.voice.isEmpty() ? provider.voice : voice.voice, provider.recognitionModel, voice.language};
    options.rate = voice.rate;
    return makeRealtimeModel(sockets(), options, executor);
}

Result<std::unique_ptr<TextToSpeech>> VendorSpeech::voice(const QString &name, Executor &executor)
{
    const auto vendor = ready(name, Side::Speaks);
    if (!vendor) return vendor.error();
    const auto &[provider, address, key] = *vendor;
    if (provider.kind == SpeechProviderKind::OpenAi)
        return std::unique_ptr<TextToSpeech>(
            std::make_unique<OpenAiVoice>(m_http, OpenAiVoice::Options{{name, address, key}, provider.speechModel, provider.voice}, executor));
    CallStreams *streams = provider.kind == SpeechProviderKind::Yandex ? calls() : nullptr;
    if (!streams) return Error(Error::Code::NotConfigured, {name});
    return std::unique_ptr<TextToSpeech>(
        std::make_unique<SpeechKitVoice>(*streams, SpeechKitVoice::Options{{name, address, key, provider.folder}, provider.voice}, executor));
}

} // namespace vox
