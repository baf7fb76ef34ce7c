#pragma once
#include "models/base/result.h"
#include <utility>

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <mutex>

namespace vox {

// The server's certificate and key, and the newer ones that took their place on the disk. Connections keep what they began
// with. Any thread.
class TlsContext {
public:
    // FileUnreadable {path} for what is no certificate, no key, or not the certificate's key.
    static Result<std::unique_ptr<TlsContext>> open(const QString &certificateFile, const QString &keyFile);

    std::shared_ptr<boost::asio::ssl::context> current() const;
    // Reads the files again when they changed since the last look. True: new ones are used from now on. While they do not
    // belong together the old ones stay; that is said once for each change.
    Result<bool> renew();

private:
    TlsContext(QString certificateFile, QString keyFile) : m_certificateFile(std::move(certificateFile)), m_keyFile(std::move(keyFile)) {}
    Result<std::shared_ptr<boost::asio::ssl::context>> read() const;
    QString stamp() const;

    const QString m_certificateFile, m_keyFile;
    mutable std::mutex m_mutex;
    std::shared_ptr<boost::asio::ssl::context> m_current; // under the mutex
    QString m_used, m_refused; // stamps of files; under the mutex
};

} // namespace vox
