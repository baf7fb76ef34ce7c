#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/people/people.h"
#include <QByteArray>

namespace vox {

// A secret as the database keeps it: sealed, so that who reads the database or its backup learns the name alone.
struct SealedSecret {
    WorkspaceId workspace;
    QString name;
    int version = 1;           // grows with each write
    QByteArray sealed;
    QString keyId;             // of the master key it is sealed under
    PersonId changedBy;
    UtcMs changed;
};

// Sealed secrets by name. Part of a ServerStore. Only the newest version is kept.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    // Without their values, by name.
    virtual Result<QList<SecretInfo>> list(WorkspaceId workspace) = 0;
    // Another one after each change of that list.
    virtual Result<QByteArray> stamp(WorkspaceId workspace) = 0;
    // Inside a transaction: it fails with VersionOutdated {"secrets"} when the stamp is another one by then. Costs no journey of its own.
    virtual Result<void> expect(WorkspaceId workspace, const QByteArray &stamp) = 0;
    virtual Result<SealedSecret> find(WorkspaceId workspace, const QString &name) = 0;
    // Makes it (version 1) or replaces version - 1; Conflict otherwise.
    virtual Result<void> put(const SealedSecret &secret) = 0;
    virtual Result<void> remove(WorkspaceId workspace, const QString &name) = 0;
    // At most `limit` of any workspace that are not sealed under `keyId`: what a rotation still has to do.
    virtual Result<QList<SealedSecret>> sealedOtherwise(const QString &keyId, int limit) = 0;
    // Replaces the sealed bytes when the version is still the same; else Conflict.
    virtual Result<void> reseal(const SealedSecret &secret) = 0;
};

} // namespace vox
