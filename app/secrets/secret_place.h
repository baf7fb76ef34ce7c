#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <functional>

namespace vox {

// Where a desktop keeps secrets: the system's keychain or a file. UI thread; each call is answered once, maybe before it
// returns.
class SecretPlace {
public:
    enum class Kind { Keychain, File };
    virtual ~SecretPlace() = default;
    virtual Kind kind() const = 0;
    // nullopt: it holds none of that name. NotConfigured when there is no such place on this machine.
    virtual void read(const QString &name, std::function<void(const Result<std::optional<QByteArray>> &)> done) = 0;
    // An empty value removes.
    virtual void write(const QString &name, const QByteArray &value, std::function<void(const Result<void> &)> done) = 0;
};

} // namespace vox
