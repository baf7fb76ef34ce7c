#include "models/store/postgres/postgres_settings.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

namespace {
// Qt reads only arrays and objects, so a value travels inside an array.
QString write(const QJsonValue &value) { return QString::fromUtf8(canonicalJson(QJsonArray{value})); }
QJsonValue read(const QByteArray &text) { return QJsonDocument::fromJson(text).array().at(0); }
} // namespace

Result<QJsonValue> PostgresSettings::get(const QString &key)
{
    const auto rows = m_db.read("select value from setting where workspace = $1 and key = $2", m_workspace.uuid(), key);
    if (!rows) return rows.error();
    return rows->isEmpty() ? QJsonValue(QJsonValue::Undefined) : read(rows->blob(0, 0));
}

Result<void> PostgresSettings::put(const QString &key, const QJsonValue &value)
{
    return m_db.transaction(
        [&]() -> Result<void> {
            m_chronicle.touch();
            const auto done = value.isUndefined()
                ? m_db.write("delete from setting where workspace = $1 and key = $2", m_workspace.uuid(), key)
                : m_db.write("insert into setting(workspace, key, value) values($1, $2, $3) "
                             "on conflict(workspace, key) do update set value = excluded.value",
                             m_workspace.uuid(), key, write(value));
            if (!done) return done.error();
            return {};
        },
        Connection::Repeat::Allowed);
}

Result<QMap<QString, QJsonValue>> PostgresSettings::all(const QString &prefix)
{
    const auto rows = m_db.read("select key, value from setting where workspace = $1 and starts_with(key, $2)", m_workspace.uuid(), prefix);
    if (!rows) return rows.error();
    QMap<QString, QJsonValue> out;
    for (int row = 0; row < rows->size(); ++row) out.insert(rows->text(row, 0), read(rows->blob(row, 1)));
    return out;
}

} // namespace vox
