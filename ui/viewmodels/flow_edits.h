#pragma once
#include "models/dialogue/flow.h"
#include <QJsonObject>
#include <QSet>
#include <functional>

// What a person does to a flow, as pure functions from flow to flow. Ids that are not there are skipped, so a stale
// selection does no harm. Positions are in the flow's own units (logical pixels at 100 %), y grows downwards.
namespace vox::flow_edits {

// Makes the id of a new node or edge; ours are UUIDv7, tests count.
using MakeId = std::function<QString()>;
QString makeId();

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom, SpreadAcross, SpreadDown };

// The nearest point of the grid.
QPointF snapped(QPointF point);

Flow moved(Flow flow, const QSet<QString> &nodes, QPointF by);
Flow placed(Flow flow, const QHash<QString, QPointF> &positions);
// A port leads to one node: an older arrow of the same port is replaced, keeping its id. Nothing leads into a start node
// and nothing leaves a node twice by one port. `from` and `to` may be the same node.
Flow connected(Flow flow, const QString &from, const QString &port, const QString &to, const MakeId &newId);
// Moves the head of an arrow to another node.
Flow rerouted(Flow flow, const QString &edge, const QString &to);
// Removes nodes with every arrow at them, and arrows.
Flow without(Flow flow, const QSet<QString> &nodes, const QSet<QString> &edges);
// Lines up two or more nodes on the first edge or centre of all; spreading needs three.
Flow aligned(Flow flow, const QSet<QString> &nodes, Alignment alignment);

// Nodes and the arrows among them, as clipboard text carries them: {"voxdesk": "flow", "nodes": [...], "edges": [...]}.
QJsonObject copied(const Flow &flow, const QSet<QString> &nodes);
struct Pasted {
    Flow flow;
    QSet<QString> nodes; // the new ones, empty when `clip` holds no nodes
};
// Adds what copied() made, with new ids; the top left corner of the pasted nodes goes to `at`. A second start node is
// not pasted.
Pasted pasted(Flow flow, const QJsonObject &clip, QPointF at, const MakeId &newId);
// Top left corner of these nodes; nothing when there are none.
std::optional<QPointF> topLeft(const Flow &flow, const QSet<QString> &nodes);

// Everything that can be reached from these nodes along arrows, in either direction.
QSet<QString> linked(const Flow &flow, const QSet<QString> &nodes);
// A free place for a new node near `wanted`, on the grid: moved down and right until it covers no other node.
QPointF freePlace(const Flow &flow, QPointF wanted);

} // namespace vox::flow_edits
