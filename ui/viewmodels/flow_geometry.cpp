#include "ui/viewmodels/flow_geometry.h"
#include <algorithm>
#include <cmath>

namespace vox::flow_geometry {

using namespace Qt::StringLiterals;

namespace {

constexpr double around = 32;   // distance of an arrow that goes back from the nodes it passes
constexpr double laneWidth = 12;
constexpr double cornerRadius = 8;
constexpr double lead = 20;     // how far such an arrow goes straight at its ends
constexpr double aside = 24;    // where it arrives beside the middle of the top edge

QPointF cubic(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d, double t)
{
    const double u = 1 - t;
    return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
}

Course downwards(QPointF from, QPointF to)
{
    Course out;
    const double dy = to.y() - from.y();
    if (std::abs(to.x() - from.x()) < 0.5) {
        out.points = {from, to};
        out.label = (from + to) / 2;
        return out;
    }
    const double pull = std::clamp(dy * 0.6, 24.0, 120.0);
    const QPointF b = from + QPointF(0, pull), c = to - QPointF(0, pull);
    const int pieces = std::clamp(int((std::abs(to.x() - from.x()) + std::abs(dy)) / 12), 6, 48);
    out.points.reserve(pieces + 1);
    for (int i = 0; i <= pieces; ++i) out.points.append(cubic(from, b, c, to, double(i) / pieces));
    out.label = cubic(from, b, c, to, 0.5);
    return out;
}

// The corners of a right-angled course, each rounded with a quarter circle of four pieces.
QList<QPointF> rounded(const QList<QPointF> &corners)
{
    QList<QPointF> out{corners.first()};
    for (int i = 1; i + 1 < corners.size(); ++i) {
        const QPointF in = corners[i] - corners[i - 1], away = corners[i + 1] - corners[i];
        const double inLength = std::hypot(in.x(), in.y()), awayLength = std::hypot(away.x(), away.y());
        const double radius = std::min({cornerRadius, inLength / 2, awayLength / 2});
        if (radius < 0.5) continue;
        const QPointF begin = corners[i] - in / inLength * radius, end = corners[i] + away / awayLength * radius;
        for (int piece = 0; piece <= 4; ++piece) {
            const double t = piece / 4.0, u = 1 - t;
            out.append(begin * (u * u) + corners[i] * (2 * u * t) + end * (t * t));
        }
    }
    out.append(corners.last());
    return out;
}

Course aroundOutside(QPointF from, const QRectF &target, const QList<QRectF> &obstacles, int lane)
{
    const double shift = (lane % 3) * 6; // arrows in one gap between rows stay apart
    const double top = target.top() - lead + shift, bottom = from.y() + lead - shift;
    double right = std::max(from.x(), target.right()), left = std::min(from.x(), target.left());
    for (const QRectF &rect : obstacles) {
        if (rect.bottom() < top || rect.top() > bottom) continue;
        right = std::max(right, rect.right());
        left = std::min(left, rect.left());
    }
    const double middle = target.center().x();
    const bool toTheLeft = (from.x() - left) + (middle - left) < (right - from.x()) + (right - middle);
    const double side = toTheLeft ? left - around - lane * laneWidth : right + around + lane * laneWidth;
    const QPointF to(middle + (toTheLeft ? -aside : aside), target.top());
    Course out;
    out.back = true;
    out.points = rounded({from, {from.x(), bottom}, {side, bottom}, {side, top}, {to.x(), top}, to});
    const double span = std::abs(side - to.x());
    out.label = QPointF(side + (toTheLeft ? 1 : -1) * std::min(span / 2, 80.0), top);
    return out;
}

} // namespace

bool isPill(const QString &type)
{
    return type == "start"_L1 || type == "end"_L1;
}

QRectF nodeRect(const Node &node)
{
    return {node.position, QSizeF(nodeWidth, isPill(node.type) ? pillHeight : nodeHeight)};
}

QPointF inPort(const QRectF &node)
{
    return {node.center().x(), node.top()};
}

QPointF outPort(const QRectF &node, const QList<Port> &ports, int index)
{
    const auto at = [&](double fraction) { return QPointF(node.left() + node.width() * fraction, node.bottom()); };
    if (index < 0 || index >= ports.size() || ports.size() == 1) return at(0.5);
    const bool failure = ports[index].role == Port::Role::Failure;
    int others = 0, place = 0, mains = 0;
    for (int i = 0; i < ports.size(); ++i) {
        if (ports[i].role == Port::Role::Failure) continue;
        if (i < index) ++place;
        if (ports[i].role == Port::Role::Main) ++mains;
        ++others;
    }
    const int failures = int(ports.size()) - others;
    if (failure && failures == 1 && others <= 2) return at(0.16);
    if (others == 1) return failure ? at(0.16) : at(0.5);
    if (others == 2 && failures == 0 && mains == 1) return at(ports[index].role == Port::Role::Main ? 0.5 : 0.84);
    if (others == 2 && failures == 1) return at(place == 0 ? 0.5 : 0.84);
    return at((index + 0.5) / double(ports.size()));
}

QPointF pointAt(const Course &course, double part)
{
    const auto length = [&](qsizetype i) { return std::hypot(course.points[i].x() - course.points[i - 1].x(), course.points[i].y() - course.points[i - 1].y()); };
    double left = 0;
    for (qsizetype i = 1; i < course.points.size(); ++i) left += length(i);
    left *= part;
    for (qsizetype i = 1; i < course.points.size(); ++i) {
        const double piece = length(i);
        if (left <= piece && piece > 0) return course.points[i - 1] + (course.points[i] - course.points[i - 1]) * (left / piece);
        left -= piece;
    }
    return course.points.isEmpty() ? QPointF() : course.points.last();
}

bool goesBack(QPointF from, const QRectF &target)
{
    return target.top() < from.y() + 12;
}

Course course(QPointF from, const QRectF &target, const QList<QRectF> &obstacles, int lane)
{
    return goesBack(from, target) ? aroundOutside(from, target, obstacles, lane) : downwards(from, inPort(target));
}

} // namespace vox::flow_geometry
