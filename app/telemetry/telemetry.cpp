#include "app/telemetry/telemetry.h"
#include "app/realtime/live_executor.h"
#include <QJsonObject>
#include <QPromise>
#include <atomic>
#include <future>

namespace vox {

using otlp::ConversationTrace;

struct Telemetry::State {
    std::atomic_bool on{false};
    std::atomic<ConversationTrace::Words> words{ConversationTrace::Words::Leave};
    std::unique_ptr<OtlpExporter> exporter;
};

Telemetry::Telemetry(HttpClient &client, SecretSource secrets)
    : m_client(client), m_secrets(std::move(secrets)), m_executor(std::make_unique<LiveExecutor>()), m_state(std::make_shared<State>())
{
}

// The exporter dies where it lived; the executor then runs what was posted and joins.
Telemetry::~Telemetry()
{
    if (isOn()) {
        auto sent = std::make_shared<std::promise<void>>();
        m_executor->post([state = m_state, sent] {
            if (state->exporter) state->exporter->flush([sent] { sent->set_value(); });
            else sent->set_value();
        });
        sent->get_future().wait_for(std::chrono::seconds(1));
    }
    m_executor->post([state = m_state] { state->exporter.reset(); });
}

Result<void> Telemetry::configure(const QJsonValue &setting)
{
    const auto settings = fromJson<OtlpSettings>(setting.toObject());
    const auto good = settings.check();
    const bool on = good && *good;
    m_state->on = on;
    m_state->words = settings.words ? ConversationTrace::Words::Include : ConversationTrace::Words::Leave;
    m_executor->post([this, settings, on, state = m_state] {
        state->exporter.reset();
        if (on) state->exporter = std::make_unique<OtlpExporter>(m_client, m_secrets, settings, *m_executor, m_redaction);
    });
    if (!good) return good.error();
    return {};
}

bool Telemetry::isOn() const { return m_state->on; }

Telemetry::EventSink Telemetry::follow()
{
    if (!isOn()) return {};
    auto trace = std::make_shared<ConversationTrace>(m_state->words);
    return [trace, state = m_state, executor = m_executor.get()](const ConversationEvent &event) {
        if (std::holds_alternative<events::Partial>(event.body) || std::holds_alternative<events::Checkpoint>(event.body)
            || std::holds_alternative<events::Remembered>(event.body)) return;
        executor->post([trace, state, event] {
            auto output = trace->add(event);
            if (state->exporter && (!output.spans.isEmpty() || !output.measurements.isEmpty())) state->exporter->add(std::move(output));
        });
    };
}

void Telemetry::exportStored(QList<ConversationEvent> events)
{
    m_executor->post([state = m_state, events = std::move(events)] {
        if (!state->exporter) return;
        ConversationTrace trace(state->words);
        for (const ConversationEvent &event : events) state->exporter->add(trace.add(event));
        state->exporter->add(trace.finish());
    });
}

QFuture<OtlpExporter::Counts> Telemetry::flush()
{
    auto promise = std::make_shared<QPromise<OtlpExporter::Counts>>();
    promise->start();
    m_executor->post([state = m_state, promise] {
        const auto done = [state, promise] {
            promise->addResult(state->exporter ? state->exporter->counts() : OtlpExporter::Counts());
            promise->finish();
        };
        if (state->exporter) state->exporter->flush(done);
        else done();
    });
    return promise->future();
}

} // namespace vox
