#pragma once
#include "app/identity/secret_vault.h"
#include "app/security/fingerprints.h"
#include <QHash>
#include <QMutex>

namespace vox {

// Where the value of a secret was typed into something that others will read.
struct SecretSighting {
    QString secret; // its name
    QString path;   // JSON pointer; empty when the bytes are no JSON
};

// Finds the values of a workspace's secrets in what people send, by fingerprints; each secret is opened once per change of the list.
// One per server, any thread, with that thread's own store. A secret that no master key opens is not looked for.
class SecretWatch {
public:
    explicit SecretWatch(const SecretVault &vault) : m_vault(vault) {}
    Result<std::optional<SecretSighting>> look(ServerStore &store, WorkspaceId workspace, const QByteArray &bytes);

    // Whether a look at what is known already, without asking the database, finds nothing: then the stamp of the list it knows, for
    // SecretStore::expect(). Nothing when only look() can tell.
    std::optional<QByteArray> passes(WorkspaceId workspace, const QByteArray &bytes);

private:
    struct Known {
        QByteArray stamp;                  // of the list: SecretStore::stamp()
        QList<Fingerprints::Print> prints; // of each value as it is, and as JSON writes it
    };
    Result<QList<Fingerprints::Print>> prints(ServerStore &store, WorkspaceId workspace);
    QList<Fingerprints::Print> open(ServerStore &store, WorkspaceId workspace, const SecretInfo &info) const;

    const SecretVault &m_vault;
    const Fingerprints m_fingerprints;
    QMutex m_mutex; // guards what follows
    QHash<WorkspaceId, Known> m_known;
};

} // namespace vox
