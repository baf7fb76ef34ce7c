#pragma once
#include "models/audio/peaks.h"
#include "ui/kit/peak_source.h"
#include <algorithm>
#include <array>

namespace vox::test {

// Sound of both lanes for widgets to draw. A value; main thread.
class TwoLanes final : public kit::PeakSource {
public:
    void append(kit::LaneSide side, Samples samples) { m_lanes[std::size_t(side)].add(samples); }
    void minMaxRms(qint64 fromUs, qint64 toUs, int columns, kit::LaneSide side, kit::PeakColumn *into) const override
    {
        const double perUs = double(kSampleRate) / 1e6;
        const auto peaks = m_lanes[std::size_t(side)].columns(double(fromUs) * perUs, double(toUs - fromUs) * perUs / columns, std::size_t(columns));
        std::transform(peaks.begin(), peaks.end(), into, [](const Peak &peak) { return kit::PeakColumn{peak.min, peak.max, peak.rms}; });
    }
    qint64 durationUs() const override { return qint64(std::max(m_lanes[0].samples(), m_lanes[1].samples())) * 1'000'000 / kSampleRate; }

private:
    std::array<Peaks, 2> m_lanes;
};

} // namespace vox::test
