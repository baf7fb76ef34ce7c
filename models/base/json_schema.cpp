#include "models/base/json_schema.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject ofType(const QString &type) { return {{u"type"_s, type}}; }

QJsonObject text(const FieldInfo &info)
{
    QJsonObject schema = ofType(u"string"_s);
    schema.insert(u"maxLength"_s, info.maxLength);
    return schema;
}

QJsonObject number(const FieldInfo &info, const QString &type)
{
    QJsonObject schema = ofType(type);
    schema.insert(u"minimum"_s, info.minimum);
    schema.insert(u"maximum"_s, info.maximum);
    return schema;
}

QJsonObject list(const FieldInfo &info, const QJsonObject &item)
{
    QJsonObject schema = ofType(u"array"_s);
    schema.insert(u"items"_s, item);
    schema.insert(u"maxItems"_s, info.maxLength);
    return schema;
}

QJsonObject byTag(const QJsonObject &value)
{
    QJsonObject schema = ofType(u"object"_s);
    schema.insert(u"additionalProperties"_s, value);
    return schema;
}

QJsonObject money()
{
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"amount"_s, u"currency"_s}},
            {u"properties"_s, QJsonObject{{u"amount"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"pattern"_s, u"^-?[0-9]+(\\.[0-9]+)?$"_s}}},
                                          {u"currency"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"pattern"_s, u"^[A-Z]{3}$"_s}}}}}};
}

QJsonObject item(const FieldInfo &info)
{
    QJsonObject schema = jsonSchema(info.fields);
    QJsonObject properties = schema.value("properties"_L1).toObject();
    if (!properties.contains("id"_L1)) properties.insert(u"id"_s, ofType(u"string"_s));
    schema.insert(u"properties"_s, properties);
    return schema;
}

QJsonObject shape(const FieldInfo &info)
{
    switch (info.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Expression:
    case FieldType::Secret:
    case FieldType::Reference: return text(info);
    case FieldType::Integer: return number(info, u"integer"_s);
    case FieldType::Number: return number(info, u"number"_s);
    case FieldType::Boolean: return ofType(u"boolean"_s);
    case FieldType::Choice: return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(info.options)}};
    case FieldType::Localized: return byTag(text(info));
    case FieldType::LocalizedList: return byTag(list(info, ofType(u"string"_s)));
    case FieldType::TextList: return list(info, ofType(u"string"_s));
    case FieldType::Money: return money();
    case FieldType::Object: return jsonSchema(info.fields);
    case FieldType::ObjectList: return list(info, item(info));
    case FieldType::Json: return {};
    }
    return {};
}

} // namespace

QJsonObject jsonSchema(const FieldList &fields)
{
    QJsonObject properties;
    QJsonArray required;
    for (const FieldInfo &info : fields) {
        QJsonObject schema = shape(info);
        if (*info.label) schema.insert(u"title"_s, QString::fromUtf8(info.label));
        if (*info.help) schema.insert(u"description"_s, QString::fromUtf8(info.help));
        if (!info.defaultValue.isUndefined() && !info.defaultValue.isNull()) schema.insert(u"default"_s, info.defaultValue);
        properties.insert(info.key, schema);
        if (info.required) required.append(info.key);
    }
    QJsonObject out{{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"additionalProperties"_s, false}};
    if (!required.isEmpty()) out.insert(u"required"_s, required);
    return out;
}

} // namespace vox
