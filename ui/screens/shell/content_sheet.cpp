#include "ui/screens/shell/content_sheet.h"
#include "ui/kit/paint.h"
#include <QPainterPath>
#include <QStackedLayout>

namespace vox {

ContentSheet::ContentSheet(QWidget *parent) : QWidget(parent), m_pages(new QStackedLayout(this))
{
    m_pages->setContentsMargins(1, 1, 0, 0);
}

void ContentSheet::add(QWidget *page) { m_pages->addWidget(page); }

void ContentSheet::show(QWidget *page) { m_pages->setCurrentWidget(page); }

void ContentSheet::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[kit::Colour::Surface0]);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme.metrics().radiusPanel;
    QPainterPath edge;
    edge.addRoundedRect(QRectF(0.5, 0.5, width() + 2 * radius, height() + 2 * radius), radius, radius);
    painter.setPen(theme[kit::Colour::Line1]);
    painter.setBrush(theme[kit::Colour::Surface1]);
    painter.drawPath(edge);
}

} // namespace vox
