#pragma once
#include "app/workspace/team_server.h"
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace vox {

// Whose certificate is good: what the system's authorities or an own one vouch for, or the very one a person looked at once.

// The system's configuration with the address's own authority.
QSslConfiguration tlsFor(const ServerAddress &address);
// Lower-case hex SHA-256; empty for none.
QByteArray fingerprintOf(const QSslCertificate &certificate);
// Whether a certificate the authorities do not vouch for is the one we know. A known one may have expired or name another
// host; anything else that is wrong with the line stays wrong. Where the authorities vouch for another one by now, that is
// good as well.
bool isKnown(const ServerAddress &address, const QSslCertificate &certificate, const QList<QSslError> &errors);

} // namespace vox
