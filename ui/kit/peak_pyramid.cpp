#include "ui/kit/peak_pyramid.h"
#include <algorithm>
#include <cmath>

namespace vox::kit {

namespace {

qint8 packed(float value)
{
    return qint8(std::lround(std::clamp(value, -1.0f, 1.0f) * 127));
}

} // namespace

PeakPyramid::PeakPyramid(int sampleRate)
    : m_rate(sampleRate)
{
    clear();
}

void PeakPyramid::clear()
{
    m_lanes = {};
    for (Lane &lane : m_lanes) lane.levels.resize(1);
}

PeakPyramid::Cell PeakPyramid::joined(const Cell &a, const Cell &b)
{
    const double square = (double(a.rms) * a.rms + double(b.rms) * b.rms) / 2;
    return {std::min(a.low, b.low), std::max(a.high, b.high), quint8(std::lround(std::sqrt(square)))};
}

// A finished pair makes one cell of the next level.
void PeakPyramid::push(Lane &lane, Cell cell)
{
    for (size_t level = 0;; ++level) {
        if (level == lane.levels.size()) lane.levels.emplace_back();
        auto &cells = lane.levels[level];
        cells.push_back(cell);
        if (cells.size() % 2 != 0) return;
        cell = joined(cells[cells.size() - 2], cells.back());
    }
}

void PeakPyramid::append(LaneSide side, std::span<const float> samples)
{
    Lane &lane = m_lanes[size_t(side)];
    lane.samples += qint64(samples.size());
    while (!samples.empty()) {
        const size_t take = std::min(samples.size(), size_t(blockSamples - lane.filled));
        float low = lane.low, high = lane.high, square = 0;
        for (const float *at = samples.data(), *end = at + take; at != end; ++at) {
            low = *at < low ? *at : low;
            high = *at > high ? *at : high;
            square += *at * *at;
        }
        lane.low = low;
        lane.high = high;
        lane.square += double(square);
        lane.filled += int(take);
        samples = samples.subspan(take);
        if (lane.filled < blockSamples) break;
        const double rms = std::sqrt(lane.square / blockSamples);
        push(lane, {packed(lane.low), packed(lane.high), quint8(std::lround(std::min(rms, 1.0) * 255))});
        lane.low = lane.high = 0;
        lane.square = 0;
        lane.filled = 0;
    }
}

qint64 PeakPyramid::durationUs() const
{
    return std::max(m_lanes[0].samples, m_lanes[1].samples) * 1'000'000 / m_rate;
}

void PeakPyramid::minMaxRms(qint64 fromUs, qint64 toUs, int columns, LaneSide side, PeakColumn *into) const
{
    const Lane &lane = m_lanes[size_t(side)];
    const double blockUs = blockSamples * 1e6 / m_rate, perColumn = double(toUs - fromUs) / std::max(1, columns);
    size_t level = 0;
    double cellUs = blockUs;
    while (level + 1 < lane.levels.size() && cellUs * 2 <= perColumn) {
        ++level;
        cellUs *= 2;
    }
    const auto &cells = lane.levels[level];
    const auto last = qint64(cells.size());
    for (int i = 0; i < columns; ++i) {
        const qint64 first = std::max<qint64>(0, qint64(std::floor((double(fromUs) + i * perColumn) / cellUs)));
        const qint64 end = std::max(first + 1, qint64(std::floor((double(fromUs) + (i + 1) * perColumn) / cellUs)));
        PeakColumn column;
        double square = 0;
        qint64 count = 0;
        for (qint64 at = first; at < std::min(end, last); ++at, ++count) {
            const Cell &cell = cells[size_t(at)];
            column.low = std::min(column.low, float(cell.low) / 127);
            column.high = std::max(column.high, float(cell.high) / 127);
            square += double(cell.rms) * cell.rms;
        }
        if (count > 0) column.rms = float(std::sqrt(square / double(count)) / 255);
        into[i] = column;
    }
}

} // namespace vox::kit
