#pragma once
#include "models/audio/peaks.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QString>

namespace vox {

// The waveforms of both lanes of a recording, in samples of 16 kHz. A value.
struct RecordingPeaks {
    Peaks caller;
    Peaks agent;
};

// Reads the whole recording once, a piece at a time. Errors of openSound().
Result<RecordingPeaks> peaksOf(const QString &recording);

// For the file beside a recording. Damaged bytes give nothing.
QByteArray packPeaks(const RecordingPeaks &peaks);
std::optional<RecordingPeaks> unpackPeaks(const QByteArray &bytes);

} // namespace vox
