#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

class QPainter;

namespace vox::kit {

class TimeAxis;

// What lives on a TimeAxis: repaints with it, scrolls and zooms it, moves the playhead with a click and the arrow keys.
// Wheel scrolls, Ctrl+wheel zooms at the pointer; + and - zoom, Home and End jump, Left and Right step 1 s (Shift 0.1 s).
class AxisTrack : public QWidget, public Readable {
    Q_OBJECT
public:
    AxisTrack(TimeAxis &axis, QWidget *parent);
    TimeAxis &axis() const { return m_axis; }
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readValue() const override;

signals:
    // The person chose this moment.
    void seekRequested(qint64 us);

protected:
    // Pixel of a moment, the track's left edge (right of the names), and the playhead line.
    double x(qint64 us) const;
    int left() const;
    void drawName(QPainter &painter, const QRect &row, const QString &name, const QColor &ink) const;
    void drawPlayhead(QPainter &painter) const;
    virtual void axisChanged() { update(); }
    void seek(qint64 us);

    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void playheadMoved();
    TimeAxis &m_axis;
    int m_playheadX = -1;
};

} // namespace vox::kit
