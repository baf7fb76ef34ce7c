#include "ui/screens/agents/graph/floating_bar.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace vox {

FloatingBar::FloatingBar(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent), m_orientation(orientation),
      m_row(new QBoxLayout(orientation == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(4, 4, 4, 4);
    m_row->setSpacing(2);
}

QToolButton *FloatingBar::addTool(const char *icon, const QString &name, kit::Meaning meaning)
{
    auto *button = new QToolButton(this);
    button->setIcon(kit::icon(icon, meaning));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    kit::setRole(button, kit::ButtonRole::Quiet, m_orientation == Qt::Vertical ? kit::ControlSize::Normal : kit::ControlSize::Small);
    m_row->addWidget(button, 0, Qt::AlignCenter);
    return button;
}

void FloatingBar::addGap()
{
    auto *line = new QWidget(this);
    line->setFixedSize(m_orientation == Qt::Vertical ? QSize(20, 9) : QSize(9, 20));
    m_row->addWidget(line, 0, Qt::AlignCenter);
    line->setObjectName(QStringLiteral("gap"));
}

void FloatingBar::addPart(QWidget *part)
{
    m_row->addWidget(part, 0, Qt::AlignCenter);
}

void FloatingBar::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::drawBox(painter, QRectF(rect()), theme.metrics().radiusControl, theme[kit::Colour::Surface1], theme[kit::Colour::Line2]);
    const auto gaps = findChildren<QWidget *>(QStringLiteral("gap"), Qt::FindDirectChildrenOnly);
    for (const QWidget *gap : gaps) {
        const QRect at = gap->geometry();
        if (m_orientation == Qt::Vertical)
            painter.fillRect(at.left(), at.center().y(), at.width(), 1, theme[kit::Colour::Line2]);
        else
            painter.fillRect(at.center().x(), at.top(), 1, at.height(), theme[kit::Colour::Line2]);
    }
}

} // namespace vox
