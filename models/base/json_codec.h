#pragma once
#include "models/base/field.h"
#include "models/base/ids.h"
#include "models/base/localized.h"
#include "models/base/money.h"
#include <QJsonArray>
#include <QJsonValue>
#include <array>
#include <concepts>
#include <type_traits>

// How one C++ type appears in JSON and in a FieldInfo: describe() fills the type, write() makes JSON, read() is lenient
// (a wrong shape leaves the target as it is). Add a specialisation to teach Fields a new type.
namespace vox {

template <typename Kind> struct Fields;
template <typename Kind> const FieldList &fieldsOf();
template <typename Kind> QJsonObject toJson(const Kind &value) requires requires { Fields<Kind>::all; };
template <typename Kind> Kind fromJson(const QJsonObject &object) requires requires { Fields<Kind>::all; };

// Names of an enum's values: `template <> struct EnumNames<Stage> { static constexpr const char *context = "Stage";
// static constexpr std::array all{EnumName<Stage>{Stage::Open, "open", QT_TRANSLATE_NOOP("Stage", "Open")}, ...}; };`
template <typename E> struct EnumName {
    E value;
    const char *name;
    const char *label;
};
template <typename E> struct EnumNames;

template <typename E> QString enumName(E value)
{
    for (const auto &row : EnumNames<E>::all)
        if (row.value == value) return QString::fromLatin1(row.name);
    return {};
}
template <typename E> std::optional<E> enumFromName(QStringView name)
{
    for (const auto &row : EnumNames<E>::all)
        if (name == QLatin1String(row.name)) return row.value;
    return std::nullopt;
}

template <typename T> struct JsonCodec;

template <> struct JsonCodec<QString> {
    static void describe(FieldInfo &info) { info.type = FieldType::Text; }
    static QJsonValue write(const QString &v) { return v; }
    static void read(const QJsonValue &j, QString &v) { if (j.isString()) v = j.toString(); }
};
template <> struct JsonCodec<bool> {
    static void describe(FieldInfo &info) { info.type = FieldType::Boolean; }
    static QJsonValue write(bool v) { return v; }
    static void read(const QJsonValue &j, bool &v) { if (j.isBool()) v = j.toBool(); }
};
template <typename T>
    requires std::integral<T>
struct JsonCodec<T> {
    static void describe(FieldInfo &info) { info.type = FieldType::Integer; }
    static QJsonValue write(T v) { return qint64(v); }
    static void read(const QJsonValue &j, T &v) { if (j.isDouble()) v = T(j.toInteger(qint64(v))); }
};
template <> struct JsonCodec<double> {
    static void describe(FieldInfo &info) { info.type = FieldType::Number; }
    static QJsonValue write(double v) { return v; }
    static void read(const QJsonValue &j, double &v) { if (j.isDouble()) v = j.toDouble(); }
};
template <typename E>
    requires std::is_enum_v<E>
struct JsonCodec<E> {
    static void describe(FieldInfo &info)
    {
        info.type = FieldType::Choice;
        for (const auto &row : EnumNames<E>::all) {
            info.options.append(QString::fromLatin1(row.name));
            info.optionLabels.append(row.label);
        }
    }
    static QJsonValue write(E v) { return enumName(v); }
    static void read(const QJsonValue &j, E &v) { if (const auto e = enumFromName<E>(j.toString())) v = *e; }
};
template <> struct JsonCodec<LocalizedText> {
    static void describe(FieldInfo &info) { info.type = FieldType::Localized; }
    static QJsonValue write(const LocalizedText &v);
    static void read(const QJsonValue &j, LocalizedText &v);
};
template <> struct JsonCodec<LocalizedTexts> {
    static void describe(FieldInfo &info) { info.type = FieldType::LocalizedList; }
    static QJsonValue write(const LocalizedTexts &v);
    static void read(const QJsonValue &j, LocalizedTexts &v);
};
template <> struct JsonCodec<Money> {
    static void describe(FieldInfo &info) { info.type = FieldType::Money; }
    static QJsonValue write(const Money &v);
    static void read(const QJsonValue &j, Money &v);
};
template <> struct JsonCodec<QStringList> {
    static void describe(FieldInfo &info) { info.type = FieldType::TextList; }
    static QJsonValue write(const QStringList &v) { return QJsonArray::fromStringList(v); }
    static void read(const QJsonValue &j, QStringList &v);
};
template <> struct JsonCodec<QJsonObject> {
    static void describe(FieldInfo &info) { info.type = FieldType::Json; }
    static QJsonValue write(const QJsonObject &v) { return v; }
    static void read(const QJsonValue &j, QJsonObject &v) { if (j.isObject()) v = j.toObject(); }
};
template <> struct JsonCodec<QJsonValue> {
    static void describe(FieldInfo &info) { info.type = FieldType::Json; }
    static QJsonValue write(const QJsonValue &v) { return v; }
    static void read(const QJsonValue &j, QJsonValue &v) { v = j; }
};
template <typename Tag> struct JsonCodec<Id<Tag>> {
    static void describe(FieldInfo &info) { info.type = FieldType::Text; }
    static QJsonValue write(const Id<Tag> &v) { return v.isNull() ? QJsonValue(QJsonValue::Undefined) : v.text(); }
    static void read(const QJsonValue &j, Id<Tag> &v) { v = Id<Tag>::parse(j.toString()).value_or(Id<Tag>()); }
};
template <typename T> struct JsonCodec<std::optional<T>> {
    static void describe(FieldInfo &info) { JsonCodec<T>::describe(info); }
    static QJsonValue write(const std::optional<T> &v)
    {
        return v ? JsonCodec<T>::write(*v) : QJsonValue(QJsonValue::Undefined);
    }
    static void read(const QJsonValue &j, std::optional<T> &v)
    {
        if (j.isNull() || j.isUndefined()) return v.reset();
        T inner{};
        JsonCodec<T>::read(j, inner);
        v = std::move(inner);
    }
};
template <typename Kind>
    requires requires { Fields<Kind>::all; }
struct JsonCodec<Kind> {
    static void describe(FieldInfo &info) { info.type = FieldType::Object; info.fields = fieldsOf<Kind>(); }
    static QJsonValue write(const Kind &v) { return toJson(v); }
    static void read(const QJsonValue &j, Kind &v) { if (j.isObject()) v = fromJson<Kind>(j.toObject()); }
};
template <typename Kind>
    requires requires { Fields<Kind>::all; }
struct JsonCodec<QList<Kind>> {
    static void describe(FieldInfo &info) { info.type = FieldType::ObjectList; info.fields = fieldsOf<Kind>(); }
    static QJsonValue write(const QList<Kind> &v)
    {
        QJsonArray out;
        for (const Kind &item : v) out.append(toJson(item));
        return out;
    }
    static void read(const QJsonValue &j, QList<Kind> &v)
    {
        if (!j.isArray()) return;
        v.clear();
        for (const QJsonValue &item : j.toArray())
            if (item.isObject()) v.append(fromJson<Kind>(item.toObject()));
    }
};

} // namespace vox
