#include "models/documents/merge.h"
#include "models/base/check_fields.h"
#include "models/documents/line_merge.h"
#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool allStrings(const QJsonValue &value)
{
    for (const QJsonValue &item : value.toArray())
        if (!item.isString()) return false;
    return value.isArray();
}

bool allWithIds(const QJsonValue &value)
{
    for (const QJsonValue &item : value.toArray())
        if (item.toObject().value("id"_L1).toString().isEmpty()) return false;
    return value.isArray() && !value.toArray().isEmpty();
}

QStringList texts(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &item : value.toArray()) out.append(item.toString());
    return out;
}

// Three contents walked together. Undefined stands for "not there".
class Merger {
public:
    QList<MergeConflict> conflicts;

    QJsonObject objects(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const FieldList &fields, const QString &path)
    {
        QJsonObject out;
        QSet<QString> keys;
        for (const QJsonObject *object : {&base, &ours, &theirs})
            for (auto it = object->begin(); it != object->end(); ++it) keys.insert(it.key());
        for (const QString &key : keys) {
            const FieldInfo *info = nullptr;
            for (const FieldInfo &field : fields)
                if (field.key == key) info = &field;
            const QJsonValue merged = values(base.value(key), ours.value(key), theirs.value(key), info, path + u'/' + pointerStep(key));
            if (!merged.isUndefined()) out.insert(key, merged);
        }
        return out;
    }

private:
    QJsonValue values(const QJsonValue &base, const QJsonValue &ours, const QJsonValue &theirs, const FieldInfo *info, const QString &path)
    {
        if (ours == theirs || theirs == base) return ours;
        if (ours == base) return theirs;
        const FieldList none;
        const FieldList &below = info ? info->fields : none;
        if (ours.isObject() && theirs.isObject() && (base.isObject() || base.isUndefined()))
            return objects(base.toObject(), ours.toObject(), theirs.toObject(), below, path);
        const bool lists = ours.isArray() && theirs.isArray() && (base.isArray() || base.isUndefined());
        if (lists && (allWithIds(ours) || ours.toArray().isEmpty()) && (allWithIds(theirs) || theirs.toArray().isEmpty()))
            return items(base.toArray(), ours.toArray(), theirs.toArray(), below, path);
        if (lists && allStrings(ours) && allStrings(theirs)) {
            if (!info || !info->ordered) return sets(texts(base), texts(ours), texts(theirs));
            if (const auto merged = mergeSequences(texts(base), texts(ours), texts(theirs))) return QJsonArray::fromStringList(*merged);
        }
        if (base.isString() && ours.isString() && theirs.isString() && isLong(info, base.toString())) {
            const auto lines = [](const QJsonValue &text) { return text.toString().split(u'\n'); };
            if (const auto merged = mergeSequences(lines(base), lines(ours), lines(theirs))) return merged->join(u'\n');
        }
        conflicts.append({path, base, ours, theirs});
        return ours;
    }

    static bool isLong(const FieldInfo *info, const QString &text)
    {
        return text.contains(u'\n') || (info && (info->type == FieldType::LongText || info->multiline));
    }

    // Ours in our order without what they removed, then what they added.
    static QJsonArray sets(const QStringList &base, const QStringList &ours, const QStringList &theirs)
    {
        QStringList out;
        for (const QString &item : ours)
            if (theirs.contains(item) || !base.contains(item)) out.append(item);
        for (const QString &item : theirs)
            if (!base.contains(item) && !out.contains(item)) out.append(item);
        return QJsonArray::fromStringList(out);
    }

    static QStringList idsOf(const QJsonArray &items)
    {
        QStringList out;
        for (const QJsonValue &item : items) out.append(item["id"_L1].toString());
        return out;
    }

    QJsonArray items(const QJsonArray &base, const QJsonArray &ours, const QJsonArray &theirs, const FieldList &fields, const QString &path)
    {
        const auto find = [](const QJsonArray &items, const QString &id) -> QJsonValue {
            for (const QJsonValue &item : items)
                if (item["id"_L1].toString() == id) return item;
            return QJsonValue::Undefined;
        };
        QHash<QString, QJsonValue> kept;
        const QStringList baseIds = idsOf(base), ourIds = idsOf(ours), theirIds = idsOf(theirs);
        for (const QString &id : QStringList(ourIds + theirIds)) {
            if (kept.contains(id)) continue;
            const QString below = path + u'/' + pointerStep(id);
            const QJsonValue was = find(base, id), our = find(ours, id), their = find(theirs, id);
            QJsonValue merged = our;
            if (our.isObject() && their.isObject()) {
                merged = objects(was.toObject(), our.toObject(), their.toObject(), fields, below);
            } else if (was.isObject()) {
                // One side deleted it: fine when the other left it alone.
                const QJsonValue &survivor = our.isObject() ? our : their;
                merged = QJsonValue::Undefined;
                if (survivor != was) {
                    conflicts.append({below, was, our, their});
                    merged = survivor; // nothing is lost before somebody decided
                }
            } else {
                merged = our.isObject() ? our : their; // new on one side
            }
            kept.insert(id, merged);
        }
        QJsonArray out;
        for (const QString &id : orderOf(baseIds, ourIds, theirIds))
            if (const QJsonValue item = kept.value(id, QJsonValue::Undefined); item.isObject()) out.append(item);
        return out;
    }

    // Theirs when only they reordered, else ours; what the other side added follows what it followed there.
    static QStringList orderOf(const QStringList &base, const QStringList &ours, const QStringList &theirs)
    {
        const auto common = [&](const QStringList &side) {
            QStringList out;
            for (const QString &id : side)
                if (base.contains(id) && ours.contains(id) && theirs.contains(id)) out.append(id);
            return out;
        };
        const bool weMoved = common(base) != common(ours);
        QStringList order = weMoved ? ours : theirs;
        const QStringList &other = weMoved ? theirs : ours;
        for (qsizetype i = 0; i < other.size(); ++i) {
            if (order.contains(other[i])) continue;
            const qsizetype after = i > 0 ? order.indexOf(other[i - 1]) : -1;
            order.insert(after + 1, other[i]);
        }
        return order;
    }
};

} // namespace

Merged merge(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const FieldList &fields)
{
    Merger merger;
    Merged merged;
    merged.content = merger.objects(base, ours, theirs, fields, {});
    merged.conflicts = merger.conflicts;
    std::sort(merged.conflicts.begin(), merged.conflicts.end(),
              [](const MergeConflict &a, const MergeConflict &b) { return a.path < b.path; });
    return merged;
}

Merged merge(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const KindInfo &kind)
{
    Merged merged = merge(base, ours, theirs, kind.fields);
    if (kind.checkMerge) merged.conflicts += kind.checkMerge(merged.content);
    return merged;
}

} // namespace vox
