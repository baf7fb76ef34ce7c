#include "app/security/json_web_token.h"
#include "app/security/tokens.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestToken = 16 << 10;

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Error refused(const QString &reason) { return Error(Error::Code::BadValue, {u"token"_s, reason}); }

struct Algorithm {
    QLatin1StringView name;
    JsonWebKey::Type type;
    bool pss = false;
};
constexpr Algorithm kAlgorithms[] = {{"RS256"_L1, JsonWebKey::Type::Rsa},
                                     {"PS256"_L1, JsonWebKey::Type::Rsa, true},
                                     {"ES256"_L1, JsonWebKey::Type::P256},
                                     {"EdDSA"_L1, JsonWebKey::Type::Ed25519}};

const Algorithm *algorithmNamed(const QString &name)
{
    for (const Algorithm &algorithm : kAlgorithms)
        if (name == algorithm.name) return &algorithm;
    return nullptr;
}

// r and s of 32 bytes each as the DER that OpenSSL wants.
QByteArray derOfRaw(const QByteArray &raw)
{
    if (raw.size() != 64) return {};
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    ECDSA_SIG *signature = ECDSA_SIG_new();
    ECDSA_SIG_set0(signature, BN_bin2bn(bytes, 32, nullptr), BN_bin2bn(bytes + 32, 32, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature, &der);
    const QByteArray out = size > 0 ? QByteArray(reinterpret_cast<char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    ECDSA_SIG_free(signature);
    return out;
}

bool isSignedBy(const JsonWebKey &key, const Algorithm &algorithm, const QByteArray &text, const QByteArray &raw)
{
    const QByteArray signature = algorithm.type == JsonWebKey::Type::P256 ? derOfRaw(raw) : raw;
    if (signature.isEmpty()) return false;
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX *context = nullptr; // owned by the digest
    const EVP_MD *hash = algorithm.type == JsonWebKey::Type::Ed25519 ? nullptr : EVP_sha256();
    if (!digest || EVP_DigestVerifyInit(digest.get(), &context, hash, nullptr, key.key.get()) != 1) return false;
    if (algorithm.pss
        && (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) != 1 || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()), size_t(signature.size()),
                            reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size())) == 1;
}

bool isForUs(const QJsonObject &claims, const QString &audience)
{
    const QJsonValue value = claims.value("aud"_L1), party = claims.value("azp"_L1);
    if (!party.isUndefined() && party.toString() != audience) return false;
    if (value.isString()) return value.toString() == audience;
    const QJsonArray list = value.toArray();
    return list.contains(QJsonValue(audience)) && (list.size() == 1 || party.isString());
}

// Seconds since 1970 as milliseconds; nullopt for what is no sensible time.
std::optional<qint64> timeOf(const QJsonObject &claims, QLatin1StringView name)
{
    const QJsonValue value = claims.value(name);
    if (!value.isDouble() || !(std::abs(value.toDouble()) < 1e11)) return std::nullopt;
    return qint64(value.toDouble() * 1000);
}

Result<void> checkClaims(const QJsonObject &claims, const TokenExpectation &expected)
{
    if (claims.value("iss"_L1).toString() != expected.issuer || expected.issuer.isEmpty()) return refused(u"issuer"_s);
    if (!isForUs(claims, expected.audience) || expected.audience.isEmpty()) return refused(u"audience"_s);
    if (claims.value("sub"_L1).toString().isEmpty()) return refused(u"subject"_s);
    const auto expires = timeOf(claims, "exp"_L1), made = timeOf(claims, "iat"_L1);
    if (!expires || *expires + expected.leewayMs <= expected.now.value) return refused(u"expired"_s);
    if (!made || *made - expected.leewayMs > expected.now.value) return refused(u"made later than now"_s);
    if (claims.contains("nbf"_L1)) {
        const auto from = timeOf(claims, "nbf"_L1);
        if (!from || *from - expected.leewayMs > expected.now.value) return refused(u"not valid yet"_s);
    }
    if (!expected.nonce.isEmpty()
        && !equalInConstantTime(claims.value("nonce"_L1).toString().toUtf8(), expected.nonce.toUtf8()))
        return refused(u"nonce"_s);
    return {};
}

std::optional<QJsonObject> objectOf(QByteArrayView part)
{
    const auto bytes = fromBase64Url(part);
    if (!bytes) return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject()) return std::nullopt;
    return document.object();
}

} // namespace

Result<QJsonObject> verifyToken(const QByteArray &token, const JsonWebKeys &keys, const TokenExpectation &expected)
{
    if (token.size() > kLongestToken) return refused(u"too long"_s);
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3) return refused(u"not three parts"_s);
    const auto header = objectOf(parts[0]);
    const auto signature = fromBase64Url(parts[2]);
    if (!header || !signature || signature->isEmpty()) return refused(u"not well formed"_s);
    const Algorithm *algorithm = algorithmNamed(header->value("alg"_L1).toString());
    if (!algorithm) return refused(u"algorithm"_s);
    if (header->contains("crit"_L1)) return refused(u"critical extension"_s);

    const QString id = header->value("kid"_L1).toString();
    const QByteArray text = parts[0] + '.' + parts[1];
    bool known = false, genuine = false;
    for (const JsonWebKey &key : keys.all()) {
        if (key.type != algorithm->type || (!key.algorithm.isEmpty() && key.algorithm != algorithm->name)) continue;
        if (!id.isEmpty() && key.id != id) continue;
        known = true;
        if (isSignedBy(key, *algorithm, text, *signature)) genuine = true;
    }
    if (!known) return refused(QString::fromLatin1(kUnknownKey));
    if (!genuine) return refused(u"signature"_s);
    const auto claims = objectOf(parts[1]);
    if (!claims) return refused(u"not well formed"_s);
    if (const auto checked = checkClaims(*claims, expected); !checked) return checked.error();
    return *claims;
}

} // namespace vox
