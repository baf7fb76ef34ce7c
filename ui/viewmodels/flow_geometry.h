#pragma once
#include "models/dialogue/flow.h"
#include "models/dialogue/node_type.h"
#include <QRectF>

// Where things of a flow lie: sizes of nodes, places of ports, courses of arrows. Pure; in flow units, which are logical
// pixels at 100 % zoom. The canvas draws what stands here and layout, clicks and tests use the same numbers.
namespace vox::flow_geometry {

constexpr double grid = 16, nodeWidth = 208, nodeHeight = 56, headerHeight = 28, pillHeight = 28;
constexpr double columnPitch = 256, rowPitch = 96;
constexpr double portSize = 9, portHit = 20, stub = 22;

bool isPill(const QString &type);
// The cell a node occupies; a pill is drawn in the middle of its cell's width.
QRectF nodeRect(const Node &node);
// Where arrows arrive: the middle of the top edge; `back`: 24 to the side of it, so that both can be told apart.
QPointF inPort(const QRectF &node);
// Where port `index` of `ports` leaves, along the bottom edge. One leaves at the middle; of two the main one at the middle
// and the other at 84 %; a failure at 16 %; more are spread evenly.
QPointF outPort(const QRectF &node, const QList<Port> &ports, int index);

// The course of one arrow, flattened: straight pieces short enough to look like curves at 200 %.
struct Course {
    QList<QPointF> points; // first at the port, last at the target
    QPointF label;         // centre of the outcome's name
    bool back = false;     // goes around the outside
};
// Downwards: a cubic with vertical tangents. A target that lies above is reached around the right of `obstacles`, or the
// left when that is shorter; `lane` keeps several such arrows apart.
Course course(QPointF from, const QRectF &target, const QList<QRectF> &obstacles, int lane);
// The point at this part (0 to 1) of the course's length.
QPointF pointAt(const Course &course, double part);
// True when an arrow from this point to this target has to go around.
bool goesBack(QPointF from, const QRectF &target);

} // namespace vox::flow_geometry
