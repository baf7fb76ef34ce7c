#pragma once
#include "ui/kit/peak_source.h"
#include <array>
#include <span>
#include <vector>

namespace vox::kit {

// Peaks of both lanes at halving resolution from blocks of 64 samples (4 ms at 16 kHz): 30 minutes take about 9 MB and any
// view reads a few thousand values. Grows while a conversation is live. Main thread.
class PeakPyramid : public PeakSource {
public:
    explicit PeakPyramid(int sampleRate = 16000);
    void clear();
    // Samples that follow the ones given before, -1 to 1.
    void append(LaneSide side, std::span<const float> samples);

    void minMaxRms(qint64 fromUs, qint64 toUs, int columns, LaneSide side, PeakColumn *into) const override;
    qint64 durationUs() const override;
    static constexpr int blockSamples = 64;

private:
    struct Cell {
        qint8 low, high;
        quint8 rms;
    };
    struct Lane {
        std::vector<std::vector<Cell>> levels;
        float low = 0, high = 0;
        double square = 0;
        int filled = 0;
        qint64 samples = 0;
    };
    static Cell joined(const Cell &a, const Cell &b);
    void push(Lane &lane, Cell cell);
    std::array<Lane, 2> m_lanes;
    int m_rate;
};

} // namespace vox::kit
