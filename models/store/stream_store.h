#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include <QByteArray>

namespace vox {

// Long bytes that belong to a conversation and are uploaded piece by piece: its events and its recording. Part of the
// server's store; a console keeps files.
class StreamStore {
public:
    enum class Part { Events, Recording };
    struct State {
        qint64 size = 0;
        QString sha256; // empty until sealed
    };

    virtual ~StreamStore() = default;
    // Size 0 when nothing has come.
    virtual Result<State> state(ConversationId id, Part part) = 0;
    // Appends when the size is still `offset`; else Conflict {size}. A piece is at most 1 MiB (TooLarge). Answers the size.
    virtual Result<qint64> append(ConversationId id, Part part, qint64 offset, const QByteArray &bytes) = 0;
    // Nothing can be appended afterwards. BadValue when the bytes hash to something else: they are thrown away then.
    virtual Result<void> seal(ConversationId id, Part part, const QString &sha256) = 0;
    // At most `length` bytes from `offset`.
    virtual Result<QByteArray> read(ConversationId id, Part part, qint64 offset, qint64 length) = 0;
    virtual Result<void> erase(ConversationId id) = 0;
};

} // namespace vox
