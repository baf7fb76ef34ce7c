#pragma once
#include "models/store/postgres/chronicle.h"
#include "models/store/setting_store.h"

namespace vox {

// Settings of a PostgresStore; owned by it.
class PostgresSettings final : public SettingStore {
public:
    PostgresSettings(Connection &connection, WorkspaceId workspace, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_chronicle(chronicle)
    {
    }
    Result<QJsonValue> get(const QString &key) override;
    Result<void> put(const QString &key, const QJsonValue &value) override;
    Result<QMap<QString, QJsonValue>> all(const QString &prefix) override;

private:
    Connection &m_db;
    WorkspaceId m_workspace;
    Chronicle &m_chronicle;
};

} // namespace vox
