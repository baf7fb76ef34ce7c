#pragma once
#include "app/identity/web_fetch.h"
#include <QSemaphore>

namespace vox {

// HTTP and HTTPS requests of the server itself, over Beast: certificates are checked against the system's authorities, no
// redirect is followed, nothing is read past 256 KiB, and all of it ends after five seconds. Addresses that answer for a
// cloud machine's own credentials (169.254.0.0/16, fe80::/10) are refused after the name was resolved. Any thread; two
// at once, so that a slow provider cannot hold all of the server's workers.
class OutgoingWeb final : public WebFetch {
public:
    // `authorityFile`: certificates (PEM) of authorities that are believed besides the system's; empty: none.
    explicit OutgoingWeb(const QString &authorityFile = {}) : m_authorityFile(authorityFile) {}
    // FileNotFound, or BadValue {path} when no certificate can be read from it.
    static Result<void> checkAuthority(const QString &file);

    Result<WebAnswer> send(const WebRequest &request) override;

private:
    const QString m_authorityFile;
    QSemaphore m_places{2};
};

} // namespace vox
