#include "ui/screens/today/today_row.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>

namespace vox {

TodayRow::TodayRow(const Words &words, QWidget *parent) : QWidget(parent), m_words(words)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const kit::Metrics &m = theme.metrics();
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    kit::setFocusRing(this, true);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(words.name + QLatin1Char(' ') + words.circumstance);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(m.panelPadding + m.icon + m.panelPadding, 0, m.panelPadding, 0);
    row->setSpacing(m.panelPadding);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    const bool two = !words.circumstance.isEmpty();
    auto *name = new kit::TextBlock(words.name, two ? kit::TextStyle::BodyStrong : kit::TextStyle::Body);
    name->setMaximumLines(1);
    texts->addWidget(name);
    if (two) {
        auto *circumstance = new kit::TextBlock(words.circumstance, kit::TextStyle::Small, kit::Colour::Text2);
        circumstance->setMaximumLines(1);
        texts->addWidget(circumstance);
        circumstance->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    texts->addStretch(1);
    name->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addLayout(texts, 1);
    row->addWidget(kit::makeLabel(words.time, two ? kit::TextStyle::Control : kit::TextStyle::MonoSmall, kit::Colour::Text2));
    if (!words.button.isEmpty()) {
        auto *button = new QPushButton(words.button);
        button->setMinimumWidth(theme.px(88));
        kit::setRole(button, kit::ButtonRole::Normal, kit::ControlSize::Small);
        connect(button, &QPushButton::clicked, this, &TodayRow::pressed);
        row->addWidget(button);
    }
    setFixedHeight(theme.px(two ? 52 : 36));
}

void TodayRow::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const kit::Metrics &m = theme.metrics();
    QPainter painter(this);
    if (underMouse()) painter.fillRect(rect(), theme.hovered(theme[kit::Colour::Surface1]));
    const bool neutral = m_words.meaning == kit::Meaning::Neutral;
    kit::drawIcon(painter, m_words.icon, QRect(m.panelPadding, (height() - m.icon) / 2, m.icon, m.icon),
                  neutral ? theme[kit::Colour::Text2] : theme.strong(m_words.meaning));
    kit::hairlineAcross(painter, 0, width(), height() - 1, theme[kit::Colour::Line1]);
}

void TodayRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) emit pressed();
}

void TodayRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) emit pressed();
    else QWidget::keyPressEvent(event);
}

} // namespace vox
