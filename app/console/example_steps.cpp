#include "app/console/example_steps.h"
#include <QJsonArray>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

QJsonObject pair(const QString &a, const QJsonValue &one, const QString &b, const QJsonValue &other) { return {{a, one}, {b, other}}; }

QJsonObject orderTool(bool russian)
{
    return {{u"name"_s, russian ? u"Найти заказ"_s : u"Find the order"_s},
            {u"method"_s, u"GET"_s},
            {u"url"_s, u"https://shop.example/orders?caller={caller.number}"_s},
            {u"headers"_s, QJsonArray{pair(u"name"_s, u"Authorization"_s, u"value"_s, u"Bearer secret:shop"_s)}},
            {u"timeout_ms"_s, 4000},
            {u"waiting"_s, QJsonObject{{russian ? u"ru"_s : u"en"_s, russian ? u"Секунду, смотрю."_s : u"One moment, I am looking."_s}}}};
}

QJsonObject modelStep(bool russian)
{
    const QJsonObject argument{{u"name"_s, u"city"_s}, {u"type"_s, u"string"_s}, {u"needed"_s, true},
                               {u"description"_s, russian ? u"Город, в который едет заказ"_s : u"The city the order goes to"_s}};
    const QJsonObject tool{{u"name"_s, u"delivery_days"_s},
                           {u"description"_s, russian ? u"Сколько дней едет заказ в город"_s : u"How many days an order takes to a city"_s},
                           {u"arguments"_s, QJsonArray{argument}},
                           {u"method"_s, u"GET"_s},
                           {u"url"_s, u"https://shop.example/days/{city}"_s}};
    return {{u"instructions"_s, russian ? u"Отвечай коротко и только о доставке."_s : u"Answer briefly, and only about deliveries."_s}, {u"tools"_s, QJsonArray{tool}}};
}

} // namespace

QJsonObject exampleStep(const QString &type, const QString &language)
{
    const bool russian = language == "ru"_L1;
    if (type == "tool"_L1) return orderTool(russian);
    return type == "model"_L1 ? modelStep(russian) : QJsonObject();
}

} // namespace vox::console
