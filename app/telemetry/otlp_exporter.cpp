#include "app/telemetry/otlp_exporter.h"
#include "app/telemetry/otlp_json.h"
#include "app/telemetry/otlp_protobuf.h"
#include "app/telemetry/redacted_otlp.h"
#include "vox_build.h"
#include <QDateTime>
#include <QSysInfo>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

qint64 utcNs() { return QDateTime::currentMSecsSinceEpoch() * 1000000; }

otlp::Sender senderOf(const OtlpSettings &settings)
{
    otlp::Sender who{{{u"service.name"_s, settings.serviceName},
                      {u"service.version"_s, QString::fromLatin1(build::version)},
                      {u"host.name"_s, QSysInfo::machineHostName()},
                      {u"telemetry.sdk.name"_s, u"voxdesk"_s},
                      {u"telemetry.sdk.language"_s, u"cpp"_s},
                      {u"telemetry.sdk.version"_s, QString::fromLatin1(build::version)}},
                     QString::fromLatin1(build::version)};
    for (auto it = settings.resource.begin(); it != settings.resource.end(); ++it) who.resource.append({it.key(), it->toVariant().toString()});
    return who;
}

} // namespace

OtlpExporter::OtlpExporter(HttpClient &client, SecretSource secrets, const OtlpSettings &settings, Executor &executor, RedactionSource redaction)
    : m_settings(settings), m_executor(executor), m_redaction(std::move(redaction)), m_who(senderOf(settings)), m_sender(client, std::move(secrets), settings, executor),
      m_histograms(utcNs())
{
}

OtlpExporter::~OtlpExporter()
{
    if (m_timer) m_executor.cancel(m_timer);
}

void OtlpExporter::add(otlp::ConversationTrace::Output output)
{
    if (m_settings.traces) {
        if (m_spans.isEmpty()) m_spansSinceUs = m_executor.nowUs();
        const qsizetype room = std::max<qsizetype>(0, kMostWaiting - m_spans.size());
        m_counts.droppedSpans += std::max<qsizetype>(0, output.spans.size() - room);
        m_spans.append(output.spans.first(std::min(room, output.spans.size())));
    }
    if (m_settings.metrics && !output.measurements.isEmpty()) {
        if (!m_measured) m_measuredSinceUs = m_executor.nowUs();
        m_measured = true;
        for (const auto &measurement : output.measurements) m_histograms.add(measurement);
    }
    next(When::Due);
}

void OtlpExporter::flush(std::function<void()> done)
{
    m_flushes.append(std::move(done));
    m_sender.hurry(true);
    next(When::Now);
}

OtlpExporter::Counts OtlpExporter::counts() const
{
    Counts counts = m_counts;
    counts.waitingSpans = m_spans.size();
    return counts;
}

void OtlpExporter::wakeAt(std::int64_t us)
{
    m_timer = m_executor.callAt(us, [this] {
        m_timer = 0;
        next(When::Due);
    });
}

void OtlpExporter::next(When when)
{
    if (m_sender.isBusy()) return;
    if (m_timer) m_executor.cancel(std::exchange(m_timer, 0));
    const std::int64_t now = m_executor.nowUs();
    const bool all = when == When::Now || !m_flushes.isEmpty();
    if (!m_spans.isEmpty() && (all || m_spans.size() >= kBatch || now >= m_spansSinceUs + kTracesEveryUs)) return sendTraces();
    if (m_measured && (all || now >= m_measuredSinceUs + kMetricsEveryUs)) return sendMetrics();
    m_sender.hurry(false);
    for (const auto flushes = std::exchange(m_flushes, {}); const auto &done : flushes) done();
    if (!m_spans.isEmpty()) wakeAt(m_spansSinceUs + kTracesEveryUs);
    else if (m_measured) wakeAt(m_measuredSinceUs + kMetricsEveryUs);
}

void OtlpExporter::sendTraces()
{
    QList<otlp::Span> batch = m_spans.first(std::min(kBatch, m_spans.size()));
    m_spans.remove(0, batch.size());
    const Redaction hidden = redaction();
    for (otlp::Span &span : batch) otlp::redact(span, hidden);
    otlp::Sender who = m_who;
    otlp::redact(who.resource, hidden);
    m_spansSinceUs = m_executor.nowUs();
    const bool json = m_settings.protocol == OtlpProtocol::Json;
    const QByteArray body = json ? otlp::tracesJson(batch, who) : otlp::tracesProtobuf(batch, who);
    m_sender.send(u"traces"_s, body, [this, size = batch.size()](const Result<OtlpSender::Answer> &answer) {
        if (answer) {
            m_counts.sentSpans += size;
            m_counts.rejectedSpans += answer->rejected;
        } else {
            m_counts.droppedSpans += size;
            m_counts.lastError = otlp::redacted(answer.error(), redaction());
        }
        next(When::Due);
    });
}

void OtlpExporter::sendMetrics()
{
    m_measured = false;
    auto histograms = m_histograms.upTo(utcNs());
    const Redaction hidden = redaction();
    for (otlp::Histogram &histogram : histograms)
        for (otlp::HistogramPoint &point : histogram.points) otlp::redact(point.attributes, hidden);
    otlp::Sender who = m_who;
    otlp::redact(who.resource, hidden);
    const bool json = m_settings.protocol == OtlpProtocol::Json;
    const QByteArray body = json ? otlp::metricsJson(histograms, who) : otlp::metricsProtobuf(histograms, who);
    m_sender.send(u"metrics"_s, body, [this](const Result<OtlpSender::Answer> &answer) {
        if (answer) {
            ++m_counts.sentMetrics;
        } else { // nothing is lost: histograms are cumulative, the next ones hold it
            ++m_counts.droppedMetrics;
            m_counts.lastError = otlp::redacted(answer.error(), redaction());
        }
        next(When::Due);
    });
}

} // namespace vox
