#include "app/api/outgoing_web.h"
#include <utility>
#include <QFile>
#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <memory>

namespace vox {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Fault = boost::system::error_code;

constexpr std::chrono::seconds kPatience(5);
constexpr qsizetype kMostBytes = 256 << 10;

// Link-local addresses: nobody's identity provider, but a cloud's metadata service.
bool isForbidden(const asio::ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return isForbidden(asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()));
    if (address.is_v6()) return address.to_v6().is_link_local() || address.is_multicast() || address.is_unspecified();
    return (address.to_v4().to_uint() >> 16) == 0xA9FE || address.is_multicast() || address.is_unspecified();
}

// One request from the name to the last byte, on a context of its own.
class Errand {
public:
    Errand(const WebRequest &request, asio::ssl::context &tls)
        : m_request(request), m_resolver(m_context), m_stream(m_context, tls), m_secure(request.url.scheme() == QStringLiteral("https"))
    {
        m_message.method(request.method == "POST" ? http::verb::post : http::verb::get);
        const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
        m_message.target(target.isEmpty() ? "/" : target.toStdString());
        m_message.version(11);
        m_message.set(http::field::host, request.url.authority(QUrl::FullyEncoded).toStdString());
        m_message.set(http::field::user_agent, "voxdeskd");
        m_message.set(http::field::connection, "close");
        for (const auto &[name, value] : request.headers) m_message.set(name.toStdString(), value.toStdString());
        m_message.body() = request.body.toStdString();
        m_message.prepare_payload();
        m_parser.body_limit(kMostBytes);
        m_parser.header_limit(16 << 10);
    }

    Result<WebAnswer> run()
    {
        const std::string host = m_request.url.host().toStdString();
        const std::string port = std::to_string(m_request.url.port(m_secure ? 443 : 80));
        if (m_secure) {
            m_stream.set_verify_callback(asio::ssl::host_name_verification(host));
            if (!SSL_set_tlsext_host_name(m_stream.native_handle(), host.c_str())) return failure(Error::Code::Unreachable, "SNI");
        }
        m_resolver.async_resolve(host, port, [this](Fault fault, const Tcp::resolver::results_type &found) { resolved(fault, found); });
        m_context.run_for(kPatience);
        if (!m_outcome) return failure(Error::Code::TimedOut, {});
        return *m_outcome;
    }

private:
    Error failure(Error::Code code, const std::string &why) const
    {
        const QString place = m_request.url.host();
        if (code == Error::Code::TimedOut) return Error(code, {place, QString::number(std::chrono::milliseconds(kPatience).count())});
        return Error(code, {place}, QString::fromStdString(why));
    }
    bool failed(const Fault &fault)
    {
        if (fault) m_outcome = failure(fault == http::error::body_limit ? Error::Code::TooLarge : Error::Code::Unreachable, fault.message());
        return bool(fault);
    }

    void resolved(Fault fault, const Tcp::resolver::results_type &found)
    {
        if (failed(fault)) return;
        if (std::any_of(found.begin(), found.end(), [](const auto &entry) { return isForbidden(entry.endpoint().address()); })) {
            m_outcome = failure(Error::Code::AddressForbidden, {});
            return;
        }
        asio::async_connect(m_stream.next_layer().socket(), found, [this](Fault fault, const Tcp::endpoint &) { connected(fault); });
    }
    void connected(Fault fault)
    {
        if (failed(fault)) return;
        if (!m_secure) return write(m_stream.next_layer());
        m_stream.async_handshake(asio::ssl::stream_base::client, [this](Fault fault) {
            if (!failed(fault)) write(m_stream);
        });
    }
    template <typename Stream> void write(Stream &stream)
    {
        http::async_write(stream, m_message, [this, &stream](Fault fault, size_t) {
            if (failed(fault)) return;
            http::async_read(stream, m_buffer, m_parser, [this](Fault fault, size_t) {
                // A server that closes without saying goodbye is fine when the message is whole.
                if (m_parser.is_done()) fault = {};
                if (failed(fault)) return;
                m_outcome = WebAnswer{int(m_parser.get().result_int()), QByteArray::fromStdString(m_parser.get().body())};
            });
        });
    }

    const WebRequest &m_request;
    asio::io_context m_context;
    Tcp::resolver m_resolver;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    const bool m_secure;
    http::request<http::string_body> m_message;
    http::response_parser<http::string_body> m_parser;
    beast::flat_buffer m_buffer{size_t(kMostBytes) + (32 << 10)};
    std::optional<Result<WebAnswer>> m_outcome;
};

} // namespace

Result<void> OutgoingWeb::checkAuthority(const QString &file)
{
    if (!QFile::exists(file)) return Error(Error::Code::FileNotFound, {file});
    asio::ssl::context tls(asio::ssl::context::tls_client);
    Fault unreadable;
    tls.load_verify_file(QFile::encodeName(file).toStdString(), unreadable);
    if (unreadable) return Error(Error::Code::BadValue, {file, QStringLiteral("PEM")}, QString::fromStdString(unreadable.message()));
    return {};
}

Result<WebAnswer> OutgoingWeb::send(const WebRequest &request)
{
    if (!mayBeAsked(request.url)) return Error(Error::Code::AddressForbidden, {request.url.host()});
    if (!m_places.tryAcquire(1)) return Error(Error::Code::Overloaded);
    const QSemaphoreReleaser release(m_places);
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.set_default_verify_paths();
    tls.set_verify_mode(asio::ssl::verify_peer);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    Fault unreadable;
    if (!m_authorityFile.isEmpty()) tls.load_verify_file(QFile::encodeName(m_authorityFile).toStdString(), unreadable);
    if (unreadable) return Error(Error::Code::FileUnreadable, {m_authorityFile}, QString::fromStdString(unreadable.message()));
    return Errand(request, tls).run();
}

} // namespace vox
