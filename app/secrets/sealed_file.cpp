#include "app/secrets/sealed_file.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <sodium.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr char kMark[] = "voxdesk-secrets-1\n";
constexpr auto kOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr int kLockPatienceMs = 5000;
constexpr qint64 kLargest = 4 << 20;

const unsigned char *bytes(const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); }
unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
void wipe(QByteArray &array) { sodium_memzero(array.data(), size_t(array.size())); }

Result<void> keep(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Nobody else may read it from its first byte on.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwner) || file.write(content) != content.size() || !file.commit())
        return Error(Error::Code::FileUnwritable, {path}, file.errorString());
    return {};
}

} // namespace

Result<QByteArray> SealedFile::key(bool make) const
{
    QFile file(keyPath());
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {keyPath()}, file.errorString());
        const QByteArray key = QByteArray::fromBase64(file.read(200).trimmed());
        if (key.size() != crypto_secretbox_KEYBYTES) return Error(Error::Code::BadValue, {u"secrets"_s, keyPath()});
        return key;
    }
    if (!make) return Error(Error::Code::FileNotFound, {keyPath()});
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    if (const auto kept = keep(keyPath(), key.toBase64() + '\n'); !kept) return kept.error();
    return key;
}

Result<QMap<QString, QByteArray>> SealedFile::readUnlocked() const
{
    QFile file(path());
    if (!file.exists()) return QMap<QString, QByteArray>();
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {path()}, file.errorString());
    const QByteArray content = file.read(kLargest);
    const Error broken(Error::Code::BadValue, {u"secrets"_s, path()});
    const qsizetype head = qsizetype(sizeof kMark - 1), boxAt = head + crypto_secretbox_NONCEBYTES;
    const qsizetype size = content.size() - boxAt - crypto_secretbox_MACBYTES;
    if (!content.startsWith(kMark) || size < 2) return broken;
    auto key = this->key(false);
    if (!key) return key.error().code == Error::Code::FileNotFound ? broken : key.error();
    QByteArray text(size, '\0');
    const int failed = crypto_secretbox_open_easy(bytes(text), bytes(content) + boxAt, quint64(content.size() - boxAt), bytes(content) + head, bytes(*key));
    wipe(*key);
    if (failed) return broken;
    QMap<QString, QByteArray> out;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    for (auto it = object.begin(); it != object.end(); ++it) out.insert(it.key(), QByteArray::fromBase64(it->toString().toLatin1()));
    wipe(text);
    return out;
}

Result<QMap<QString, QByteArray>> SealedFile::read() const
{
    if (sodium_init() < 0) return Error(Error::Code::NotConfigured, {u"libsodium"_s});
    return readUnlocked();
}

Result<void> SealedFile::write(const QString &name, const QByteArray &value) const
{
    if (sodium_init() < 0) return Error(Error::Code::NotConfigured, {u"libsodium"_s});
    if (!QDir().mkpath(m_folder)) return Error(Error::Code::FileUnwritable, {m_folder});
    QLockFile lock(m_folder + u"/secrets.lock"_s);
    if (!lock.tryLock(kLockPatienceMs)) return Error(Error::Code::StoreBusy, {path()});
    auto all = readUnlocked();
    if (!all) return all.error();
    if (value.isEmpty()) all->remove(name);
    else all->insert(name, value);

    auto key = this->key(true);
    if (!key) return key.error();
    QJsonObject object;
    for (auto it = all->begin(); it != all->end(); ++it) object.insert(it.key(), QString::fromLatin1(it->toBase64()));
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray nonce(crypto_secretbox_NONCEBYTES, Qt::Uninitialized), box(text.size() + crypto_secretbox_MACBYTES, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    crypto_secretbox_easy(bytes(box), bytes(std::as_const(text)), quint64(text.size()), bytes(std::as_const(nonce)), bytes(std::as_const(*key)));
    wipe(text);
    wipe(*key);
    return keep(path(), kMark + nonce + box);
}

} // namespace vox
