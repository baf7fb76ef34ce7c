#include "models/store/postgres/postgres_idempotency.h"
#include "models/documents/canonical_json.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600 * 1000;
constexpr int sweptAtOnce = 20; // of those that are over, a few with each new one

QString textOf(const QMap<QByteArray, QByteArray> &headers)
{
    QJsonObject object;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it) object.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
    return QString::fromUtf8(canonicalJson(object));
}

QMap<QByteArray, QByteArray> headersOf(const QByteArray &text)
{
    QMap<QByteArray, QByteArray> out;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    for (auto it = object.begin(); it != object.end(); ++it) out.insert(it.key().toUtf8(), it.value().toString().toUtf8());
    return out;
}

} // namespace

Result<std::optional<KeptAnswer>> PostgresIdempotency::claim(const KeptAnswer::Name &name, const QByteArray &print, UtcMs now)
{
    const qint64 over = now.value - day;
    const auto swept = m_db.write("delete from idempotency where ctid in (select ctid from idempotency where made_utc_ms < $1 limit $2 for update skip locked)",
                                  over, sweptAtOnce);
    if (!swept) return swept.error();
    const auto taken = m_db.write("insert into idempotency as i(workspace, person, key, print, made_utc_ms) values($1, $2, $3, $4, $5) "
                                  "on conflict(workspace, person, key) do update set print = excluded.print, made_utc_ms = excluded.made_utc_ms, "
                                  "status = null where i.made_utc_ms < $6",
                                  name.workspace.uuid(), name.person.uuid(), name.key, print, now.value, over);
    if (!taken) return taken.error();
    if (taken->affected() == 1) return std::optional<KeptAnswer>();
    const auto rows = m_db.read("select print, status, content_type, headers, body from idempotency where workspace = $1 and person = $2 and key = $3",
                                name.workspace.uuid(), name.person.uuid(), name.key);
    if (!rows) return rows.error();
    if (rows->isEmpty() || rows->isNull(0, 1)) return std::optional<KeptAnswer>();
    if (rows->blob(0, 0) != print) return Error(Error::Code::KeyReused, {name.key.left(80)});
    return std::optional(KeptAnswer{int(rows->integer(0, 1)), rows->blob(0, 2), headersOf(rows->blob(0, 3)), rows->blob(0, 4)});
}

Result<void> PostgresIdempotency::keep(const KeptAnswer::Name &name, const KeptAnswer &answer)
{
    const auto kept = m_db.write("update idempotency set status = $4, content_type = $5, headers = $6, body = $7 "
                                 "where workspace = $1 and person = $2 and key = $3",
                                 name.workspace.uuid(), name.person.uuid(), name.key, answer.status, answer.contentType, textOf(answer.headers), answer.body);
    if (!kept) return kept.error();
    return {};
}

} // namespace vox
