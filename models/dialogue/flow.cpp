#include "models/dialogue/flow.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

const Node *Flow::node(const QString &id) const
{
    for (const Node &node : nodes)
        if (node.id == id) return &node;
    return nullptr;
}

Flow Flow::fromJson(const QJsonObject &json)
{
    Flow flow;
    for (const QJsonValue &value : json.value("nodes"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const QJsonObject position = object.value("position"_L1).toObject();
        Node node{object.value("id"_L1).toString(), object.value("type"_L1).toString(), object.value("name"_L1).toString(),
                  QPointF(position.value("x"_L1).toDouble(), position.value("y"_L1).toDouble()),
                  object.value("settings"_L1).toObject()};
        if (!node.id.isEmpty() && !node.type.isEmpty()) flow.nodes.append(std::move(node));
    }
    for (const QJsonValue &value : json.value("edges"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        Edge edge{object.value("id"_L1).toString(), object.value("from"_L1).toString(), object.value("port"_L1).toString(),
                  object.value("to"_L1).toString()};
        if (!edge.id.isEmpty()) flow.edges.append(std::move(edge));
    }
    return flow;
}

QJsonObject Flow::toJson() const
{
    QJsonArray nodeArray;
    for (const Node &node : nodes)
        nodeArray.append(QJsonObject{{u"id"_s, node.id},
                                     {u"type"_s, node.type},
                                     {u"name"_s, node.name},
                                     {u"position"_s, QJsonObject{{u"x"_s, node.position.x()}, {u"y"_s, node.position.y()}}},
                                     {u"settings"_s, node.settings}});
    QJsonArray edgeArray;
    for (const Edge &edge : edges)
        edgeArray.append(QJsonObject{{u"id"_s, edge.id}, {u"from"_s, edge.from}, {u"port"_s, edge.port}, {u"to"_s, edge.to}});
    return {{u"nodes"_s, nodeArray}, {u"edges"_s, edgeArray}};
}

} // namespace vox
