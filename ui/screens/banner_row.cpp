#include "ui/screens/banner_row.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vox {

BannerRow::BannerRow(const char *icon, kit::Meaning meaning, QWidget *parent)
    : RuledRow(Rule::Below, 40, parent), m_icon(icon), m_meaning(meaning), m_sign(new QLabel), m_text(new kit::TextBlock),
      m_button(new QPushButton), m_other(new QPushButton)
{
    m_text->setMaximumLines(2);
    setMinimumHeight(kit::Theme::of(this).px(40));
    row()->addWidget(m_sign);
    row()->addWidget(m_text, 1);
    row()->addWidget(m_other);
    row()->addWidget(m_button);
    kit::setRole(m_button, kit::ButtonRole::Normal, kit::ControlSize::Small);
    kit::setRole(m_other, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    connect(m_button, &QPushButton::clicked, this, &BannerRow::pressed);
    connect(m_other, &QPushButton::clicked, this, &BannerRow::otherPressed);
    drawSign();
    hide();
}

void BannerRow::drawSign()
{
    const kit::Theme &theme = kit::Theme::of(this);
    m_sign->setPixmap(kit::iconPixmap(m_icon, theme.metrics().icon, theme.strong(m_meaning), devicePixelRatioF()));
}

void BannerRow::tell(const QString &sentence, const QString &button, const QString &other)
{
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_other->setText(other);
    m_other->setVisible(!other.isEmpty());
    setVisible(!sentence.isEmpty());
}

void BannerRow::paintEvent(QPaintEvent *event)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.soft(m_meaning));
    painter.end();
    RuledRow::paintEvent(event);
}

void BannerRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) drawSign();
    RuledRow::changeEvent(event);
}

} // namespace vox
