#include "models/sync/named_path.h"
#include "models/documents/json_pointer.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

qsizetype indexOf(const QJsonArray &items, const QString &id)
{
    for (qsizetype i = 0; i < items.size(); ++i)
        if (items[i].toObject().value("id"_L1).toString() == id) return i;
    return -1;
}

QJsonValue put(const QJsonValue &at, const QStringList &steps, qsizetype depth, const QJsonValue &value)
{
    if (depth == steps.size()) return value;
    const QString &step = steps[depth];
    if (at.isArray()) {
        QJsonArray items = at.toArray();
        const qsizetype index = indexOf(items, step);
        if (index < 0) {
            if (depth + 1 == steps.size() && value.isObject()) items.append(value);
            return items;
        }
        const QJsonValue below = put(items[index], steps, depth + 1, value);
        if (below.isUndefined()) items.removeAt(index);
        else items.replace(index, below);
        return items;
    }
    if (!at.isObject() && !at.isUndefined() && !at.isNull()) return at;
    QJsonObject object = at.toObject();
    const QJsonValue below = put(object.value(step), steps, depth + 1, value);
    if (below.isUndefined()) object.remove(step);
    else object.insert(step, below);
    return object;
}

} // namespace

QJsonValue valueAtNamed(const QJsonValue &root, const QString &path)
{
    QJsonValue at = root;
    for (const QString &step : pointerSteps(path)) {
        if (at.isArray()) {
            const QJsonArray items = at.toArray();
            const qsizetype index = indexOf(items, step);
            at = index < 0 ? QJsonValue(QJsonValue::Undefined) : items[index];
        } else {
            at = at.toObject().value(step);
        }
    }
    return at;
}

QJsonObject withValueAtNamed(const QJsonObject &root, const QString &path, const QJsonValue &value)
{
    const QStringList steps = pointerSteps(path);
    if (steps.isEmpty()) return value.isObject() ? value.toObject() : root;
    return put(root, steps, 0, value).toObject();
}

} // namespace vox
