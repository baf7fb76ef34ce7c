#pragma once
#include "models/base/result.h"
#include <QJsonValue>
#include <QMap>
#include <QString>

namespace vox {

// Settings of a workspace: small JSON values by dotted key ("model.providers"). Part of a Store. Never secrets.
class SettingStore {
public:
    virtual ~SettingStore() = default;
    // Undefined when it was never set.
    virtual Result<QJsonValue> get(const QString &key) = 0;
    // Undefined removes.
    virtual Result<void> put(const QString &key, const QJsonValue &value) = 0;
    // All whose key begins with `prefix`.
    virtual Result<QMap<QString, QJsonValue>> all(const QString &prefix = {}) = 0;
};

} // namespace vox
