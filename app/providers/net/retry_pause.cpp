#include "app/providers/net/retry_pause.h"

namespace vox {

std::optional<qint64> pauseBeforeRetryMs(const Error &error, int tries, qint64 patienceMs)
{
    constexpr int kMostTries = 3;
    if (tries >= kMostTries) return std::nullopt;
    qint64 pause = 150LL << (tries - 1);
    switch (error.code) {
    case Error::Code::Refused:
    case Error::Code::Unreachable: break;
    case Error::Code::ServerFailed:
        if (error.args.value(1).toInt() < 500) return std::nullopt;
        break;
    case Error::Code::RateLimited: {
        bool isNumber = false;
        const double seconds = error.args.value(1).toDouble(&isNumber);
        if (isNumber && seconds >= 0) pause = qint64(seconds * 1000);
        break;
    }
    default: return std::nullopt;
    }
    return pause <= patienceMs ? std::optional(pause) : std::nullopt;
}

} // namespace vox
