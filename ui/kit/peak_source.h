#pragma once
#include <QtGlobal>

namespace vox::kit {

enum class LaneSide : quint8 { Caller, Agent };

// One pixel column of sound: -1 to 1, rms 0 to 1.
struct PeakColumn {
    float low = 0;
    float high = 0;
    float rms = 0;
};

// Where lanes get their shape from: a pyramid, a file's stored peaks, a live ring. Asked on the main thread while painting,
// so it answers from memory.
class PeakSource {
public:
    virtual ~PeakSource() = default;
    // Fills `columns` columns that divide [fromUs, toUs) evenly; beyond the end they are zero.
    virtual void minMaxRms(qint64 fromUs, qint64 toUs, int columns, LaneSide side, PeakColumn *into) const = 0;
    virtual qint64 durationUs() const = 0;
};

} // namespace vox::kit
