#include "models/store/sqlite/sqlite_settings.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

namespace {
// Qt reads only arrays and objects, so a value travels inside an array.
QString write(const QJsonValue &value) { return QString::fromUtf8(canonicalJson(QJsonArray{value})); }
QJsonValue read(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).array().at(0); }
} // namespace

Result<QJsonValue> SqliteSettings::get(const QString &key)
{
    auto query = m_db.query("select value from setting where key = ?", key);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    return *row ? read(query->text(0)) : QJsonValue(QJsonValue::Undefined);
}

Result<void> SqliteSettings::put(const QString &key, const QJsonValue &value)
{
    if (value.isUndefined()) return m_db.run("delete from setting where key = ?", key);
    return m_db.run("insert into setting(key, value) values(?, ?) on conflict(key) do update set value = excluded.value", key,
                    write(value));
}

Result<QMap<QString, QJsonValue>> SqliteSettings::all(const QString &prefix)
{
    auto query = m_db.query("select key, value from setting where substr(key, 1, length(?)) = ?", prefix, prefix);
    if (!query) return query.error();
    QMap<QString, QJsonValue> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.insert(query->text(0), read(query->text(1)));
    }
}

} // namespace vox
