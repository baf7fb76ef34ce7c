#pragma once
#include "app/workspace/speech_providers.h"
#include "app/ports/speech_model.h"
#include "app/ports/speech_to_text.h"
#include "app/ports/text_to_speech.h"
#include "app/providers/net/http_tool_runner.h"
#include <QMutex>
#include <memory>

namespace vox {

class CallStreams;
class WebSockets;

// Makes recognisers and voices of the vendors an operator has set up. Owned by the MachinePorts; any thread. Keys are
// looked up when something is made and kept by what was made.
class VendorSpeech {
public:
    VendorSpeech(HttpClient &http, SecretSource secrets);
    ~VendorSpeech();

    void setProviders(QMap<QString, SpeechProvider> providers);
    bool knows(const QString &name) const;
    // Of a voice, for the cache of prompts: changes with the address, the model and the usual voice.
    QString identity(const QString &name) const;
    // Errors: NotFound, SecretMissing, BadValue (the address), NotConfigured (this build has no such vendor).
    Result<std::unique_ptr<SpeechToText>> recogniser(const QString &name, const QString &language, Executor &executor);
    Result<std::unique_ptr<TextToSpeech>> voice(const QString &name, Executor &executor);
    // NotConfigured: the vendor has none.
    Result<SpeechModel> speechModel(const QString &name, const VoiceSettings &voice, Executor &executor);

private:
    struct Ready {
        SpeechProvider provider;
        QUrl address;
        QByteArray key;
    };
    enum class Side { Hears, Speaks };
    Result<Ready> ready(const QString &name, Side side) const;
    WebSockets &sockets();
    CallStreams *calls(); // nullptr in a build without gRPC

    HttpClient &m_http;
    const SecretSource m_secrets;
    mutable QMutex m_mutex; // guards what follows
    QMap<QString, SpeechProvider> m_providers;
    std::unique_ptr<WebSockets> m_sockets; // with the first that needs them, as all below
    std::unique_ptr<CallStreams> m_calls;
};

} // namespace vox
