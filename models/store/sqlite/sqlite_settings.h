#pragma once
#include "models/store/setting_store.h"
#include "models/store/sqlite/database.h"

namespace vox {

// Settings in a SqliteStore; owned by it.
class SqliteSettings final : public SettingStore {
public:
    explicit SqliteSettings(Database &database) : m_db(database) {}
    Result<QJsonValue> get(const QString &key) override;
    Result<void> put(const QString &key, const QJsonValue &value) override;
    Result<QMap<QString, QJsonValue>> all(const QString &prefix) override;

private:
    Database &m_db;
};

} // namespace vox
