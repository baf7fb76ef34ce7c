#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace vox::kit {

Empty::Empty(const char *icon, const QString &sentence, const QString &button, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_sentence(new TextBlock(sentence, TextStyle::Body, Colour::Text2, this))
    , m_button(new QPushButton(button, this))
{
    setRole(m_button, ButtonRole::Primary);
    m_button->setVisible(!button.isEmpty());
    m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_button, &QPushButton::clicked, this, &Empty::pressed);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(m_button);
    column->addStretch(1);
    setAccessibleName(sentence);
    measure();
}

void Empty::setIcon(const char *icon)
{
    m_icon = icon;
    update();
}

void Empty::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void Empty::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void Empty::measure()
{
    const Theme &t = Theme::of(this);
    const int pad = t.metrics().panelPadding;
    layout()->setContentsMargins(pad + t.metrics().icon + pad, pad, pad, pad);
    m_sentence->setMaximumWidth(t.px(480));
}

void Empty::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    // Where a whole page is empty, a box around it would say nothing.
    if (height() <= 2 * sizeHint().height()) drawBox(painter, rect(), m.radiusNode, t[Colour::Surface0]);
    drawIcon(painter, m_icon, QRect(m.panelPadding, m.panelPadding + 2, m.icon, m.icon), t[Colour::Text2]);
}

void Empty::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) measure();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
