#include "ui/kit/search_field.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QEvent>
#include <QKeyEvent>

namespace vox::kit {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setClearButtonEnabled(true);
    setAccessibleName(placeholder);
    measure();
}

void SearchField::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void SearchField::measure()
{
    const Theme &t = Theme::of(this);
    setTextMargins(t.metrics().iconInline + t.px(6), 0, 0, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    drawIcon(painter, "search", QRect(m.grid, (height() - m.iconInline) / 2, m.iconInline, m.iconInline),
             t[isEnabled() ? Colour::Text2 : Colour::TextDisabled]);
    if (!m_hint.isEmpty() && text().isEmpty()) {
        painter.setFont(t.font(TextStyle::Small));
        drawLine(painter, rect().adjusted(0, 0, -m.grid, 0), m_hint, t[Colour::Text3], Qt::AlignRight);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) clear();
    else QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) measure();
    QLineEdit::changeEvent(event);
}

} // namespace vox::kit
