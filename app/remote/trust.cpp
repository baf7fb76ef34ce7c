#include "app/remote/trust.h"
#include <QCryptographicHash>

namespace vox {

QSslConfiguration tlsFor(const ServerAddress &address)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!address.authorityFile.isEmpty()) tls.addCaCertificates(address.authorityFile);
    return tls;
}

QByteArray fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256).toHex();
}

bool isKnown(const ServerAddress &address, const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    if (address.fingerprint.isEmpty() || fingerprintOf(certificate) != address.fingerprint) return false;
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::CertificateUntrusted:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::HostNameMismatch:
        case QSslError::InvalidPurpose:
        case QSslError::InvalidCaCertificate:
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid: break;
        default: return false;
        }
    }
    return true;
}

} // namespace vox
