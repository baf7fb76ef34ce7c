#include "models/base/check_fields.h"
#include "models/base/money.h"
#include <QJsonArray>
#include <QSet>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Walks one object; every message carries the pointer of what it is about.
class Checker {
public:
    explicit Checker(UnknownFields unknown) : m_unknown(unknown) {}

    void object(const FieldList &fields, const QJsonObject &object, const QString &path, bool item)
    {
        QSet<QString> known;
        for (const FieldInfo &info : fields) {
            known.insert(info.key);
            const QString at = path + u'/' + pointerStep(info.key);
            const auto it = object.find(info.key);
            if (it == object.end() || it->isNull()) {
                if (info.required) add(at, Error::Code::MissingField);
                continue;
            }
            value(info, *it, at);
        }
        if (m_unknown == UnknownFields::Keep) return;
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!known.contains(it.key()) && !(item && it.key() == "id"_L1))
                add(path + u'/' + pointerStep(it.key()), Error::Code::UnknownField);
    }

    Problems found;

private:
    void add(const QString &path, Error::Code code, const QString &more = {})
    {
        QStringList args{path};
        if (!more.isEmpty()) args.append(more);
        found.append({Problem::Severity::Error, path, Error(code, args), {}});
    }

    void text(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        if (!json.isString()) return add(at, Error::Code::WrongType, u"string"_s);
        const QString text = json.toString();
        if (text.size() > info.maxLength) return add(at, Error::Code::OutOfRange, u"≤ %1"_s.arg(info.maxLength));
        if (info.required && text.trimmed().isEmpty()) add(at, Error::Code::MissingField);
    }

    void number(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        if (!json.isDouble()) return add(at, Error::Code::WrongType, u"number"_s);
        const double number = json.toDouble();
        if (info.type == FieldType::Integer && number != std::floor(number))
            return add(at, Error::Code::WrongType, u"integer"_s);
        if (number < info.minimum || number > info.maximum)
            add(at, Error::Code::OutOfRange, u"%1 – %2"_s.arg(info.minimum).arg(info.maximum));
    }

    void texts(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        if (!json.isArray()) return add(at, Error::Code::WrongType, u"array"_s);
        const QJsonArray array = json.toArray();
        if (array.size() > info.maxLength) return add(at, Error::Code::OutOfRange, u"≤ %1"_s.arg(info.maxLength));
        for (qsizetype i = 0; i < array.size(); ++i)
            if (!array[i].isString()) add(at + u'/' + QString::number(i), Error::Code::WrongType, u"string"_s);
    }

    void localized(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        if (!json.isObject()) return add(at, Error::Code::WrongType, u"object"_s);
        const QJsonObject object = json.toObject();
        if (info.required && object.isEmpty()) add(at, Error::Code::MissingField);
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString below = at + u'/' + pointerStep(it.key());
            if (info.type == FieldType::Localized) text(info, *it, below);
            else texts(info, *it, below);
        }
    }

    void objects(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        if (!json.isArray()) return add(at, Error::Code::WrongType, u"array"_s);
        const QJsonArray array = json.toArray();
        if (array.size() > info.maxLength) return add(at, Error::Code::OutOfRange, u"≤ %1"_s.arg(info.maxLength));
        QSet<QString> ids;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString below = at + u'/' + QString::number(i);
            if (!array[i].isObject()) {
                add(below, Error::Code::WrongType, u"object"_s);
                continue;
            }
            const QString id = array[i].toObject().value("id"_L1).toString();
            if (!id.isEmpty() && ids.contains(id)) add(below + u"/id"_s, Error::Code::BadValue, id);
            ids.insert(id);
            this->object(info.fields, array[i].toObject(), below, true);
        }
    }

    void money(const QJsonValue &json, const QString &at)
    {
        const QJsonObject object = json.toObject();
        const QString currency = object.value("currency"_L1).toString();
        if (currency.size() != 3 || !Money::parse(object.value("amount"_L1).toString(), currency))
            add(at, Error::Code::WrongType, u"money"_s);
    }

    void value(const FieldInfo &info, const QJsonValue &json, const QString &at)
    {
        switch (info.type) {
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Expression:
        case FieldType::Secret:
        case FieldType::Reference: return text(info, json, at);
        case FieldType::Integer:
        case FieldType::Number: return number(info, json, at);
        case FieldType::Boolean:
            if (!json.isBool()) add(at, Error::Code::WrongType, u"boolean"_s);
            return;
        case FieldType::Choice:
            if (!json.isString() || !info.options.contains(json.toString()))
                add(at, Error::Code::BadValue, info.options.join(u", "_s));
            return;
        case FieldType::Localized:
        case FieldType::LocalizedList: return localized(info, json, at);
        case FieldType::TextList: return texts(info, json, at);
        case FieldType::Money: return money(json, at);
        case FieldType::Object:
            if (!json.isObject()) return add(at, Error::Code::WrongType, u"object"_s);
            return object(info.fields, json.toObject(), at, false);
        case FieldType::ObjectList: return objects(info, json, at);
        case FieldType::Json: return;
        }
    }

    UnknownFields m_unknown;
};

} // namespace

QString pointerStep(const QString &key)
{
    QString step = key;
    return step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

Problems checkFields(const FieldList &fields, const QJsonObject &object, UnknownFields unknown, const QString &path)
{
    Checker checker(unknown);
    checker.object(fields, object, path, false);
    return checker.found;
}

} // namespace vox
