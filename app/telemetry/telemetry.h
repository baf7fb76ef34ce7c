#pragma once
#include "app/telemetry/otlp_exporter.h"
#include "models/conversation/event.h"
#include <QFuture>
#include <QJsonValue>

namespace vox {

class LiveExecutor;

// Sends conversations to where the workspace's setting "telemetry.otlp" says, from a thread of its own: those that run
// while they run, and stored ones when asked. Owned by app/assembly; any thread. The client outlives it.
class Telemetry {
public:
    using EventSink = std::function<void(const ConversationEvent &)>;

    Telemetry(HttpClient &client, SecretSource secrets);
    ~Telemetry(); // sends what waits for at most a second

    // Values that are left out of all that is sent, of the words too. Before the first configure().
    void setRedaction(RedactionSource redaction) { m_redaction = std::move(redaction); }
    // Reads the setting; takes effect for what comes from then on. Errors: BadValue; then nothing is sent.
    Result<void> configure(const QJsonValue &setting);
    bool isOn() const;

    // One running conversation: give it every event, on any one thread. Only copies and posts. Empty when nothing is sent.
    EventSink follow();
    // A stored one, whole.
    void exportStored(QList<ConversationEvent> events);
    // Sends everything that waits, once; answers what was sent and dropped since the setting was read.
    QFuture<OtlpExporter::Counts> flush();

private:
    struct State;
    HttpClient &m_client;
    const SecretSource m_secrets;
    RedactionSource m_redaction;
    std::unique_ptr<LiveExecutor> m_executor;
    std::shared_ptr<State> m_state; // belongs to the executor's thread, but for what is atomic
};

} // namespace vox
