#pragma once
#include "models/base/problem.h"
#include "ui/screens/agents/graph/graph_look.h"
#include <QGraphicsItem>
#include <QPixmap>
#include <QStaticText>
#include <optional>

namespace vox {

// Everything a node shows, as a value: two equal faces look the same.
struct NodeFace {
    struct Way {
        QString name, label;
        QPointF at;               // in the node's own coordinates
        bool connected = false;
        bool missing = false;     // leads nowhere and must not
        bool failure = false;
        bool taken = false;
        friend bool operator==(const Way &, const Way &) = default;
    };

    QString id, type, title, summary;
    QList<Way> ways;
    bool hasIn = true, backLeft = false, backRight = false, entered = false;
    std::optional<Problem::Severity> worst;
    DiffMark mark = DiffMark::None;
    QString duration;             // of the last call
    friend bool operator==(const NodeFace &, const NodeFace &) = default;
};

// One node on the canvas: a card (or a pill for start and end) with its ports and the stubs of outcomes that lead
// nowhere. Knows no view model; the scene gives it a face. Paints from a cached picture at full detail.
class NodeItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    enum class Emphasis { None, Active };

    NodeItem(const GraphLook &look, bool &zooming);
    ~NodeItem() override;

    int type() const override { return Type; }
    const NodeFace &face() const { return m_face; }
    void setFace(const NodeFace &face);
    void setSelectedMark(bool selected, bool current);
    void setActive(bool active, const QString &running);
    void setDropTarget(bool target);
    void forgetPicture(); // theme changed

    bool isPill() const;
    // The card or pill itself, without ports and halos.
    QRectF body() const;
    // Index into face().ways near this point (own coordinates), -1: none. `slack` is the radius of the hit area.
    int wayAt(QPointF point, qreal slack) const;
    QPointF inPort() const;

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void measure();
    void paintBlock(QPainter &painter) const;
    void paintHeaderOnly(QPainter &painter, qreal zoom, qreal ratio);
    void paintFull(QPainter &painter, qreal zoom, qreal ratio);
    QPixmap picture(qreal scale) const;
    void drawCard(QPainter &painter) const;
    void drawPill(QPainter &painter) const;
    void drawRightMark(QPainter &painter, qreal &right) const;
    void drawOutlines(QPainter &painter) const;
    void drawPorts(QPainter &painter, qreal zoom) const;
    void drawBadge(QPainter &painter) const;

    const GraphLook &m_look;
    bool &m_zooming; // the view is zooming: pictures may be scaled
    NodeFace m_face;
    QRectF m_bounds, m_body;
    QPixmap m_picture;
    qreal m_pictureScale = 0;
    QStaticText m_shortTitle;
    int m_shortWidth = -1;
    QString m_running;
    bool m_selected = false, m_current = false, m_active = false, m_dropTarget = false;
};

} // namespace vox
