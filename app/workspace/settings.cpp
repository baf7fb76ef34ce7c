#include "app/workspace/settings.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"

namespace vox {

Settings::Settings(StorePool &stores, QMap<QString, QJsonValue> values, QObject *parent)
    : QObject(parent), m_stores(stores), m_values(std::move(values))
{
}

QJsonValue Settings::value(const QString &key, const QJsonValue &fallback) const { return m_values.value(key, fallback); }

QFuture<Result<void>> Settings::setValue(const QString &key, const QJsonValue &value)
{
    if (value.isUndefined()) m_values.remove(key);
    else m_values.insert(key, value);
    emit changed(key);
    return m_stores.write([key, value](Store &store) { return store.settings().put(key, value); });
}

void Settings::refresh()
{
    // Through the writing thread, so that what we set a moment ago is not read back older than it is.
    const auto all = m_stores.write([](Store &store) { return store.settings().all(); });
    whenDone(all, this, [this](const Result<QMap<QString, QJsonValue>> &read) {
        if (!read) return;
        const QMap<QString, QJsonValue> before = std::exchange(m_values, *read);
        QStringList keys = before.keys() + m_values.keys();
        keys.removeDuplicates();
        for (const QString &key : keys)
            if (before.value(key, QJsonValue::Undefined) != m_values.value(key, QJsonValue::Undefined)) emit changed(key);
    });
}

} // namespace vox
