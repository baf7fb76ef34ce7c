#pragma once
#include "models/base/result.h"
#include <QFuture>
#include <QJsonValue>
#include <QMap>
#include <QObject>

namespace vox {

class StorePool;

// The workspace's settings, read once at the start, so reading never waits; written behind. Belongs to the Workspace,
// UI thread.
class Settings : public QObject {
    Q_OBJECT
public:
    Settings(StorePool &stores, QMap<QString, QJsonValue> values, QObject *parent = nullptr);

    // `fallback` when it was never set.
    QJsonValue value(const QString &key, const QJsonValue &fallback = {}) const;
    // Undefined removes.
    QFuture<Result<void>> setValue(const QString &key, const QJsonValue &value);
    // Reads everything again; after another process wrote.
    void refresh();

signals:
    void changed(const QString &key);

private:
    StorePool &m_stores;
    QMap<QString, QJsonValue> m_values;
};

} // namespace vox
