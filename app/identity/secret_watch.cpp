#include "app/identity/secret_watch.h"
#include "app/security/process_memory.h"
#include "models/base/check_fields.h"
#include "models/store/secret_store.h"
#include "models/store/server_store.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The value with JSON's escapes, as bytes to be overwritten.
QByteArray escaped(const QByteArray &value)
{
    QByteArray json = QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    QByteArray out = json.mid(2, json.size() - 4);
    wipe(json);
    return out;
}

// The place of the first text that `hit` finds something in.
template <typename Hit>
std::optional<QString> placeIn(const QJsonValue &value, const QString &path, const Hit &hit)
{
    if (value.isString()) return hit(value.toString().toUtf8()) ? std::optional(path) : std::nullopt;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            if (auto place = placeIn(items[i], path + u'/' + QString::number(i), hit)) return place;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString below = path + u'/' + pointerStep(it.key());
        if (hit(it.key().toUtf8())) return below;
        if (auto place = placeIn(it.value(), below, hit)) return place;
    }
    return std::nullopt;
}

} // namespace

QList<Fingerprints::Print> SecretWatch::open(ServerStore &store, WorkspaceId workspace, const SecretInfo &info) const
{
    QList<Fingerprints::Print> out;
    auto value = m_vault.open(store, workspace, info.name);
    if (!value) return out;
    QByteArray json = escaped(*value);
    for (const QByteArray *form : {&*value, &json})
        if (form == &*value || json != *value)
            if (const auto print = m_fingerprints.of(info.name, *form)) out.append(*print);
    wipe(*value);
    wipe(json);
    return out;
}

// The stamp is read first: a list that changes meanwhile is newer than its stamp, and is read again.
Result<QList<Fingerprints::Print>> SecretWatch::prints(ServerStore &store, WorkspaceId workspace)
{
    const auto stamp = store.secrets().stamp(workspace);
    if (!stamp) return stamp.error();
    {
        const QMutexLocker lock(&m_mutex);
        const auto it = m_known.constFind(workspace);
        if (it != m_known.constEnd() && it->stamp == *stamp) return it->prints;
    }
    const auto all = store.secrets().list(workspace);
    if (!all) return all.error();
    Known known{*stamp, {}};
    for (const SecretInfo &info : *all) known.prints += open(store, workspace, info);
    const QMutexLocker lock(&m_mutex);
    m_known.insert(workspace, known);
    return known.prints;
}

std::optional<QByteArray> SecretWatch::passes(WorkspaceId workspace, const QByteArray &bytes)
{
    Known known;
    {
        const QMutexLocker lock(&m_mutex);
        const auto it = m_known.constFind(workspace);
        if (it == m_known.constEnd()) return std::nullopt;
        known = *it;
    }
    if (bytes.size() >= Fingerprints::shortest && m_fingerprints.find(known.prints, bytes)) return std::nullopt;
    return known.stamp;
}

Result<std::optional<SecretSighting>> SecretWatch::look(ServerStore &store, WorkspaceId workspace, const QByteArray &bytes)
{
    if (bytes.size() < Fingerprints::shortest) return std::optional<SecretSighting>();
    const auto known = prints(store, workspace);
    if (!known) return known.error();
    const auto found = m_fingerprints.find(*known, bytes);
    if (!found) return std::optional<SecretSighting>();
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    const QJsonValue root = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    const auto hit = [&](const QByteArray &text) { return m_fingerprints.find(*known, text).has_value(); };
    return std::optional(SecretSighting{*found, json.isNull() ? QString() : placeIn(root, {}, hit).value_or(QString())});
}

} // namespace vox
