#pragma once
#include "app/workspace/token_store.h"

namespace vox {

// Tokens in a file only its owner can read, for programs that run where no keychain is: voxctl in CI, tests. Not sealed: whoever
// can read the owner's files can read it. UI thread.
class FileTokens final : public TokenStore {
public:
    explicit FileTokens(const QString &path) : m_path(path) {}
    // The user's configuration folder/Voxdesk/tokens.json.
    static QString defaultPath();

    QFuture<Result<QString>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QString &token) override;

private:
    QString m_path;
};

} // namespace vox
