#pragma once
#include "models/base/result.h"
#include <QFuture>
#include <QString>

namespace vox {

// Where a program keeps what lets it into servers, apart from the workspace: the system's keychain or a sealed file. Names
// are ours: "server/<workspace id>". UI thread; owned by the program.
class TokenStore {
public:
    virtual ~TokenStore() = default;
    // Empty when there is none.
    virtual QFuture<Result<QString>> read(const QString &name) = 0;
    // Empty removes.
    virtual QFuture<Result<void>> write(const QString &name, const QString &token) = 0;
};

} // namespace vox
