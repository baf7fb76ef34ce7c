#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/latency_parts.h"
#include <QWidget>

namespace vox::kit {

// A turn's delay as a cascade: one 18 px row a part that took time, milliseconds behind its bar, goal as a hairline.
class Waterfall : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Waterfall(QWidget *parent = nullptr);
    // scaleMs 0 fits the turn to the width.
    void setParts(const LatencyParts &parts, int goalMs = 0, int scaleMs = 0);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readName() const override { return tr("From silence to sound"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    int names() const;
    LatencyParts m_parts;
    int m_goal = 0;
    int m_scale = 0;
};

} // namespace vox::kit
