#include "app/telemetry/histograms.h"
#include <algorithm>
#include <cstring>
#include <span>

namespace vox::otlp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSets = 2000;
// Bounds of durations and tokens as the GenAI semantic conventions advise; of the turn's delay, finer where people feel it.
constexpr double kSeconds[] = {0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
constexpr double kFirstChunk[] = {0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};
constexpr double kTokens[] = {1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864};
constexpr double kDelay[] = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 5, 10};
constexpr double kMinutes[] = {5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600, 7200};

struct Instrument {
    const char *name, *description, *unit;
    std::span<const double> bounds;
};
constexpr Instrument kInstruments[] = {
    {"voxdesk.turn.latency", "Last sample of the caller to first sample of the answer", "s", kDelay},
    {"voxdesk.turn.latency.part", "What of a turn's latency was spent waiting for one part", "s", kDelay},
    {"voxdesk.barge_in.silence", "First sample of an interrupting caller to the agent's silence", "s", kDelay},
    {"voxdesk.conversation.duration", "Length of a conversation", "s", kMinutes},
    {"gen_ai.client.operation.duration", "Duration of an operation of a model or a tool", "s", kSeconds},
    {"gen_ai.client.operation.time_to_first_chunk", "Asking a model to its first text", "s", kFirstChunk},
    {"gen_ai.client.token.usage", "Tokens used by one answer of a model", "{token}", kTokens},
};

const Instrument &instrumentOf(const char *name)
{
    for (const Instrument &one : kInstruments)
        if (std::strcmp(one.name, name) == 0) return one;
    Q_UNREACHABLE();
}

QString keyOf(const char *instrument, const Attributes &attributes)
{
    QString key = QString::fromLatin1(instrument);
    for (const Attribute &one : attributes) {
        key += u'\n' + one.key + u'=';
        if (const auto *text = std::get_if<QString>(&one.value)) key += *text;
        else if (const auto *number = std::get_if<qint64>(&one.value)) key += QString::number(*number);
        else if (const auto *flag = std::get_if<bool>(&one.value)) key += *flag ? u'1' : u'0';
    }
    return key;
}

} // namespace

void Histograms::add(const Measurement &measurement)
{
    const Instrument &instrument = instrumentOf(measurement.instrument);
    Attributes attributes = measurement.attributes;
    QString key = keyOf(measurement.instrument, attributes);
    if (!m_index.contains(key) && m_points.size() >= kMostSets) {
        attributes = {{u"otel.metric.overflow"_s, true}};
        key = keyOf(measurement.instrument, attributes);
    }
    auto found = m_index.constFind(key);
    if (found == m_index.constEnd()) {
        Row row{measurement.instrument, {}};
        row.point.attributes = attributes;
        row.point.least = row.point.most = measurement.value;
        row.point.buckets.fill(0, qsizetype(instrument.bounds.size()) + 1);
        found = m_index.insert(key, m_points.size());
        m_points.append(row);
    }
    HistogramPoint &point = m_points[*found].point;
    ++point.count;
    point.sum += measurement.value;
    point.least = std::min(point.least, measurement.value);
    point.most = std::max(point.most, measurement.value);
    // A bucket holds what is above the bound before it and not above its own.
    const auto bound = std::lower_bound(instrument.bounds.begin(), instrument.bounds.end(), measurement.value);
    ++point.buckets[bound - instrument.bounds.begin()];
}

QList<Histogram> Histograms::upTo(qint64 nowNs) const
{
    QList<Histogram> out;
    for (const Instrument &instrument : kInstruments) {
        Histogram histogram{QString::fromLatin1(instrument.name), QString::fromLatin1(instrument.description),
                            QString::fromLatin1(instrument.unit), QList<double>(instrument.bounds.begin(), instrument.bounds.end()), {}};
        for (const Row &row : m_points) {
            if (std::strcmp(row.instrument, instrument.name) != 0) continue;
            histogram.points.append(row.point);
            histogram.points.last().startNs = m_startNs;
            histogram.points.last().endNs = nowNs;
        }
        if (!histogram.points.isEmpty()) out.append(histogram);
    }
    return out;
}

} // namespace vox::otlp
