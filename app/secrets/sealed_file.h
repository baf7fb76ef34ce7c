#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QMap>
#include <QString>

namespace vox {

// Secrets in one encrypted file (XSalsa20-Poly1305), for desktops without a keychain. The key lies beside it, readable by its
// owner alone: that protects a copy or a backup of the one file, not against programs of the same person. Blocking; any
// thread, one at a time; programs that share the folder wait for each other.
class SealedFile {
public:
    // secrets.sealed and secrets.key in this folder, both made at the first write.
    explicit SealedFile(const QString &folder) : m_folder(folder) {}

    // Empty when there is no file. BadValue {"secrets", path} when it was changed or the key is another; FileUnreadable.
    Result<QMap<QString, QByteArray>> read() const;
    // An empty value removes. FileUnwritable, and what read() says: a file that cannot be read is not written over.
    Result<void> write(const QString &name, const QByteArray &value) const;

    QString path() const { return m_folder + QStringLiteral("/secrets.sealed"); }
    QString keyPath() const { return m_folder + QStringLiteral("/secrets.key"); }

private:
    Result<QByteArray> key(bool make) const;
    Result<QMap<QString, QByteArray>> readUnlocked() const;
    QString m_folder;
};

} // namespace vox
