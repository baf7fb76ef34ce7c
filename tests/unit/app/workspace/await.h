#pragma once
#include <QFuture>
#include <QTest>
#include "models/base/result.h"

namespace vox::test {

// The answer of a future, events being handled meanwhile; TimedOut after ten seconds.
template <typename T> T await(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished() && future.resultCount() > 0; }, 10'000)) return Error(Error::Code::TimedOut);
    return future.result();
}

} // namespace vox::test
