#pragma once
#include "app/secrets/secret_place.h"
#include <QObject>

namespace vox {

// The keychain of the desktop (Secret Service, KWallet, Windows' credentials) through QtKeychain. UI thread.
class KeychainPlace final : public SecretPlace {
public:
    Kind kind() const override { return Kind::Keychain; }
    void read(const QString &name, std::function<void(const Result<std::optional<QByteArray>> &)> done) override;
    void write(const QString &name, const QByteArray &value, std::function<void(const Result<void> &)> done) override;

private:
    QObject m_jobs; // parent of what is under way
};

} // namespace vox
