#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

namespace vox {

class GraphView;

// The whole graph in a corner, shown only while part of it lies outside the view. Click or drag moves the view. A sibling
// over the canvas; places itself at the lower right.
class Minimap : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    explicit Minimap(GraphView &view, QWidget *parent);

    QSize sizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Graphic; }
    QString readName() const override { return tr("Overview of the graph"); }

signals:
    void wantedChanged();

public:
    bool isWanted() const { return m_wanted; }

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void look();
    QTransform toMap() const; // scene to this widget
    void goTo(QPointF at);

    GraphView &m_view;
    bool m_wanted = false;
};

} // namespace vox
