#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/peak_source.h"
#include <QImage>
#include <QWidget>

namespace vox {

namespace kit {
class TimeAxis;
}

// The whole recording in one strip, both voices over each other, with the visible part framed. Dragging moves the view. The
// axis outlives it; so does the source, or it is taken away with setSource(nullptr). GUI thread.
class OverviewBar : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    explicit OverviewBar(kit::TimeAxis &axis, QWidget *parent = nullptr);
    void setSource(const kit::PeakSource *source);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role readRole() const override { return QAccessible::ScrollBar; }
    QString readName() const override { return tr("Whole conversation"); }

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect track() const;
    void centre(double x);
    void render();
    kit::TimeAxis &m_axis;
    const kit::PeakSource *m_source = nullptr;
    QImage m_image;
};

} // namespace vox
