#include "app/api/http/tls_context.h"
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace vox {

namespace net = boost::asio;
using namespace Qt::StringLiterals;

Result<std::unique_ptr<TlsContext>> TlsContext::open(const QString &certificateFile, const QString &keyFile)
{
    auto out = std::unique_ptr<TlsContext>(new TlsContext(certificateFile, keyFile));
    out->m_used = out->stamp();
    auto read = out->read();
    if (!read) return read.error();
    out->m_current = *std::move(read);
    return out;
}

Result<std::shared_ptr<net::ssl::context>> TlsContext::read() const
{
    boost::system::error_code failed;
    auto context = std::make_shared<net::ssl::context>(net::ssl::context::tls_server);
    context->set_options(net::ssl::context::default_workarounds | net::ssl::context::no_sslv2 | net::ssl::context::no_sslv3
                             | net::ssl::context::no_tlsv1 | net::ssl::context::no_tlsv1_1 | net::ssl::context::single_dh_use, failed);
    context->use_certificate_chain_file(QFile::encodeName(m_certificateFile).toStdString(), failed);
    if (failed) return Error(Error::Code::FileUnreadable, {m_certificateFile}, QString::fromStdString(failed.message()));
    context->use_private_key_file(QFile::encodeName(m_keyFile).toStdString(), net::ssl::context::pem, failed);
    if (failed) return Error(Error::Code::FileUnreadable, {m_keyFile}, QString::fromStdString(failed.message()));
    return context;
}

// Renewing programs write new files, or turn a link to them.
QString TlsContext::stamp() const
{
    QString out;
    for (const QString &path : {m_certificateFile, m_keyFile}) {
        const QFileInfo file(QFileInfo(path).canonicalFilePath());
        out += u"%1 %2 %3\n"_s.arg(file.filePath()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    return out;
}

std::shared_ptr<net::ssl::context> TlsContext::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

Result<bool> TlsContext::renew()
{
    const QString now = stamp();
    {
        const std::lock_guard lock(m_mutex);
        if (now == m_used || now == m_refused) return false;
    }
    auto context = read();
    const std::lock_guard lock(m_mutex);
    if (!context) {
        m_refused = now;
        return context.error();
    }
    m_current = *std::move(context);
    m_used = now;
    m_refused.clear();
    return true;
}

} // namespace vox
