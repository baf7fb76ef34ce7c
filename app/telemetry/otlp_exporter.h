#pragma once
#include "app/telemetry/conversation_trace.h"
#include "app/telemetry/histograms.h"
#include "app/telemetry/otlp_sender.h"
#include "models/base/redaction.h"

namespace vox {

// Gathers spans and measurements into batches and sends them: traces when 512 spans wait or after two seconds, histograms
// every 30 s. What waits is bounded; what does not fit is dropped and counted. One per destination, on its executor.
class OtlpExporter {
public:
    static constexpr qsizetype kBatch = 512, kMostWaiting = 20000;
    static constexpr std::int64_t kTracesEveryUs = 2000000, kMetricsEveryUs = 30000000;

    struct Counts {
        qint64 sentSpans = 0, droppedSpans = 0, rejectedSpans = 0, sentMetrics = 0, droppedMetrics = 0;
        qint64 waitingSpans = 0;
        std::optional<Error> lastError; // of what was dropped last
    };

    // `redaction`: values that no attribute, name or message of what is sent may hold; asked for each batch.
    OtlpExporter(HttpClient &client, SecretSource secrets, const OtlpSettings &settings, Executor &executor, RedactionSource redaction = {});
    ~OtlpExporter();

    void add(otlp::ConversationTrace::Output output);
    // Sends what waits without waiting for company, then calls `done`. What fails then is not tried again.
    void flush(std::function<void()> done);
    Counts counts() const;

private:
    enum class When { Due, Now };
    void next(When when);
    void sendTraces();
    void sendMetrics();
    void wakeAt(std::int64_t us);
    Redaction redaction() const { return m_redaction ? m_redaction() : Redaction(); }

    const OtlpSettings m_settings;
    Executor &m_executor;
    const RedactionSource m_redaction;
    otlp::Sender m_who;
    OtlpSender m_sender;
    QList<otlp::Span> m_spans;
    otlp::Histograms m_histograms;
    bool m_measured = false;           // since the histograms were sent last
    std::int64_t m_spansSinceUs = 0, m_measuredSinceUs = 0;
    Executor::TimerId m_timer = 0;
    QList<std::function<void()>> m_flushes;
    Counts m_counts;
};

} // namespace vox
