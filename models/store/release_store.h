#pragma once
#include "models/base/result.h"
#include "models/documents/release.h"
#include <QList>

namespace vox {

// Releases and where the environments point. Part of a Store.
class ReleaseStore {
public:
    virtual ~ReleaseStore() = default;
    // Keeps a release under the next number (the `number` given is ignored) and answers it as it was kept. NotFound when a
    // revision it names is not there.
    virtual Result<Release> make(const Release &release) = 0;
    virtual Result<Release> release(const QString &id) = 0;
    virtual Result<Release> releaseByNumber(int number) = 0;
    // Its number without its documents; 0 for an empty id.
    virtual Result<int> numberOf(const QString &release) = 0;
    // Newest first; with `below`, only those with smaller numbers.
    virtual Result<QList<Release>> releases(int limit = 200, int below = 0) = 0;
    // A state for each environment but Draft, also when nothing was published.
    virtual Result<QList<EnvironmentState>> environments() = 0;
    // Replaces the state when the stored generation is still `state.generation`, else Conflict. Answers it with the new
    // generation.
    virtual Result<EnvironmentState> move(const EnvironmentState &state) = 0;
};

} // namespace vox
