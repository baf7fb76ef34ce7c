#include "app/security/master_keys.h"
#include "app/security/process_memory.h"
#include "app/security/tokens.h"
#include <QFile>
#include <QSaveFile>
#include <sodium.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kVariable = "VOXDESK_MASTER_KEY";

Error broken(const QString &reason) { return Error(Error::Code::BadValue, {u"master key"_s, reason}); }

// The sealed text: 32 bytes that name the context, then the value.
QByteArray bound(const QByteArray &value, const QByteArray &context) { return sha256(context) + value; }

Result<QByteArray> freshFile(const QString &path)
{
    QByteArray raw(crypto_box_SEEDBYTES, Qt::Uninitialized);
    randombytes_buf(raw.data(), size_t(raw.size()));
    const QByteArray text = "# Opens the secrets of this server. Keep a copy where the backups are not.\n" + raw.toBase64() + '\n';
    wipe(raw);
    QFile file(path);
    // Made readable by nobody else before the key is in it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.flush())
        return Error(Error::Code::FileUnwritable, {path}, file.errorString());
    return text;
}

} // namespace

void MasterKeys::Free::operator()(unsigned char *key) const { sodium_free(key); }

Result<MasterKeys> MasterKeys::parse(const QByteArray &text)
{
    if (sodium_init() < 0) return broken(u"libsodium"_s);
    MasterKeys keys;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray word = line.trimmed();
        if (word.isEmpty() || word.startsWith('#')) continue;
        auto seed = QByteArray::fromBase64Encoding(word, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!seed || seed.decoded.size() != crypto_box_SEEDBYTES) return broken(u"32 bytes in base64"_s);
        Key key{{}, QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), SecretKey(static_cast<unsigned char *>(sodium_malloc(crypto_box_SECRETKEYBYTES)))};
        if (!key.secretKey) return broken(u"no memory that stays out of swap"_s);
        crypto_box_seed_keypair(reinterpret_cast<unsigned char *>(key.publicKey.data()), key.secretKey.get(),
                                reinterpret_cast<const unsigned char *>(seed.decoded.constData()));
        wipe(seed.decoded);
        key.id = QString::fromLatin1(sha256(key.publicKey).toHex().left(16));
        keys.m_keys.push_back(std::move(key));
    }
    if (keys.m_keys.empty()) return broken(u"empty"_s);
    return keys;
}

Result<MasterKeys> MasterKeys::load(const QString &path)
{
    if (auto text = takeFromEnvironment(kVariable)) {
        text->replace(',', '\n');
        auto keys = parse(*text);
        wipe(*text);
        return keys;
    }
    QFile file(path);
    if (!file.exists()) {
        const auto text = freshFile(path);
        if (!text) return text.error();
        return parse(*text);
    }
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {path}, file.errorString());
#ifdef Q_OS_UNIX
    constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    if (file.permissions() & others) return broken(u"others may read %1; chmod 600"_s.arg(path));
#endif
    return parse(file.read(64 << 10));
}

QByteArray MasterKeys::seal(const QByteArray &value, const QByteArray &context) const
{
    QByteArray text = bound(value, context);
    QByteArray sealed(text.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()), reinterpret_cast<const unsigned char *>(text.constData()),
                    size_t(text.size()), reinterpret_cast<const unsigned char *>(m_keys.front().publicKey.constData()));
    wipe(text);
    return sealed;
}

Result<QByteArray> MasterKeys::open(const QByteArray &sealed, const QByteArray &context) const
{
    const Error refused(Error::Code::BadValue, {u"secret"_s, m_keys.front().id});
    const qsizetype size = sealed.size() - qsizetype(crypto_box_SEALBYTES);
    if (size < 32) return refused;
    QByteArray text(size, '\0');
    for (const Key &key : m_keys) {
        if (crypto_box_seal_open(reinterpret_cast<unsigned char *>(text.data()), reinterpret_cast<const unsigned char *>(sealed.constData()),
                                 size_t(sealed.size()), reinterpret_cast<const unsigned char *>(key.publicKey.constData()),
                                 key.secretKey.get()) != 0)
            continue;
        const bool same = equalInConstantTime(QByteArrayView(text).first(32), sha256(context));
        const QByteArray value = text.mid(32);
        wipe(text);
        if (!same) return refused;
        return value;
    }
    return refused;
}

} // namespace vox
