#pragma once
#include <QHostAddress>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace vox {

// Where the tools of agents may send requests: a list of hosts, and which addresses behind their names. An agent's author, a
// caller or a model can name an address, so by default only public ones are reached. A value, any thread.
struct EgressRules {
    QStringList hosts;             // "api.example.com", "*.example.com", "example.com:8443"; empty: any
    bool privateAddresses = false; // of the own network, and link-local ones
    bool loopback = false;         // this machine

    // {"hosts": [...], "private": bool, "loopback": bool}; what is missing is as strict as can be.
    static EgressRules fromJson(const QJsonObject &json);
    // The words "private" and "loopback" in a text open what they name.
    void allowNamed(const QString &words);

    // http or https to a host of the list.
    bool allows(const QUrl &url) const;
    bool allows(const QHostAddress &address) const;
    // The first address that may be reached.
    std::optional<QHostAddress> choose(const QList<QHostAddress> &addresses) const;
};

} // namespace vox
