#include "models/base/json_codec.h"

namespace vox {

using namespace Qt::StringLiterals;

QJsonValue JsonCodec<LocalizedText>::write(const LocalizedText &v)
{
    QJsonObject out;
    for (auto it = v.byTag.begin(); it != v.byTag.end(); ++it) out.insert(it.key(), it.value());
    return out;
}

void JsonCodec<LocalizedText>::read(const QJsonValue &j, LocalizedText &v)
{
    if (!j.isObject()) return;
    v.byTag.clear();
    const QJsonObject object = j.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it->isString()) v.byTag.insert(it.key(), it->toString());
}

QJsonValue JsonCodec<LocalizedTexts>::write(const LocalizedTexts &v)
{
    QJsonObject out;
    for (auto it = v.byTag.begin(); it != v.byTag.end(); ++it) out.insert(it.key(), QJsonArray::fromStringList(it.value()));
    return out;
}

void JsonCodec<LocalizedTexts>::read(const QJsonValue &j, LocalizedTexts &v)
{
    if (!j.isObject()) return;
    v.byTag.clear();
    const QJsonObject object = j.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList texts;
        JsonCodec<QStringList>::read(*it, texts);
        v.byTag.insert(it.key(), texts);
    }
}

QJsonValue JsonCodec<Money>::write(const Money &v)
{
    return QJsonObject{{u"amount"_s, v.amountText()}, {u"currency"_s, v.currency}};
}

void JsonCodec<Money>::read(const QJsonValue &j, Money &v)
{
    const QJsonObject object = j.toObject();
    if (const auto money = Money::parse(object.value("amount"_L1).toString(), object.value("currency"_L1).toString())) v = *money;
}

void JsonCodec<QStringList>::read(const QJsonValue &j, QStringList &v)
{
    if (!j.isArray()) return;
    v.clear();
    for (const QJsonValue &item : j.toArray())
        if (item.isString()) v.append(item.toString());
}

} // namespace vox
