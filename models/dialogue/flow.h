#pragma once
#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QString>

namespace vox {

// A node of a flow as it is stored: {"id", "type", "name", "position": {"x","y"}, "settings": {...}}. Settings of an
// unknown type stay as they are.
struct Node {
    QString id;
    QString type; // "say", "listen", ... see node_types.h
    QString name; // shown on the canvas, may be empty
    QPointF position;
    QJsonObject settings;
    friend bool operator==(const Node &, const Node &) = default;
};

// An arrow from a port (an outcome) of one node to another node: {"id", "from", "port", "to"}.
struct Edge {
    QString id;
    QString from;
    QString port;
    QString to;
    friend bool operator==(const Edge &, const Edge &) = default;
};

// An agent's script as a graph. A value; lookups are linear, compile it into a Program to run it.
struct Flow {
    QList<Node> nodes;
    QList<Edge> edges;

    const Node *node(const QString &id) const;
    static Flow fromJson(const QJsonObject &json); // lenient: what has no id or type is skipped
    QJsonObject toJson() const;
    friend bool operator==(const Flow &, const Flow &) = default;
};

} // namespace vox
