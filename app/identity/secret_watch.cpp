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

SecretWatch::Known SecretWatch::open(ServerStore &store, WorkspaceId workspace, const SecretInfo &info) const
{
    Known known{info.version, {}};
    auto value = m_vault.open(store, workspace, info.name);
    if (!value) return known;
    QByteArray json = escaped(*value);
    for (const QByteArray *form : {&*value, &json})
        if (form == &*value || json != *value)
            if (const auto print = m_fingerprints.of(info.name, *form)) known.prints.append(*print);
    wipe(*value);
    wipe(json);
    return known;
}

Result<QList<Fingerprints::Print>> SecretWatch::prints(ServerStore &store, WorkspaceId workspace)
{
    const auto all = store.secrets().list(workspace);
    if (!all) return all.error();
    QHash<QString, Known> known;
    {
        const QMutexLocker lock(&m_mutex);
        known = m_known.value(workspace);
    }
    QHash<QString, Known> now;
    QList<Fingerprints::Print> out;
    bool moved = known.size() != all->size();
    for (const SecretInfo &info : *all) {
        const auto before = known.constFind(info.name);
        const bool fresh = before == known.constEnd() || before->version != info.version;
        const Known one = fresh ? open(store, workspace, info) : *before;
        moved = moved || fresh;
        now.insert(info.name, one);
        out += one.prints;
    }
    if (moved) {
        const QMutexLocker lock(&m_mutex);
        m_known.insert(workspace, now);
    }
    return out;
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
