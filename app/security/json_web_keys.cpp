#include "app/security/json_web_keys.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostKeys = 100;
constexpr int kLeastRsaBits = 2048, kMostRsaBits = 8192; // larger ones would cost seconds to check

using Pkey = std::shared_ptr<evp_pkey_st>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Params = std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

std::optional<QByteArray> bytesOf(const QJsonObject &object, QLatin1StringView name)
{
    return fromBase64Url(object.value(name).toString().toLatin1());
}

Pkey made(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder), OSSL_PARAM_free);
    const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Pkey(key, EVP_PKEY_free);
}

Pkey rsa(const QJsonObject &object)
{
    const auto modulus = bytesOf(object, "n"_L1), exponent = bytesOf(object, "e"_L1);
    if (!modulus || !exponent || exponent->isEmpty() || exponent->size() > 8) return {};
    if (modulus->size() * 8 < kLeastRsaBits || modulus->size() * 8 > kMostRsaBits) return {};
    const auto number = [](const QByteArray &bytes) {
        return Number(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr), BN_free);
    };
    const Number n = number(*modulus), e = number(*exponent);
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    Pkey key = made("RSA", builder.get());
    return key && EVP_PKEY_get_bits(key.get()) >= kLeastRsaBits ? key : Pkey();
}

Pkey p256(const QJsonObject &object)
{
    const auto x = bytesOf(object, "x"_L1), y = bytesOf(object, "y"_L1);
    if (!x || !y || x->size() != 32 || y->size() != 32) return {};
    const QByteArray point = '\x04' + *x + *y;
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()));
    return made("EC", builder.get());
}

Pkey ed25519(const QJsonObject &object)
{
    const auto x = bytesOf(object, "x"_L1);
    if (!x || x->size() != 32) return {};
    EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(x->constData()), 32);
    return key ? Pkey(key, EVP_PKEY_free) : Pkey();
}

std::optional<JsonWebKey> keyOf(const QJsonObject &object)
{
    const QString use = object.value("use"_L1).toString(u"sig"_s), type = object.value("kty"_L1).toString(), curve = object.value("crv"_L1).toString();
    if (use != "sig"_L1) return std::nullopt;
    JsonWebKey out{object.value("kid"_L1).toString(), JsonWebKey::Type::Rsa, object.value("alg"_L1).toString(), {}};
    if (type == "RSA"_L1) out.key = rsa(object);
    if (type == "EC"_L1 && curve == "P-256"_L1) out.type = JsonWebKey::Type::P256, out.key = p256(object);
    if (type == "OKP"_L1 && curve == "Ed25519"_L1) out.type = JsonWebKey::Type::Ed25519, out.key = ed25519(object);
    if (!out.key) return std::nullopt;
    return out;
}

} // namespace

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (text.size() % 4 == 1 || !std::all_of(text.begin(), text.end(), fits)) return std::nullopt;
    return QByteArray::fromBase64(text.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<JsonWebKeys> JsonWebKeys::parse(const QByteArray &json)
{
    const QJsonValue list = QJsonDocument::fromJson(json).object().value("keys"_L1);
    if (!list.isArray()) return Error(Error::Code::BadValue, {u"jwks"_s, u"no keys"_s});
    if (list.toArray().size() > kMostKeys) return Error(Error::Code::BadValue, {u"jwks"_s, u"too many keys"_s});
    JsonWebKeys out;
    for (const QJsonValue &value : list.toArray())
        if (auto key = keyOf(value.toObject())) out.m_keys.append(*key);
    return out;
}

} // namespace vox
