#pragma once
#include <QByteArray>
#include <QString>
#include <optional>

namespace vox {

// Random tokens that open a door: 32 bytes of the system's generator in base64url behind a prefix that tells people and
// secret scanners what they are. Databases keep hashOfToken() alone; full entropy needs no slow hash.
enum class TokenKind { Session, Key, Invitation, Refresh };

QByteArray makeToken(TokenKind kind); // "vxs_…", "vxk_…", "vxi_…", "vxr_…"
// nullopt for anything that does not look like one of ours.
std::optional<TokenKind> kindOfToken(QByteArrayView token);
QByteArray hashOfToken(QByteArrayView token); // SHA-256, 32 bytes
// "vxk_3f9a…": tells keys apart and opens nothing.
QString hintOfToken(QByteArrayView token);

// `bytes` random bytes in base64url without padding: PKCE verifiers, states, nonces.
QByteArray randomText(int bytes);
QByteArray sha256(QByteArrayView bytes);
// Takes the same time wherever they differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace vox
