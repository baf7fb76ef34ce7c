#pragma once
#include "models/audio/peaks.h"
#include "ui/kit/peak_source.h"

namespace vox {

// The waveforms of both lanes as the lanes ask for them; the peaks outlive it, null ones are silent. Speech rarely reaches a
// third of full scale, so both lanes are drawn with one gain: fixed while sound still comes, else what fills the lane.
// GUI thread.
class CallPeaks final : public kit::PeakSource {
public:
    CallPeaks() = default;
    enum class Sound { Growing, Complete };
    CallPeaks(const Peaks *caller, const Peaks *agent, Sound sound);

    void minMaxRms(qint64 fromUs, qint64 toUs, int columns, kit::LaneSide side, kit::PeakColumn *into) const override;
    qint64 durationUs() const override;

private:
    const Peaks *m_caller = nullptr;
    const Peaks *m_agent = nullptr;
    float m_gain = 1;
};

} // namespace vox
