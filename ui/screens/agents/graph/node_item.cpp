#include "ui/screens/agents/graph/node_item.h"
#include "ui/kit/icons.h"
#include "ui/viewmodels/flow_geometry.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;
namespace geometry = flow_geometry;

namespace {

constexpr qreal radius = 6, margin = 10, tile = 28, inset = 8, iconSize = 16, badge = 15;
constexpr qreal fullDetail = 0.75, headerOnly = 0.4;

// Icons are drawn from pictures of at least their own size; below 100 % those are scaled down.
qreal iconRatio(const QPainter &painter)
{
    return std::max<qreal>(1, painter.worldTransform().m11());
}

QPen cosmetic(const QColor &colour, qreal width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(colour, width, style, Qt::FlatCap);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

NodeItem::NodeItem(const GraphLook &look, bool &zooming) : m_look(look), m_zooming(zooming)
{
    setZValue(1);
    setFlag(ItemUsesExtendedStyleOption, false);
    setAcceptHoverEvents(false);
    m_shortTitle.setTextFormat(Qt::PlainText);
}

NodeItem::~NodeItem() = default;

void NodeItem::setFace(const NodeFace &face)
{
    if (face == m_face && !m_bounds.isNull()) return;
    m_face = face;
    measure();
    forgetPicture();
}

void NodeItem::measure()
{
    prepareGeometryChange();
    const qreal height = isPill() ? geometry::pillHeight : geometry::nodeHeight;
    m_body = QRectF(0, 0, geometry::nodeWidth, height);
    if (isPill()) {
        const qreal width = std::min(geometry::nodeWidth, QFontMetricsF(m_look.title).horizontalAdvance(m_face.title) + 14 + iconSize + 6 + 16);
        m_body = QRectF((geometry::nodeWidth - width) / 2, 0, width, height);
    }
    qreal below = margin;
    for (const NodeFace::Way &way : m_face.ways)
        if (way.missing) below = geometry::stub + 24;
    m_bounds = m_body.united(QRectF(0, 0, geometry::nodeWidth, height)).adjusted(-margin, -margin, margin, below);
}

void NodeItem::setSelectedMark(bool selected, bool current)
{
    if (selected == m_selected && current == m_current) return;
    m_selected = selected;
    m_current = current;
    update();
}

void NodeItem::setActive(bool active, const QString &running)
{
    if (active == m_active && running == m_running) return;
    m_active = active;
    m_running = running;
    forgetPicture();
}

void NodeItem::setDropTarget(bool target)
{
    if (target == m_dropTarget) return;
    m_dropTarget = target;
    update();
}

void NodeItem::forgetPicture()
{
    m_picture = QPixmap();
    m_pictureScale = 0;
    m_shortWidth = -1;
    update();
}

bool NodeItem::isPill() const
{
    return geometry::isPill(m_face.type);
}

QRectF NodeItem::body() const
{
    return m_body;
}

QPointF NodeItem::inPort() const
{
    return {geometry::nodeWidth / 2, 0};
}

int NodeItem::wayAt(QPointF point, qreal slack) const
{
    int nearest = -1;
    qreal best = slack;
    for (int i = 0; i < m_face.ways.size(); ++i) {
        const NodeFace::Way &way = m_face.ways[i];
        const QPointF to = point - way.at;
        const bool onStub = way.missing && std::abs(to.x()) < slack && to.y() > 0 && to.y() < geometry::stub + 20;
        const qreal distance = onStub ? std::abs(to.x()) : std::hypot(to.x(), to.y());
        if (distance >= best) continue;
        best = distance;
        nearest = i;
    }
    return nearest;
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_body);
    return path;
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QTransform world = painter->worldTransform();
    const qreal zoom = world.m11(), ratio = painter->device()->devicePixelRatioF();
    if (zoom < headerOnly) {
        paintBlock(*painter);
        return;
    }
    // On whole device pixels, so that hairlines and letters are sharp wherever the canvas stands.
    const auto whole = [ratio](qreal at) { return std::round(at * ratio) / ratio; };
    painter->setWorldTransform(QTransform(zoom, 0, 0, zoom, whole(world.dx()), whole(world.dy())));
    painter->setRenderHint(QPainter::Antialiasing);
    if (zoom < fullDetail)
        paintHeaderOnly(*painter, zoom, ratio);
    else
        paintFull(*painter, zoom, ratio);
    drawOutlines(*painter);
    drawPorts(*painter, zoom);
    if (m_face.mark > DiffMark::Same) drawBadge(*painter);
    painter->setWorldTransform(world);
}

void NodeItem::paintBlock(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor own = m_look.strong(kit::nodeLook(m_face.type).meaning);
    QColor fill = m_face.mark > DiffMark::Same ? m_look.markStrong(m_face.mark) : own;
    if (m_face.mark == DiffMark::Same) fill = m_look.cardLine;
    painter.fillRect(m_body, fill);
    if (m_face.worst == Problem::Severity::Error)
        painter.fillRect(QRectF(m_body.right() - 40, m_body.top(), 40, m_body.height()), m_look.error);
    if (!m_selected && !m_active) return;
    painter.setPen(cosmetic(m_selected ? m_look.accent : m_look.text1, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_body.adjusted(-4, -4, 4, 4));
}

void NodeItem::paintHeaderOnly(QPainter &painter, qreal zoom, qreal ratio)
{
    const kit::NodeLook &look = kit::nodeLook(m_face.type);
    const bool marked = m_face.mark > DiffMark::Same;
    painter.setPen(cosmetic(m_look.markStrong(m_face.mark), 1, m_face.mark == DiffMark::Removed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(m_look.markSoft(m_face.mark));
    const qreal corner = isPill() ? m_body.height() / 2 : radius;
    painter.drawRoundedRect(m_body, corner, corner);

    const QTransform world = painter.worldTransform();
    const QRectF on = world.mapRect(m_body);
    painter.setWorldTransform(QTransform());
    const qreal icon = 12, gap = on.width() > 60 ? 6 : 3;
    const bool withIcon = on.width() > 70;
    const qreal left = on.left() + gap + 2 + (withIcon ? icon + gap : 0);
    const bool withMark = m_face.worst && !marked;
    const int room = int(on.right() - gap - left - (withMark ? icon + 2 : 0));
    if (withIcon)
        painter.drawPixmap(QPointF(on.left() + gap + 2, std::round(on.center().y() - icon / 2)),
                           kit::iconPixmap(look.icon, int(icon), m_face.mark == DiffMark::Same ? m_look.text2 : m_look.strong(look.meaning), ratio));
    if (withMark)
        painter.drawPixmap(QPointF(on.right() - gap - icon, std::round(on.center().y() - icon / 2)),
                           kit::iconPixmap(*m_face.worst == Problem::Severity::Error ? "octagon-x" : "triangle-alert", int(icon),
                                           *m_face.worst == Problem::Severity::Error ? m_look.error : m_look.warning, ratio));
    if (room > 12) {
        if (std::abs(room - m_shortWidth) > (m_zooming ? 8 : 0) || m_shortWidth < 0) {
            m_shortWidth = room;
            m_shortTitle.setText(QFontMetricsF(m_look.screenTitle).elidedText(m_face.title, Qt::ElideRight, room));
            m_shortTitle.prepare({}, m_look.screenTitle);
        }
        QFont font = m_look.screenTitle;
        font.setStrikeOut(m_face.mark == DiffMark::Removed);
        painter.setFont(font);
        painter.setPen(m_face.mark == DiffMark::Same ? m_look.text2 : m_look.text1);
        const qreal height = m_shortTitle.size().height();
        painter.drawStaticText(QPointF(std::round(left), std::round(on.center().y() - height / 2)), m_shortTitle);
    }
    painter.setWorldTransform(world);
    Q_UNUSED(zoom)
}

void NodeItem::paintFull(QPainter &painter, qreal zoom, qreal ratio)
{
    const qreal scale = zoom * ratio;
    const bool stale = m_picture.isNull() || (m_pictureScale != scale && !m_zooming);
    if (stale) {
        m_picture = picture(scale);
        m_pictureScale = scale;
    }
    const QRectF target(m_body.topLeft() - QPointF(2, 2), QSizeF(m_picture.size()) / m_pictureScale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_pictureScale != scale);
    if (m_pictureScale == scale) {
        const QTransform world = painter.worldTransform();
        const QPointF at = world.map(target.topLeft());
        painter.setWorldTransform(QTransform::fromTranslate(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio));
        m_picture.setDevicePixelRatio(ratio);
        painter.drawPixmap(QPointF(), m_picture);
        painter.setWorldTransform(world);
    } else {
        painter.drawPixmap(target, m_picture, QRectF(m_picture.rect()));
    }
}

QPixmap NodeItem::picture(qreal scale) const
{
    const QSizeF size = (m_body.size() + QSizeF(4, 5)) * scale;
    QPixmap pixmap(int(std::ceil(size.width())), int(std::ceil(size.height())));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    painter.translate(2 - m_body.left(), 2 - m_body.top());
    if (isPill())
        drawPill(painter);
    else
        drawCard(painter);
    return pixmap;
}

void NodeItem::drawPill(QPainter &painter) const
{
    const kit::NodeLook &look = kit::nodeLook(m_face.type);
    const qreal corner = m_body.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.shadow);
    painter.drawRoundedRect(m_body.translated(0, 1), corner, corner);
    painter.setPen(cosmetic(m_look.markStrong(m_face.mark), 1));
    painter.setBrush(m_look.markSoft(m_face.mark));
    painter.drawRoundedRect(m_body, corner, corner);
    const QColor ink = m_face.mark == DiffMark::Same ? m_look.text2 : m_look.text1;
    painter.drawPixmap(QPointF(m_body.left() + 12, m_body.center().y() - 7), kit::iconPixmap(look.icon, 14, ink, iconRatio(painter)));
    painter.setFont(m_look.title);
    painter.setPen(ink);
    const QRectF room = m_body.adjusted(12 + 14 + 6, 0, -10, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_look.title).elidedText(m_face.title, Qt::ElideRight, room.width()));
}

void NodeItem::drawCard(QPainter &painter) const
{
    const kit::NodeLook &look = kit::nodeLook(m_face.type);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.shadow);
    painter.drawRoundedRect(m_body.translated(0, 1), radius, radius);

    QPainterPath card;
    card.addRoundedRect(m_body, radius, radius);
    painter.fillPath(card, m_look.markSoft(m_face.mark));
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, tile, geometry::headerHeight), m_look.tile(look.meaning));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(0, geometry::headerHeight, geometry::nodeWidth, 1 / painter.worldTransform().m11()), m_look.headerLine);
    painter.restore();
    painter.setPen(cosmetic(m_look.markStrong(m_face.mark), 1, m_face.mark == DiffMark::Removed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(m_body, radius, radius);

    const qreal edge = (tile - iconSize) / 2;
    painter.drawPixmap(QPointF(edge, edge), kit::iconPixmap(look.icon, int(iconSize), m_look.strong(look.meaning), iconRatio(painter)));
    qreal right = geometry::nodeWidth - inset;
    drawRightMark(painter, right);
    QFont title = m_look.title;
    title.setStrikeOut(m_face.mark == DiffMark::Removed);
    const QRectF header(tile + inset, 0, right - tile - inset - 4, geometry::headerHeight);
    painter.setFont(title);
    painter.setPen(m_face.mark == DiffMark::Same ? m_look.text2 : m_look.text1);
    painter.drawText(header, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(title).elidedText(m_face.title, Qt::ElideRight, header.width()));
    const QRectF bodyRoom(inset + 2, geometry::headerHeight, geometry::nodeWidth - 2 * inset - 4, geometry::nodeHeight - geometry::headerHeight);
    painter.setFont(m_look.body);
    painter.setPen(m_look.text2);
    painter.drawText(bodyRoom, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_look.body).elidedText(m_face.summary, Qt::ElideRight, bodyRoom.width()));
}

void NodeItem::drawRightMark(QPainter &painter, qreal &right) const
{
    const qreal middle = geometry::headerHeight / 2;
    if (m_active || (!m_face.worst && !m_face.duration.isEmpty())) {
        const QString text = m_active ? m_running : m_face.duration;
        const QColor ink = m_active ? m_look.strong(kit::nodeLook(m_face.type).meaning) : m_look.text3;
        const qreal width = QFontMetricsF(m_look.mono).horizontalAdvance(text);
        painter.setFont(m_look.mono);
        painter.setPen(ink);
        painter.drawText(QRectF(right - width, 0, width, geometry::headerHeight), Qt::AlignVCenter | Qt::AlignRight, text);
        right -= width;
        if (!m_active) return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(right - 8, middle), 3.5, 3.5);
        right -= 14;
        return;
    }
    if (!m_face.worst) return;
    const bool error = *m_face.worst == Problem::Severity::Error;
    painter.drawPixmap(QPointF(right - 14, middle - 7),
                       kit::iconPixmap(error ? "octagon-x" : "triangle-alert", 14, error ? m_look.error : m_look.warning, iconRatio(painter)));
    right -= 14;
}

void NodeItem::drawOutlines(QPainter &painter) const
{
    const qreal corner = isPill() ? m_body.height() / 2 : radius;
    painter.setBrush(Qt::NoBrush);
    const QColor own = m_look.strong(kit::nodeLook(m_face.type).meaning);
    if (m_active) {
        QColor halo = own;
        halo.setAlphaF(0.24f);
        painter.setPen(QPen(halo, 5));
        painter.drawRoundedRect(m_body.adjusted(-3.5, -3.5, 3.5, 3.5), corner + 3.5, corner + 3.5);
        painter.setPen(cosmetic(own, 2));
        painter.drawRoundedRect(m_body, corner, corner);
    }
    if (m_selected || m_dropTarget) {
        const qreal out = m_active ? 2.5 : 0;
        painter.setPen(cosmetic(m_look.accent, 2));
        painter.drawRoundedRect(m_body.adjusted(-out, -out, out, out), corner + out, corner + out);
    }
    if (m_current && !m_selected) {
        painter.setPen(cosmetic(m_look.accent, 1, Qt::DotLine));
        painter.drawRoundedRect(m_body.adjusted(-3, -3, 3, 3), corner + 3, corner + 3);
    }
}

void NodeItem::drawPorts(QPainter &painter, qreal zoom) const
{
    const qreal r = geometry::portSize / 2;
    const auto port = [&](QPointF at, const QColor &line, bool filled) {
        painter.setPen(cosmetic(filled ? m_look.text1 : line, 1.25));
        painter.setBrush(filled ? m_look.text1 : m_look.card);
        painter.drawEllipse(at, r, r);
    };
    const bool plain = m_face.mark == DiffMark::None;
    if (!plain) return;
    if (m_face.hasIn) port(inPort(), m_look.edge, m_face.entered);
    if (m_face.backRight) port(inPort() + QPointF(24, 0), m_look.edge, false);
    if (m_face.backLeft) port(inPort() - QPointF(24, 0), m_look.edge, false);
    for (const NodeFace::Way &way : m_face.ways) {
        if (way.missing) {
            painter.setPen(cosmetic(m_look.error, 1.5, Qt::DotLine));
            painter.drawLine(way.at, way.at + QPointF(0, geometry::stub));
            if (zoom >= 0.6 && !way.label.isEmpty()) {
                painter.setFont(m_look.label);
                const QString text = QFontMetricsF(m_look.label).elidedText(way.label, Qt::ElideRight, 110);
                const qreal half = QFontMetricsF(m_look.label).horizontalAdvance(text) / 2;
                painter.setPen(m_look.error);
                painter.drawText(QRectF(way.at.x() - half, way.at.y() + geometry::stub + 1, 2 * half + 1, 16), Qt::AlignCenter, text);
            }
        }
        port(way.at, way.missing ? m_look.error : m_look.edge, way.taken);
    }
}

void NodeItem::drawBadge(QPainter &painter) const
{
    const QTransform world = painter.worldTransform();
    const QPointF corner = world.map(m_body.topRight());
    painter.setWorldTransform(QTransform());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.markStrong(m_face.mark));
    painter.drawEllipse(corner, badge / 2, badge / 2);
    const char *icon = m_face.mark == DiffMark::Added ? "plus" : m_face.mark == DiffMark::Removed ? "minus" : "pencil";
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(corner - QPointF(5, 5), kit::iconPixmap(icon, 10, m_look.canvas, ratio));
    painter.setWorldTransform(world);
}

} // namespace vox
