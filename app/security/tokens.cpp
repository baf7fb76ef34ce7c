#include "app/security/tokens.h"
#include <QCryptographicHash>
#include <algorithm>
#include <array>
#include <sodium.h>

namespace vox {

namespace {

constexpr int kTokenBytes = 32;
constexpr qsizetype kPrefixSize = 4;
constexpr qsizetype kTokenSize = kPrefixSize + 43; // 32 bytes in base64url

struct Prefix {
    TokenKind kind;
    QByteArrayView text;
};
constexpr std::array kPrefixes{Prefix{TokenKind::Session, "vxs_"}, Prefix{TokenKind::Key, "vxk_"},
                               Prefix{TokenKind::Invitation, "vxi_"}, Prefix{TokenKind::Refresh, "vxr_"}};

bool isBase64Url(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

QByteArray randomText(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    randombytes_buf(raw.data(), size_t(raw.size())); // needs no sodium_init on systems with getrandom
    const QByteArray text = raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    sodium_memzero(raw.data(), size_t(raw.size()));
    return text;
}

QByteArray makeToken(TokenKind kind)
{
    const auto prefix = std::find_if(kPrefixes.begin(), kPrefixes.end(), [kind](const Prefix &p) { return p.kind == kind; });
    return prefix->text.toByteArray() + randomText(kTokenBytes);
}

std::optional<TokenKind> kindOfToken(QByteArrayView token)
{
    if (token.size() != kTokenSize || !std::all_of(token.begin(), token.end(), isBase64Url)) return std::nullopt;
    for (const Prefix &prefix : kPrefixes)
        if (token.startsWith(prefix.text)) return prefix.kind;
    return std::nullopt;
}

QByteArray sha256(QByteArrayView bytes) { return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256); }

QByteArray hashOfToken(QByteArrayView token) { return sha256(token); }

QString hintOfToken(QByteArrayView token) { return QString::fromLatin1(token.first(std::min<qsizetype>(token.size(), 8))) + u'…'; }

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace vox
