#pragma once
#include "ui/kit/colours.h"
#include <QWidget>

class QBoxLayout;
class QToolButton;

namespace vox {

// A small panel of tools that lies over the canvas: surface 1, hairline, 4 px corners.
class FloatingBar : public QWidget {
    Q_OBJECT
public:
    explicit FloatingBar(Qt::Orientation orientation, QWidget *parent);

    QToolButton *addTool(const char *icon, const QString &name, kit::Meaning meaning = kit::Meaning::Neutral);
    void addGap();
    void addPart(QWidget *part);
    QBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Qt::Orientation m_orientation;
    QBoxLayout *m_row;
};

} // namespace vox
