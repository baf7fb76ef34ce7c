#pragma once
#include "models/dialogue/node_type.h"
#include "ui/viewmodels/edited_content.h"
#include <QJsonArray>

// Flows for tests and benches of the canvas.
namespace vox::flows {

using namespace Qt::StringLiterals;

inline Node node(const QString &id, const QString &type, const QString &name, double column, double row, const QJsonObject &settings = {})
{
    return {id, type, name, {column * 256, row * 96}, settings};
}

inline QJsonObject said(const QString &text)
{
    return {{u"text"_s, QJsonObject{{u"en"_s, text}, {u"ru"_s, text}}}};
}

inline QJsonObject asked(const QString &prompt, const QStringList &intents = {})
{
    return {{u"prompt"_s, QJsonObject{{u"en"_s, prompt}, {u"ru"_s, prompt}}}, {u"intents"_s, QJsonArray::fromStringList(intents)}};
}

// Start, greeting, question with two intents, two answers, one hand-over, end; "else" leads back to the question.
inline Flow clinic(bool russian = false)
{
    const auto t = [russian](const char *en, const char *ru) { return QString::fromUtf8(russian ? ru : en); };
    Flow flow;
    flow.nodes = {
        node(u"start"_s, u"start"_s, t("Inbound call", "Входящий звонок"), 1, 0),
        node(u"hello"_s, u"say"_s, t("Greeting", "Приветствие"), 1, 0.6, said(t("Clinic reception, how can I help?", "Служба доставки, чем помочь?"))),
        node(u"topic"_s, u"listen"_s, t("Topic", "Тема звонка"), 1, 1.6, asked(t("What is it about?", "Что случилось?"), {u"book"_s, u"move"_s})),
        node(u"day"_s, u"tool"_s, t("Free slots", "Свободные окна"), 0, 3, {{u"name"_s, u"slots"_s}, {u"method"_s, u"GET"_s}, {u"url"_s, u"https://clinic.example/slots"_s}}),
        node(u"found"_s, u"branch"_s, t("Found?", "Есть окно?"), 1, 3, {{u"conditions"_s, QJsonArray{QJsonObject{{u"id"_s, u"c1"_s}, {u"condition"_s, u"last.intent == 'move'"_s}, {u"label"_s, t("yes", "да")}}}}}),
        node(u"hand"_s, u"handover"_s, t("Reception desk", "Оператор смены"), 2, 4.2, {{u"queue"_s, u"reception"_s}}),
        node(u"book"_s, u"knowledge"_s, t("Clinic handbook", "Правила доставки"), 2, 3),
        node(u"bye"_s, u"end"_s, t("Goodbye", "Завершение"), 1, 5.4),
    };
    const auto link = [&flow](const char *from, const QByteArray &port, const char *to) {
        const QString name = QString::fromUtf8(from) + u'-' + QString::fromUtf8(port);
        flow.edges.append({name, QString::fromUtf8(from), QString::fromUtf8(port), QString::fromUtf8(to)});
    };
    const auto main = [](const Flow &f, const char *id) {
        const Node *n = f.node(QString::fromUtf8(id));
        const NodeType *type = nodeType(n->type);
        const QList<Port> ports = type ? type->ports(n->settings) : QList<Port>();
        return ports.isEmpty() ? QByteArray("next") : ports.first().name.toUtf8();
    };
    link("start", main(flow, "start"), "hello");
    link("hello", main(flow, "hello"), "topic");
    link("topic", "book", "day");
    link("topic", "move", "found");
    link("topic", "else", "topic");
    link("day", main(flow, "day"), "bye");
    link("found", main(flow, "found"), "hand");
    link("found", "else", "book");
    link("book", main(flow, "book"), "topic");
    return flow;
}

inline QJsonObject agent(const Flow &flow, bool russian = false)
{
    const auto intent = [](const QString &id, const QString &name) {
        return QJsonObject{{u"id"_s, id}, {u"name"_s, name}, {u"examples"_s, QJsonObject{{u"en"_s, QJsonArray{u"one"_s}}, {u"ru"_s, QJsonArray{u"раз"_s}}}}};
    };
    return {{u"name"_s, russian ? u"Служба доставки"_s : u"Clinic reception"_s},
            {u"languages"_s, QJsonArray{russian ? u"ru"_s : u"en"_s}},
            {u"intents"_s, QJsonArray{intent(u"book"_s, russian ? u"где заказ"_s : u"book"_s), intent(u"move"_s, russian ? u"перенести"_s : u"move"_s)}},
            {u"flow"_s, flow.toJson()}};
}

// `count` say nodes in rows of `columns`, each leading to the next row and some to the side.
inline Flow large(int count, int edges, int columns = 40)
{
    Flow flow;
    for (int i = 0; i < count; ++i)
        flow.nodes.append(node(u"n%1"_s.arg(i), i == 0 ? u"start"_s : i % 3 ? u"say"_s : u"listen"_s, u"Node %1"_s.arg(i), i % columns, i / columns,
                               i % 3 ? said(u"One moment, please, I am looking."_s) : asked(u"What is it about?"_s)));
    for (int i = 0; i < edges; ++i) {
        const int from = i % count, to = (from + columns + (i / count) * 7 + i % 3) % count;
        flow.edges.append({u"e%1"_s.arg(i), u"n%1"_s.arg(from), u"p%1"_s.arg(i / count), u"n%1"_s.arg(std::max(1, to))});
    }
    return flow;
}

} // namespace vox::flows
