#include <utility>

#include "app/api/http/proxies.h"
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <vector>

namespace vox {

namespace ip = boost::asio::ip;
using namespace Qt::StringLiterals;
using Failed = boost::system::error_code;

namespace {

// "1.2.3.4:5678", "[::1]:80" and "[::1]" as some proxies write them.
std::string withoutPort(const std::string &text)
{
    if (!text.empty() && text.front() == '[') return text.substr(1, text.find(']') == std::string::npos ? std::string::npos : text.find(']') - 1);
    const std::size_t colon = text.find(':');
    if (colon != std::string::npos && text.find(':', colon + 1) == std::string::npos) return text.substr(0, colon);
    return text;
}

ip::address addressOf(const std::string &text, Failed &failed)
{
    ip::address address = ip::make_address(withoutPort(text), failed);
    if (!failed && address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

} // namespace

struct Proxies::Networks {
    std::vector<ip::network_v4> four;
    std::vector<ip::network_v6> six;

    bool has(const ip::address &address) const
    {
        for (const auto &network : four)
            if (address.is_v4() && ip::network_v4(address.to_v4(), network.prefix_length()).canonical() == network.canonical()) return true;
        for (const auto &network : six)
            if (address.is_v6() && ip::network_v6(address.to_v6(), network.prefix_length()).canonical() == network.canonical()) return true;
        return false;
    }
};

Proxies::Proxies() : m_networks(std::make_shared<Networks>()) {}

Result<Proxies> Proxies::parse(const QString &text)
{
    auto networks = std::make_shared<Networks>();
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const std::string one = part.trimmed().toStdString();
        const bool isNetwork = one.find('/') != std::string::npos, isSix = one.find(':') != std::string::npos;
        Failed failed;
        if (isSix) networks->six.push_back(isNetwork ? ip::make_network_v6(one, failed) : ip::network_v6(ip::make_address_v6(one, failed), 128));
        else networks->four.push_back(isNetwork ? ip::make_network_v4(one, failed) : ip::network_v4(ip::make_address_v4(one, failed), 32));
        if (failed) return Error(Error::Code::Usage, {u"--trust-proxy "_s + part.trimmed()});
    }
    Proxies out;
    out.m_networks = std::move(networks);
    return out;
}

std::string Proxies::plain(const std::string &address)
{
    Failed failed;
    const ip::address parsed = addressOf(address, failed);
    return failed ? std::string() : parsed.to_string();
}

std::string Proxies::neighbourhood(const std::string &address)
{
    Failed failed;
    const ip::address parsed = addressOf(address, failed);
    if (failed || parsed.is_v4()) return failed ? address : parsed.to_string();
    return ip::network_v6(parsed.to_v6(), 64).canonical().to_string();
}

bool Proxies::has(const std::string &address) const
{
    Failed failed;
    const ip::address parsed = addressOf(address, failed);
    return !failed && m_networks->has(parsed);
}

std::string Proxies::clientOf(const std::string &peer, const QByteArray &forwardedFor) const
{
    std::string client = peer;
    const QList<QByteArray> hops = forwardedFor.split(',');
    for (auto hop = hops.crbegin(); hop != hops.crend() && has(client); ++hop) {
        const std::string before = plain(hop->trimmed().left(64).toStdString());
        if (before.empty()) break;
        client = before;
    }
    return client;
}

} // namespace vox
