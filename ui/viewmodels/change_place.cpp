#include "ui/viewmodels/change_place.h"
#include "models/base/check_fields.h"
#include "models/dialogue/flow.h"
#include "models/documents/json_pointer.h"
#include "models/kinds/agents/agent.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text) { return QCoreApplication::translate("vox::Changes", text); }

qsizetype indexById(const QJsonArray &items, const QString &id)
{
    for (qsizetype i = 0; i < items.size(); ++i)
        if (items.at(i)["id"_L1].toString() == id) return i;
    return -1;
}

QJsonObject itemOf(const QJsonObject &content, const QString &list, const QString &id)
{
    return valueById(content, u"/flow/"_s + list + u'/' + pointerStep(id)).toObject();
}

QString unitOf(const FieldInfo &field)
{
    return *field.unit ? QCoreApplication::translate(field.context, field.unit) : QString();
}

QString titleOf(const QJsonObject &node)
{
    const QString name = node.value("name"_L1).toString();
    return name.isEmpty() ? FlowViewModel::typeLabel(node.value("type"_L1).toString()) : name;
}

const FieldInfo *infoOf(const FieldList &fields, const QString &key)
{
    for (const FieldInfo &field : fields)
        if (field.key == key) return &field;
    return nullptr;
}

// Labels from here down: "What callers say · en".
QString fieldWords(const FieldList &fields, QStringList steps, const QJsonValue &at, ChangePlace &place)
{
    QStringList out;
    const FieldList *known = &fields;
    QJsonValue value = at;
    while (!steps.isEmpty()) {
        const QString step = steps.takeFirst();
        const FieldInfo *info = infoOf(*known, step);
        if (value.isArray()) {
            const qsizetype index = indexById(value.toArray(), step);
            const QJsonValue item = index >= 0 ? value.toArray().at(index) : QJsonValue();
            const QString name = item["name"_L1].toString();
            if (!name.isEmpty()) out.append(name);
            value = item;
            continue;
        }
        value = value[step];
        static const FieldList none;
        if (info) {
            out.append(info->label && *info->label ? QCoreApplication::translate(info->context, info->label) : step);
            place.unit = unitOf(*info);
        } else {
            out.append(step);
        }
        known = info ? &info->fields : &none;
    }
    return out.join(u" · "_s);
}

ChangePlace inFlow(const QStringList &steps, const QJsonObject &content, const QJsonObject &other)
{
    ChangePlace place;
    const QString list = steps.value(1), id = steps.value(2);
    const auto find = [&](const QString &which, const QString &item) {
        const QJsonObject found = itemOf(content, which, item);
        return found.isEmpty() ? itemOf(other, which, item) : found;
    };
    if (list == "edges"_L1) {
        const QJsonObject edge = find(u"edges"_s, id);
        const QJsonObject from = find(u"nodes"_s, edge.value("from"_L1).toString());
        place.node = edge.value("from"_L1).toString();
        place.type = from.value("type"_L1).toString();
        place.what = from.isEmpty() ? words(QT_TRANSLATE_NOOP("vox::Changes", "Arrow")) : titleOf(from);
        const Node node = Flow::fromJson({{u"nodes"_s, QJsonArray{from}}}).nodes.value(0);
        QString port = edge.value("port"_L1).toString();
        if (const NodeType *type = nodeType(place.type))
            for (const Port &each : type->ports(node.settings))
                if (each.name == port) port = each.labelNoop && *each.labelNoop ? QCoreApplication::translate("Port", each.labelNoop) : each.label.isEmpty() ? port : each.label;
        for (const QJsonObject &side : {content, other})
            for (const QJsonValue &intent : side.value("intents"_L1).toArray())
                if (intent["id"_L1].toString() == port) port = intent["name"_L1].toString();
        place.field = words(QT_TRANSLATE_NOOP("vox::Changes", "Outcome “%1”")).arg(port);
        place.wholeItem = steps.size() == 3;
        return place;
    }
    const QJsonObject node = find(u"nodes"_s, id);
    place.node = id;
    place.type = node.value("type"_L1).toString();
    place.what = node.isEmpty() ? words(QT_TRANSLATE_NOOP("vox::Changes", "Graph")) : titleOf(node);
    place.wholeItem = steps.size() == 3;
    if (steps.size() <= 3) {
        place.field = words(steps.size() == 3 ? QT_TRANSLATE_NOOP("vox::Changes", "Node") : QT_TRANSLATE_NOOP("vox::Changes", "Order"));
        return place;
    }
    const QString part = steps.at(3);
    place.position = part == "position"_L1;
    if (part == "settings"_L1 && steps.size() > 4) {
        const NodeType *type = nodeType(place.type);
        static const FieldList none;
        place.field = fieldWords(type ? type->fields() : none, steps.mid(4), node.value("settings"_L1), place);
    } else {
        place.field = part == "name"_L1   ? words(QT_TRANSLATE_NOOP("vox::Changes", "Name"))
                      : part == "type"_L1 ? words(QT_TRANSLATE_NOOP("vox::Changes", "Type"))
                      : place.position    ? words(QT_TRANSLATE_NOOP("vox::Changes", "Place on the canvas"))
                                          : words(QT_TRANSLATE_NOOP("vox::Changes", "Settings"));
    }
    return place;
}

QJsonValue put(const QJsonValue &at, const QStringList &steps, qsizetype depth, const QJsonValue &value)
{
    if (depth == steps.size()) return value;
    const QString &step = steps.at(depth);
    const bool last = depth + 1 == steps.size();
    // A whole item for a list that is not there yet: its id says that this is a list.
    const bool list = at.isArray() || (last && !at.isObject() && value.isObject() && value["id"_L1].toString() == step);
    if (list) {
        QJsonArray items = at.toArray();
        const qsizetype index = indexById(items, step);
        const QJsonValue inner = put(index >= 0 ? items.at(index) : QJsonValue(QJsonValue::Undefined), steps, depth + 1, value);
        if (inner.isUndefined()) {
            if (index >= 0) items.removeAt(index);
        } else if (index >= 0) {
            items[index] = inner;
        } else if (last) {
            items.append(inner); // a part of an item nobody has any more goes nowhere
        }
        return items;
    }
    QJsonObject object = at.toObject();
    const QJsonValue inner = put(object.value(step), steps, depth + 1, value);
    if (inner.isUndefined()) object.remove(step);
    else object.insert(step, inner);
    return object;
}

} // namespace

QJsonValue valueById(const QJsonValue &root, const QString &path)
{
    QJsonValue at = root;
    for (const QString &step : pointerSteps(path)) {
        if (at.isArray()) {
            const QJsonArray items = at.toArray();
            const qsizetype index = indexById(items, step);
            at = index >= 0 ? items.at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            at = at.isObject() ? at.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return at;
}

QJsonObject withValueById(const QJsonObject &root, const QString &path, const QJsonValue &value)
{
    return put(root, pointerSteps(path), 0, value).toObject();
}

ChangePlace placeOf(const QString &path, const QJsonObject &content, const QJsonObject &other)
{
    QStringList steps = pointerSteps(path);
    // The language of a text tells something only where there are several.
    const QJsonArray languages = content.value("languages"_L1).toArray();
    if (languages.size() == 1 && steps.size() > 1 && steps.last() == languages.first().toString()) steps.removeLast();
    if (steps.value(0) == "flow"_L1) return inFlow(steps, content, other);
    ChangePlace place;
    const QString key = steps.value(0);
    const FieldInfo *info = infoOf(agentKind().fields, key);
    const QJsonValue value = content.contains(key) ? content.value(key) : other.value(key);
    const QString label = info && *info->label ? QCoreApplication::translate(info->context, info->label) : key;
    if (info) place.unit = unitOf(*info);
    static const FieldList none;
    QStringList rest = steps.mid(1);
    if (value.isArray() && !rest.isEmpty()) {
        // An intent or variable is known by its name.
        QJsonValue item = valueById(value, u'/' + pointerStep(rest.first()));
        if (item.isUndefined()) item = valueById(other.value(key), u'/' + pointerStep(rest.first()));
        const QString name = item["name"_L1].toString();
        place.what = name.isEmpty() ? label : name;
        place.wholeItem = rest.size() == 1;
        rest.removeFirst();
        place.field = rest.isEmpty() ? label : fieldWords(info ? info->fields : none, rest, item, place);
        return place;
    }
    place.what = label;
    place.field = fieldWords(info ? info->fields : none, rest, value, place);
    return place;
}

QString valueText(const QJsonValue &value, const ChangePlace &place, const QJsonObject &content)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null: return {};
    case QJsonValue::Bool: return words(value.toBool() ? QT_TRANSLATE_NOOP("vox::Changes", "yes") : QT_TRANSLATE_NOOP("vox::Changes", "no"));
    case QJsonValue::Double: {
        const QString number = QLocale().toString(value.toDouble(), 'g', 12);
        return place.unit.isEmpty() ? number : number + u' ' + place.unit;
    }
    case QJsonValue::String: {
        const QJsonObject node = itemOf(content, u"nodes"_s, value.toString());
        return node.isEmpty() ? value.toString() : titleOf(node);
    }
    case QJsonValue::Array: {
        QStringList out;
        for (const QJsonValue &item : value.toArray()) out.append(valueText(item, {}, content));
        out.removeAll(QString());
        return out.join(u", "_s);
    }
    case QJsonValue::Object: break;
    }
    const QJsonObject object = value.toObject();
    if (object.contains("from"_L1) && object.contains("to"_L1)) return valueText(object.value("to"_L1), {}, content);
    if (object.contains("settings"_L1)) {
        const NodeType *type = nodeType(object.value("type"_L1).toString());
        const QString language = content.value("languages"_L1).toArray().at(0).toString(u"en"_s);
        const QString summary = type ? type->summary(object.value("settings"_L1).toObject(), language).simplified() : QString();
        return summary.isEmpty() ? titleOf(object) : summary;
    }
    if (object.contains("name"_L1)) return object.value("name"_L1).toString();
    // Texts by language are the objects people write; show the words.
    QStringList out;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.key() != "id"_L1) out.append(valueText(it.value(), {}, content));
    out.removeAll(QString());
    return out.join(u" · "_s).left(2000);
}

} // namespace vox
