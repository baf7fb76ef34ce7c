#include "app/providers/net/egress_rules.h"
#include <QJsonArray>
#include <array>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    quint32 network;
    int bits;
};
constexpr quint32 ip(quint32 a, quint32 b, quint32 c, quint32 d) { return a << 24 | b << 16 | c << 8 | d; }

// IANA's special-purpose registry.
constexpr std::array kOwnMachine{Range{ip(127, 0, 0, 0), 8}};
constexpr std::array kPrivate{Range{ip(10, 0, 0, 0), 8},     Range{ip(172, 16, 0, 0), 12},  Range{ip(192, 168, 0, 0), 16},
                              Range{ip(169, 254, 0, 0), 16}, Range{ip(100, 64, 0, 0), 10}};
constexpr std::array kNever{Range{ip(0, 0, 0, 0), 8},      Range{ip(192, 0, 0, 0), 24},     Range{ip(192, 0, 2, 0), 24},
                            Range{ip(198, 18, 0, 0), 15},  Range{ip(198, 51, 100, 0), 24},  Range{ip(203, 0, 113, 0), 24},
                            Range{ip(224, 0, 0, 0), 4},    Range{ip(240, 0, 0, 0), 4}};

template <typename Ranges> bool isIn(quint32 address, const Ranges &ranges)
{
    for (const Range &range : ranges)
        if ((address ^ range.network) >> (32 - range.bits) == 0) return true;
    return false;
}

enum class Reach { Public, Private, OwnMachine, Never };

Reach reachOf(quint32 v4)
{
    if (isIn(v4, kOwnMachine)) return Reach::OwnMachine;
    if (isIn(v4, kPrivate)) return Reach::Private;
    return isIn(v4, kNever) ? Reach::Never : Reach::Public;
}

Reach reachOf(const Q_IPV6ADDR &v6)
{
    const auto v4At = [&](int at) { return ip(v6[at], v6[at + 1], v6[at + 2], v6[at + 3]); };
    const auto zeroUpTo = [&](int end) {
        for (int i = 0; i < end; ++i)
            if (v6[i] != 0) return false;
        return true;
    };
    if (zeroUpTo(10) && v6[10] == 0xff && v6[11] == 0xff) return reachOf(v4At(12)); // ::ffff:a.b.c.d
    if (zeroUpTo(15) && v6[15] == 1) return Reach::OwnMachine;
    if (zeroUpTo(12)) return Reach::Never; // ::, and the old form of IPv4 inside
    if (v6[0] == 0x00 && v6[1] == 0x64 && v6[2] == 0xff && v6[3] == 0x9b) return reachOf(v4At(12)); // NAT64
    if (v6[0] == 0x20 && v6[1] == 0x02) return reachOf(v4At(2));                                    // 6to4
    if ((v6[0] & 0xfe) == 0xfc) return Reach::Private;                                               // unique local
    if (v6[0] == 0xfe && (v6[1] & 0xc0) != 0) return Reach::Private;                                 // link-local, site-local
    return (v6[0] & 0xe0) == 0x20 ? Reach::Public : Reach::Never;                                    // 2000::/3 is what is routed
}

} // namespace

EgressRules EgressRules::fromJson(const QJsonObject &json)
{
    EgressRules rules;
    for (const QJsonValue &host : json.value("hosts"_L1).toArray())
        if (const QString text = host.toString().trimmed().toLower(); !text.isEmpty()) rules.hosts.append(text);
    rules.privateAddresses = json.value("private"_L1).toBool();
    rules.loopback = json.value("loopback"_L1).toBool();
    return rules;
}

void EgressRules::allowNamed(const QString &words)
{
    const QStringList named = words.toLower().split(u' ', Qt::SkipEmptyParts);
    privateAddresses = privateAddresses || named.contains(u"private"_s);
    loopback = loopback || named.contains(u"loopback"_s);
}

bool EgressRules::allows(const QUrl &url) const
{
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) return false;
    QString host = url.host(QUrl::EncodeUnicode).toLower();
    if (host.endsWith(u'.')) host.chop(1);
    if (host.isEmpty()) return false;
    if (hosts.isEmpty()) return true;
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    for (QString wanted : hosts) {
        if (const auto colon = wanted.lastIndexOf(u':'); colon > 0 && !wanted.endsWith(u']')) {
            if (wanted.mid(colon + 1).toInt() != port) continue;
            wanted.truncate(colon);
        }
        const bool under = wanted.startsWith("*."_L1) && host.endsWith(QStringView(wanted).sliced(1)) && host.size() > wanted.size() - 1;
        if (host == wanted || under) return true;
    }
    return false;
}

bool EgressRules::allows(const QHostAddress &address) const
{
    Reach reach = Reach::Never;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) reach = reachOf(address.toIPv4Address());
    if (address.protocol() == QAbstractSocket::IPv6Protocol) reach = reachOf(address.toIPv6Address());
    switch (reach) {
    case Reach::Public: return true;
    case Reach::Private: return privateAddresses;
    case Reach::OwnMachine: return loopback;
    case Reach::Never: return false;
    }
    return false;
}

std::optional<QHostAddress> EgressRules::choose(const QList<QHostAddress> &addresses) const
{
    for (const QHostAddress &address : addresses)
        if (allows(address)) return address;
    return std::nullopt;
}

} // namespace vox
