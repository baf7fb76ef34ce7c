#pragma once
#include "app/security/json_web_keys.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

namespace vox {

inline QByteArray base64Url(const QByteArray &bytes) { return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); }
inline QByteArray jsonBytes(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// A key pair that signs tokens and publishes its public half, as an OpenID provider does.
class TokenSigner {
public:
    explicit TokenSigner(JsonWebKey::Type type, int rsaBits = 2048) : m_type(type)
    {
        m_key = type == JsonWebKey::Type::Rsa     ? EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(rsaBits))
                : type == JsonWebKey::Type::P256 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                                                 : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    }
    ~TokenSigner() { EVP_PKEY_free(m_key); }
    TokenSigner(const TokenSigner &) = delete;

    QJsonObject publicKey(const QString &id) const
    {
        QJsonObject out{{QStringLiteral("kid"), id}, {QStringLiteral("use"), QStringLiteral("sig")}};
        if (m_type == JsonWebKey::Type::Rsa) {
            out.insert(QStringLiteral("kty"), QStringLiteral("RSA"));
            out.insert(QStringLiteral("n"), number(OSSL_PKEY_PARAM_RSA_N, 0));
            out.insert(QStringLiteral("e"), number(OSSL_PKEY_PARAM_RSA_E, 0));
        } else if (m_type == JsonWebKey::Type::P256) {
            out.insert(QStringLiteral("kty"), QStringLiteral("EC"));
            out.insert(QStringLiteral("crv"), QStringLiteral("P-256"));
            out.insert(QStringLiteral("x"), number(OSSL_PKEY_PARAM_EC_PUB_X, 32));
            out.insert(QStringLiteral("y"), number(OSSL_PKEY_PARAM_EC_PUB_Y, 32));
        } else {
            QByteArray raw(32, '\0');
            size_t size = 32;
            EVP_PKEY_get_raw_public_key(m_key, reinterpret_cast<unsigned char *>(raw.data()), &size);
            out.insert(QStringLiteral("kty"), QStringLiteral("OKP"));
            out.insert(QStringLiteral("crv"), QStringLiteral("Ed25519"));
            out.insert(QStringLiteral("x"), QString::fromLatin1(base64Url(raw)));
        }
        return out;
    }

    QByteArray token(const QJsonObject &header, const QJsonObject &claims, bool pss = false) const
    {
        const QByteArray text = base64Url(jsonBytes(header)) + '.' + base64Url(jsonBytes(claims));
        return text + '.' + base64Url(signature(text, pss));
    }

private:
    QString number(const char *name, int bytes) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key, name, &value);
        QByteArray out(bytes > 0 ? bytes : BN_num_bytes(value), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char *>(out.data()), int(out.size()));
        BN_free(value);
        return QString::fromLatin1(base64Url(out));
    }
    QByteArray signature(const QByteArray &text, bool pss) const
    {
        EVP_MD_CTX *digest = EVP_MD_CTX_new();
        EVP_PKEY_CTX *context = nullptr;
        EVP_DigestSignInit(digest, &context, m_type == JsonWebKey::Type::Ed25519 ? nullptr : EVP_sha256(), nullptr, m_key);
        if (pss) {
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
        }
        size_t size = 0;
        const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
        EVP_DigestSign(digest, nullptr, &size, bytes, size_t(text.size()));
        QByteArray out(qsizetype(size), '\0');
        EVP_DigestSign(digest, reinterpret_cast<unsigned char *>(out.data()), &size, bytes, size_t(text.size()));
        EVP_MD_CTX_free(digest);
        out.resize(qsizetype(size));
        return m_type == JsonWebKey::Type::P256 ? rawOfDer(out) : out;
    }
    static QByteArray rawOfDer(const QByteArray &der)
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        ECDSA_SIG *parsed = d2i_ECDSA_SIG(nullptr, &bytes, long(der.size()));
        QByteArray out(64, '\0');
        BN_bn2binpad(ECDSA_SIG_get0_r(parsed), reinterpret_cast<unsigned char *>(out.data()), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(parsed), reinterpret_cast<unsigned char *>(out.data()) + 32, 32);
        ECDSA_SIG_free(parsed);
        return out;
    }

    JsonWebKey::Type m_type;
    EVP_PKEY *m_key = nullptr;
};

// A token under HMAC with a key the attacker knows: the public one, as it is published.
inline QByteArray hmacToken(const QJsonObject &header, const QJsonObject &claims, const QByteArray &key)
{
    const QByteArray text = base64Url(jsonBytes(header)) + '.' + base64Url(jsonBytes(claims));
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha256(), key.constData(), int(key.size()), reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), out, &size);
    return text + '.' + base64Url(QByteArray(reinterpret_cast<char *>(out), int(size)));
}

} // namespace vox
