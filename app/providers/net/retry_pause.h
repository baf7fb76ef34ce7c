#pragma once
#include "models/base/error.h"
#include <optional>

namespace vox {

// How long to wait before a call that failed is worth another try while somebody listens: what the server asked for, or
// 150 ms, then 300 ms; nothing when a further try would not help or come too late. `tries`: made so far, from 1.
std::optional<qint64> pauseBeforeRetryMs(const Error &error, int tries, qint64 patienceMs = 1500);

} // namespace vox
