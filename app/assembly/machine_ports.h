#pragma once
#include "app/assembly/vendor_speech.h"
#include "app/dsp/silero_voice_activity.h"
#include "app/ports/port_factory.h"
#include "app/providers/local/local_recognisers.h"
#include "app/providers/local/local_voices.h"
#include "app/providers/net/http_client.h"
#include "app/providers/net/http_tool_runner.h"
#include <QHash>
#include <QMutex>

namespace vox {

class WorkPool;

// An OpenAI-compatible server an operator has set up, by the name agents call it.
struct ModelAddress {
    QUrl base;
    QString secret; // name of the key, empty: none is sent
};

// Gives conversations their parts: local recognisers and voices, HTTP tools, language models by address. Any thread.
class MachinePorts final : public PortFactory {
public:
    MachinePorts(const QString &depsFolder, const LocalRecognisers &recognisers, const LocalVoices &voices, HttpClient &http, WorkPool &pool);
    ~MachinePorts() override;

    void setSpeechProviders(QMap<QString, SpeechProvider> providers) { m_vendors.setProviders(std::move(providers)); }
    void setModelAddresses(QHash<QString, ModelAddress> addresses);
    // Where keys come from at the moment they are needed; until then from the environment alone. Before the first call.
    void setSecrets(SecretSource secrets) { m_secrets = std::move(secrets); }
    std::optional<QByteArray> secret(const QString &name) const { return m_secrets(name); }
    // Where the tools of calls that begin later may send requests.
    void setEgress(EgressRules rules);

    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<SpeechToText>> speechToTextInstead(const QString &failed, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor) override;
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &provider, Executor &executor) override;
    Result<SpeechModel> speechModel(const QString &provider, const VoiceSettings &voice, Executor &executor) override;
    std::unique_ptr<VoiceActivity> voiceActivity() override;
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override;
    void prepareSpeech(const QString &provider, const QStringList &texts, const VoiceSettings &voice) override;
    void prepareRecognition(const QString &provider, const QString &language, std::function<void()> ready) override;

private:
    std::shared_ptr<const SileroModel> silero();

    const QString m_depsFolder;
    const LocalRecognisers &m_recognisers;
    const LocalVoices &m_voices;
    HttpClient &m_http;
    WorkPool &m_pool;
    SecretSource m_secrets;
    VendorSpeech m_vendors;
    QMutex m_mutex; // guards what follows
    QHash<QString, ModelAddress> m_addresses;
    EgressRules m_egress;
    std::shared_ptr<const SileroModel> m_silero;
    bool m_sileroTried = false;
};

// The value of a secret: the environment variable VOXDESK_SECRET_<NAME>, upper case, other characters as "_".
std::optional<QByteArray> environmentSecret(const QString &name);

} // namespace vox
