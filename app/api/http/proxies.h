#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <memory>
#include <string>

namespace vox {

// Proxies in front of the server, by address or network: what they say about where a request comes from is believed, and
// nobody else's word. A value; any thread.
class Proxies {
public:
    Proxies(); // none
    // "10.0.0.5, 192.168.0.0/16, ::1"; Usage {the part that is none}.
    static Result<Proxies> parse(const QString &text);

    bool has(const std::string &address) const;
    // Who asks: `peer` itself when it is no proxy of ours; else the last address of X-Forwarded-For that is none of our
    // proxies. What is no address there, or nothing, leaves who passed it on.
    std::string clientOf(const std::string &peer, const QByteArray &forwardedFor) const;
    // Whom a limit counts as one: an IPv4 address, or the /64 network of an IPv6 one, which is what one subscriber has.
    static std::string neighbourhood(const std::string &address);
    // Without a port, brackets and the IPv6 form of an IPv4 address; empty for what is no address.
    static std::string plain(const std::string &address);

private:
    struct Networks;
    std::shared_ptr<const Networks> m_networks;
};

} // namespace vox
