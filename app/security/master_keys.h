#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace vox {

// The keys that a server's secrets are sealed under: 32 random bytes each. The first seals and opens, the others only
// open what was sealed before a rotation. A value in memory that is locked and wiped; never printed, never stored in the database.
class MasterKeys {
public:
    MasterKeys(MasterKeys &&) noexcept = default;
    MasterKeys &operator=(MasterKeys &&) noexcept = default;
    MasterKeys(const MasterKeys &) = delete;
    MasterKeys &operator=(const MasterKeys &) = delete;

    // One key a line in base64, the current one first; empty lines and "#…" are skipped. BadValue {"master key", …}.
    static Result<MasterKeys> parse(const QByteArray &text);
    // The environment variable VOXDESK_MASTER_KEY (taken out of the environment), else `file`, which is made with a fresh
    // key (owner may read it, nobody else) when it is not there. FileUnreadable, FileUnwritable, and BadValue when others
    // may read the file.
    static Result<MasterKeys> load(const QString &file);

    // Of the current key: what SealedSecret::keyId says.
    QString currentId() const { return m_keys.front().id; }
    // `context` must be the same when it is opened, so that nobody can swap two sealed rows.
    QByteArray seal(const QByteArray &value, const QByteArray &context) const;
    // BadValue {"secret", key id} when no key fits, the bytes were changed or the context is another.
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) const;

private:
    struct Free { void operator()(unsigned char *key) const; };
    using SecretKey = std::unique_ptr<unsigned char, Free>; // pages that are locked, in no dump, and wiped
    struct Key {
        QString id;          // of the public half: begins its SHA-256
        QByteArray publicKey;
        SecretKey secretKey;
    };
    MasterKeys() = default;
    std::vector<Key> m_keys;
};

} // namespace vox
