#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QMap>
#include <optional>

namespace vox {

// The answer that a request with an idempotency key got.
struct KeptAnswer {
    // Keys of different people have nothing to do with each other.
    struct Name {
        WorkspaceId workspace;
        PersonId person;
        QString key;
    };
    int status = 200;
    QByteArray contentType;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

// Which requests were carried out already, so that a client may repeat one whose answer it did not get. Part of a
// ServerStore; used inside its transaction(), where a second request with the same key waits for the end of the first.
class IdempotencyStore {
public:
    virtual ~IdempotencyStore() = default;
    // Takes the key for a request with this print (SHA-256). The answer, when the request was carried out before;
    // KeyReused when the key belongs to a request with another print. Keys older than a day are free again.
    virtual Result<std::optional<KeptAnswer>> claim(const KeptAnswer::Name &name, const QByteArray &print, UtcMs now) = 0;
    // What claim() shall answer from now on.
    virtual Result<void> keep(const KeptAnswer::Name &name, const KeptAnswer &answer) = 0;
};

} // namespace vox
