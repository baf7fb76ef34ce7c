#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/latency_parts.h"
#include <QWidget>

namespace vox::kit {

// A turn's delay as one 12 px bar of its parts, on the view's scale, with the goal as a hairline through it.
class StackedBar : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit StackedBar(QWidget *parent = nullptr);
    // All bars of a view share one scale: milliseconds of the full width.
    void setParts(const LatencyParts &parts, int scaleMs, int goalMs = 0);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readName() const override { return tr("Delay"); }
    QString readValue() const override { return words(m_parts); }

    // For delegates.
    static void draw(QPainter &painter, const QRect &room, const LatencyParts &parts, int scaleMs, int goalMs);
    // "Endpointing 176, Tool 421, 1 100 ms"
    static QString words(const LatencyParts &parts);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    LatencyParts m_parts;
    int m_scale = 1000;
    int m_goal = 0;
};

} // namespace vox::kit
