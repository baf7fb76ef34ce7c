#pragma once
#include "app/host/conversation_host.h"
#include "app/providers/local/local_recognisers.h"
#include "app/providers/local/local_voices.h"
#include "models/base/redaction.h"
#include <functional>
#include <memory>
#include <optional>

namespace vox {

class HttpClient;
class MachinePorts;
class Settings;
struct ShelvedModel;
class Telemetry;
class WorkPool;

// The parts of this machine wired together: what every program shares. Owned by main(); outlives the workspace's calls.
// Building it opens voices (tens of milliseconds) and loads no model; models load when a call needs them or are asked
// for by prepareRecognition().
class Assembly {
public:
    struct Options {
        QString depsFolder;       // empty: where setup puts models and voices
        int workers = 1;          // threads that run conversations
        int inferenceThreads = 0; // 0: one a core
        QString modelProgram;     // what hosts models that a person added, itself started with kModelHost; empty: they are left out
    };
    explicit Assembly(const Options &options);
    ~Assembly();

    // Addresses of language models, names of their keys, vendors of speech, where tools may send requests and where
    // telemetry goes come from the workspace's settings; what changes there counts for calls that begin later.
    void setSettings(const Settings *settings);
    // Looks up a key by name when a call needs it; called on any thread. Before the first call.
    void setSecrets(std::function<std::optional<QByteArray>(const QString &name)> secrets);

    // What telemetry leaves out. Before the first call.
    void setRedaction(RedactionSource redaction);

    // A model that came on the shelf or left it; counts for calls that begin later.
    void addShelved(const ShelvedModel &model);
    void removeShelved(const QString &id);

    PortFactory &ports();
    ConversationHost &host();
    WorkPool &pool();
    Telemetry &telemetry();
    const LocalVoices &voices() const;
    const LocalRecognisers &recognisers() const;

private:
    void configureTelemetry(const Settings *settings);

    QString m_depsFolder, m_modelProgram;
    LocalRecognisers m_recognisers;
    std::unique_ptr<LocalVoices> m_voices;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Telemetry> m_telemetry;
    std::unique_ptr<WorkPool> m_pool;
    std::unique_ptr<MachinePorts> m_ports;
    std::unique_ptr<ConversationHost> m_host;
};

} // namespace vox
