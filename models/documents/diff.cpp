#include "models/documents/diff.h"
#include "models/base/check_fields.h"
#include <QHash>
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool areItemsWithIds(const QJsonValue &value)
{
    for (const QJsonValue &item : value.toArray())
        if (item.toObject().value("id"_L1).toString().isEmpty()) return false;
    return value.isArray();
}

// Walks two contents side by side; where it is, is kept in Place and passed by value downwards.
class Differ {
public:
    struct Place {
        QString path;
        QList<const char *> labels;
        QString item;
    };
    QList<Change> changes;

    void objects(const QJsonObject &base, const QJsonObject &other, const FieldList &fields, const Place &place)
    {
        QStringList done;
        for (const FieldInfo &info : fields) {
            done.append(info.key);
            Place below = stepInto(place, info.key);
            if (*info.label) below.labels.append(info.label);
            values(base.value(info.key), other.value(info.key), &info, below);
        }
        QStringList rest = base.keys();
        for (const QString &key : other.keys())
            if (!rest.contains(key)) rest.append(key);
        for (const QString &key : rest)
            if (!done.contains(key) && !(key == "id"_L1)) values(base.value(key), other.value(key), nullptr, stepInto(place, key));
    }

private:
    static Place stepInto(Place place, const QString &step)
    {
        place.path += u'/' + pointerStep(step);
        return place;
    }

    void add(Change::What what, const Place &place, const QJsonValue &before, const QJsonValue &after)
    {
        changes.append({what, place.path, place.labels, place.item, before, after});
    }

    void values(const QJsonValue &base, const QJsonValue &other, const FieldInfo *info, const Place &place)
    {
        if (base == other) return;
        if (base.isUndefined()) return add(Change::What::Added, place, base, other);
        if (other.isUndefined()) return add(Change::What::Removed, place, base, other);
        const FieldList none;
        if (base.isObject() && other.isObject())
            return objects(base.toObject(), other.toObject(), info ? info->fields : none, place);
        if (areItemsWithIds(base) && areItemsWithIds(other))
            return items(base.toArray(), other.toArray(), info ? info->fields : none, place);
        add(Change::What::Changed, place, base, other);
    }

    void items(const QJsonArray &base, const QJsonArray &other, const FieldList &fields, const Place &place)
    {
        QHash<QString, QJsonObject> before, after;
        for (const QJsonValue &item : base) before.insert(item["id"_L1].toString(), item.toObject());
        for (const QJsonValue &item : other) after.insert(item["id"_L1].toString(), item.toObject());
        QStringList oldOrder, newOrder;
        for (const QJsonValue &item : base) {
            const QString id = item["id"_L1].toString();
            if (after.contains(id)) oldOrder.append(id);
            else add(Change::What::Removed, inside(place, id), item, QJsonValue::Undefined);
        }
        for (const QJsonValue &item : other) {
            const QString id = item["id"_L1].toString();
            if (!before.contains(id)) {
                add(Change::What::Added, inside(place, id), QJsonValue::Undefined, item);
                continue;
            }
            newOrder.append(id);
            objects(before.value(id), after.value(id), fields, inside(place, id));
        }
        if (oldOrder != newOrder)
            add(Change::What::Moved, place, QJsonArray::fromStringList(oldOrder), QJsonArray::fromStringList(newOrder));
    }

    static Place inside(const Place &place, const QString &id)
    {
        Place below = stepInto(place, id);
        below.item = id;
        return below;
    }
};

} // namespace

QList<Change> diff(const QJsonObject &base, const QJsonObject &other, const FieldList &fields)
{
    Differ differ;
    differ.objects(base, other, fields, {});
    return differ.changes;
}

} // namespace vox
