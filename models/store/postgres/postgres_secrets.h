#pragma once
#include "models/store/postgres/connection.h"
#include "models/store/secret_store.h"

namespace vox {

// SecretStore over PostgreSQL. Shares the connection of its server store.
class PostgresSecrets final : public SecretStore {
public:
    explicit PostgresSecrets(Connection &connection) : m_db(connection) {}
    Result<QList<SecretInfo>> list(WorkspaceId workspace) override;
    Result<QByteArray> stamp(WorkspaceId workspace) override;
    Result<void> expect(WorkspaceId workspace, const QByteArray &stamp) override;
    Result<SealedSecret> find(WorkspaceId workspace, const QString &name) override;
    Result<void> put(const SealedSecret &secret) override;
    Result<void> remove(WorkspaceId workspace, const QString &name) override;
    Result<QList<SealedSecret>> sealedOtherwise(const QString &keyId, int limit) override;
    Result<void> reseal(const SealedSecret &secret) override;

private:
    Connection &m_db;
};

} // namespace vox
