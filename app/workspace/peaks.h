#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QString>
#include <vector>

namespace vox {

// Loudness of a recording for drawing, as a pyramid: a bin of level 0 covers 10 ms, each level above halves the number
// of bins. A value.
struct Peaks {
    struct Bin {
        qint8 low = 0, high = 0; // in 1/127 of full scale
        quint8 rms = 0;          // in 1/255 of full scale
        friend bool operator==(const Bin &, const Bin &) = default;
    };
    static constexpr int binMs = 10;
    using Lane = std::vector<std::vector<Bin>>; // [level][bin]
    Lane caller;
    Lane agent;
};

// Reads the whole recording once, a piece at a time. Errors of openSound().
Result<Peaks> peaksOf(const QString &recording);

// For the file beside a recording; levels above 0 are made again on reading. Damaged bytes give nothing.
QByteArray packPeaks(const Peaks &peaks);
std::optional<Peaks> unpackPeaks(const QByteArray &bytes);

} // namespace vox
